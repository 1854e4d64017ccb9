package org.concordqda.bench;

import org.concordqda.agreement.Continua;
import org.concordqda.agreement.Continuum;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.GammaOptions;
import org.concordqda.agreement.Granularity;
import org.concordqda.agreement.PassageAgreement;
import org.concordqda.agreement.PassageOptions;
import org.concordqda.agreement.Statistic;
import org.concordqda.job.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// How often a 95 % interval of passages holds the true coefficient where whole sources are drawn: 10 to 50
/// sources, of which each is coded better or worse than others. Two coders who miss passages and shift the
/// ends of the rest; one code frequent, one rare. The truth is the coefficient of very many sources.
final class PassageCoverage {
    private static final List<String> CODES = List.of("frequent", "middle", "rare");

    /// What is looked at, and where.
    private record Shown(Statistic statistic, String scope) {}

    private static final List<Shown> SHOWN =
            List.of(
                    new Shown(Statistic.UNITIZING_ALPHA_1995, "all"),
                    new Shown(Statistic.U_ALPHA, "all"),
                    new Shown(Statistic.U_ALPHA_BINARY, "all"),
                    new Shown(Statistic.CU_ALPHA, "all"),
                    new Shown(Statistic.KRIPPENDORFF_ALPHA, "all"),
                    new Shown(Statistic.COHEN_KAPPA, "code=frequent"),
                    new Shown(Statistic.COHEN_KAPPA, "code=rare"),
                    new Shown(Statistic.F1, "code=frequent"));

    private PassageCoverage() {}

    /// Prints a line per number of sources.
    static void print(int runs, int replicates) {
        System.out.println(
                "| sources | α 1995 | uα | \\|uα | cuα | α of characters | κ frequent code | κ rare"
                        + " code | F1 |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        double[] truth = values(texts(new Random(77), 4000), options(0), false);
        for (int sources : new int[] {10, 20, 50}) {
            double[][] found =
                    IntStream.range(0, runs)
                            .parallel()
                            .mapToObj(
                                    run ->
                                            values(
                                                    texts(
                                                            new Random(1000L * sources + run),
                                                            sources),
                                                    options(replicates),
                                                    true))
                            .toArray(double[][]::new);
            StringBuilder line = new StringBuilder("| " + sources + " |");
            for (int s = 0; s < SHOWN.size(); s++) {
                int in = 0;
                int of = 0;
                for (double[] ends : found) {
                    if (!Double.isNaN(ends[2 * s])) {
                        of++;
                        in += ends[2 * s] <= truth[s] && truth[s] <= ends[2 * s + 1] ? 1 : 0;
                    }
                }
                line.append(String.format(Locale.ROOT, " %.1f |", 100.0 * in / of));
            }
            System.out.println(line);
        }
    }

    private static PassageOptions options(int replicates) {
        return PassageOptions.DEFAULT
                .withGranularities(Set.of(Granularity.CHARACTER))
                .withGamma(GammaOptions.NONE)
                .withReplicates(replicates, 1);
    }

    /// Values, or both ends of each interval.
    private static double[] values(Continua texts, PassageOptions options, boolean ends) {
        List<Estimate> all = PassageAgreement.of(texts, options, Progress.NONE);
        double[] values = new double[ends ? 2 * SHOWN.size() : SHOWN.size()];
        for (int s = 0; s < SHOWN.size(); s++) {
            Shown shown = SHOWN.get(s);
            Estimate e =
                    all.stream()
                            .filter(x -> x.statistic() == shown.statistic())
                            .filter(x -> x.scope().equals(shown.scope()))
                            .findFirst()
                            .orElseThrow();
            values[ends ? 2 * s : s] = ends ? e.ciLow() : e.value();
            if (ends) {
                values[2 * s + 1] = e.ciHigh();
            }
        }
        return values;
    }

    private static Continua texts(Random random, int sources) {
        List<Continuum> all = new ArrayList<>();
        for (int s = 0; s < sources; s++) {
            all.add(text(random, "text " + s));
        }
        return new Continua(List.of("A", "B"), CODES, all);
    }

    /// About thirty passages in 6,000 characters; how much is missed and how far ends move belongs to the
    /// text, and so does how often its own favourite code comes.
    private static Continuum text(Random random, String name) {
        double missed = 0.3 * random.nextDouble();
        int shift = 1 + random.nextInt(40);
        int favourite = random.nextInt(3);
        List<int[]> spans = new ArrayList<>();
        int[] last = {0, 0};
        int at = 0;
        while (true) {
            int start = at + 40 + random.nextInt(160);
            int end = start + 60 + random.nextInt(120);
            if (end + 60 > 6000) {
                break;
            }
            int code = random.nextInt(4) == 0 ? favourite : code(random);
            for (int g = 0; g < 2; g++) {
                if (random.nextDouble() < missed) {
                    continue;
                }
                int from = Math.max(last[g], start + random.nextInt(2 * shift) - shift);
                int to = end + random.nextInt(2 * shift) - shift;
                int own = random.nextInt(10) == 0 ? code(random) : code;
                if (to > from) {
                    spans.add(new int[] {g, from, to, own});
                    last[g] = to;
                }
            }
            at = end;
        }
        return Continuum.of(
                name,
                0,
                6000,
                new boolean[] {true, true},
                CODES.size(),
                column(spans, 0),
                column(spans, 1),
                column(spans, 2),
                column(spans, 3));
    }

    private static int code(Random random) {
        double u = random.nextDouble();
        return u < 0.6 ? 0 : u < 0.92 ? 1 : 2;
    }

    private static int[] column(List<int[]> rows, int c) {
        return rows.stream().mapToInt(r -> r[c]).toArray();
    }
}
