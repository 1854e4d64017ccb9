package org.concordqda.study;

import org.concordqda.agreement.Agreement;
import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.GammaOptions;
import org.concordqda.agreement.Granularity;
import org.concordqda.agreement.Marking;
import org.concordqda.agreement.PassageAgreement;
import org.concordqda.agreement.PassageOptions;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixBuilder;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.analysis.RatingMatrix;
import org.concordqda.analysis.RoundWork;
import org.concordqda.job.Progress;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.Dimension;

import java.util.ArrayList;
import java.util.EnumSet;
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

    /// Who rated what is worked out once per level of a tree, for all dimensions.
    private final Map<Integer, MatrixBuilder> builders = new HashMap<>();

    RoundNumbers(
            RoundWork work, Agreements.Request request, PassageRounds passages, Progress progress) {
        this.work = work;
        this.request = request;
        this.passages = passages;
        this.progress = progress;
    }

    /// One value, or one set of values, per unit or source.
    DimensionAgreement ratings(Dimension dimension, List<String> folded) {
        MatrixOptions options = request.matrix();
        RatingMatrix matrix = matrix(dimension, options.level());
        List<Estimate> all = new ArrayList<>(estimates(matrix, request.numbers()));
        AgreementOptions whole = request.numbers().withScopes(false, false);
        for (int level : upper(dimension)) {
            progress.check();
            for (Estimate e : estimates(matrix(dimension, level), whole)) {
                all.add(e.in("level=" + level));
            }
        }
        return new DimensionAgreement(
                work.round(),
                matrix,
                all,
                Agreement.remarks(matrix.table(), request.numbers()),
                folded);
    }

    /// Passages of the text.
    DimensionAgreement passages(Dimension dimension) {
        AgreementOptions n = request.numbers();
        PassageOptions options = options(n, GammaOptions.DEFAULT);
        PassageRounds.Passages own = passages.of(work, dimension, request.matrix());
        List<Estimate> all = new ArrayList<>();
        if (own.continua().sources().isEmpty()) {
            for (Statistic s : NOTHING) {
                all.add(none(s));
            }
            return new DimensionAgreement(
                    work.round(), own.matrix(), all, remarks(own, options), List.of());
        }
        for (Estimate e : PassageAgreement.of(own.continua(), options, progress)) {
            boolean code = e.scope().startsWith("code=");
            boolean pair = e.scope().contains("pair=");
            if ((n.codes() || !code) && (n.pairs() || !pair)) {
                all.add(e);
            }
        }
        for (int level : upper(dimension)) {
            progress.check();
            PassageRounds.Passages above =
                    passages.of(work, dimension, request.matrix().withLevel(level));
            for (Estimate e :
                    PassageAgreement.of(
                            above.continua(), options(n, GammaOptions.NONE), progress)) {
                if (e.scope().equals("all") || e.scope().startsWith("all;")) {
                    all.add(e.in("level=" + level + e.scope().substring("all".length())));
                }
            }
        }
        return new DimensionAgreement(
                work.round(), own.matrix(), all, remarks(own, options), List.of());
    }

    private static List<String> remarks(PassageRounds.Passages own, PassageOptions options) {
        List<String> remarks = new ArrayList<>(own.remarks());
        remarks.addAll(PassageAgreement.remarks(own.continua(), options));
        int alone = own.matrix().unmatched();
        if (alone > 0) {
            remarks.add(
                    alone
                            + (alone == 1 ? " source was" : " sources were")
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

    private static PassageOptions options(AgreementOptions n, GammaOptions gamma) {
        return new PassageOptions(
                EnumSet.allOf(Granularity.class),
                Marking.ANY,
                true,
                OptionalInt.empty(),
                0.5,
                gamma,
                n.replicates(),
                n.seed(),
                n.confidence());
    }

    private List<Estimate> estimates(RatingMatrix matrix, AgreementOptions numbers) {
        boolean sets = matrix.dimension().choice() == Choice.MANY && !request.matrix().asWritten();
        return sets
                ? Agreement.of(matrix.setTable(), numbers, progress)
                : Agreement.of(matrix.table(), numbers, progress);
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
