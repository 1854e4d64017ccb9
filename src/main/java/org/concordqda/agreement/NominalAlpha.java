package org.concordqda.agreement;

import java.util.Optional;

/// Nominal alpha with its analytic interval straight from the cells: two passes and no table of distinct
/// rows, which in a large table with many coders are nearly as many as the units. The same numbers as the
/// way over [Patterns], which stays the way for everything else.
final class NominalAlpha {
    /// With fewer units the other way is as fast.
    private static final int LARGE = 5_000;

    private NominalAlpha() {}

    /// Whether this is the way for a table.
    static boolean fits(RatingTable table, Statistic statistic, AgreementOptions options) {
        return statistic == Statistic.KRIPPENDORFF_ALPHA
                && table.units() >= LARGE
                && table.coders().size() > 2
                && options.weights() == Weights.IDENTITY
                && options.level().orElse(Level.NOMINAL) == Level.NOMINAL
                && options.missing() == Missing.AVAILABLE
                && options.population() == 0
                && Plan.method(table, options) == IntervalMethod.ANALYTIC;
    }

    /// The estimate; empty where it does not exist, for the other way to say why.
    static Optional<Estimate> of(RatingTable table, AgreementOptions options) {
        int[] cells = table.cells();
        int r = table.coders().size();
        int units = table.units();
        int q = table.categories().size();
        // One slot more, in front, takes the missing ones: no branch in the loops.
        int[] seen = new int[q + 1];
        int[] same = new int[units];
        byte[] rated = new byte[units];
        int[] all = new int[q + 1];
        int[] alone = new int[q + 1];
        if (r > Byte.MAX_VALUE) {
            return Optional.empty();
        }
        for (int u = 0, from = 0; u < units; u++, from += r) {
            int m = 0;
            int equal = 0;
            int last = 0;
            for (int i = from; i < from + r; i++) {
                int c = cells[i] + 1;
                int before = seen[c];
                seen[c] = before + 1;
                int present = c > 0 ? 1 : 0;
                m += present;
                equal += present * before;
                last = Math.max(last, c);
            }
            for (int i = from; i < from + r; i++) {
                int c = cells[i] + 1;
                all[c]++;
                seen[c] = 0;
            }
            alone[last] += m == 1 ? 1 : 0;
            same[u] = equal;
            rated[u] = (byte) m;
        }
        return estimate(table, options, all, alone, same, rated);
    }

    private static Optional<Estimate> estimate(
            RatingTable table,
            AgreementOptions options,
            int[] all,
            int[] alone,
            int[] same,
            byte[] rated) {
        int units = table.units();
        int q = table.categories().size();
        long[] byCount = new long[Byte.MAX_VALUE + 1];
        int[] counts = new int[Byte.MAX_VALUE + 1];
        for (int u = 0; u < units; u++) {
            byCount[rated[u]] += same[u];
            counts[rated[u]]++;
        }
        double agreed = 0;
        double ratings = 0;
        int pairable = 0;
        int every = 0;
        for (int m = 1; m < counts.length; m++) {
            every += m * counts[m];
            if (m > 1) {
                agreed += 2.0 * byCount[m] / (m - 1);
                ratings += (double) m * counts[m];
                pairable += counts[m];
            }
        }
        double[] share = new double[q + 1];
        double squares = 0;
        for (int k = 1; k <= q; k++) {
            double count = all[k] - alone[k];
            share[k] = count / ratings;
            squares += count * count;
        }
        double expected = squares / (ratings * ratings);
        if (pairable == 0 || 1 - expected < Chance.NOTHING) {
            return Optional.empty();
        }
        double close = agreed / ratings;
        double observed = close + (1 - close) / ratings;
        double value =
                Chance.corrected(agreed * ratings + (ratings - agreed), squares, ratings * ratings);
        double se = error(table, same, rated, share, expected, close, ratings, pairable);
        int n = units - counts[0];
        Ends ends = Ends.analytic(value, se, n, options.confidence(), "Gwet");
        double p = ends.se() > 0 ? StudentT.twoSided(value / ends.se(), ends.df()) : Double.NaN;
        return Optional.of(
                new Estimate(
                        Statistic.KRIPPENDORFF_ALPHA,
                        "all",
                        value,
                        ends.se(),
                        ends.low(),
                        ends.high(),
                        ends.words(),
                        p,
                        n,
                        pairable,
                        n * Agreement.active(table).length - every,
                        counts[0],
                        observed,
                        expected,
                        Optional.empty()));
    }

    /// As [Linearised], unit by unit.
    private static double error(
            RatingTable table,
            int[] same,
            byte[] rated,
            double[] share,
            double expected,
            double close,
            double ratings,
            int pairable) {
        int[] cells = table.cells();
        int r = table.coders().size();
        double mean = ratings / pairable;
        double value = (close - expected) / (1 - expected);
        double room = 1 - expected;
        double sum = 0;
        for (int u = 0, from = 0; u < rated.length; u++, from += r) {
            int m = rated[u];
            if (m < 2) {
                continue;
            }
            double chance = 0;
            for (int i = from; i < from + r; i++) {
                chance += share[cells[i] + 1];
            }
            double d = (m - mean) / mean;
            double a = 2.0 * same[u] / (m - 1) / mean - close * d;
            double e = chance / mean - expected * d;
            double x = (a - expected) / room - 2 * (1 - value) * (e - expected) / room - value;
            sum += x * x;
        }
        return pairable < 2 ? Double.NaN : Math.sqrt(sum / (pairable * (pairable - 1.0)));
    }
}
