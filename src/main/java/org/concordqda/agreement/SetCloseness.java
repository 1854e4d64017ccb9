package org.concordqda.agreement;

/// The agreement between distinct sets: kept as a triangle while that is small, else worked out each time.
final class SetCloseness extends WeightMatrix {
    private final long[][] sets;
    private final SetDistance distance;
    private final double[] triangle;

    SetCloseness(long[][] sets, SetDistance distance) {
        super(sets.length);
        this.sets = sets;
        this.distance = distance;
        triangle = new double[size <= LARGEST ? size * (size - 1) / 2 : 0];
        int[] of = new int[size];
        for (int k = 0; k < size; k++) {
            of[k] = SetDistance.size(sets[k]);
        }
        for (int k = 1, i = 0; k < size && triangle.length > 0; k++) {
            for (int l = 0; l < k; l++) {
                triangle[i++] = distance.closeness(sets[k], sets[l], of[k], of[l]);
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
        for (int k = 1; k < size; k++) {
            double sum = 0;
            double own = x[k];
            for (int l = 0; l < k; l++) {
                double w = get(k, l);
                sum += w * x[l];
                out[l] += w * own;
            }
            out[k] += sum;
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
