package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// The replicates of all scopes of one table: each is drawn once and read by every family, so that a
/// coefficient, its pairs and its codes stand on the same draws and nothing is drawn twice.
final class SharedDraws {
    /// With more distinct rows each family draws from its own, which are fewer.
    static final int MOST = 20_000;

    /// A scope that holds less than this share of the units draws from its own, or many replicates were
    /// without a unit of it.
    private static final int SHARE = 2;

    private final IdentityHashMap<Sums, double[][]> values = new IdentityHashMap<>();

    private SharedDraws() {}

    static SharedDraws of(Plan plan, List<TableScope> scopes, Progress progress) {
        SharedDraws shared = new SharedDraws();
        Patterns base = plan.patterns();
        List<Sums> families = new ArrayList<>();
        List<Bootstrap.Member> members = new ArrayList<>();
        List<Patterns> seen = new ArrayList<>();
        for (TableScope scope : scopes) {
            for (TableScope.Drawn drawn : scope.drawn()) {
                Patterns of = drawn.patterns();
                if (base.size() <= MOST && (long) SHARE * of.units() >= base.units()) {
                    if (!seen.contains(of)) {
                        seen.add(of);
                    }
                    families.add(drawn.family());
                    members.add(
                            new Bootstrap.Member(
                                    drawn.family(), seen.indexOf(of), of.size(), of.from(base)));
                }
            }
        }
        if (members.isEmpty()) {
            return shared;
        }
        int[] clusters = plan.table().clusters();
        Draws draws =
                plan.method().byCluster() && clusters != null
                        ? Draws.clusters(base, clusters)
                        : Draws.units(base);
        List<double[][]> found =
                Bootstrap.run(
                        members,
                        draws,
                        base.size(),
                        plan.options().replicates(),
                        plan.options().seed(),
                        progress);
        for (int i = 0; i < found.size(); i++) {
            shared.values.put(families.get(i), found.get(i));
        }
        return shared;
    }

    /// The replicates of a family that took part.
    Optional<double[][]> of(Sums family) {
        return Optional.ofNullable(values.get(family));
    }
}
