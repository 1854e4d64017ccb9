package org.concordqda.agreement;

/// A dot product in four lanes: the order of addition is fixed, so results never differ between runs.
final class Dot {
    private Dot() {}

    /// The sum of products of `n` numbers of `a`, beginning at `from`, and of `x`.
    static double product(double[] a, int from, double[] x, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int l = 0;
        for (; l + 3 < n; l += 4) {
            s0 += a[from + l] * x[l];
            s1 += a[from + l + 1] * x[l + 1];
            s2 += a[from + l + 2] * x[l + 2];
            s3 += a[from + l + 3] * x[l + 3];
        }
        for (; l < n; l++) {
            s0 += a[from + l] * x[l];
        }
        return s0 + s1 + (s2 + s3);
    }
}
