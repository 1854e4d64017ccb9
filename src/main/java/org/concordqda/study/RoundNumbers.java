package org.concordqda.study;

import org.concordqda.agreement.Agreement;
import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Continua;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.GammaOptions;
import org.concordqda.agreement.Granularity;
import org.concordqda.agreement.Level;
import org.concordqda.agreement.Missing;
import org.concordqda.agreement.PassageAgreement;
import org.concordqda.agreement.PassageOptions;
import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.Scaling;
import org.concordqda.agreement.Statistic;
import org.concordqda.agreement.Weights;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixBuilder;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.analysis.RatingMatrix;
import org.concordqda.analysis.RoundWork;
import org.concordqda.job.Progress;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.Dimension;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The coefficients of one round, dimension by dimension.
final class RoundNumbers {
    /// What is said to be undefined where there is no source to compare.
    private static final List<Statistic> NOTHING =
            List.of(
                    Statistic.PERCENT_AGREEMENT,
                    Statistic.KRIPPENDORFF_ALPHA,
                    Statistic.U_ALPHA,
                    Statistic.CU_ALPHA);

    private final RoundWork work;
    private final Agreements.Request request;
    private final PassageRounds passages;
    private final Progress progress;
    private final AgreementOptions numbers;

    /// Who rated what is worked out once per level of a tree, for all dimensions.
    private final Map<Integer, MatrixBuilder> builders = new HashMap<>();

    RoundNumbers(
            RoundWork work, Agreements.Request request, PassageRounds passages, Progress progress) {
        this.work = work;
        this.request = request;
        this.passages = passages;
        this.progress = progress;
        AgreementOptions asked = request.numbers();
        boolean own = request.reading().roundPolicy() && asked.missing() == Missing.AVAILABLE;
        this.numbers = own ? asked.withMissing(Missing.valueOf(work.round().missing())) : asked;
    }

    /// One value, or one set of values, per unit or source.
    DimensionAgreement ratings(Dimension dimension, List<String> folded) {
        MatrixOptions options = request.matrix();
        RatingMatrix matrix = matrix(dimension, options.level());
        List<Estimate> all = new ArrayList<>(estimates(matrix, numbers));
        AgreementOptions whole = numbers.withScopes(false, false);
        for (int level : upper(dimension)) {
            progress.check();
            for (Estimate e : estimates(matrix(dimension, level), whole)) {
                all.add(e.in("level=" + level + e.scope().substring("all".length())));
            }
        }
        List<String> remarks = new ArrayList<>(sealed());
        remarks.addAll(Agreement.remarks(matrix.table(), numbers));
        if (matrix.ordered()) {
            remarks.add(ordered(matrix));
        }
        return new DimensionAgreement(
                work.round(),
                matrix,
                all,
                remarks,
                folded,
                numbers.missing(),
                Optional.empty(),
                Optional.empty());
    }

    private List<String> sealed() {
        return work.round().sealed()
                ? List.of("The round is blind: only your own work is read until it is unsealed.")
                : List.of();
    }

    private static String ordered(RatingMatrix matrix) {
        int unranked = matrix.unranked();
        return "The values have an order: α is at the ordinal level, κ and AC are unweighted unless weights"
                + " are named."
                + (unranked == 0
                        ? ""
                        : " "
                                + Words.counted(unranked, "rating has", "ratings have")
                                + " a special value, which has no rank and is left out of ordinal α and"
                                + " of weighted coefficients.");
    }

    /// Passages of the text.
    DimensionAgreement passages(Dimension dimension) {
        AgreementOptions n = numbers;
        PassageRounds.Passages own = passages.of(work, dimension, request.matrix());
        PassageOptions options =
                options(
                        own.continua(),
                        request.passages().gamma() ? GammaOptions.DEFAULT : GammaOptions.NONE);
        List<Estimate> all = new ArrayList<>();
        if (own.continua().sources().isEmpty()) {
            for (Statistic s : NOTHING) {
                all.add(none(s));
            }
            return new DimensionAgreement(
                    work.round(),
                    own.matrix(),
                    all,
                    remarks(own, options),
                    List.of(),
                    n.missing(),
                    Optional.of(own.continua()),
                    Optional.of(own.sheet()));
        }
        for (Estimate e : PassageAgreement.of(own.continua(), options, progress)) {
            boolean code = e.scope().startsWith("code=");
            boolean pair = e.scope().contains("pair=");
            if ((n.codes() || !code) && (n.pairs() || !pair)) {
                all.add(e);
            }
        }
        if (!options.granularities().contains(Granularity.CHARACTER)) {
            // What speaks where codes overlap: rounds are compared by what exists in each of them.
            all.add(
                    PassageAgreement.single(
                            own.continua(), Statistic.ALPHA_MASI, options, progress));
        }
        for (int level : upper(dimension)) {
            progress.check();
            PassageRounds.Passages above =
                    passages.of(work, dimension, request.matrix().withLevel(level));
            for (Estimate e :
                    PassageAgreement.of(
                            above.continua(),
                            options(above.continua(), GammaOptions.NONE),
                            progress)) {
                if (e.scope().equals("all") || e.scope().startsWith("all;")) {
                    all.add(e.in("level=" + level + e.scope().substring("all".length())));
                }
            }
        }
        return new DimensionAgreement(
                work.round(),
                own.matrix(),
                all,
                remarks(own, options),
                List.of(),
                n.missing(),
                Optional.of(own.continua()),
                Optional.of(own.sheet()));
    }

    private List<String> remarks(PassageRounds.Passages own, PassageOptions options) {
        List<String> remarks = new ArrayList<>(sealed());
        remarks.addAll(own.remarks());
        remarks.addAll(PassageAgreement.remarks(own.continua(), options));
        int alone = own.matrix().unmatched();
        if (alone > 0) {
            remarks.add(
                    Words.counted(alone, "source was", "sources were")
                            + " finished by one coder only and left out.");
        }
        return remarks;
    }

    private static Estimate none(Statistic statistic) {
        double nan = Double.NaN;
        return new Estimate(
                statistic,
                "all",
                nan,
                nan,
                nan,
                nan,
                "none",
                nan,
                0,
                0,
                0,
                0,
                nan,
                nan,
                Optional.of("no source was finished by two coders"));
    }

    private PassageOptions options(Continua continua, GammaOptions gamma) {
        AgreementReading reading = request.reading();
        int reference = reading.reference().map(continua.coders()::indexOf).orElse(-1);
        return new PassageOptions(
                request.passages().granularities(),
                reading.marking(),
                reading.uncoded(),
                reference < 0 ? OptionalInt.empty() : OptionalInt.of(reference),
                0.5,
                gamma,
                numbers.replicates(),
                numbers.seed(),
                numbers.confidence());
    }

    private List<Estimate> estimates(RatingMatrix matrix, AgreementOptions options) {
        if (matrix.dimension().choice() == Choice.MANY && !request.matrix().asWritten()) {
            return Agreement.of(matrix.setTable(), options, progress);
        }
        List<Estimate> all = new ArrayList<>(unweighted(matrix, options));
        AgreementOptions whole = options.withScopes(false, false).withScaling(Scaling.RANKS);
        if (matrix.ordered()) {
            RatingTable ranked = matrix.ranked();
            for (Weights weights : request.reading().weights()) {
                add(all, Agreement.of(ranked, whole.withWeights(weights), progress), weights);
            }
        }
        matrix.inTree()
                .ifPresent(
                        table ->
                                add(
                                        all,
                                        Agreement.of(
                                                table, whole.withWeights(Weights.TREE), progress),
                                        Weights.TREE));
        return all;
    }

    private static void add(List<Estimate> all, List<Estimate> weighted, Weights weights) {
        for (Estimate e : weighted) {
            if (!e.statistic().index()) {
                all.add(e.in("all;weights=" + weights.key()));
            }
        }
    }

    /// Values without weights; alpha of an order at the ordinal level, on the values that have a rank.
    private List<Estimate> unweighted(RatingMatrix matrix, AgreementOptions options) {
        if (!matrix.ordered()) {
            return Agreement.of(matrix.table(), options, progress);
        }
        AgreementOptions ordinal = options.withLevel(Level.ORDINAL);
        if (matrix.unranked() == 0) {
            return Agreement.of(matrix.table(), ordinal, progress);
        }
        Map<String, Estimate> alphas = new HashMap<>();
        for (Estimate e :
                Agreement.of(
                        matrix.ranked(), ordinal.withScopes(options.pairs(), false), progress)) {
            if (e.statistic() == Statistic.KRIPPENDORFF_ALPHA) {
                alphas.put(e.scope(), e);
            }
        }
        return Agreement.of(matrix.table(), options, progress).stream()
                .map(
                        e ->
                                e.statistic() == Statistic.KRIPPENDORFF_ALPHA
                                        ? alphas.getOrDefault(e.scope(), e)
                                        : e)
                .toList();
    }

    private RatingMatrix matrix(Dimension dimension, int level) {
        return builders.computeIfAbsent(
                        level, l -> new MatrixBuilder(work, request.matrix().withLevel(l)))
                .of(dimension);
    }

    /// The levels above the leaves; none when a level was asked for, or written values.
    private List<Integer> upper(Dimension dimension) {
        List<Integer> levels = new ArrayList<>();
        if (request.matrix().level() == 0 && !request.matrix().asWritten()) {
            int depth = dimension.codes().stream().mapToInt(RoundNumbers::depth).max().orElse(1);
            for (int level = 1; level < depth; level++) {
                levels.add(level);
            }
        }
        return levels;
    }

    private static int depth(Code code) {
        return 1 + code.children().stream().mapToInt(RoundNumbers::depth).max().orElse(0);
    }
}
