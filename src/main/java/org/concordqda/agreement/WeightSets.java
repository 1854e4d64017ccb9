package org.concordqda.agreement;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Builds the matrices of [Weights] and of alpha's [Level], or says why one does not exist.
final class WeightSets {
    private WeightSets() {}

    /// A matrix, or the reason why there is none.
    record Built(WeightMatrix matrix, String refusal) {
        boolean refused() {
            return !refusal.isEmpty();
        }
    }

    /// @param x the numbers to measure on: ranks or values
    /// @param last the matrix gets one more category (“missing”) that agrees with itself alone
    static Built of(Weights kind, double[] x, boolean last) {
        int q = x.length;
        if (kind == Weights.IDENTITY) {
            return new Built(WeightMatrix.identity(last ? q + 1 : q), "");
        }
        if (q > WeightMatrix.LARGEST) {
            return refused(
                    "more than "
                            + WeightMatrix.LARGEST
                            + " categories: weights between them are not computed");
        }
        double[][] d = new double[q][q];
        double min = Arrays.stream(x).min().orElse(0);
        double max = Arrays.stream(x).max().orElse(0);
        if (kind == Weights.RATIO) {
            for (int k = 0; k < q; k++) {
                if (x[k] == 0) {
                    return refused("ratio weights are not defined when a value is 0");
                }
            }
            if (hasOpposites(x)) {
                return refused("ratio weights are not defined for a value and its opposite");
            }
        }
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                d[k][l] = k == l ? 0 : distance(kind, x, k, l, min, max);
            }
        }
        return new Built(closeness(d, scale(kind, d, min, max, q), last), "");
    }

    private static double distance(Weights kind, double[] x, int k, int l, double min, double max) {
        double a = x[k];
        double b = x[l];
        double steps = Math.abs(k - l);
        return switch (kind) {
            case IDENTITY, TREE -> 1;
            case LINEAR -> Math.abs(a - b);
            case QUADRATIC -> (a - b) * (a - b);
            case ORDINAL -> steps * (steps + 1) / 2;
            case RADICAL -> Math.sqrt(Math.abs(a - b));
            case RATIO -> square((a - b) / (a + b));
            case CIRCULAR -> square(Math.sin(Math.PI * (a - b) / (max - min + 1)));
            case BIPOLAR -> a == b ? 0 : square(a - b) / ((a + b - 2 * min) * (2 * max - a - b));
        };
    }

    private static double scale(Weights kind, double[][] d, double min, double max, int q) {
        return switch (kind) {
            case LINEAR -> max - min;
            case QUADRATIC -> square(max - min);
            case ORDINAL -> q * (q - 1) / 2.0;
            case RADICAL -> Math.sqrt(max - min);
            case RATIO -> square((max - min) / (max + min));
            case IDENTITY, TREE, CIRCULAR, BIPOLAR -> largest(d);
        };
    }

    /// Alpha's metric as weights: 1 − δ²/max δ² gives the same alpha as δ². The ordinal level has no fixed
    /// matrix: see [OrdinalSums].
    static Built of(Level level, double[] x) {
        int q = x.length;
        if (level == Level.NOMINAL) {
            return new Built(WeightMatrix.identity(q), "");
        }
        if (level == Level.INTERVAL && q > WeightMatrix.LARGEST) {
            return new Built(WeightMatrix.squared(x), "");
        }
        if (q > WeightMatrix.LARGEST) {
            return refused(
                    "more than "
                            + WeightMatrix.LARGEST
                            + " categories: distances between them are not computed");
        }
        if (level == Level.RATIO && hasOpposites(x)) {
            return refused("the ratio level is not defined for a value and its opposite");
        }
        double[][] d = new double[q][q];
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                double gap = x[k] - x[l];
                d[k][l] = level == Level.RATIO && gap != 0 ? gap / (x[k] + x[l]) : gap;
                d[k][l] *= d[k][l];
            }
        }
        return new Built(closeness(d, largest(d), false), "");
    }

    static boolean hasOpposites(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        for (double v : x) {
            if (v != 0 && Arrays.binarySearch(sorted, -v) >= 0) {
                return true;
            }
        }
        return false;
    }

    static double[] ranks(int q) {
        double[] ranks = new double[q];
        for (int k = 0; k < q; k++) {
            ranks[k] = k + 1;
        }
        return ranks;
    }

    /// Weights from a tree; `kept` are the leaves that count.
    static Built of(@Nullable CategoryTree tree, int[] kept, boolean last) {
        if (tree == null) {
            return refused("the categories have no tree");
        }
        int q = kept.length;
        if (q > WeightMatrix.LARGEST) {
            return refused(
                    "more than "
                            + WeightMatrix.LARGEST
                            + " categories: weights between them are not computed");
        }
        double[][] d = new double[q][q];
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                d[k][l] = 1 - tree.closeness(kept[k], kept[l]);
            }
        }
        return new Built(closeness(d, 1, last), "");
    }

    private static Built refused(String why) {
        return new Built(WeightMatrix.identity(0), why);
    }

    private static WeightMatrix closeness(double[][] d, double scale, boolean last) {
        int q = d.length;
        int size = last ? q + 1 : q;
        double[][] w = new double[size][size];
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                w[k][l] = d[k][l] == 0 || scale == 0 ? 1 : 1 - d[k][l] / scale;
            }
        }
        if (last) {
            w[q][q] = 1;
        }
        return WeightMatrix.dense(w);
    }

    private static double largest(double[][] d) {
        double most = 0;
        for (double[] row : d) {
            for (double v : row) {
                most = Math.max(most, v);
            }
        }
        return most;
    }

    private static double square(double v) {
        return v * v;
    }
}
