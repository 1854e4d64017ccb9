package org.concordqda.agreement;

/// Standard errors by Gwet's linearisation (Handbook, 4th ed., ch. 5 and 6; irrCAC 1.4), and Fleiss,
/// Cohen and Everitt 1969 for Cohen's kappa. Each is the spread of one influence per unit; patterns make
/// that one influence per distinct row.
final class Linearised {
    private Linearised() {}

    /// A standard error of one of the five exchangeable coefficients, NaN when there is none.
    ///
    /// @param which its place in the statistics of the family
    /// @param c value, observed and expected, as the family gives them
    static double exchangeable(ExchangeableSums family, double[] sums, int which, double[] c) {
        return which == 4 ? alpha(family, sums, c) : gwet(family, sums, which, c);
    }

    private static double gwet(ExchangeableSums family, double[] sums, int which, double[] c) {
        int q = family.patterns.categories;
        double n = sums[0];
        double scale = n / sums[1];
        double value = c[3 * which];
        double expected = c[3 * which + 2];
        double[] effect = new double[q];
        if (which == 1 || which == 2) {
            double[] pi = new double[q];
            family.shares(sums, pi);
            if (which == 2) {
                family.weights.times(pi, effect);
            } else {
                double factor = family.weights.total() / (q * (q - 1.0));
                for (int k = 0; k < q; k++) {
                    effect[k] = factor * (1 - pi[k]);
                }
            }
        }
        double sum = 0;
        for (int p = 0; p < family.patterns.size(); p++) {
            int m = family.rated(p);
            double own = m >= 2 ? scale * (family.agreement(p) - expected) : 0;
            double x = own / (1 - expected);
            if (which == 1 || which == 2) {
                double chance = family.dot(p, effect) / m;
                x -= 2 * (1 - value) * (chance - expected) / (1 - expected);
            }
            sum += family.patterns.count(p) * (x - value) * (x - value);
        }
        return n < 2 ? Double.NaN : Math.sqrt(sum / (n * (n - 1)));
    }

    private static double alpha(ExchangeableSums family, double[] sums, double[] c) {
        int q = family.patterns.categories;
        double pairable = sums[1];
        double ratings = sums[3];
        double mean = ratings / pairable;
        double close = sums[4] / (family.unit() * ratings);
        double expected = c[14];
        double value = (close - expected) / (1 - expected);
        double[] pi = new double[q];
        double[] effect = new double[q];
        family.pairableShares(sums, pi);
        family.metric.times(pi, effect);
        double sum = 0;
        for (int p = 0; p < family.patterns.size(); p++) {
            int m = family.rated(p);
            if (m < 2) {
                continue;
            }
            double d = (m - mean) / mean;
            double a = m * family.closeness(p) / mean - close * d;
            double e = family.dot(p, effect) / mean - expected * d;
            double x =
                    (a - expected) / (1 - expected)
                            - 2 * (1 - value) * (e - expected) / (1 - expected);
            sum += family.patterns.count(p) * (x - value) * (x - value);
        }
        return pairable < 2 ? Double.NaN : Math.sqrt(sum / (pairable * (pairable - 1)));
    }

    static double conger(CongerSums family, ExchangeableSums agreement, double[] sums, double[] c) {
        Patterns patterns = family.patterns;
        int q = patterns.categories;
        int r = patterns.coders;
        double n = patterns.units();
        double scale = n / sums[0];
        double value = c[0];
        double expected = c[2];
        double[] rated = new double[r];
        double[][] share = new double[r][q];
        double[] all = new double[q];
        int present = 0;
        for (int g = 0; g < r; g++) {
            rated[g] = family.rated(sums, g);
            if (rated[g] == 0) {
                continue;
            }
            present++;
            for (int k = 0; k < q; k++) {
                share[g][k] = family.share(sums, g, k, rated[g]);
                all[k] += share[g][k];
            }
        }
        double[][] effect = new double[r][q];
        double[] mean = new double[r];
        double[] others = new double[q];
        double base = 0;
        for (int g = 0; g < r; g++) {
            for (int k = 0; k < q; k++) {
                others[k] = all[k] - share[g][k];
            }
            family.weights.times(others, effect[g]);
            for (int k = 0; k < q; k++) {
                mean[g] += effect[g][k] * share[g][k];
            }
            base += mean[g];
        }
        double pairs = present * (present - 1.0);
        double sum = 0;
        for (int p = 0; p < patterns.size(); p++) {
            double chance = base;
            for (int g = 0; g < r; g++) {
                int k = patterns.code(p, g);
                if (k >= 0) {
                    chance += n / rated[g] * (effect[g][k] - mean[g]);
                }
            }
            chance /= pairs;
            double own = agreement.rated(p) >= 2 ? scale * (agreement.agreement(p) - expected) : 0;
            double x =
                    own / (1 - expected) - 2 * (1 - value) * (chance - expected) / (1 - expected);
            sum += patterns.count(p) * (x - value) * (x - value);
        }
        return n < 2 ? Double.NaN : Math.sqrt(sum / (n * (n - 1)));
    }

    /// Cohen's kappa (Fleiss, Cohen and Everitt) or, for more coders, Light's mean of kappas by the mean of
    /// the same influences.
    static double pairs(PairSums family, double[] sums) {
        Patterns patterns = family.patterns;
        int q = patterns.categories;
        int r = patterns.coders;
        int pairs = family.pairs();
        double[][] rows = new double[pairs][q];
        double[][] columns = new double[pairs][q];
        double[] value = new double[pairs];
        double[] expected = new double[pairs];
        double[] both = new double[pairs];
        int with = 0;
        for (int i = 0; i < pairs; i++) {
            both[i] = family.both(sums, i);
            if (both[i] == 0) {
                continue;
            }
            with++;
            expected[i] = family.expected(sums, i);
            value[i] = family.value(sums, i);
            family.weights.times(family.margin(sums, i, true), rows[i]);
            family.weights.times(family.margin(sums, i, false), columns[i]);
        }
        double n = r == 2 ? both[0] : patterns.units();
        double sum = 0;
        for (int p = 0; p < patterns.size(); p++) {
            double x = 0;
            int i = 0;
            for (int g = 0; g < r; g++) {
                int c = patterns.code(p, g);
                for (int h = g + 1; h < r; h++, i++) {
                    int d = patterns.code(p, h);
                    if (c < 0 || d < 0) {
                        continue;
                    }
                    double k = value[i];
                    double centre = k - expected[i] * (1 - k);
                    double u = family.weights.get(c, d) - (1 - k) * (rows[i][c] + columns[i][d]);
                    x += n / both[i] * (u - centre) / (1 - expected[i]);
                }
            }
            x /= with;
            sum += patterns.count(p) * x * x;
        }
        // The table formula of 1969 divides by n, not n − 1; Light follows Gwet.
        return n < 2 ? Double.NaN : Math.sqrt(sum / (r == 2 ? n * n : n * (n - 1)));
    }

    /// The standard error of Cohen's kappa if there were only chance: for a test of 0, never an interval.
    static double cohenNull(PairSums family, double[] sums) {
        int q = family.patterns.categories;
        double[] first = family.margin(sums, 0, false);
        double[] second = family.margin(sums, 0, true);
        double[] rows = new double[q];
        double[] columns = new double[q];
        family.weights.times(second, rows);
        family.weights.times(first, columns);
        double expected = family.expected(sums, 0);
        // Σ p q (r + c)² falls apart into single sums; only what W adds to it needs pairs.
        double own = 0;
        double other = 0;
        double squares = 0;
        for (int k = 0; k < q; k++) {
            own += first[k] * rows[k];
            other += second[k] * columns[k];
            squares += first[k] * rows[k] * rows[k] + second[k] * columns[k] * columns[k];
        }
        double sum = squares + 2 * own * other;
        for (int k = 0; k < q; k++) {
            int from = family.weights.identity() ? k : 0;
            int to = family.weights.identity() ? k + 1 : q;
            for (int l = from; l < to; l++) {
                double w = family.weights.get(k, l);
                sum += first[k] * second[l] * w * (w - 2 * (rows[k] + columns[l]));
            }
        }
        double room = 1 - expected;
        double variance = (sum - expected * expected) / (family.both(sums, 0) * room * room);
        return Math.sqrt(Math.max(0, variance));
    }
}
