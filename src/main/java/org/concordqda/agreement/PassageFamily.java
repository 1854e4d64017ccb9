package org.concordqda.agreement;

/// A family of coefficients of passages: what is printed under which scope, and why one of them has no
/// value.
interface PassageFamily extends Sums {
    /// The scope of each statistic.
    String[] scopes();

    /// The sums of all clusters taken once.
    double[] whole();

    /// Why the statistic has no value for these sums.
    String reason(int statistic, double[] sums);
}
