package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The scopes of a table of sets: exact sets as categories, alpha with MASI and with Jaccard, and each code
/// by its presence.
final class SetScopes {
    private static final Set<Statistic> ALPHA = EnumSet.of(Statistic.KRIPPENDORFF_ALPHA);

    private SetScopes() {}

    static List<Estimate> of(SetTable table, AgreementOptions options, Progress progress) {
        AgreementOptions plain = plain(options);
        Plan plan = Plan.of(table.exact(), plain);
        List<Asked> all = new ArrayList<>();
        int r = plan.active().length;
        boolean two = r == 2 || table.exact().coders().size() <= 2;
        Metrics metrics = Metrics.of(table, plan);
        Set<Statistic> wanted = two ? Agreement.TWO : Agreement.MANY;
        scope(plan, metrics, "all", plan.patterns(), wanted, all, progress);
        if (options.pairs() && r > 2) {
            int least = options.missing() == Missing.PAIRWISE ? 2 : 1;
            for (int g = 0; g < r; g++) {
                for (int h = g + 1; h < r; h++) {
                    Patterns pair = plan.patterns().pair(g, h, least);
                    String name = "pair=" + plan.coder(g) + "," + plan.coder(h);
                    scope(plan, metrics, name, pair, Agreement.PAIR, all, progress);
                }
            }
        }
        if (options.codes() && r >= 2 && table.codes().size() <= Agreement.MOST_CODES) {
            Set<Statistic> each = two ? Agreement.CODE_TWO : Agreement.CODE_MANY;
            for (int k = 0; k < table.codes().size(); k++) {
                progress.check();
                Patterns has = presence(table, plan, k);
                Facts facts = Facts.of(has, plan.missingCode() < 0 ? -1 : 2);
                String name = "code=" + table.codes().get(k);
                all.add(new Asked(plan.code(name, has, facts, each, progress), Optional.empty()));
            }
        }
        SharedDraws shared =
                SharedDraws.of(plan, all.stream().map(Asked::scope).toList(), progress);
        return all.stream().flatMap(asked -> asked.estimates(shared)).toList();
    }

    /// Weights and level do not apply to sets.
    static AgreementOptions plain(AgreementOptions options) {
        return options.withWeights(Weights.IDENTITY).withoutLevel();
    }

    /// Alpha by a distance, for the whole table.
    static Estimate single(
            SetTable table, SetDistance distance, AgreementOptions options, Progress progress) {
        Plan plan = Plan.of(table.exact(), options);
        Plan set = plan.withMetric(metric(table, plan, distance));
        Facts facts = Facts.of(plan.patterns(), plan.missingCode());
        TableScope scope = set.scope("all", plan.patterns(), facts, ALPHA, progress);
        return scope.single(
                        Statistic.KRIPPENDORFF_ALPHA,
                        SharedDraws.of(plan, List.of(scope), progress))
                .as(statistic(distance));
    }

    /// Who holds code k: 0 or 1 for each exact set, and 2 for “missing” as a category.
    private static Patterns presence(SetTable table, Plan plan, int k) {
        int[] to = new int[plan.patterns().categories];
        for (int c = 0; c < to.length; c++) {
            to[c] = c == plan.missingCode() ? 2 : table.holds(plan.kept()[c], k) ? 1 : 0;
        }
        return plan.patterns().recoded(to, plan.missingCode() < 0 ? 2 : 3);
    }

    /// A scope, and the name its alpha goes by when that is not its own.
    private record Asked(TableScope scope, Optional<Statistic> as) {
        Stream<Estimate> estimates(SharedDraws shared) {
            return scope.withIndices(shared)
                    .map(e -> as.map(statistic -> e.as(statistic)).orElse(e));
        }
    }

    private record Metrics(WeightSets.Built masi, WeightSets.Built jaccard) {
        static Metrics of(SetTable table, Plan plan) {
            return new Metrics(
                    metric(table, plan, SetDistance.MASI),
                    metric(table, plan, SetDistance.JACCARD));
        }
    }

    private static Statistic statistic(SetDistance distance) {
        return distance == SetDistance.MASI ? Statistic.ALPHA_MASI : Statistic.ALPHA_JACCARD;
    }

    private static void scope(
            Plan plan,
            Metrics metrics,
            String name,
            Patterns patterns,
            Set<Statistic> wanted,
            List<Asked> all,
            Progress progress) {
        progress.check();
        Facts facts = Facts.of(patterns, plan.missingCode());
        for (SetDistance distance : List.of(SetDistance.MASI, SetDistance.JACCARD)) {
            Plan set =
                    plan.withMetric(
                            distance == SetDistance.MASI ? metrics.masi() : metrics.jaccard());
            TableScope scope = set.scope(name, patterns, facts, ALPHA, progress);
            all.add(new Asked(scope, Optional.of(statistic(distance))));
        }
        TableScope exact = plan.scope(name, patterns, facts, wanted, progress);
        all.add(new Asked(exact, Optional.empty()));
    }

    private static WeightSets.Built metric(SetTable table, Plan plan, SetDistance distance) {
        return plan.missingCode() >= 0
                ? new WeightSets.Built(
                        WeightMatrix.identity(0),
                        "“missing” as a category has no distance to a set")
                : table.closeness(distance, plan.kept());
    }
}
