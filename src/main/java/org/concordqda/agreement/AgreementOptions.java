package org.concordqda.agreement;

import java.math.BigDecimal;
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
/// @param population how many units there are in all, of which these are a sample: analytic standard errors are
///     multiplied by √(1 − n/N); 0 when they are a sample of endlessly many
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
        boolean codes,
        int population) {

    /// Unweighted, available ratings, automatic interval at 95 %, 2,000 replicates, all scopes.
    public static final AgreementOptions DEFAULT = new Draft().made();

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
        if (population < 0) {
            throw new IllegalArgumentException(
                    "The population is a number of units, not " + population + ".");
        }
    }

    /// What a column of its intervals is called: “95 % interval”.
    public String intervalName() {
        String percent =
                BigDecimal.valueOf(confidence)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString();
        return percent + " % interval";
    }

    /// These options with other weights.
    public AgreementOptions withWeights(Weights changed) {
        Draft draft = new Draft(this);
        draft.weights = changed;
        return draft.made();
    }

    /// These options with alpha at this level.
    public AgreementOptions withLevel(Level changed) {
        Draft draft = new Draft(this);
        draft.level = Optional.of(changed);
        return draft.made();
    }

    /// These options without a level of alpha.
    public AgreementOptions withoutLevel() {
        Draft draft = new Draft(this);
        draft.level = Optional.empty();
        return draft.made();
    }

    /// These options on ranks or values.
    public AgreementOptions withScaling(Scaling changed) {
        Draft draft = new Draft(this);
        draft.scaling = changed;
        return draft.made();
    }

    /// These options with another policy for missing ratings.
    public AgreementOptions withMissing(Missing changed) {
        Draft draft = new Draft(this);
        draft.missing = changed;
        return draft.made();
    }

    /// These options with another interval.
    public AgreementOptions withInterval(IntervalMethod changed) {
        Draft draft = new Draft(this);
        draft.interval = changed;
        return draft.made();
    }

    /// These options with another number of replicates and seed.
    public AgreementOptions withReplicates(int count, long from) {
        Draft draft = new Draft(this);
        draft.replicates = count;
        draft.seed = from;
        return draft.made();
    }

    /// These options at another confidence.
    public AgreementOptions withConfidence(double changed) {
        Draft draft = new Draft(this);
        draft.confidence = changed;
        return draft.made();
    }

    /// These options with or without the scopes of pairs and codes.
    public AgreementOptions withScopes(boolean eachPair, boolean eachCode) {
        Draft draft = new Draft(this);
        draft.pairs = eachPair;
        draft.codes = eachCode;
        return draft.made();
    }

    /// These options for units that are a sample of so many, 0 for endlessly many.
    public AgreementOptions withPopulation(int units) {
        Draft draft = new Draft(this);
        draft.population = units;
        return draft.made();
    }

    /// Options being changed.
    private static final class Draft {
        private Weights weights = Weights.IDENTITY;
        private Optional<Level> level = Optional.empty();
        private Scaling scaling = Scaling.AUTO;
        private Missing missing = Missing.AVAILABLE;
        private IntervalMethod interval = IntervalMethod.AUTO;
        private int replicates = 2000;
        private long seed = 1;
        private double confidence = 0.95;
        private boolean pairs = true;
        private boolean codes = true;
        private int population;

        Draft() {}

        Draft(AgreementOptions from) {
            weights = from.weights;
            level = from.level;
            scaling = from.scaling;
            missing = from.missing;
            interval = from.interval;
            replicates = from.replicates;
            seed = from.seed;
            confidence = from.confidence;
            pairs = from.pairs;
            codes = from.codes;
            population = from.population;
        }

        AgreementOptions made() {
            return new AgreementOptions(
                    weights,
                    level,
                    scaling,
                    missing,
                    interval,
                    replicates,
                    seed,
                    confidence,
                    pairs,
                    codes,
                    population);
        }
    }
}
