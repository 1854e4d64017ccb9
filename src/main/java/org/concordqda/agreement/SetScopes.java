package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The scopes of a table of sets: exact sets as categories, alpha with MASI and with Jaccard, and each code
/// by its presence.
final class SetScopes {
    private static final Set<Statistic> ALPHA = EnumSet.of(Statistic.KRIPPENDORFF_ALPHA);

    private SetScopes() {}

    static List<Estimate> of(SetTable table, AgreementOptions options, Progress progress) {
        AgreementOptions plain =
                new AgreementOptions(
                        Weights.IDENTITY,
                        Optional.empty(),
                        options.scaling(),
                        options.missing(),
                        options.interval(),
                        options.replicates(),
                        options.seed(),
                        options.confidence(),
                        options.pairs(),
                        options.codes());
        Plan plan = Plan.of(table.exact(), plain);
        List<Estimate> all = new ArrayList<>();
        int r = plan.active().length;
        boolean two = r == 2 || table.exact().coders().size() <= 2;
        scope(
                table,
                plan,
                "all",
                plan.patterns(),
                two ? Agreement.TWO : Agreement.MANY,
                all,
                progress);
        if (options.pairs() && r > 2) {
            int least = options.missing() == Missing.PAIRWISE ? 2 : 1;
            for (int g = 0; g < r; g++) {
                for (int h = g + 1; h < r; h++) {
                    Patterns pair = plan.patterns().pair(g, h, least);
                    String name = "pair=" + plan.coder(g) + "," + plan.coder(h);
                    scope(table, plan, name, pair, Agreement.PAIR, all, progress);
                }
            }
        }
        if (options.codes() && r >= 2 && table.codes().size() <= Agreement.MOST_CODES) {
            for (int k = 0; k < table.codes().size(); k++) {
                progress.check();
                Plan one = Plan.of(table.presence(k), plain);
                Facts facts = Facts.of(one.patterns(), one.missingCode());
                all.addAll(
                        one.scope("code=" + table.codes().get(k), one.patterns(), facts, progress)
                                .estimates(two ? Agreement.CODE_TWO : Agreement.CODE_MANY));
            }
        }
        return List.copyOf(all);
    }

    private static void scope(
            SetTable table,
            Plan plan,
            String name,
            Patterns patterns,
            Set<Statistic> wanted,
            List<Estimate> all,
            Progress progress) {
        progress.check();
        Facts facts = Facts.of(patterns, plan.missingCode());
        for (SetDistance distance : List.of(SetDistance.MASI, SetDistance.JACCARD)) {
            Plan set = plan.withMetric(metric(table, plan, distance));
            Statistic statistic =
                    distance == SetDistance.MASI ? Statistic.ALPHA_MASI : Statistic.ALPHA_JACCARD;
            for (Estimate e : set.scope(name, patterns, facts, progress).estimates(ALPHA)) {
                all.add(e.as(statistic));
            }
        }
        all.addAll(plan.scope(name, patterns, facts, progress).estimates(wanted));
    }

    private static WeightSets.Built metric(SetTable table, Plan plan, SetDistance distance) {
        return plan.missingCode() >= 0
                ? new WeightSets.Built(
                        WeightMatrix.identity(0),
                        "“missing” as a category has no distance to a set")
                : new WeightSets.Built(table.closeness(distance, plan.kept()), "");
    }
}
