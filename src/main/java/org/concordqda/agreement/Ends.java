package org.concordqda.agreement;

import java.util.Locale;

/// An interval: its standard error, ends, the words for its method, and its degrees of freedom.
record Ends(double se, double low, double high, String words, double df) {
    /// Where the standard error is 0 the point stands twice and nobody may read it as certainty.
    static final String NOT_ESTIMABLE = "not estimable";

    static Ends none(double se, String why) {
        return new Ends(se, Double.NaN, Double.NaN, why, Double.NaN);
    }

    static Ends point(double value) {
        return new Ends(0, value, value, NOT_ESTIMABLE, Double.NaN);
    }

    /// value ± t · se with n − 1 degrees of freedom, clipped to −1 … 1.
    static Ends analytic(double value, double se, double n, double confidence, String formula) {
        if (Double.isNaN(se) || n < 2) {
            return none(Double.NaN, "none: a single unit");
        }
        if (se < Chance.NOTHING) {
            return point(value);
        }
        double t = StudentT.quantile(confidence, n - 1);
        return new Ends(
                se,
                Math.clamp(value - t * se, -1, 1),
                Math.clamp(value + t * se, -1, 1),
                formula + ", analytic, t with n−1 df, " + percent(confidence),
                n - 1);
    }

    static String percent(double confidence) {
        double hundred = Math.rint(confidence * 1e6) / 1e4;
        return hundred == Math.rint(hundred)
                ? (long) hundred + " %"
                : String.format(Locale.ROOT, "%s %%", hundred);
    }
}
