package org.concordqda.bench;

import org.concordqda.agreement.Agreement;
import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.IntervalMethod;
import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.Statistic;
import org.concordqda.job.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// How often a 95 % interval holds the true coefficient: 2 and 5 coders; 30, 100 and 500 units; even and
/// skewed prevalence; independent units and units in clusters. The truth is the coefficient of one very
/// large table from the same source. Prints the lines of the table in the documentation.
///
/// Arguments: runs per cell (default 400), replicates (default 400), and `passages` for passages of whole
/// sources alone.
public final class CoverageSimulation {
    private static final List<Statistic> SHOWN =
            List.of(
                    Statistic.PERCENT_AGREEMENT,
                    Statistic.COHEN_KAPPA,
                    Statistic.FLEISS_KAPPA,
                    Statistic.CONGER_KAPPA,
                    Statistic.GWET_AC,
                    Statistic.KRIPPENDORFF_ALPHA);

    private CoverageSimulation() {}

    public static void main(String[] args) {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 400;
        int replicates = args.length > 1 ? Integer.parseInt(args[1]) : 400;
        if (args.length > 2 && args[2].equals("passages")) {
            PassageCoverage.print(runs, replicates);
            return;
        }
        System.out.println(
                "| source | coders | units | interval | % | κ Cohen | Fleiss | Conger | AC1 | α |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        double[][] sources = {{0.4, 0.3, 0.3}, {0.85, 0.1, 0.05}};
        for (double[] shares : sources) {
            for (int coders : new int[] {2, 5}) {
                double[] truth = values(table(new Random(99), shares, coders, 300_000, 1));
                for (int n : new int[] {30, 100, 500}) {
                    for (IntervalMethod method :
                            List.of(
                                    IntervalMethod.ANALYTIC,
                                    IntervalMethod.PERCENTILE,
                                    IntervalMethod.BCA)) {
                        line(shares, coders, n, 1, method, truth, runs, replicates);
                    }
                }
            }
        }
        for (double[] shares : sources) {
            for (int coders : new int[] {2, 5}) {
                double[] truth = values(table(new Random(99), shares, coders, 300_000, 10));
                for (int n : new int[] {100, 500}) {
                    for (IntervalMethod method :
                            List.of(
                                    IntervalMethod.ANALYTIC,
                                    IntervalMethod.CLUSTER,
                                    IntervalMethod.CLUSTER_BCA)) {
                        line(shares, coders, n, 10, method, truth, runs, replicates);
                    }
                }
            }
        }
    }

    private static void line(
            double[] shares,
            int coders,
            int n,
            int perCluster,
            IntervalMethod method,
            double[] truth,
            int runs,
            int replicates) {
        AgreementOptions options =
                AgreementOptions.DEFAULT
                        .withScopes(false, false)
                        .withInterval(method)
                        .withReplicates(replicates, 1);
        int[][] hits =
                IntStream.range(0, runs)
                        .parallel()
                        .mapToObj(
                                run -> {
                                    Random random = new Random(1000L * n + run);
                                    RatingTable table =
                                            table(random, shares, coders, n, perCluster);
                                    return hits(table, options, truth);
                                })
                        .toArray(int[][]::new);
        StringBuilder line = new StringBuilder();
        for (int s = 0; s < SHOWN.size(); s++) {
            int in = 0;
            int of = 0;
            for (int[] hit : hits) {
                in += Math.max(0, hit[s]);
                of += hit[s] >= 0 ? 1 : 0;
            }
            line.append(of == 0 ? " – |" : String.format(Locale.ROOT, " %.1f |", 100.0 * in / of));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s%s | %d | %d | %s |%s%n",
                shares[0] > 0.5 ? "skewed" : "even",
                perCluster > 1 ? ", clusters of " + perCluster : "",
                coders,
                n,
                method.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                line);
    }

    /// Per statistic: 1 the interval holds the truth, 0 it does not, -1 no interval.
    private static int[] hits(RatingTable table, AgreementOptions options, double[] truth) {
        List<Estimate> all = Agreement.of(table, options, Progress.NONE);
        int[] hits = new int[SHOWN.size()];
        for (int s = 0; s < hits.length; s++) {
            Statistic wanted = SHOWN.get(s);
            int at = s;
            hits[s] = -1;
            all.stream()
                    .filter(e -> e.statistic() == wanted && !Double.isNaN(e.ciLow()))
                    .findFirst()
                    .ifPresent(
                            e ->
                                    hits[at] =
                                            e.ciLow() <= truth[at] && truth[at] <= e.ciHigh()
                                                    ? 1
                                                    : 0);
        }
        return hits;
    }

    private static double[] values(RatingTable table) {
        AgreementOptions options =
                AgreementOptions.DEFAULT
                        .withScopes(false, false)
                        .withInterval(IntervalMethod.ANALYTIC);
        List<Estimate> all = new ArrayList<>(Agreement.of(table, options, Progress.NONE));
        return SHOWN.stream()
                .mapToDouble(
                        s ->
                                all.stream()
                                        .filter(e -> e.statistic() == s)
                                        .mapToDouble(Estimate::value)
                                        .findFirst()
                                        .orElse(Double.NaN))
                .toArray();
    }

    /// Coders see the unit's own category with a chance that belongs to its cluster (mean about .7), else
    /// draw one; categories run in clusters too.
    private static RatingTable table(
            Random random, double[] shares, int coders, int units, int perCluster) {
        int[] cells = new int[units * coders];
        int[] clusters = new int[units];
        double sees = 0.7;
        int habit = 0;
        for (int u = 0; u < units; u++) {
            if (perCluster > 1 && u % perCluster == 0) {
                sees = 0.4 + 0.6 * random.nextDouble();
                habit = draw(random, shares);
            }
            clusters[u] = u / perCluster;
            boolean usual = perCluster > 1 && random.nextInt(3) == 0;
            int truth = usual ? habit : draw(random, shares);
            for (int g = 0; g < coders; g++) {
                cells[u * coders + g] = random.nextDouble() < sees ? truth : draw(random, shares);
            }
        }
        RatingTable table =
                RatingTable.of(
                        IntStream.range(0, coders).mapToObj(g -> "R" + g).toList(),
                        IntStream.range(0, shares.length).mapToObj(k -> "c" + k).toList(),
                        cells);
        return perCluster > 1 ? table.withClusters(clusters, "source") : table;
    }

    private static int draw(Random random, double[] shares) {
        double u = random.nextDouble();
        int k = 0;
        while (k < shares.length - 1 && u >= shares[k]) {
            u -= shares[k++];
        }
        return k;
    }
}
