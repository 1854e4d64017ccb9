package org.concordqda.agreement;

/// Standard errors under the hypothesis of chance, for tests of 0 only: as the base of an interval they
/// are wrong (Fleiss 1971: .0244 where .0542 is right).
public final class KappaTests {
    private KappaTests() {}

    /// Of Cohen's (weighted) kappa of the two active coders, on the units both rated (Fleiss, Cohen and
    /// Everitt 1969). NaN without two coders, a common unit, or variation.
    public static double nullError(RatingTable table, AgreementOptions options) {
        Plan plan = Plan.of(table, options);
        if (plan.active().length != 2 || plan.pairWeights(plan.patterns()).refused()) {
            return Double.NaN;
        }
        PairSums family = new PairSums(plan.patterns(), plan.pairWeights(plan.patterns()).matrix());
        double[] sums = new double[family.length()];
        family.addAll(sums, plan.patterns().counts());
        return family.both(sums, 0) > 0 && 1 - family.expected(sums, 0) >= Chance.NOTHING
                ? Linearised.cohenNull(family, sums)
                : Double.NaN;
    }

    /// Of Fleiss' kappa on the units every coder rated (Fleiss, Nee and Landis 1979). NaN when there is no
    /// such unit or no variation.
    public static double fleissNullError(RatingTable table, AgreementOptions options) {
        Plan plan = Plan.of(table, options.withMissing(Missing.COMPLETE));
        int r = plan.active().length;
        if (r < 2) {
            return Double.NaN;
        }
        double n = plan.patterns().units();
        double[] share = new double[plan.labels().size()];
        for (int p = 0; p < plan.patterns().size(); p++) {
            for (int g = 0; g < r; g++) {
                share[plan.patterns().code(p, g)] += plan.patterns().count(p) / (n * r);
            }
        }
        double s = 0;
        double third = 0;
        for (double p : share) {
            s += p * (1 - p);
            third += p * (1 - p) * (1 - 2 * p);
        }
        return n == 0 || s < Chance.NOTHING
                ? Double.NaN
                : Math.sqrt(2 * (s * s - third) / (s * s * n * r * (r - 1)));
    }
}
