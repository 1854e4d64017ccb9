package org.concordqda.agreement;

/// Agreement between categories, 0 to 1, symmetric, 1 on the diagonal. The identity keeps no matrix, so
/// a million categories cost nothing.
abstract class WeightMatrix {
    /// Above this many categories no matrix of them is built.
    static final int LARGEST = 3000;

    final int size;

    WeightMatrix(int size) {
        this.size = size;
    }

    abstract double get(int k, int l);

    /// `out = W x`.
    abstract void times(double[] x, double[] out);

    /// The sum of all weights.
    double total() {
        double[] ones = new double[size];
        java.util.Arrays.fill(ones, 1);
        double[] rows = new double[size];
        times(ones, rows);
        double sum = 0;
        for (double row : rows) {
            sum += row;
        }
        return sum;
    }

    /// `x' W x`.
    abstract double form(double[] x);

    boolean identity() {
        return false;
    }

    static WeightMatrix identity(int q) {
        return new Identity(q);
    }

    static WeightMatrix dense(double[][] w) {
        return new Dense(w);
    }

    /// 1 − (x_k − x_l)²/range² from the values alone, for any number of them.
    static WeightMatrix squared(double[] x) {
        return new Squared(x);
    }

    private static final class Identity extends WeightMatrix {
        Identity(int q) {
            super(q);
        }

        @Override
        double get(int k, int l) {
            return k == l ? 1 : 0;
        }

        @Override
        void times(double[] x, double[] out) {
            System.arraycopy(x, 0, out, 0, size);
        }

        @Override
        double form(double[] x) {
            return Dot.product(x, 0, x, size);
        }

        @Override
        double total() {
            return size;
        }

        @Override
        boolean identity() {
            return true;
        }
    }

    private static final class Dense extends WeightMatrix {
        private final double[][] w;

        Dense(double[][] w) {
            super(w.length);
            this.w = w;
        }

        @Override
        double get(int k, int l) {
            return w[k][l];
        }

        @Override
        void times(double[] x, double[] out) {
            for (int k = 0; k < size; k++) {
                double[] row = w[k];
                double sum = 0;
                for (int l = 0; l < size; l++) {
                    sum += row[l] * x[l];
                }
                out[k] = sum;
            }
        }

        @Override
        double form(double[] x) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                double own = x[k];
                if (own != 0) {
                    sum += own * (own + 2 * Dot.product(w[k], 0, x, k));
                }
            }
            return sum;
        }
    }

    /// Sums over all categories fall apart into sums of x and x².
    private static final class Squared extends WeightMatrix {
        private final double[] at;

        /// @param x values; they are moved and scaled to −½ … ½
        Squared(double[] x) {
            super(x.length);
            double min = java.util.Arrays.stream(x).min().orElse(0);
            double range = java.util.Arrays.stream(x).max().orElse(0) - min;
            at = new double[size];
            for (int k = 0; k < size && range > 0; k++) {
                at[k] = (x[k] - min) / range - 0.5;
            }
        }

        @Override
        double get(int k, int l) {
            double gap = at[k] - at[l];
            return 1 - gap * gap;
        }

        @Override
        void times(double[] x, double[] out) {
            Moments m = moments(x);
            for (int k = 0; k < size; k++) {
                out[k] = m.all() - (at[k] * at[k] * m.all() - 2 * at[k] * m.first() + m.second());
            }
        }

        @Override
        double form(double[] x) {
            Moments m = moments(x);
            return m.all() * m.all() - 2 * (m.all() * m.second() - m.first() * m.first());
        }

        private Moments moments(double[] x) {
            double all = 0;
            double first = 0;
            double second = 0;
            for (int k = 0; k < size; k++) {
                all += x[k];
                first += x[k] * at[k];
                second += x[k] * at[k] * at[k];
            }
            return new Moments(all, first, second);
        }

        private record Moments(double all, double first, double second) {}
    }
}
