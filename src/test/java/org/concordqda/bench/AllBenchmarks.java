package org.concordqda.bench;

import org.concordqda.desk.coding.SourceViewBenchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Runs every benchmark, each in a fresh JVM with the heap it asks for, and prints one table.
/// With words in the system property `concord.bench`, only those whose class name contains one of them.
/// Exit code 0: every figure within its limit; 3: one is over; 1: a benchmark failed.
public final class AllBenchmarks {
    /// The benchmarks, in the order they run.
    private static final List<Supplier<? extends Benchmark>> ALL =
            List.of(
                    StartBenchmark::new,
                    StoreBenchmark::new,
                    CorrectionBenchmark::new,
                    ReadIssuesBenchmark::new,
                    ImportBenchmark::new,
                    AgreementViewBenchmark::new,
                    WorkbookBenchmark::new,
                    DeskBenchmark::new,
                    ReportsBenchmark::new,
                    SourceViewBenchmark::new);

    /// Those by JMH, in `src/bench`: there in the profile `bench` only.
    private static final List<String> BY_JMH =
            List.of("org.concordqda.bench.jmh.AgreementJmh", "org.concordqda.bench.jmh.PassageJmh");

    private static final int OVER = 3;
    private static final List<String> WORDS =
            List.of(System.getProperty("concord.bench", "").toLowerCase(Locale.ROOT).split("\\W+"));

    private AllBenchmarks() {}

    /// @param args none; or `--inside CLASS`, in the JVM of one benchmark
    public static void main(String[] args) throws Exception {
        if (args.length == 2 && args[0].equals("--inside")) {
            System.exit(inside(args[1]));
        }
        System.out.println(Report.heading());
        int over = 0;
        List<String> failed = new ArrayList<>();
        List<Benchmark> all = new ArrayList<>();
        ALL.forEach(each -> all.add(each.get()));
        for (String name : BY_JMH) {
            try {
                all.add(named(name));
            } catch (ClassNotFoundException e) {
                System.out.println(name + " needs the profile bench (mvn -Pbench).");
            }
        }
        for (Benchmark benchmark : all) {
            if (!chosen(benchmark)) {
                continue;
            }
            int code = fresh(benchmark);
            if (code == OVER) {
                over++;
            } else if (code != 0) {
                failed.add(benchmark.getClass().getSimpleName());
            }
        }
        if (over > 0) {
            System.out.println("Benchmarks with a figure over its limit: " + over + ".");
        }
        if (!failed.isEmpty()) {
            System.out.println("Failed: " + String.join(", ", failed));
        }
        System.exit(!failed.isEmpty() ? 1 : over > 0 ? OVER : 0);
    }

    private static boolean chosen(Benchmark benchmark) {
        String name = benchmark.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(name::contains);
    }

    private static int fresh(Benchmark benchmark) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + benchmark.heap());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Djava.awt.headless=true");
        command.add("-Dconcord.shared=" + System.getProperty("concord.shared", "../shared"));
        String issues = System.getProperty("concord.issues");
        if (issues != null) {
            command.add("-Dconcord.issues=" + issues);
        }
        command.addAll(benchmark.options());
        command.add("-classpath");
        command.add(System.getProperty("java.class.path"));
        command.add(AllBenchmarks.class.getName());
        command.add("--inside");
        command.add(benchmark.getClass().getName());
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static Benchmark named(String name) throws ReflectiveOperationException {
        return (Benchmark) Class.forName(name).getDeclaredConstructor().newInstance();
    }

    private static int inside(String name) throws Exception {
        Benchmark benchmark = named(name);
        Report out = new Report(System.out);
        benchmark.run(out);
        return out.over() > 0 ? OVER : 0;
    }
}
