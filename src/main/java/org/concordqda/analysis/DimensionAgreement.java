package org.concordqda.analysis;

import org.concordqda.agreement.CodeMean;
import org.concordqda.agreement.Continua;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Level;
import org.concordqda.agreement.Missing;
import org.concordqda.agreement.Statistic;
import org.concordqda.model.Round;
import org.concordqda.model.Scope;

import java.util.List;
import java.util.Optional;

/// The agreement of one dimension in one round.
///
/// @param round the round
/// @param matrix the ratings it rests on
/// @param estimates every coefficient of every scope
/// @param remarks what the reader must know of the table, one sentence each
/// @param folded how much of the agreement is spelling: values that an alias or folding moved, as
///     “written → code (n)”
/// @param missing the policy for missing ratings that was used
/// @param compared what was compared, for a dimension of passages
/// @param sheet the passages themselves, for a dimension of passages
public record DimensionAgreement(
        Round round,
        RatingMatrix matrix,
        List<Estimate> estimates,
        List<String> remarks,
        List<String> folded,
        Missing missing,
        Optional<Continua> compared,
        Optional<PassageSheet> sheet) {
    public DimensionAgreement {
        estimates = List.copyOf(estimates);
        remarks = List.copyOf(remarks);
        folded = List.copyOf(folded);
    }

    /// Names of the coders, in the order of the matrix.
    public List<String> coders() {
        return matrix.table().coders();
    }

    /// Whether this is about passages: then the matrix says only which sources two coders finished.
    public boolean passages() {
        return matrix.dimension().scope() == Scope.PASSAGE;
    }

    /// How many coders the numbers rest on.
    public int coderCount() {
        return passages() ? coders().size() : AgreementReport.active(matrix.table()).length;
    }

    /// What explains the numbers, one sentence each; empty when nothing stands out.
    public List<String> explanation() {
        return Explanation.of(this);
    }

    /// The mean over the codes of each coefficient per code, with how many codes it leaves out; empty when
    /// nothing was computed per code.
    public List<CodeMean> codeMeans() {
        return CodeMean.all(estimates);
    }

    /// What is said of alpha's metric: `ordinal` for a dimension whose values have an order.
    public Level level() {
        return matrix.ordered() ? Level.ORDINAL : Level.NOMINAL;
    }

    /// The weights that were used beside the unweighted coefficients, in their order.
    public List<String> weightings() {
        return estimates.stream()
                .map(Estimate::scope)
                .filter(scope -> scope.startsWith("all;weights="))
                .map(scope -> scope.substring("all;weights=".length()))
                .distinct()
                .toList();
    }

    /// The coefficient of a scope.
    public Optional<Estimate> estimate(Statistic statistic, String scope) {
        return estimates.stream()
                .filter(e -> e.statistic() == statistic && e.scope().equals(scope))
                .findFirst();
    }
}
