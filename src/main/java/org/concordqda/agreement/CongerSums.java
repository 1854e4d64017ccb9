package org.concordqda.agreement;

import java.util.Arrays;

/// Conger's kappa (Cohen's for two coders) in Gwet's missing-data form: chance from each coder's own
/// margins. Sums: n', Σaᵢ in
/// [ExchangeableSums#unit]s, then each coder's counts per category.
final class CongerSums implements Sums {
    private static final double LARGEST = 1e7;
    private static final Statistic[] STATISTICS = {Statistic.CONGER_KAPPA};

    final Patterns patterns;
    final WeightMatrix weights;
    private final ExchangeableSums agreement;
    private final int q;
    private final int r;

    /// Per pattern and coder where the rating is counted; a missing one in a place nobody reads.
    private final int[] place;

    CongerSums(ExchangeableSums agreement) {
        this.agreement = agreement;
        patterns = agreement.patterns;
        weights = agreement.weights;
        q = patterns.categories;
        r = patterns.coders;
        place = new int[patterns.size() * r];
        for (int p = 0, i = 0; p < patterns.size(); p++) {
            for (int g = 0; g < r; g++, i++) {
                int c = patterns.code(p, g);
                place[i] = c < 0 ? 2 + r * q : 2 + g * q + c;
            }
        }
    }

    @Override
    public int length() {
        return 3 + r * q;
    }

    @Override
    public int scratch() {
        return 2 * q;
    }

    @Override
    public Statistic[] statistics() {
        return STATISTICS;
    }

    @Override
    public void add(double[] sums, int p, double count) {
        if (agreement.rated(p) >= 2) {
            sums[0] += count;
            sums[1] += count * agreement.agreed(p);
        }
        for (int i = p * r; i < p * r + r; i++) {
            sums[place[i]] += count;
        }
    }

    /// How many units a coder rated, from the sums.
    double rated(double[] sums, int coder) {
        double n = 0;
        for (int k = 0; k < q; k++) {
            n += sums[2 + coder * q + k];
        }
        return n;
    }

    /// The share of a category among a coder's ratings.
    double share(double[] sums, int coder, int category, double rated) {
        return sums[2 + coder * q + category] / rated;
    }

    @Override
    public void coefficients(double[] sums, double[] scratch, double[] out) {
        if (sums[0] <= 0) {
            Arrays.fill(out, 0, 3, Double.NaN);
            return;
        }
        int present = 0;
        double product = 1;
        double number = 0;
        boolean alike = true;
        double[] rated = new double[r];
        for (int g = 0; g < r; g++) {
            double n = rated(sums, g);
            rated[g] = n;
            if (n > 0) {
                alike &= present == 0 || n == number;
                number = n;
                product *= n;
                present++;
            }
        }
        // Every coder's ratings as parts of one whole; of a whole that is not too large nothing is
        // rounded.
        double whole = alike ? number : product <= LARGEST ? product : 1;
        double one = present * (present - 1.0) * whole * whole;
        double[] own = new double[q];
        double[] all = new double[q];
        double self = 0;
        for (int g = 0; g < r; g++) {
            if (rated[g] == 0) {
                continue;
            }
            double part = whole / rated[g];
            for (int k = 0; k < q; k++) {
                own[k] = sums[2 + g * q + k] * part;
                all[k] += own[k];
            }
            self += weights.form(own);
        }
        double met = weights.form(all) - self;
        double units = agreement.unit() * sums[0];
        double value = Chance.corrected(sums[1] * one, met * units, units * one);
        ExchangeableSums.put(out, 0, value, sums[1] / units, met / one);
    }
}
