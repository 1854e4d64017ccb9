package org.concordqda.agreement;

/// A family of coefficients that depend on the units only through sums over them: a bootstrap replicate
/// is the sums with other counts, leaving a unit out is the sums less its part. Immutable; any thread.
interface Sums {
    /// How many numbers the sums are.
    int length();

    /// Adds a pattern so many times.
    void add(double[] sums, int pattern, double times);

    /// Adds every pattern as often as `counts` says.
    default void addAll(double[] sums, int[] counts) {
        for (int p = 0; p < counts.length; p++) {
            if (counts[p] != 0) {
                add(sums, p, counts[p]);
            }
        }
    }

    /// The coefficients of the family, in the order of its statistics, for these sums.
    ///
    /// @param scratch at least [#scratch] long, not shared between threads
    /// @param out value, observed, expected of each statistic, one after the other; value NaN when undefined
    void coefficients(double[] sums, double[] scratch, double[] out);

    /// The scratch space wanted.
    int scratch();

    /// The statistics, in order.
    Statistic[] statistics();
}
