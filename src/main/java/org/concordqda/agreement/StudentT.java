package org.concordqda.agreement;

/// Student's t and the normal distribution, to about 1e-13.
final class StudentT {
    /// A continued fraction may wander by one rounding for ever.
    private static final double ROUNDING = 4e-16;

    private StudentT() {}

    /// Two-sided p of t.
    static double twoSided(double t, double df) {
        return Math.min(1, beta(df / (df + t * t), df / 2, 0.5));
    }

    /// The t that leaves `(1 - confidence) / 2` above it.
    static double quantile(double confidence, double df) {
        double alpha = 1 - confidence;
        double low = 0;
        double high = 2;
        while (twoSided(high, df) > alpha && high < 1e300) {
            high *= 2;
        }
        double scale = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
        double t = (low + high) / 2;
        // Newton's steps, within what is known to hold it: a handful where halving took fifty.
        for (int i = 0; i < 200; i++) {
            double over = twoSided(t, df) - alpha;
            if (over > 0) {
                low = t;
            } else {
                high = t;
            }
            double density = Math.exp(scale - (df + 1) / 2 * Math.log1p(t * t / df));
            double next = t + over / (2 * density);
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - t) <= 4e-15 * t) {
                return next;
            }
            t = next;
        }
        return t;
    }

    /// P(Z ≤ z).
    static double normal(double z) {
        double half = 0.5 * gammaUpperHalf(z * z / 2);
        return z > 0 ? 1 - half : half;
    }

    /// The z with P(Z ≤ z) = p.
    static double normalQuantile(double p) {
        if (p <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (p >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double low = -40;
        double high = 40;
        for (int i = 0; i < 200 && high - low > 1e-14; i++) {
            double middle = (low + high) / 2;
            if (normal(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// Regularised incomplete beta I_x(a, b), by the continued fraction of Numerical Recipes.
    private static double beta(double x, double a, double b) {
        if (!(x > 0)) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double front =
                Math.exp(
                        logGamma(a + b)
                                - logGamma(a)
                                - logGamma(b)
                                + a * Math.log(x)
                                + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2)
                ? front * fraction(x, a, b) / a
                : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double tiny = 1e-300;
        double c = 1;
        double d = 1 / avoidZero(1 - (a + b) * x / (a + 1), tiny);
        double h = d;
        for (int m = 1; m < 10_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / avoidZero(1 + even * d, tiny);
            c = avoidZero(1 + even / c, tiny);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / avoidZero(1 + odd * d, tiny);
            c = avoidZero(1 + odd / c, tiny);
            double step = d * c;
            h *= step;
            if (Math.abs(step - 1) < ROUNDING) {
                break;
            }
        }
        return h;
    }

    private static double avoidZero(double v, double tiny) {
        return Math.abs(v) < tiny ? tiny : v;
    }

    /// Q(1/2, x) = erfc(√x).
    private static double gammaUpperHalf(double x) {
        if (x <= 0) {
            return 1;
        }
        double front = Math.exp(-x + 0.5 * Math.log(x) - logGamma(0.5));
        if (x < 1.5) {
            double term = 2;
            double sum = 2;
            for (int k = 1; k < 500 && term > sum * 1e-17; k++) {
                term *= x / (0.5 + k);
                sum += term;
            }
            return 1 - sum * front;
        }
        double b = x + 0.5;
        double c = 1e300;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < 10_000; i++) {
            double an = -i * (i - 0.5);
            b += 2;
            d = 1 / avoidZero(an * d + b, 1e-300);
            c = avoidZero(b + an / c, 1e-300);
            double step = d * c;
            h *= step;
            if (Math.abs(step - 1) < ROUNDING) {
                break;
            }
        }
        return front * h;
    }

    /// Stirling's series after shifting the argument above 15: relative error below 1e-15.
    private static double logGamma(double x) {
        double shift = 0;
        double y = x;
        while (y < 15) {
            shift += Math.log(y);
            y += 1;
        }
        double i = 1 / y;
        double i2 = i * i;
        double series =
                i
                        * (1.0 / 12
                                - i2
                                        * (1.0 / 360
                                                - i2
                                                        * (1.0 / 1260
                                                                - i2 * (1.0 / 1680 - i2 / 1188))));
        return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }
}
