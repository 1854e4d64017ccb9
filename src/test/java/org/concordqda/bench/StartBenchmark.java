package org.concordqda.bench;

import org.concordqda.Concord;

import java.nio.file.Path;
import java.util.List;

/// How long `concord --version` takes from the start of the process to its end.
public final class StartBenchmark implements Benchmark {
    @Override
    public void run(Report out) throws Exception {
        double bare = Report.bestSeconds(5, () -> start("-version"));
        double ours =
                Report.bestSeconds(
                        5,
                        () ->
                                start(
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-classpath",
                                        System.getProperty("java.class.path"),
                                        Concord.class.getName(),
                                        "--version"));
        out.measure("concord --version", "one process")
                .ours(ours, "s")
                .peer("java -version", bare)
                .print();
    }

    private static int start(String... options) throws Exception {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        int code =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
        }
        return code;
    }
}
