package org.concordqda.agreement;

import java.util.Arrays;

/// Krippendorff's alpha at the ordinal level. Its metric depends on the margins: δ(c, k) = t_k − t_c with
/// t_c the mid-rank Σ_{g<c} n_g + n_c/2, so it is interval alpha on mid-ranks. Sums: ratings, n_c, and the
/// coincidences above the diagonal.
final class OrdinalSums implements Sums {
    private static final Statistic[] STATISTICS = {Statistic.KRIPPENDORFF_ALPHA};

    private final Patterns patterns;
    private final int q;

    OrdinalSums(Patterns patterns) {
        this.patterns = patterns;
        q = patterns.categories;
    }

    @Override
    public int length() {
        return 1 + q + q * (q - 1) / 2;
    }

    @Override
    public int scratch() {
        return q;
    }

    @Override
    public Statistic[] statistics() {
        return STATISTICS;
    }

    @Override
    public void add(double[] sums, int p, double count) {
        int m = patterns.rated(p);
        if (m < 2) {
            return;
        }
        sums[0] += count * m;
        double share = count / (m - 1);
        for (int g = 0; g < patterns.coders; g++) {
            int c = patterns.code(p, g);
            if (c < 0) {
                continue;
            }
            sums[1 + c] += count;
            for (int h = g + 1; h < patterns.coders; h++) {
                int d = patterns.code(p, h);
                if (d >= 0 && d != c) {
                    sums[cell(Math.min(c, d), Math.max(c, d))] += share;
                }
            }
        }
    }

    private int cell(int low, int high) {
        return 1 + q + high * (high - 1) / 2 + low;
    }

    @Override
    public void coefficients(double[] sums, double[] scratch, double[] out) {
        double ratings = sums[0];
        double before = 0;
        double first = 0;
        double second = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < q; c++) {
            double n = sums[1 + c];
            double t = before + n / 2;
            scratch[c] = t;
            before += n;
            first += n * t;
            second += n * t * t;
            if (n > 0) {
                lowest = Math.min(lowest, t);
                highest = Math.max(highest, t);
            }
        }
        double chance = 2 * (ratings * second - first * first) / (ratings * (ratings - 1));
        double range = (highest - lowest) * (highest - lowest);
        if (!(ratings > 1) || range == 0 || chance <= 0) {
            Arrays.fill(out, 0, 3, Double.NaN);
            return;
        }
        double sum = 0;
        for (int high = 1, at = 1 + q; high < q; high++) {
            for (int low = 0; low < high; low++, at++) {
                double d = scratch[high] - scratch[low];
                sum += sums[at] * d * d;
            }
        }
        double observed = 2 * sum / ratings;
        ExchangeableSums.put(
                out, 0, 1 - observed / chance, 1 - observed / range, 1 - chance / range);
    }
}
