package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Cancelled;
import org.concordqda.job.Impatient;
import org.concordqda.job.Progress;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

class BootstrapTest {
    private static final RatingTable TABLE =
            Tables.random(new Random(3), 3, 4, 200, 0.1, 0.6)
                    .withClusters(IntStream.range(0, 200).map(u -> u / 8).toArray(), "source");

    @Test
    void threadsChangeNothing() throws Exception {
        for (IntervalMethod method : IntervalMethod.values()) {
            AgreementOptions options = AgreementOptions.DEFAULT.withInterval(method);
            try (ForkJoinPool one = new ForkJoinPool(1);
                    ForkJoinPool four = new ForkJoinPool(4)) {
                List<Estimate> alone =
                        one.submit(() -> Agreement.of(TABLE, options, Progress.NONE)).get();
                List<Estimate> together =
                        four.submit(() -> Agreement.of(TABLE, options, Progress.NONE)).get();
                assertEquals(alone, together);
            }
        }
    }

    @Test
    void standardErrorIsNearTheAnalyticOne() {
        RatingTable table = Tables.random(new Random(8), 4, 4, 400, 0.15, 0.6);
        AgreementOptions options = AgreementOptions.DEFAULT.withScopes(false, false);
        List<Estimate> analytic =
                Agreement.of(table, options.withInterval(IntervalMethod.ANALYTIC), Progress.NONE);
        for (IntervalMethod method : List.of(IntervalMethod.PERCENTILE, IntervalMethod.BCA)) {
            List<Estimate> drawn = Agreement.of(table, options.withInterval(method), Progress.NONE);
            for (int i = 0; i < drawn.size(); i++) {
                Estimate a = analytic.get(i);
                Estimate b = drawn.get(i);
                assertEquals(a.value(), b.value(), 1e-12);
                assertEquals(1, b.se() / a.se(), 0.08, b.toString());
                assertEquals(a.ciLow(), b.ciLow(), 0.25 * a.se() + 0.01, b.toString());
                assertEquals(a.ciHigh(), b.ciHigh(), 0.25 * a.se() + 0.01, b.toString());
            }
        }
    }

    @Test
    void clustersOfOneAreUnits() {
        RatingTable plain = Tables.random(new Random(8), 3, 3, 80, 0.1, 0.6);
        RatingTable own = plain.withClusters(IntStream.range(0, 80).toArray(), "source");
        Estimate automatic =
                Agreement.single(
                        own, Statistic.FLEISS_KAPPA, AgreementOptions.DEFAULT, Progress.NONE);
        assertTrue(automatic.interval().startsWith("Gwet, analytic"), automatic.interval());
        Estimate clusters =
                Agreement.single(
                        TABLE, Statistic.FLEISS_KAPPA, AgreementOptions.DEFAULT, Progress.NONE);
        assertEquals(
                "bootstrap of whole sources, percentile, 2,000 replicates, 95 %",
                clusters.interval());
    }

    @Test
    void dependenceWithinClustersWidensTheInterval() {
        Random random = new Random(4);
        int n = 400;
        int[] cells = new int[2 * n];
        boolean agree = true;
        for (int u = 0; u < n; u++) {
            if (u % 20 == 0) {
                agree = random.nextBoolean();
            }
            cells[2 * u] = random.nextInt(2);
            cells[2 * u + 1] = agree ? cells[2 * u] : random.nextInt(2);
        }
        RatingTable table =
                RatingTable.of(List.of("A", "B"), List.of("0", "1"), cells)
                        .withClusters(IntStream.range(0, n).map(u -> u / 20).toArray(), "source");
        double units = error(table, IntervalMethod.PERCENTILE);
        double clusters = error(table, IntervalMethod.CLUSTER);
        assertTrue(clusters > 1.5 * units, clusters + " and " + units);
    }

    private static double error(RatingTable table, IntervalMethod method) {
        return Agreement.single(
                        table,
                        Statistic.COHEN_KAPPA,
                        AgreementOptions.DEFAULT.withInterval(method),
                        Progress.NONE)
                .se();
    }

    @Test
    void tooManyUndefinedReplicatesGiveNoInterval() {
        RatingTable rare =
                RatingTable.ofLabels(
                        List.of("A", "B"),
                        IntStream.range(0, 12)
                                .mapToObj(u -> u == 0 ? List.of("b", "b") : List.of("a", "a"))
                                .toList());
        Estimate e =
                Agreement.single(
                        rare,
                        Statistic.COHEN_KAPPA,
                        AgreementOptions.DEFAULT.withInterval(IntervalMethod.PERCENTILE),
                        Progress.NONE);
        assertEquals(1, e.value());
        assertTrue(Double.isNaN(e.ciLow()));
        assertTrue(
                e.interval().matches("none: [\\d,]+ of 2,000 replicates undefined"), e.interval());
    }

    @Test
    void cancelStops() {
        Progress cancelled = Impatient.after(0);
        assertThrows(
                Cancelled.class,
                () ->
                        Agreement.of(
                                TABLE,
                                AgreementOptions.DEFAULT.withInterval(IntervalMethod.PERCENTILE),
                                cancelled));
    }

    /// Both ways of drawing have the mean and variance of a multinomial.
    @Test
    void drawsAreMultinomial() {
        for (int[] counts : List.of(new int[] {1, 5, 14, 30}, new int[] {100, 3, 2000, 50_000})) {
            Multinomial multinomial = new Multinomial(counts);
            double n = multinomial.total();
            int runs = 20_000;
            double[] mean = new double[4];
            double[] squares = new double[4];
            int[] drawn = new int[4];
            for (int b = 0; b < runs; b++) {
                multinomial.draw(new SplitMix(b), drawn);
                assertEquals(n, Arrays.stream(drawn).sum());
                for (int p = 0; p < 4; p++) {
                    mean[p] += drawn[p] / (double) runs;
                    squares[p] += (double) drawn[p] * drawn[p] / runs;
                }
            }
            for (int p = 0; p < 4; p++) {
                double variance = counts[p] * (1 - counts[p] / n);
                assertEquals(counts[p], mean[p], 4 * Math.sqrt(variance / runs));
                assertEquals(1, (squares[p] - mean[p] * mean[p]) / variance, 0.06);
            }
        }
    }

    @Test
    void pairedDifference() {
        RatingTable before = Tables.random(new Random(1), 2, 3, 300, 0, 0.5);
        RatingTable after = Tables.random(new Random(2), 2, 3, 300, 0, 0.85);
        AgreementOptions options = AgreementOptions.DEFAULT;
        Difference better =
                Difference.of(
                        new Difference.Side(before, Statistic.COHEN_KAPPA, options),
                        new Difference.Side(after, Statistic.COHEN_KAPPA, options),
                        Progress.NONE);
        assertTrue(better.clear() && better.low() > 0, better.toString());
        double apart = Math.hypot(better.first().se(), better.second().se());
        assertEquals(1, better.se() / apart, 0.15);
        Difference same =
                Difference.of(
                        new Difference.Side(before, Statistic.COHEN_KAPPA, options),
                        new Difference.Side(before, Statistic.COHEN_KAPPA, options),
                        Progress.NONE);
        assertEquals(0, same.value());
        assertEquals("not estimable", same.interval());
        Difference close =
                Difference.of(
                        new Difference.Side(before, Statistic.SCOTT_PI, options),
                        new Difference.Side(before, Statistic.COHEN_KAPPA, options),
                        Progress.NONE);
        assertTrue(close.se() < better.first().se() / 5, close.toString());
    }

    @Test
    void planningShrinksWithTheSquare() {
        RatingTable pilot = Tables.random(new Random(1), 2, 3, 50, 0, 0.7);
        AgreementOptions options = AgreementOptions.DEFAULT.withInterval(IntervalMethod.ANALYTIC);
        Planning wide = Planning.of(pilot, Statistic.COHEN_KAPPA, options, 0.1, Progress.NONE);
        Planning narrow = Planning.of(pilot, Statistic.COHEN_KAPPA, options, 0.05, Progress.NONE);
        assertEquals(4, (double) narrow.units() / wide.units(), 0.1);
        double own = (wide.pilot().ciHigh() - wide.pilot().ciLow()) / 2;
        assertEquals(
                50,
                Planning.of(pilot, Statistic.COHEN_KAPPA, options, own, Progress.NONE).units(),
                1);
    }

    @Test
    void leaveOneOutFindsTheOddCoder() {
        Random random = new Random(6);
        int n = 200;
        int[] cells = new int[3 * n];
        for (int u = 0; u < n; u++) {
            cells[3 * u] = cells[3 * u + 1] = random.nextInt(3);
            cells[3 * u + 2] = random.nextInt(3);
        }
        RatingTable table = RatingTable.of(Tables.names("R", 3), Tables.numbers(3), cells);
        List<Estimate> left =
                LeaveOneOut.of(
                        table,
                        Statistic.KRIPPENDORFF_ALPHA,
                        AgreementOptions.DEFAULT,
                        Progress.NONE);
        assertEquals("without=R3", left.get(2).scope());
        assertEquals(1, left.get(2).value(), 1e-12);
        assertTrue(left.get(0).value() < 0.2);
    }
}
