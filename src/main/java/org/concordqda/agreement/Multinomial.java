package org.concordqda.agreement;

import java.util.Arrays;

/// Draws n units with replacement, as counts per pattern: one by one where the units are few, else by a
/// chain of exact binomials. Immutable; any thread.
final class Multinomial {
    /// A binomial costs about as much as this many single draws.
    private static final int BINOMIAL_COST = 24;

    private final int[] counts;
    private final int total;
    private final int[] lottery;

    Multinomial(int[] counts) {
        this.counts = counts;
        total = Arrays.stream(counts).sum();
        boolean single = total <= (long) BINOMIAL_COST * counts.length;
        lottery = new int[single ? total : 0];
        for (int p = 0, i = 0; single && p < counts.length; p++) {
            Arrays.fill(lottery, i, i + counts[p], p);
            i += counts[p];
        }
    }

    int total() {
        return total;
    }

    /// Fills `drawn` with one replicate.
    void draw(SplitMix random, int[] drawn) {
        if (lottery.length > 0) {
            Arrays.fill(drawn, 0);
            for (int i = 0; i < total; i++) {
                drawn[lottery[random.below(total)]]++;
            }
            return;
        }
        int left = total;
        long mass = total;
        for (int p = 0; p < counts.length; p++) {
            int x =
                    left == 0
                            ? 0
                            : counts[p] == mass
                                    ? left
                                    : binomial(random, left, (double) counts[p] / mass);
            drawn[p] = x;
            left -= x;
            mass -= counts[p];
        }
    }

    /// An exact binomial draw: inversion where few are expected, Hörmann's BTRS (1993) otherwise.
    static int binomial(SplitMix random, int n, double p) {
        if (p > 0.5) {
            return n - binomial(random, n, 1 - p);
        }
        return n * p < 10 ? inversion(random, n, p) : transformedRejection(random, n, p);
    }

    private static int inversion(SplitMix random, int n, double p) {
        double odds = p / (1 - p);
        double chance = Math.exp(n * Math.log1p(-p));
        while (true) {
            double u = random.uniform();
            double f = chance;
            for (int x = 0; x <= n; x++) {
                if (u < f) {
                    return x;
                }
                u -= f;
                f *= odds * (n - x) / (x + 1);
                if (f < 1e-300) {
                    break;
                }
            }
        }
    }

    private static int transformedRejection(SplitMix random, int n, double p) {
        double spread = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double centre = n * p + 0.5;
        double alpha = (2.83 + 5.1 / b) * spread;
        double edge = 0.92 - 4.2 / b;
        while (true) {
            double v = random.uniform();
            double u = random.uniform() - 0.5;
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + centre);
            if (us >= 0.07 && v <= edge) {
                return (int) k;
            }
            if (k < 0 || k > n) {
                continue;
            }
            double m = Math.floor((n + 1) * p);
            double logV = Math.log(v * alpha / (a / (us * us) + b));
            if (logV <= term(n, p, m) - term(n, p, k)) {
                return (int) k;
            }
        }
    }

    /// −log of the binomial probability of k, up to a constant.
    private static double term(int n, double p, double k) {
        return logFactorial(k) + logFactorial(n - k) - k * Math.log(p / (1 - p));
    }

    private static double logFactorial(double k) {
        if (k < 10) {
            double f = 1;
            for (int i = 2; i <= k; i++) {
                f *= i;
            }
            return Math.log(f);
        }
        double x = k + 1;
        double i = 1 / x;
        double i2 = i * i;
        return (x - 0.5) * Math.log(x)
                - x
                + 0.5 * Math.log(2 * Math.PI)
                + i * (1.0 / 12 - i2 * (1.0 / 360 - i2 * (1.0 / 1260 - i2 / 1680)));
    }
}
