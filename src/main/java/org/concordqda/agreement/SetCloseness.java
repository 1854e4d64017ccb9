package org.concordqda.agreement;

import java.util.Arrays;

/// The agreement between distinct sets of codes, kept as a triangle: for at most [#LARGEST] sets. Of more see
/// [SharedCodes].
final class SetCloseness extends WeightMatrix {
    /// Sets of fewer codes than this are looked up.
    private static final int SMALL = 40;

    private final double[] triangle;

    /// @param sets the codes of each, ascending
    SetCloseness(int[][] sets, SetDistance distance) {
        super(sets.length);
        triangle = triangle(bits(sets), distance);
    }

    private static long[][] bits(int[][] sets) {
        int last = 0;
        for (int[] set : sets) {
            last = Math.max(last, set.length == 0 ? 0 : set[set.length - 1]);
        }
        long[][] bits = new long[sets.length][last / 64 + 1];
        for (int s = 0; s < sets.length; s++) {
            for (int code : sets[s]) {
                bits[s][code / 64] |= 1L << code;
            }
        }
        return bits;
    }

    private double[] triangle(long[][] sets, SetDistance distance) {
        double[] closeness = new double[size * (size - 1) / 2];
        int[] of = Arrays.stream(sets).mapToInt(SetDistance::size).toArray();
        int most = Arrays.stream(of).max().orElse(0);
        if (size > 0 && sets[0].length == 1 && most < SMALL) {
            small(sets, distance, closeness, of, most + 1);
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
    private static void small(
            long[][] sets, SetDistance distance, double[] closeness, int[] of, int base) {
        double[] known = new double[base * base * base];
        for (int a = 0; a < base; a++) {
            for (int b = 0; b < base; b++) {
                for (int both = 0; both <= Math.min(a, b); both++) {
                    known[(a * base + b) * base + both] = distance.closeness(both, a, b);
                }
            }
        }
        long[] bits = new long[sets.length];
        int[] row = new int[sets.length];
        for (int k = 0; k < bits.length; k++) {
            bits[k] = sets[k][0];
            row[k] = of[k] * base;
        }
        for (int k = 1, i = 0; k < bits.length; k++) {
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
        return k > l ? triangle[k * (k - 1) / 2 + l] : triangle[l * (l - 1) / 2 + k];
    }

    @Override
    void times(double[] x, double[] out) {
        System.arraycopy(x, 0, out, 0, size);
        for (int k = 1, from = 0; k < size; from += k, k++) {
            double own = x[k];
            out[k] += Dot.product(triangle, from, x, k);
            for (int l = 0; l < k; l++) {
                out[l] += triangle[from + l] * own;
            }
        }
    }

    @Override
    double form(double[] x) {
        double sum = 0;
        for (int k = 0, from = 0; k < size; from += k, k++) {
            double own = x[k];
            if (own != 0) {
                sum += own * (own + 2 * Dot.product(triangle, from, x, k));
            }
        }
        return sum;
    }
}
