package org.concordqda.analysis;

import org.concordqda.agreement.RatingTable;

/// One code against the rest for two coders, over the units both answered.
///
/// @param both units where both used the code
/// @param onlyA units where only the first did
/// @param onlyB units where only the second did
/// @param neither units where neither did
public record TwoByTwo(int both, int onlyA, int onlyB, int neither) {
    static TwoByTwo of(RatingTable table, Pairs.Pair pair, boolean[] has) {
        int[] cells = new int[4];
        for (int u = 0; u < table.units(); u++) {
            int a = table.cell(u, pair.a());
            int b = table.cell(u, pair.b());
            if (a >= 0 && b >= 0) {
                cells[(has[a] ? 0 : 2) + (has[b] ? 0 : 1)]++;
            }
        }
        return new TwoByTwo(cells[0], cells[1], cells[2], cells[3]);
    }

    /// Units.
    public int n() {
        return both + onlyA + onlyB + neither;
    }

    /// 2a / (2a + b + c); NaN when nobody used the code.
    public double positiveAgreement() {
        return 2.0 * both / (2.0 * both + onlyA + onlyB);
    }

    /// Cohen's kappa; NaN without variation.
    public double kappa() {
        double n = n();
        double a = (both + onlyA) / n;
        double b = (both + onlyB) / n;
        double chance = a * b + (1 - a) * (1 - b);
        return chance >= 1 ? Double.NaN : ((both + neither) / n - chance) / (1 - chance);
    }

    /// Krippendorff's nominal alpha by coincidences (2n values); NaN without variation.
    public double alpha() {
        double values = 2.0 * n();
        double used = 2.0 * both + onlyA + onlyB;
        double expected = 2 * used * (values - used) / (values * (values - 1));
        return expected == 0 ? Double.NaN : 1 - (onlyA + onlyB) / (double) n() / expected;
    }

    /// The code's mean share over both coders.
    public double prevalence() {
        return (2.0 * both + onlyA + onlyB) / (2.0 * n());
    }

    /// |a − d| / n (Byrt, Bishop and Carlin 1993).
    public double prevalenceIndex() {
        return Math.abs(both - neither) / (double) n();
    }

    /// |b − c| / n.
    public double biasIndex() {
        return Math.abs(onlyA - onlyB) / (double) n();
    }
}
