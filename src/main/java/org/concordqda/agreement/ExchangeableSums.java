package org.concordqda.agreement;

import java.util.Arrays;

/// The coefficients that do not ask who rated: percent agreement, Gwet's AC, Fleiss (and Scott, its
/// two-coder form), Brennan–Prediger in Gwet's missing-data forms, and alpha by Krippendorff's
/// coincidences. Sums: n, n', Σaᵢ, R, Σrᵢaᵢ for alpha, πₖ, n_c; all but n, n', R and
/// n_c in [#unit]s.
final class ExchangeableSums implements Sums {
    private static final int HEAD = 5;
    private static final int LARGEST_UNIT = 10_000;
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

    /// All of a unit's agreement and all of a category's share are counted in this many parts, so that sums of
    /// thirds and sixths are whole numbers; 1 where it would be large.
    private final int unit;

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
        unit = unit(rated);
        code = Arrays.copyOf(codes, end);
        times = Arrays.copyOf(counts, end);
        for (int p = 0; p < size; p++) {
            agreement[p] = within(p, weights);
            closeness[p] = metric.equals(weights) ? agreement[p] : within(p, metric);
        }
    }

    /// The least common multiple of every m (m − 1) and m.
    private static int unit(int[] rated) {
        boolean[] seen = new boolean[Arrays.stream(rated).max().orElse(0) + 1];
        for (int m : rated) {
            seen[m] = true;
        }
        long all = 1;
        for (int m = 2; m < seen.length; m++) {
            if (seen[m]) {
                long parts = m * (m - 1L);
                all *= parts / gcd(all, parts);
                if (all > LARGEST_UNIT) {
                    return 1;
                }
            }
        }
        return (int) all;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    int unit() {
        return unit;
    }

    /// aᵢ of the weights in [#unit]s.
    double agreed(int pattern) {
        return agreement[pattern];
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
        return sum * unit / (m * (m - 1.0));
    }

    int rated(int pattern) {
        return rated[pattern];
    }

    /// aᵢ of the weights.
    double agreement(int pattern) {
        return agreement[pattern] / unit;
    }

    /// aᵢ of alpha's metric.
    double closeness(int pattern) {
        return closeness[pattern] / unit;
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
        double share = count * unit / m;
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
            pi[k] = sums[HEAD + k] / (unit * sums[0]);
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
        double agreed = sums[2];
        double one = unit * n;
        double spread = 0;
        for (int k = 0; k < q; k++) {
            double times = sums[HEAD + k];
            scratch[k] = times;
            spread += times * (one - times);
        }
        double square = one * one;
        double all = pairable * square;
        double both = agreed * unit * n * n;
        double form = weights.form(scratch);
        double mean = total / q;
        double pa = agreed / (unit * pairable);
        put(out, 0, pa, pa, 0);
        double ac =
                q < 2
                        ? Double.NaN
                        : Chance.corrected(both * (q - 1), mean * spread * pairable, all * (q - 1));
        put(out, 1, ac, pa, q < 2 ? 1 : mean * spread / (square * (q - 1)));
        put(out, 2, Chance.corrected(both, form * pairable, all), pa, form / square);
        double units = unit * pairable;
        put(out, 3, Chance.corrected(agreed * q, mean * units, units * q), pa, mean / q);
        double ratings = sums[3];
        for (int k = 0; k < q; k++) {
            scratch[k] = sums[HEAD + q + k];
        }
        double met = metric.form(scratch);
        double close = sums[4] * ratings + (unit * ratings - sums[4]);
        double whole = ratings * ratings;
        double alpha = Chance.corrected(close, unit * met, unit * whole);
        put(out, 4, alpha, close / (unit * whole), met / whole);
    }

    static void put(double[] out, int at, double value, double observed, double expected) {
        out[3 * at] = value;
        out[3 * at + 1] = observed;
        out[3 * at + 2] = expected;
    }
}
