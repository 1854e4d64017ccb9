package org.concordqda.agreement;

/// The agreement between distinct sets: kept as a triangle while that is small, else worked out each time.
final class SetCloseness extends WeightMatrix {
    /// Sets of fewer codes than this are looked up.
    private static final int SMALL = 40;

    private final long[][] sets;
    private final SetDistance distance;
    private final double[] triangle;

    SetCloseness(long[][] sets, SetDistance distance) {
        super(sets.length);
        this.sets = sets;
        this.distance = distance;
        triangle = size <= LARGEST ? triangle() : new double[0];
    }

    private double[] triangle() {
        double[] closeness = new double[size * (size - 1) / 2];
        int[] of = new int[size];
        int most = 0;
        for (int k = 0; k < size; k++) {
            of[k] = SetDistance.size(sets[k]);
            most = Math.max(most, of[k]);
        }
        if (size > 0 && sets[0].length == 1 && most < SMALL) {
            small(closeness, of, most + 1);
            return closeness;
        }
        for (int k = 1, i = 0; k < size; k++) {
            for (int l = 0; l < k; l++) {
                closeness[i++] = distance.closeness(sets[k], sets[l], of[k], of[l]);
            }
        }
        return closeness;
    }

    /// Sets in one word: the agreement depends on three small numbers, so each is divided out once.
    private void small(double[] closeness, int[] of, int base) {
        double[] known = new double[base * base * base];
        for (int a = 0; a < base; a++) {
            for (int b = 0; b < base; b++) {
                for (int both = 0; both <= Math.min(a, b); both++) {
                    known[(a * base + b) * base + both] = distance.closeness(both, a, b);
                }
            }
        }
        long[] bits = new long[size];
        int[] row = new int[size];
        for (int k = 0; k < size; k++) {
            bits[k] = sets[k][0];
            row[k] = of[k] * base;
        }
        for (int k = 1, i = 0; k < size; k++) {
            long own = bits[k];
            int from = row[k] * base;
            for (int l = 0; l < k; l++) {
                closeness[i++] = known[from + row[l] + Long.bitCount(own & bits[l])];
            }
        }
    }

    @Override
    double get(int k, int l) {
        if (k == l) {
            return 1;
        }
        if (triangle.length == 0) {
            return distance.closeness(sets[k], sets[l]);
        }
        return k > l ? triangle[k * (k - 1) / 2 + l] : triangle[l * (l - 1) / 2 + k];
    }

    @Override
    void times(double[] x, double[] out) {
        System.arraycopy(x, 0, out, 0, size);
        for (int k = 1, from = 0; k < size; from += k, k++) {
            double own = x[k];
            if (triangle.length > 0) {
                out[k] += Dot.product(triangle, from, x, k);
                for (int l = 0; l < k; l++) {
                    out[l] += triangle[from + l] * own;
                }
            } else {
                for (int l = 0; l < k; l++) {
                    double w = distance.closeness(sets[k], sets[l]);
                    out[k] += w * x[l];
                    out[l] += w * own;
                }
            }
        }
    }

    @Override
    double form(double[] x) {
        double sum = 0;
        for (int k = 0, i = 0; k < size; i += k, k++) {
            double own = x[k];
            if (own == 0) {
                continue;
            }
            double inner = triangle.length > 0 ? Dot.product(triangle, i, x, k) : loop(k, x);
            sum += own * (own + 2 * inner);
        }
        return sum;
    }

    private double loop(int k, double[] x) {
        double inner = 0;
        for (int l = 0; l < k; l++) {
            if (x[l] != 0) {
                inner += x[l] * distance.closeness(sets[k], sets[l]);
            }
        }
        return inner;
    }
}
