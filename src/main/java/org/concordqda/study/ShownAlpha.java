package org.concordqda.study;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Continua;
import org.concordqda.agreement.Difference;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.GammaOptions;
import org.concordqda.agreement.Granularity;
import org.concordqda.agreement.LeaveOneOut;
import org.concordqda.agreement.PassageAgreement;
import org.concordqda.agreement.PassageOptions;
import org.concordqda.agreement.Planning;
import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.job.Progress;
import org.concordqda.model.Choice;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The alpha that the table of agreement shows for a dimension, to be computed again on a part of the same
/// data: MASI distance for sets, the ordinal level for ordered values, uα for passages; under the policy for
/// missing ratings that was used.
///
/// @param of what was computed
/// @param numbers how
/// @param asWritten whether values were read as written
record ShownAlpha(DimensionAgreement of, AgreementOptions numbers, boolean asWritten) {

    /// Which one it is.
    Statistic statistic() {
        return sets()
                ? Statistic.ALPHA_MASI
                : passages().map(PassageAgreement::lead).orElse(Statistic.KRIPPENDORFF_ALPHA);
    }

    /// The value for the whole table.
    Optional<Estimate> whole() {
        return of.estimate(statistic(), "all");
    }

    /// Without each coder in turn.
    List<Estimate> withoutEach() {
        Statistic statistic = statistic();
        return sets()
                ? LeaveOneOut.of(of.matrix().setTable(), statistic, options(), Progress.NONE)
                : passages()
                        .map(all -> LeaveOneOut.of(all, passageOptions(numbers), Progress.NONE))
                        .orElseGet(
                                () -> LeaveOneOut.of(table(), statistic, options(), Progress.NONE));
    }

    /// How many units an interval of this half width needs.
    Planning plan(double halfWidth) {
        Statistic statistic = statistic();
        return sets()
                ? Planning.of(
                        of.matrix().setTable(), statistic, options(), halfWidth, Progress.NONE)
                : passages()
                        .map(
                                all ->
                                        Planning.of(
                                                all,
                                                passageOptions(numbers),
                                                halfWidth,
                                                Progress.NONE))
                        .orElseGet(
                                () ->
                                        Planning.of(
                                                table(),
                                                statistic,
                                                options(),
                                                halfWidth,
                                                Progress.NONE));
    }

    /// Later less this.
    ///
    /// @param here places of the common rows in this matrix
    /// @param there places of the same rows in the later one
    Difference less(ShownAlpha later, List<Integer> here, List<Integer> there) {
        if (passages().isPresent() && later.passages().isPresent()) {
            return Difference.of(
                    passages().get().only(here),
                    later.passages().get().only(there),
                    passageOptions(numbers),
                    Progress.NONE);
        }
        return Difference.of(side(here), later.side(there), Progress.NONE);
    }

    private Difference.Side side(List<Integer> units) {
        int[] chosen = units.stream().mapToInt(i -> i).toArray();
        return sets()
                ? Difference.Side.of(
                        of.matrix().setTable().onlyUnits(chosen), statistic(), options())
                : new Difference.Side(table().onlyUnits(chosen), statistic(), options());
    }

    private boolean sets() {
        return !of.passages() && of.matrix().dimension().choice() == Choice.MANY && !asWritten;
    }

    private Optional<Continua> passages() {
        return of.passages() ? of.compared() : Optional.empty();
    }

    private RatingTable table() {
        return of.matrix().ordered() ? of.matrix().ranked() : of.matrix().table();
    }

    private AgreementOptions options() {
        AgreementOptions plain = numbers.withMissing(of.missing()).withScopes(false, false);
        return of.matrix().ordered() ? plain.withLevel(of.level()) : plain;
    }

    /// What is asked of passages again: the whole, without places and γ.
    static PassageOptions passageOptions(AgreementOptions numbers) {
        return PassageOptions.DEFAULT
                .withGranularities(Set.of(Granularity.CHARACTER))
                .withGamma(GammaOptions.NONE)
                .withReplicates(numbers.replicates(), numbers.seed())
                .withConfidence(numbers.confidence());
    }
}
