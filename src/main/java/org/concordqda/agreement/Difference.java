package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.util.Locale;
import java.util.Optional;

/// The difference of two coefficients on the same units, by a bootstrap that draws each unit (or cluster)
/// for both at once: did the re-pilot help, is one coefficient really larger than the other?
///
/// @param first the coefficient taken away
/// @param second the coefficient it is taken from
/// @param value second − first, NaN when undefined
/// @param se standard deviation over the replicates
/// @param low lower end of the percentile interval
/// @param high upper end
/// @param interval the method in words
/// @param undefined why there is no difference
public record Difference(
        Estimate first,
        Estimate second,
        double value,
        double se,
        double low,
        double high,
        String interval,
        Optional<String> undefined) {

    /// One side of a comparison: row u of both tables is the same unit.
    public record Side(RatingTable table, Statistic statistic, AgreementOptions options) {}

    /// Compares two coefficients. Replicates, seed, confidence and clusters are those of the first side.
    ///
    /// @throws IllegalArgumentException when the tables have different numbers of units
    /// @throws org.concordqda.job.Cancelled when the progress was cancelled
    public static Difference of(Side first, Side second, Progress progress) {
        if (first.table().units() != second.table().units()) {
            throw new IllegalArgumentException(
                    "The tables must hold the same units: "
                            + first.table().units()
                            + " and "
                            + second.table().units()
                            + ".");
        }
        Estimate a = Agreement.single(first.table(), first.statistic(), first.options(), progress);
        Estimate b =
                Agreement.single(second.table(), second.statistic(), second.options(), progress);
        if (!a.defined() || !b.defined()) {
            String why = a.undefined().or(b::undefined).orElse("");
            return new Difference(
                    a, b, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "none", Optional.of(why));
        }
        JointDraws joint = JointDraws.of(first, second);
        double[] differences = joint.differences(first.options(), progress);
        double value = b.value() - a.value();
        Bootstrap.Replicates replicates = Bootstrap.replicates(differences, value);
        if (!replicates.usable() || joint.size() < 2) {
            return new Difference(
                    a,
                    b,
                    value,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    "none: " + replicates.undefined() + " replicates undefined",
                    Optional.empty());
        }
        double confidence = first.options().confidence();
        double[] ends = Bootstrap.percentile(replicates, confidence);
        double se = replicates.standardError();
        String words =
                se < Chance.NOTHING
                        ? Ends.NOT_ESTIMABLE
                        : "paired bootstrap of "
                                + joint.drawn()
                                + ", percentile, "
                                + String.format(Locale.ROOT, "%,d", differences.length)
                                + " replicates, "
                                + Ends.percent(confidence);
        return new Difference(a, b, value, se, ends[0], ends[1], words, Optional.empty());
    }

    /// The difference in a sentence's worth of words: whether the interval leaves out 0.
    public boolean clear() {
        return undefined.isEmpty() && (low > 0 || high < 0);
    }
}
