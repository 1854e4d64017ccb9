package org.concordqda.study;

import org.concordqda.agreement.Marking;
import org.concordqda.agreement.Weights;

import java.util.List;
import java.util.Optional;

/// What can be chosen about agreement beside how ratings are read and numbers computed.
///
/// @param roundPolicy use the policy for missing ratings that each round chose
/// @param weights weights that stand beside the unweighted coefficients of an ordinal dimension
/// @param reference the coder whom precision and recall of passages are measured against
/// @param uncoded whether text that nobody coded counts in agreement about passages
/// @param marking when a sentence, turn or source counts as coded
public record AgreementReading(
        boolean roundPolicy,
        List<Weights> weights,
        Optional<String> reference,
        boolean uncoded,
        Marking marking) {
    /// The round's policy, linear and quadratic weights, no reference, uncoded text in, any part marks.
    public static final AgreementReading DEFAULT =
            new AgreementReading(
                    true,
                    List.of(Weights.LINEAR, Weights.QUADRATIC),
                    Optional.empty(),
                    true,
                    Marking.ANY);

    public AgreementReading {
        weights = List.copyOf(weights);
    }

    /// The same, text that nobody coded in or out.
    public AgreementReading withUncoded(boolean changed) {
        return new AgreementReading(roundPolicy, weights, reference, changed, marking);
    }

    /// The same with the policy each round chose, or with the one asked for whatever they chose.
    public AgreementReading withRoundPolicy(boolean changed) {
        return new AgreementReading(changed, weights, reference, uncoded, marking);
    }
}
