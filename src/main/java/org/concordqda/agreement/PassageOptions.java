package org.concordqda.agreement;

import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/// What to compute for passages, and how. Start from [#DEFAULT].
///
/// @param granularities where each code is compared place by place; one whose segments a source lacks is
///     left out, and [PassageAgreement#remarks] says so
/// @param marking when a sentence, turn or source counts as coded
/// @param uncoded whether text that nobody coded counts; without it kappa and alpha per place are undefined
///     and percent agreement is over the text that somebody coded
/// @param reference the coder that precision and recall are measured against, as index
/// @param iou from which share of intersection in union two passages match for Holsti, .5 to 1
/// @param gamma options of gamma
/// @param replicates bootstrap replicates, 0 for no intervals
/// @param seed of bootstrap and samples; replicate b draws from seed + b
/// @param confidence of the intervals
public record PassageOptions(
        Set<Granularity> granularities,
        Marking marking,
        boolean uncoded,
        OptionalInt reference,
        double iou,
        GammaOptions gamma,
        int replicates,
        long seed,
        double confidence) {

    /// Every granularity, any position marks, uncoded text in, IoU .5, gamma, 2,000 replicates, 95 %.
    public static final PassageOptions DEFAULT =
            new PassageOptions(
                    EnumSet.allOf(Granularity.class),
                    Marking.ANY,
                    true,
                    OptionalInt.empty(),
                    0.5,
                    GammaOptions.DEFAULT,
                    2000,
                    1,
                    0.95);

    public PassageOptions {
        granularities = Set.copyOf(granularities);
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "The confidence must lie between 0 and 1, not " + confidence + ".");
        }
        if (!(iou >= 0.5 && iou <= 1)) {
            throw new IllegalArgumentException(
                    "Passages match from a share between 0.5 and 1, not " + iou + ".");
        }
        if (replicates < 0 || replicates > 10_000_000) {
            throw new IllegalArgumentException(
                    "The number of replicates must lie between 0 and 10,000,000, not "
                            + replicates
                            + ".");
        }
    }

    /// These options for other granularities.
    public PassageOptions withGranularities(Set<Granularity> changed) {
        return new PassageOptions(
                changed, marking, uncoded, reference, iou, gamma, replicates, seed, confidence);
    }

    /// These options with another rule for marking segments.
    public PassageOptions withMarking(Marking changed) {
        return new PassageOptions(
                granularities,
                changed,
                uncoded,
                reference,
                iou,
                gamma,
                replicates,
                seed,
                confidence);
    }

    /// These options with uncoded text in or out.
    public PassageOptions withUncoded(boolean changed) {
        return new PassageOptions(
                granularities,
                marking,
                changed,
                reference,
                iou,
                gamma,
                replicates,
                seed,
                confidence);
    }

    /// These options with precision and recall against this coder.
    public PassageOptions withReference(int coder) {
        return new PassageOptions(
                granularities,
                marking,
                uncoded,
                OptionalInt.of(coder),
                iou,
                gamma,
                replicates,
                seed,
                confidence);
    }

    /// These options with another threshold for Holsti's matches.
    public PassageOptions withIou(double changed) {
        return new PassageOptions(
                granularities,
                marking,
                uncoded,
                reference,
                changed,
                gamma,
                replicates,
                seed,
                confidence);
    }

    /// These options with other options of gamma.
    public PassageOptions withGamma(GammaOptions changed) {
        return new PassageOptions(
                granularities,
                marking,
                uncoded,
                reference,
                iou,
                changed,
                replicates,
                seed,
                confidence);
    }

    /// These options with another number of replicates and seed; 0 replicates for no intervals.
    public PassageOptions withReplicates(int count, long from) {
        return new PassageOptions(
                granularities, marking, uncoded, reference, iou, gamma, count, from, confidence);
    }

    /// These options at another confidence.
    public PassageOptions withConfidence(double changed) {
        return new PassageOptions(
                granularities, marking, uncoded, reference, iou, gamma, replicates, seed, changed);
    }
}
