package org.concordqda.agreement;

import java.util.Arrays;

/// Krippendorff's alpha at the ordinal level. Its metric depends on the margins: δ(c, k) = t_k − t_c with
/// t_c the mid-rank Σ_{g<c} n_g + n_c/2, so it is interval alpha on mid-ranks. Sums: ratings, n_c, and the
/// coincidences off the diagonal that occur: as many as there are distinct rows, not as there are pairs of
/// categories.
final class OrdinalSums implements Sums {
    private static final Statistic[] STATISTICS = {Statistic.KRIPPENDORFF_ALPHA};

    private final int q;
    private final CategoryPairs pairs;
    private final int[] start;
    private final int[] cell;
    private final double[] part;

    OrdinalSums(Patterns patterns) {
        q = patterns.categories;
        pairs = new CategoryPairs(q);
        int size = patterns.size();
        int r = patterns.coders;
        start = new int[size + 1];
        int[] cells = new int[64];
        double[] parts = new double[64];
        int end = 0;
        for (int p = 0; p < size; p++) {
            int m = patterns.rated(p);
            int room = end + 1 + r + r * (r - 1) / 2;
            if (room > cells.length) {
                cells = Arrays.copyOf(cells, Math.max(2 * cells.length, room));
                parts = Arrays.copyOf(parts, cells.length);
            }
            int from = end;
            if (m >= 2) {
                cells[end] = 0;
                parts[end++] = m;
            }
            for (int g = 0; g < r && m >= 2; g++) {
                int c = patterns.code(p, g);
                for (int h = g; h < r && c >= 0; h++) {
                    int d = patterns.code(p, h);
                    if (h == g || (d >= 0 && d != c)) {
                        int at = h == g ? 1 + c : 1 + q + pairs.of(c, d);
                        int i = from;
                        while (i < end && cells[i] != at) {
                            i++;
                        }
                        parts[i] = (i < end ? parts[i] : 0) + (h == g ? 1 : 1.0 / (m - 1));
                        cells[i] = at;
                        end = Math.max(end, i + 1);
                    }
                }
            }
            start[p + 1] = end;
        }
        cell = Arrays.copyOf(cells, end);
        part = Arrays.copyOf(parts, end);
    }

    @Override
    public int length() {
        return 1 + q + pairs.size();
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
        for (int i = start[p]; i < start[p + 1]; i++) {
            sums[cell[i]] += count * part[i];
        }
    }

    @Override
    public void addAll(double[] sums, int[] counts) {
        for (int p = 0; p < counts.length; p++) {
            double count = counts[p];
            for (int i = start[p]; i < start[p + 1]; i++) {
                sums[cell[i]] += count * part[i];
            }
        }
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
        double apart = ratings * second - first * first;
        double chance = 2 * apart / (ratings * (ratings - 1));
        double range = (highest - lowest) * (highest - lowest);
        if (!(ratings > 1) || range == 0 || chance <= 0) {
            Arrays.fill(out, 0, 3, Double.NaN);
            return;
        }
        double sum = 0;
        for (int i = 0; i < pairs.size(); i++) {
            double d = scratch[pairs.high(i)] - scratch[pairs.low(i)];
            sum += sums[1 + q + i] * d * d;
        }
        double observed = 2 * sum / ratings;
        ExchangeableSums.put(
                out,
                0,
                (apart - sum * (ratings - 1)) / apart,
                1 - observed / range,
                1 - chance / range);
    }
}
