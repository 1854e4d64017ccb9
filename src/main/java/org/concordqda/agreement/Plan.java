package org.concordqda.agreement;

import org.concordqda.job.Progress;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A table made ready under some options: who is active, the distinct rows, weights and metric.
///
/// @param missingCode the category that stands for “missing”, or -1
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record Plan(
        RatingTable table,
        AgreementOptions options,
        int[] active,
        List<String> labels,
        int[] kept,
        Patterns patterns,
        int missingCode,
        IntervalMethod method,
        WeightSets.Built weights,
        WeightSets.Built metric) {

    static Plan of(RatingTable table, AgreementOptions options) {
        int[] active = Agreement.active(table);
        IntervalMethod method = method(table, options);
        boolean asCategory = options.missing() == Missing.CATEGORY;
        int q = table.categories().size();
        Patterns patterns = Patterns.of(table, active, options.missing(), method.byCluster());
        List<String> labels = table.categories();
        double[] numbers = table.numbers();
        int[] kept = IntStream.range(0, q).toArray();
        int[] used = table.listed() ? new int[0] : patterns.used();
        if (!table.listed() && used.length < patterns.categories && used.length > 0) {
            // What a policy or a selection left without ratings is no category of this table.
            int[] left =
                    asCategory && used[used.length - 1] != q
                            ? IntStream.concat(Arrays.stream(used), IntStream.of(q)).toArray()
                            : used;
            patterns = patterns.only(left).asRoot();
            kept = Arrays.copyOf(left, asCategory ? left.length - 1 : left.length);
            List<String> all = labels;
            labels = Arrays.stream(kept).mapToObj(all::get).toList();
            double[] every = numbers;
            numbers =
                    every == null ? null : Arrays.stream(kept).mapToDouble(k -> every[k]).toArray();
        }
        double[] scale =
                numbers == null || options.scaling() == Scaling.RANKS
                        ? WeightSets.ranks(labels.size())
                        : numbers;
        WeightSets.Built weights =
                options.weights() == Weights.TREE
                        ? WeightSets.of(table.tree(), kept, asCategory)
                        : WeightSets.of(options.weights(), scale, asCategory);
        WeightSets.Built metric = metric(table, options, weights, labels.size(), numbers);
        return new Plan(
                table,
                options,
                active,
                labels,
                kept,
                patterns,
                asCategory ? labels.size() : -1,
                method,
                weights,
                metric);
    }

    /// The same plan with another metric of alpha.
    Plan withMetric(WeightSets.Built other) {
        return new Plan(
                table,
                options,
                active,
                labels,
                kept,
                patterns,
                missingCode,
                method,
                weights,
                other);
    }

    boolean ordinal() {
        return options.level().filter(l -> l == Level.ORDINAL).isPresent();
    }

    /// The weights of the two coders of a table on the units both rated: as those of the table, but ranks
    /// are among the categories these ratings use (as R's irr and scikit-learn rank them), unless listed or
    /// ordinal.
    WeightSets.Built pairWeights(Patterns two) {
        boolean ranked = table.numbers() == null || options.scaling() == Scaling.RANKS;
        if (table.listed()
                || !ranked
                || options.weights() == Weights.ORDINAL
                || options.weights() == Weights.TREE
                || weights.refused()
                || missingCode >= 0) {
            return weights;
        }
        boolean[] seen = new boolean[labels.size()];
        for (int p = 0; p < two.size(); p++) {
            if (two.rated(p) == 2) {
                seen[two.code(p, 0)] = true;
                seen[two.code(p, 1)] = true;
            }
        }
        int used = 0;
        double[] ranks = new double[seen.length];
        for (int k = 0; k < seen.length; k++) {
            used += seen[k] ? 1 : 0;
            ranks[k] = Math.max(1, used);
        }
        return used == 0 || used == seen.length
                ? weights
                : WeightSets.of(options.weights(), ranks, false);
    }

    static IntervalMethod method(RatingTable table, AgreementOptions options) {
        int[] clusters = table.clusters();
        if (options.interval() == IntervalMethod.AUTO) {
            return clusters != null && anyShared(clusters)
                    ? IntervalMethod.CLUSTER
                    : IntervalMethod.ANALYTIC;
        }
        if (options.interval().byCluster() && clusters == null) {
            return options.interval() == IntervalMethod.CLUSTER
                    ? IntervalMethod.PERCENTILE
                    : IntervalMethod.BCA;
        }
        return options.interval();
    }

    /// Clusters are numbered by first appearance, so n units in n clusters are 0 … n−1 in order.
    private static boolean anyShared(int[] clusters) {
        for (int u = 0; u < clusters.length; u++) {
            if (clusters[u] != u) {
                return true;
            }
        }
        return false;
    }

    private static WeightSets.Built metric(
            RatingTable table,
            AgreementOptions options,
            WeightSets.Built weights,
            int q,
            double @Nullable [] numbers) {
        Optional<Level> level = options.level();
        if (level.isEmpty()) {
            return weights;
        }
        Optional<String> refusal = refusal(table, options);
        if (refusal.isPresent()) {
            return new WeightSets.Built(WeightMatrix.identity(0), refusal.get());
        }
        if (level.get() == Level.NOMINAL) {
            int size = options.missing() == Missing.CATEGORY ? q + 1 : q;
            return new WeightSets.Built(WeightMatrix.identity(size), "");
        }
        if (level.get() == Level.ORDINAL) {
            return new WeightSets.Built(WeightMatrix.identity(q), "");
        }
        return WeightSets.of(level.get(), numbers == null ? new double[0] : numbers);
    }

    static Optional<String> refusal(RatingTable table, AgreementOptions options) {
        Level level = options.level().orElse(Level.NOMINAL);
        if (options.population() > 0 && options.population() < table.units()) {
            return Optional.of(
                    "the population of "
                            + options.population()
                            + " units is smaller than the "
                            + table.units()
                            + " units here");
        }
        if (options.level().isPresent() && options.weights() != Weights.IDENTITY) {
            return Optional.of(
                    "a level sets alpha's metric and weights set it too: give one of them");
        }
        if (level != Level.NOMINAL && options.missing() == Missing.CATEGORY) {
            return Optional.of(
                    "“missing” as a category has no place on the " + level.key() + " scale");
        }
        if (level == Level.INTERVAL || level == Level.RATIO) {
            double[] numbers = table.numbers();
            if (numbers == null && !table.categories().isEmpty()) {
                String odd =
                        table.categories().stream()
                                .filter(l -> WrittenLabels.values(List.of(l)).isEmpty())
                                .findFirst()
                                .orElse("");
                return Optional.of(
                        "the " + level.key() + " level needs numbers, and “" + odd + "” is none");
            }
            if (numbers != null && level == Level.RATIO && WeightSets.hasOpposites(numbers)) {
                return Optional.of("the ratio level is not defined for a value and its opposite");
            }
        }
        return Optional.empty();
    }

    String coder(int activeIndex) {
        return table.coders().get(active[activeIndex]);
    }

    private int @Nullable [] clusters() {
        return table.clusters();
    }

    TableScope scope(
            String name, Patterns of, Facts facts, Set<Statistic> wanted, Progress progress) {
        // One scale for all pairs of a table of more coders, so that Light's kappa is the mean of
        // theirs.
        WeightSets.Built paired = of.coders == 2 && active.length == 2 ? pairWeights(of) : weights;
        return new TableScope(
                name,
                of,
                facts,
                options,
                method,
                weights,
                paired,
                metric,
                ordinal(),
                clusters(),
                table.clusterName(),
                wanted,
                progress);
    }

    /// A code against the rest: always unweighted and nominal.
    TableScope code(
            String name, Patterns of, Facts facts, Set<Statistic> wanted, Progress progress) {
        WeightSets.Built two = new WeightSets.Built(WeightMatrix.identity(of.categories), "");
        return new TableScope(
                name,
                of,
                facts,
                options,
                method,
                two,
                two,
                two,
                false,
                clusters(),
                table.clusterName(),
                wanted,
                progress);
    }
}
