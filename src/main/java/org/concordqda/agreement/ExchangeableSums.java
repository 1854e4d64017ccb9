package org.concordqda.agreement;

import java.util.Arrays;

/// The coefficients that do not ask who rated: percent agreement, Gwet's AC, Fleiss (and Scott, its
/// two-coder form), Brennan–Prediger in Gwet's missing-data forms, and alpha by Krippendorff's
/// coincidences. Sums: n, n', Σaᵢ, R, Σrᵢaᵢ for alpha, πₖ, n_c.
final class ExchangeableSums implements Sums {
    private static final int HEAD = 5;
    private static final Statistic[] STATISTICS = {
        Statistic.PERCENT_AGREEMENT,
        Statistic.GWET_AC,
        Statistic.FLEISS_KAPPA,
        Statistic.BRENNAN_PREDIGER,
        Statistic.KRIPPENDORFF_ALPHA
    };

    final Patterns patterns;
    final WeightMatrix weights;
    final WeightMatrix metric;
    private final double total;
    private final int q;
    private final int[] rated;
    private final double[] agreement;
    private final double[] closeness;
    private final int[] start;
    private final int[] code;
    private final double[] times;

    /// @param weights of all but alpha
    /// @param metric of alpha, as weights
    ExchangeableSums(Patterns patterns, WeightMatrix weights, WeightMatrix metric) {
        this.patterns = patterns;
        this.weights = weights;
        this.metric = metric;
        total = weights.total();
        q = patterns.categories;
        int size = patterns.size();
        rated = new int[size];
        agreement = new double[size];
        closeness = new double[size];
        start = new int[size + 1];
        int[] codes = new int[size * patterns.coders];
        double[] counts = new double[codes.length];
        int[] row = new int[patterns.coders];
        int end = 0;
        for (int p = 0; p < size; p++) {
            int m = 0;
            for (int g = 0; g < patterns.coders; g++) {
                int c = patterns.code(p, g);
                if (c >= 0) {
                    row[m++] = c;
                }
            }
            Arrays.sort(row, 0, m);
            for (int i = 0; i < m; i++) {
                if (i == 0 || row[i] != row[i - 1]) {
                    codes[end] = row[i];
                    counts[end++] = 1;
                } else {
                    counts[end - 1]++;
                }
            }
            start[p + 1] = end;
            rated[p] = m;
        }
        code = Arrays.copyOf(codes, end);
        times = Arrays.copyOf(counts, end);
        for (int p = 0; p < size; p++) {
            agreement[p] = within(p, weights);
            closeness[p] = metric.equals(weights) ? agreement[p] : within(p, metric);
        }
    }

    private double within(int p, WeightMatrix w) {
        int m = rated[p];
        if (m < 2) {
            return 0;
        }
        double sum = 0;
        for (int i = start[p]; i < start[p + 1]; i++) {
            sum += times[i] * (times[i] - 1);
            for (int j = i + 1; j < start[p + 1] && !w.identity(); j++) {
                sum += 2 * times[i] * times[j] * w.get(code[i], code[j]);
            }
        }
        return sum / (m * (m - 1.0));
    }

    int rated(int pattern) {
        return rated[pattern];
    }

    /// aᵢ of the weights.
    double agreement(int pattern) {
        return agreement[pattern];
    }

    /// aᵢ of alpha's metric.
    double closeness(int pattern) {
        return closeness[pattern];
    }

    /// Σₖ rᵢₖ xₖ.
    double dot(int pattern, double[] x) {
        double sum = 0;
        for (int i = start[pattern]; i < start[pattern + 1]; i++) {
            sum += times[i] * x[code[i]];
        }
        return sum;
    }

    @Override
    public int length() {
        return HEAD + 2 * q;
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
        int m = rated[p];
        sums[0] += count;
        double share = count / m;
        for (int i = start[p]; i < start[p + 1]; i++) {
            sums[HEAD + code[i]] += share * times[i];
        }
        if (m >= 2) {
            sums[1] += count;
            sums[2] += count * agreement[p];
            sums[3] += count * m;
            sums[4] += count * m * closeness[p];
            for (int i = start[p]; i < start[p + 1]; i++) {
                sums[HEAD + q + code[i]] += count * times[i];
            }
        }
    }

    /// πₖ into `pi`, from the sums.
    void shares(double[] sums, double[] pi) {
        for (int k = 0; k < q; k++) {
            pi[k] = sums[HEAD + k] / sums[0];
        }
    }

    /// Shares among the pairable ratings.
    void pairableShares(double[] sums, double[] pi) {
        for (int k = 0; k < q; k++) {
            pi[k] = sums[HEAD + q + k] / sums[3];
        }
    }

    @Override
    public void coefficients(double[] sums, double[] scratch, double[] out) {
        double n = sums[0];
        double pairable = sums[1];
        if (pairable <= 0) {
            Arrays.fill(out, 0, 3 * STATISTICS.length, Double.NaN);
            return;
        }
        double pa = sums[2] / pairable;
        double spread = 0;
        for (int k = 0; k < q; k++) {
            double pi = sums[HEAD + k] / n;
            scratch[k] = pi;
            spread += pi * (1 - pi);
        }
        double fleiss = weights.form(scratch);
        double ac = q < 2 ? 1 : total / (q * (q - 1.0)) * spread;
        put(out, 0, pa, pa, 0);
        put(out, 1, Chance.corrected(pa, ac), pa, ac);
        put(out, 2, Chance.corrected(pa, fleiss), pa, fleiss);
        double bp = total / ((double) q * q);
        put(out, 3, Chance.corrected(pa, bp), pa, bp);
        double ratings = sums[3];
        for (int k = 0; k < q; k++) {
            scratch[k] = sums[HEAD + q + k] / ratings;
        }
        double chance = metric.form(scratch);
        double close = sums[4] / ratings;
        double observed = close + (1 - close) / ratings;
        put(out, 4, Chance.corrected(observed, chance), observed, chance);
    }

    static void put(double[] out, int at, double value, double observed, double expected) {
        out[3 * at] = value;
        out[3 * at + 1] = observed;
        out[3 * at + 2] = expected;
    }
}
