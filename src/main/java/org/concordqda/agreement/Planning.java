package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.util.Optional;

/// How many units a study needs for an interval of a given width, judged from a pilot: the standard error
/// shrinks with the square root of the units, if the rest stays as it was.
///
/// @param units how many are needed, 0 when that cannot be told
/// @param pilot the coefficient of the pilot
/// @param halfWidth the wanted half width
/// @param counted what is counted: `unit`, or for passages what was drawn, `source` or `paragraph`
/// @param undefined why it cannot be told
public record Planning(
        int units, Estimate pilot, double halfWidth, String counted, Optional<String> undefined) {
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
        Estimate estimate = Agreement.single(pilot, statistic, options, progress);
        int base = statistic == Statistic.COHEN_KAPPA ? estimate.pairable() : estimate.n();
        return of(estimate, base, "unit", halfWidth, options.confidence());
    }

    /// The same for sets of codes.
    public static Planning of(
            SetTable pilot,
            Statistic statistic,
            AgreementOptions options,
            double halfWidth,
            Progress progress) {
        Estimate estimate = Agreement.single(pilot, statistic, options, progress);
        return of(estimate, estimate.n(), "unit", halfWidth, options.confidence());
    }

    /// The same for passages, for [PassageAgreement#lead]: how many sources, or paragraphs where paragraphs
    /// were drawn, coded as densely as those of the pilot.
    public static Planning of(
            Continua pilot, PassageOptions options, double halfWidth, Progress progress) {
        Estimate estimate =
                PassageAgreement.single(pilot, PassageAgreement.lead(pilot), options, progress);
        ClusterMap clusters = ClusterMap.of(pilot.sources());
        return of(estimate, clusters.size(), clusters.name(), halfWidth, options.confidence());
    }

    private static Planning of(
            Estimate estimate, int base, String counted, double halfWidth, double confidence) {
        if (!(halfWidth > 0 && halfWidth < 1)) {
            throw new IllegalArgumentException(
                    "The half width must lie between 0 and 1, not " + halfWidth + ".");
        }
        if (!estimate.defined()) {
            return none(estimate, halfWidth, counted, estimate.undefined().orElse(""));
        }
        if (!(estimate.se() > 0)) {
            String why =
                    estimate.interval().startsWith("none")
                            ? "the pilot has no interval ("
                                    + estimate.interval().replaceFirst("^none:? *", "")
                                    + ")"
                            : "the pilot's standard error is not estimable";
            return none(estimate, halfWidth, counted, why.replace(" ()", ""));
        }
        double spread = estimate.se() * Math.sqrt(base);
        int low = 2;
        int high = 4;
        while (half(spread, high, confidence) > halfWidth && high < MOST) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (half(spread, middle, confidence) > halfWidth) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Planning(high, estimate, halfWidth, counted, Optional.empty());
    }

    private static double half(double spread, int n, double confidence) {
        return StudentT.quantile(confidence, n - 1.0) * spread / Math.sqrt(n);
    }

    private static Planning none(Estimate estimate, double halfWidth, String counted, String why) {
        return new Planning(0, estimate, halfWidth, counted, Optional.of(why));
    }
}
