package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Every coefficient of a table with one value per unit, in one pass. The entry point of the package for
/// the study, the command line and the desk.
///
/// ```java
/// RatingTable table = RatingTable.ofLabels(List.of("Ana", "Ben"), rows);
/// for (Estimate e : Agreement.of(table, AgreementOptions.DEFAULT, Progress.NONE)) { … }
/// ```
///
/// Scopes: `all`; `pair=A,B` for each pair where more than two coders rated; `code=NAME` for each category
/// against the rest. A coefficient that does not exist says why in [Estimate#undefined]; nothing is thrown
/// for what a table holds. Pure: safe from any thread.
public final class Agreement {
    static final Set<Statistic> TWO =
            EnumSet.of(
                    Statistic.PERCENT_AGREEMENT,
                    Statistic.COHEN_KAPPA,
                    Statistic.SCOTT_PI,
                    Statistic.FLEISS_KAPPA,
                    Statistic.CONGER_KAPPA,
                    Statistic.LIGHT_KAPPA,
                    Statistic.BRENNAN_PREDIGER,
                    Statistic.GWET_AC,
                    Statistic.KRIPPENDORFF_ALPHA);
    static final Set<Statistic> MANY =
            EnumSet.of(
                    Statistic.PERCENT_AGREEMENT,
                    Statistic.FLEISS_KAPPA,
                    Statistic.CONGER_KAPPA,
                    Statistic.LIGHT_KAPPA,
                    Statistic.BRENNAN_PREDIGER,
                    Statistic.GWET_AC,
                    Statistic.KRIPPENDORFF_ALPHA);
    static final Set<Statistic> PAIR =
            EnumSet.of(
                    Statistic.PERCENT_AGREEMENT,
                    Statistic.COHEN_KAPPA,
                    Statistic.SCOTT_PI,
                    Statistic.BRENNAN_PREDIGER,
                    Statistic.GWET_AC,
                    Statistic.KRIPPENDORFF_ALPHA);
    static final Set<Statistic> CODE_TWO =
            EnumSet.of(
                    Statistic.PERCENT_AGREEMENT,
                    Statistic.COHEN_KAPPA,
                    Statistic.KRIPPENDORFF_ALPHA);
    static final Set<Statistic> CODE_MANY =
            EnumSet.of(
                    Statistic.PERCENT_AGREEMENT,
                    Statistic.FLEISS_KAPPA,
                    Statistic.CONGER_KAPPA,
                    Statistic.KRIPPENDORFF_ALPHA);

    /// Above this many categories the scopes per code are left out, and [#remarks] says so.
    static final int MOST_CODES = 1000;

    private Agreement() {}

    /// Every coefficient for every scope asked for.
    ///
    /// @throws org.concordqda.job.Cancelled when the progress was cancelled
    public static List<Estimate> of(
            RatingTable table, AgreementOptions options, Progress progress) {
        Plan plan = Plan.of(table, options);
        List<TableScope> scopes = new ArrayList<>();
        Patterns patterns = plan.patterns();
        int r = plan.active().length;
        Facts facts = Facts.of(patterns, plan.missingCode());
        boolean two = r == 2 || table.coders().size() <= 2;
        scopes.add(plan.scope("all", patterns, facts, two ? TWO : MANY, progress));
        if (options.pairs() && r > 2) {
            pairs(plan, scopes, progress);
        }
        if (options.codes() && r >= 2 && plan.labels().size() <= MOST_CODES) {
            for (int k = 0; k < plan.labels().size(); k++) {
                progress.check();
                String name = "code=" + plan.labels().get(k);
                Patterns code = patterns.against(k);
                scopes.add(plan.code(name, code, facts, r == 2 ? CODE_TWO : CODE_MANY, progress));
            }
        }
        return estimates(plan, scopes, progress);
    }

    static List<Estimate> estimates(Plan plan, List<TableScope> scopes, Progress progress) {
        SharedDraws shared = SharedDraws.of(plan, scopes, progress);
        return scopes.stream().flatMap(scope -> scope.withIndices(shared)).toList();
    }

    /// Every coefficient of a table of sets: alpha with MASI and with Jaccard distance, every unweighted
    /// coefficient over the exact sets, and each code by its presence. Weights and level do not apply.
    ///
    /// @throws org.concordqda.job.Cancelled when the progress was cancelled
    public static List<Estimate> of(SetTable table, AgreementOptions options, Progress progress) {
        return SetScopes.of(table, options, progress);
    }

    /// One coefficient of a table of sets: alpha with MASI or Jaccard distance, or, for any other, that of
    /// the exact sets.
    ///
    /// @throws org.concordqda.job.Cancelled when the progress was cancelled
    public static Estimate single(
            SetTable table, Statistic statistic, AgreementOptions options, Progress progress) {
        AgreementOptions plain = SetScopes.plain(options);
        return switch (statistic) {
            case ALPHA_MASI -> SetScopes.single(table, SetDistance.MASI, plain, progress);
            case ALPHA_JACCARD -> SetScopes.single(table, SetDistance.JACCARD, plain, progress);
            default -> single(table.exact(), statistic, plain, progress);
        };
    }

    /// One coefficient for the whole table.
    ///
    /// @throws org.concordqda.job.Cancelled when the progress was cancelled
    public static Estimate single(
            RatingTable table, Statistic statistic, AgreementOptions options, Progress progress) {
        if (NominalAlpha.fits(table, statistic, options)) {
            Optional<Estimate> direct = NominalAlpha.of(table, options);
            if (direct.isPresent()) {
                return direct.get();
            }
        }
        Plan plan = Plan.of(table, options);
        Facts facts = Facts.of(plan.patterns(), plan.missingCode());
        TableScope scope = plan.scope("all", plan.patterns(), facts, Set.of(statistic), progress);
        return scope.single(statistic, SharedDraws.of(plan, List.of(scope), progress));
    }

    private static void pairs(Plan plan, List<TableScope> scopes, Progress progress) {
        int r = plan.active().length;
        int least = plan.options().missing() == Missing.PAIRWISE ? 2 : 1;
        for (int g = 0; g < r; g++) {
            for (int h = g + 1; h < r; h++) {
                progress.check();
                Patterns two = plan.patterns().pair(g, h, least);
                String name = "pair=" + plan.coder(g) + "," + plan.coder(h);
                Facts facts = Facts.of(two, plan.missingCode());
                scopes.add(plan.scope(name, two, facts, PAIR, progress));
            }
        }
    }

    /// Why these options cannot be used with this table at all, as a sentence: the command line refuses
    /// with it. (Without asking, the coefficients concerned are undefined with the same reason.)
    public static Optional<String> refusal(RatingTable table, AgreementOptions options) {
        return Plan.refusal(table, options);
    }

    /// What the reader of the numbers must know about the table: coders who rated nothing, units left
    /// out, a coder who used one value only, ranks in place of values, pairs that share no unit.
    public static List<String> remarks(RatingTable table, AgreementOptions options) {
        return Remarks.of(table, options);
    }

    /// The same of a table of sets.
    public static List<String> remarks(SetTable table, AgreementOptions options) {
        return Remarks.of(table.exact(), table.codes().size(), SetScopes.plain(options));
    }

    /// The coders who rated at least one unit, as indices.
    static int[] active(RatingTable table) {
        int r = table.coders().size();
        boolean[] seen = new boolean[r];
        int[] cells = table.cells();
        int found = 0;
        for (int i = 0, g = 0; i < cells.length && found < r; i++, g = g + 1 == r ? 0 : g + 1) {
            if (!seen[g] && cells[i] >= 0) {
                seen[g] = true;
                found++;
            }
        }
        return IntStream.range(0, r).filter(g -> seen[g]).toArray();
    }
}
