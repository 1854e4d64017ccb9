package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.util.Optional;

/// How many units a study needs for an interval of a given width, judged from a pilot: the standard error
/// shrinks with the square root of the units, if the rest stays as it was.
///
/// @param units how many are needed, 0 when that cannot be told
/// @param pilot the coefficient of the pilot
/// @param halfWidth the wanted half width
/// @param undefined why it cannot be told
public record Planning(int units, Estimate pilot, double halfWidth, Optional<String> undefined) {
    private static final int MOST = 100_000_000;

    /// The smallest number of units with t(n − 1)·s/√n ≤ half width, s from the pilot's standard error.
    /// With clusters the standard error is that of the cluster bootstrap, so the number holds for units
    /// that come in clusters like the pilot's.
    ///
    /// @param halfWidth wanted, between 0 and 1
    public static Planning of(
            RatingTable pilot,
            Statistic statistic,
            AgreementOptions options,
            double halfWidth,
            Progress progress) {
        if (!(halfWidth > 0 && halfWidth < 1)) {
            throw new IllegalArgumentException(
                    "The half width must lie between 0 and 1, not " + halfWidth + ".");
        }
        Estimate estimate = Agreement.single(pilot, statistic, options, progress);
        if (!estimate.defined()) {
            return none(estimate, halfWidth, estimate.undefined().orElse(""));
        }
        if (!(estimate.se() > 0)) {
            return none(estimate, halfWidth, "the pilot's standard error is not estimable");
        }
        int base = statistic == Statistic.COHEN_KAPPA ? estimate.pairable() : estimate.n();
        double spread = estimate.se() * Math.sqrt(base);
        int low = 2;
        int high = 4;
        while (half(spread, high, options.confidence()) > halfWidth && high < MOST) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (half(spread, middle, options.confidence()) > halfWidth) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Planning(high, estimate, halfWidth, Optional.empty());
    }

    private static double half(double spread, int n, double confidence) {
        return StudentT.quantile(confidence, n - 1.0) * spread / Math.sqrt(n);
    }

    private static Planning none(Estimate estimate, double halfWidth, String why) {
        return new Planning(0, estimate, halfWidth, Optional.of(why));
    }
}
