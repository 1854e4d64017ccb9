package org.concordqda.agreement;

import java.util.Optional;

/// One coefficient with everything that must stand beside it. A number that does not exist is `NaN` in
/// here and never leaves the program as such: a coefficient without a value says why in `undefined`.
///
/// @param statistic which coefficient
/// @param scope `all`, `pair=A,B`, `code=NAME`, `level=N` …
/// @param value the coefficient, or NaN when `undefined` is present
/// @param se its standard error, NaN when there is none
/// @param ciLow lower end of the interval, NaN when there is none
/// @param ciHigh upper end of the interval, NaN when there is none
/// @param interval the method of the interval in words, as printed (“Gwet, analytic, t with n−1 df, 95 %”;
///     “not estimable” where the standard error is 0)
/// @param p two-sided p against 0, NaN where it means nothing
/// @param n units that carry at least one code
/// @param pairable units that carry at least two
/// @param missing ratings that are not there among the n × coders
/// @param dropped units left out (nobody coded them, or the policy drops them)
/// @param observed the observed agreement p_a (for the unitizing alphas and gamma: the observed disagreement)
/// @param expected the expected agreement p_e (for the unitizing alphas and gamma: the expected disagreement)
/// @param undefined why there is no value
public record Estimate(
        Statistic statistic,
        String scope,
        double value,
        double se,
        double ciLow,
        double ciHigh,
        String interval,
        double p,
        int n,
        int pairable,
        int missing,
        int dropped,
        double observed,
        double expected,
        Optional<String> undefined) {

    /// The same numbers under another statistic's name.
    Estimate as(Statistic other) {
        return new Estimate(
                other, scope, value, se, ciLow, ciHigh, interval, p, n, pairable, missing, dropped,
                observed, expected, undefined);
    }

    /// The same numbers for another scope.
    public Estimate in(String other) {
        return new Estimate(
                statistic, other, value, se, ciLow, ciHigh, interval, p, n, pairable, missing,
                dropped, observed, expected, undefined);
    }

    /// Whether there is a value.
    public boolean defined() {
        return undefined.isEmpty();
    }
}
