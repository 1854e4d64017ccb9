package org.concordqda.agreement;

import java.util.Optional;

/// What to compute and how. Start from [#DEFAULT] and change what differs.
///
/// @param weights agreement weights of every statistic, alpha included
/// @param level metric of alpha alone; refused together with weights other than identity
/// @param scaling ranks or values under the weights
/// @param missing the policy for ratings that are not there
/// @param interval how intervals are found
/// @param replicates bootstrap replicates
/// @param seed of the bootstrap; replicate b draws from seed + b, so threads change nothing
/// @param confidence of the intervals, between 0 and 1
/// @param pairs also every pair of coders (where there are more than two)
/// @param codes also every category against the rest
public record AgreementOptions(
        Weights weights,
        Optional<Level> level,
        Scaling scaling,
        Missing missing,
        IntervalMethod interval,
        int replicates,
        long seed,
        double confidence,
        boolean pairs,
        boolean codes) {

    /// Unweighted, available ratings, automatic interval at 95 %, 2,000 replicates, all scopes.
    public static final AgreementOptions DEFAULT =
            new AgreementOptions(
                    Weights.IDENTITY,
                    Optional.empty(),
                    Scaling.AUTO,
                    Missing.AVAILABLE,
                    IntervalMethod.AUTO,
                    2000,
                    1,
                    0.95,
                    true,
                    true);

    public AgreementOptions {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "The confidence must lie between 0 and 1, not " + confidence + ".");
        }
        if (replicates < 1 || replicates > 10_000_000) {
            throw new IllegalArgumentException(
                    "The number of replicates must lie between 1 and 10,000,000, not "
                            + replicates
                            + ".");
        }
    }

    /// These options with other weights.
    public AgreementOptions withWeights(Weights changed) {
        return new AgreementOptions(
                changed,
                level,
                scaling,
                missing,
                interval,
                replicates,
                seed,
                confidence,
                pairs,
                codes);
    }

    /// These options with alpha at this level.
    public AgreementOptions withLevel(Level changed) {
        return new AgreementOptions(
                weights,
                Optional.of(changed),
                scaling,
                missing,
                interval,
                replicates,
                seed,
                confidence,
                pairs,
                codes);
    }

    /// These options on ranks or values.
    public AgreementOptions withScaling(Scaling changed) {
        return new AgreementOptions(
                weights,
                level,
                changed,
                missing,
                interval,
                replicates,
                seed,
                confidence,
                pairs,
                codes);
    }

    /// These options with another policy for missing ratings.
    public AgreementOptions withMissing(Missing changed) {
        return new AgreementOptions(
                weights,
                level,
                scaling,
                changed,
                interval,
                replicates,
                seed,
                confidence,
                pairs,
                codes);
    }

    /// These options with another interval.
    public AgreementOptions withInterval(IntervalMethod changed) {
        return new AgreementOptions(
                weights,
                level,
                scaling,
                missing,
                changed,
                replicates,
                seed,
                confidence,
                pairs,
                codes);
    }

    /// These options with another number of replicates and seed.
    public AgreementOptions withReplicates(int count, long from) {
        return new AgreementOptions(
                weights, level, scaling, missing, interval, count, from, confidence, pairs, codes);
    }

    /// These options at another confidence.
    public AgreementOptions withConfidence(double changed) {
        return new AgreementOptions(
                weights,
                level,
                scaling,
                missing,
                interval,
                replicates,
                seed,
                changed,
                pairs,
                codes);
    }

    /// These options with or without the scopes of pairs and codes.
    public AgreementOptions withScopes(boolean eachPair, boolean eachCode) {
        return new AgreementOptions(
                weights,
                level,
                scaling,
                missing,
                interval,
                replicates,
                seed,
                confidence,
                eachPair,
                eachCode);
    }
}
