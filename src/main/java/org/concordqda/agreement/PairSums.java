package org.concordqda.agreement;

import java.util.Arrays;

/// Cohen's kappa of every pair of coders on the units both rated, and their mean (Light). With two
/// coders that is Cohen's kappa. Sums per pair: n, Σw, and both margins, written pattern by pattern from a
/// list of who met whom.
final class PairSums implements Sums {
    final Patterns patterns;
    final WeightMatrix weights;
    private final int q;
    private final int r;
    private final int block;
    private final Statistic[] statistics;

    /// Per pattern the pairs that rated it: where the pair's sums begin, its two margins, its weight.
    private final int[] start;

    private final int[] place;
    private final double[] weight;

    PairSums(Patterns patterns, WeightMatrix weights) {
        this.patterns = patterns;
        this.weights = weights;
        q = patterns.categories;
        r = patterns.coders;
        block = 2 + 2 * q;
        statistics = new Statistic[] {r == 2 ? Statistic.COHEN_KAPPA : Statistic.LIGHT_KAPPA};
        start = new int[patterns.size() + 1];
        for (int p = 0; p < patterns.size(); p++) {
            int m = patterns.rated(p);
            start[p + 1] = start[p] + m * (m - 1) / 2;
        }
        place = new int[3 * start[patterns.size()]];
        weight = new double[start[patterns.size()]];
        for (int p = 0, i = 0; p < patterns.size(); p++) {
            for (int g = 0, at = 0; g < r; g++) {
                int c = patterns.code(p, g);
                for (int h = g + 1; h < r; h++, at += block) {
                    int d = patterns.code(p, h);
                    if (c >= 0 && d >= 0) {
                        place[3 * i] = at;
                        place[3 * i + 1] = at + 2 + c;
                        place[3 * i + 2] = at + 2 + q + d;
                        weight[i++] = weights.get(c, d);
                    }
                }
            }
        }
    }

    int pairs() {
        return r * (r - 1) / 2;
    }

    @Override
    public int length() {
        return pairs() * block;
    }

    @Override
    public int scratch() {
        return 0;
    }

    @Override
    public Statistic[] statistics() {
        return statistics;
    }

    @Override
    public void add(double[] sums, int p, double count) {
        for (int i = start[p]; i < start[p + 1]; i++) {
            int at = place[3 * i];
            sums[at] += count;
            sums[at + 1] += count * weight[i];
            sums[place[3 * i + 1]] += count;
            sums[place[3 * i + 2]] += count;
        }
    }

    /// Units both coders of the pair rated.
    double both(double[] sums, int pair) {
        return sums[pair * block];
    }

    double observed(double[] sums, int pair) {
        return sums[pair * block + 1] / sums[pair * block];
    }

    double expected(double[] sums, int pair) {
        double n = both(sums, pair);
        return met(sums, pair) / (n * n);
    }

    double value(double[] sums, int pair) {
        double n = both(sums, pair);
        return Chance.corrected(n * sums[pair * block + 1], met(sums, pair), n * n);
    }

    /// Expected agreement times n².
    private double met(double[] sums, int pair) {
        int at = pair * block + 2;
        double sum = 0;
        for (int k = 0; k < q; k++) {
            double row = sums[at + k];
            if (row == 0) {
                continue;
            }
            if (weights.identity()) {
                sum += row * sums[at + q + k];
                continue;
            }
            for (int l = 0; l < q; l++) {
                sum += row * sums[at + q + l] * weights.get(k, l);
            }
        }
        return sum;
    }

    double[] margin(double[] sums, int pair, boolean second) {
        int at = pair * block + 2 + (second ? q : 0);
        double[] share = Arrays.copyOfRange(sums, at, at + q);
        for (int k = 0; k < q; k++) {
            share[k] /= sums[pair * block];
        }
        return share;
    }

    @Override
    public void coefficients(double[] sums, double[] scratch, double[] out) {
        int with = 0;
        double value = 0;
        double observed = 0;
        double expected = 0;
        for (int pair = 0; pair < pairs(); pair++) {
            if (both(sums, pair) == 0) {
                continue;
            }
            with++;
            double n = both(sums, pair);
            double met = met(sums, pair);
            value += Chance.corrected(n * sums[pair * block + 1], met, n * n);
            observed += observed(sums, pair);
            expected += met / (n * n);
        }
        ExchangeableSums.put(out, 0, value / with, observed / with, expected / with);
    }
}
