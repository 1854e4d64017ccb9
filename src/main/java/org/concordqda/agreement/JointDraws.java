package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Replicates of two tables over the same units.
final class JointDraws {
    private final Member first;
    private final Member second;
    private final int[] firstOf;
    private final int[] secondOf;
    private final Draws draws;
    private final String drawn;

    /// A coefficient as a place in a family.
    private record Member(Sums family, int place, Patterns patterns) {
        static Member of(Difference.Side side) {
            Plan plan = Plan.of(side.table(), side.options());
            Patterns patterns =
                    Patterns.of(side.table(), plan.active(), side.options().missing(), true);
            if (plan.kept().length < side.table().categories().size()) {
                patterns = patterns.only(patterns.used());
            }
            WeightMatrix w = plan.weights().matrix();
            WeightMatrix m =
                    side.sets()
                            .flatMap(sets -> closeness(sets, side.statistic(), plan))
                            .orElseGet(() -> plan.ordinal() ? w : plan.metric().matrix());
            ExchangeableSums plain = new ExchangeableSums(patterns, w, m);
            Sums family =
                    switch (side.statistic()) {
                        case CONGER_KAPPA -> new CongerSums(plain);
                        case COHEN_KAPPA, LIGHT_KAPPA ->
                                new PairSums(
                                        patterns,
                                        patterns.coders == 2
                                                ? plan.pairWeights(patterns).matrix()
                                                : w);
                        case KRIPPENDORFF_ALPHA, ALPHA_MASI, ALPHA_JACCARD ->
                                plan.ordinal() ? new OrdinalSums(patterns) : plain;
                        default -> plain;
                    };
            return new Member(family, place(family, side.statistic()), patterns);
        }

        private static Optional<WeightMatrix> closeness(
                SetTable sets, Statistic statistic, Plan plan) {
            return switch (statistic) {
                case ALPHA_MASI ->
                        Optional.of(sets.closeness(SetDistance.MASI, plan.kept()).matrix());
                case ALPHA_JACCARD ->
                        Optional.of(sets.closeness(SetDistance.JACCARD, plan.kept()).matrix());
                default -> Optional.empty();
            };
        }

        private static int place(Sums family, Statistic statistic) {
            Statistic sought =
                    switch (statistic) {
                        case SCOTT_PI -> Statistic.FLEISS_KAPPA;
                        case ALPHA_MASI, ALPHA_JACCARD -> Statistic.KRIPPENDORFF_ALPHA;
                        default -> statistic;
                    };
            int at = Arrays.asList(family.statistics()).indexOf(sought);
            return Math.max(0, at);
        }

        double value(int[] counts, double[] out) {
            double[] sums = new double[family.length()];
            family.addAll(sums, counts);
            family.coefficients(sums, new double[family.scratch()], out);
            return out[3 * place];
        }
    }

    private JointDraws(
            Member first, Member second, int[] firstOf, int[] secondOf, Draws draws, String drawn) {
        this.first = first;
        this.second = second;
        this.firstOf = firstOf;
        this.secondOf = secondOf;
        this.draws = draws;
        this.drawn = drawn;
    }

    static JointDraws of(Difference.Side a, Difference.Side b) {
        Member first = Member.of(a);
        Member second = Member.of(b);
        int[] left = first.patterns().ofUnit();
        int[] right = second.patterns().ofUnit();
        Map<Long, Integer> ids = new HashMap<>();
        int[] ofUnit = new int[left.length];
        int[] firstOf = new int[left.length];
        int[] secondOf = new int[left.length];
        int[] counts = new int[left.length];
        for (int u = 0; u < left.length; u++) {
            if (left[u] < 0 && right[u] < 0) {
                ofUnit[u] = -1;
                continue;
            }
            long key = ((long) left[u] << 32) ^ (right[u] & 0xFFFFFFFFL);
            int next = ids.size();
            Integer known = ids.putIfAbsent(key, next);
            int id = known == null ? next : known;
            ofUnit[u] = id;
            firstOf[id] = left[u];
            secondOf[id] = right[u];
            counts[id]++;
        }
        int size = ids.size();
        int[] clusters = a.table().clusters();
        boolean whole = clusters != null && Plan.of(a.table(), a.options()).method().byCluster();
        Draws draws =
                whole && clusters != null
                        ? new Draws.ClusterDraws(ofUnit, clusters)
                        : Draws.counts(Arrays.copyOf(counts, size));
        return new JointDraws(
                first,
                second,
                Arrays.copyOf(firstOf, size),
                Arrays.copyOf(secondOf, size),
                draws,
                whole ? "whole " + a.table().clusterName() + "s" : "units");
    }

    int size() {
        return draws.size();
    }

    String drawn() {
        return drawn;
    }

    double[] differences(AgreementOptions options, Progress progress) {
        double[] differences = new double[options.replicates()];
        IntStream.range(0, differences.length)
                .parallel()
                .forEach(
                        b -> {
                            progress.check();
                            differences[b] = difference(new SplitMix(options.seed() + b));
                        });
        return differences;
    }

    private double difference(SplitMix random) {
        int[] joint = new int[firstOf.length];
        draws.draw(random, joint);
        int[] left = new int[first.patterns().size()];
        int[] right = new int[second.patterns().size()];
        for (int id = 0; id < joint.length; id++) {
            if (firstOf[id] >= 0) {
                left[firstOf[id]] += joint[id];
            }
            if (secondOf[id] >= 0) {
                right[secondOf[id]] += joint[id];
            }
        }
        double[] out = new double[15];
        return second.value(right, out) - first.value(left, out);
    }
}
