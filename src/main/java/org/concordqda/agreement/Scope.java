package org.concordqda.agreement;

import org.concordqda.job.Progress;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One scope (all, a pair, a code) of one table: its families, their values, and their intervals.
final class Scope {
    private final String name;
    private final Patterns patterns;
    private final Facts facts;
    private final AgreementOptions options;
    private final IntervalMethod method;
    private final WeightSets.Built weights;
    private final WeightSets.Built paired;
    private final WeightSets.Built metric;
    private final boolean ordinal;
    private final int @Nullable [] clusters;
    private final String drawn;
    private final Progress progress;

    /// @param patterns of the coders in order
    /// @param method never AUTO
    /// @param paired weights of Cohen's kappa
    /// @param ordinal alpha by mid-ranks instead of `metric`
    /// @param clusters one per unit, for the cluster methods
    /// @param drawn what a cluster is
    Scope(
            String name,
            Patterns patterns,
            Facts facts,
            AgreementOptions options,
            IntervalMethod method,
            WeightSets.Built weights,
            WeightSets.Built paired,
            WeightSets.Built metric,
            boolean ordinal,
            int @Nullable [] clusters,
            String drawn,
            Progress progress) {
        this.name = name;
        this.patterns = patterns;
        this.facts = facts;
        this.options = options;
        this.method = method;
        this.weights = weights;
        this.paired = paired;
        this.metric = metric;
        this.ordinal = ordinal;
        this.clusters = clusters;
        this.drawn = drawn;
        this.progress = progress;
    }

    /// The wanted statistics, in their order of declaration.
    List<Estimate> estimates(Set<Statistic> wanted) {
        Map<Statistic, Estimate> found = new EnumMap<>(Statistic.class);
        Optional<String> nothing = nothing();
        for (Statistic statistic : wanted) {
            Optional<String> refusal = nothing.or(() -> refusal(statistic));
            refusal.ifPresent(why -> found.put(statistic, undefined(statistic, why)));
        }
        if (found.size() < wanted.size()) {
            compute(wanted, found);
        }
        List<Estimate> list = new ArrayList<>();
        for (Statistic statistic : wanted) {
            Estimate estimate = found.get(statistic);
            if (estimate != null) {
                list.add(estimate);
            }
        }
        return list;
    }

    /// One statistic, undefined where this table cannot have it.
    Estimate single(Statistic statistic) {
        List<Estimate> found = estimates(Set.of(statistic));
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        return undefined(
                statistic,
                Agreement.TWO.contains(statistic)
                        ? "it is for two coders, not " + patterns.coders
                        : "it is not computed from one value per unit");
    }

    private Optional<String> nothing() {
        if (facts.n() == 0) {
            return Optional.of(
                    facts.dropped() == 0 ? "no units" : "no unit is left: " + reasonForDrops());
        }
        if (patterns.coders < 2) {
            return Optional.of("only one coder");
        }
        return facts.pairable() == 0
                ? Optional.of("no unit coded by two coders")
                : Optional.empty();
    }

    private String reasonForDrops() {
        return switch (options.missing()) {
            case AVAILABLE, CATEGORY -> "nobody coded any";
            case PAIRWISE -> "no unit coded by two coders";
            case COMPLETE -> "no unit coded by every coder";
        };
    }

    private Optional<String> refusal(Statistic statistic) {
        if (statistic != Statistic.KRIPPENDORFF_ALPHA) {
            return weights.refused() ? Optional.of(weights.refusal()) : Optional.empty();
        }
        return metric.refused() ? Optional.of(metric.refusal()) : Optional.empty();
    }

    private void compute(Set<Statistic> wanted, Map<Statistic, Estimate> found) {
        WeightMatrix w =
                weights.refused() ? WeightMatrix.identity(patterns.categories) : weights.matrix();
        WeightMatrix m =
                metric.refused() || ordinal
                        ? WeightMatrix.identity(patterns.categories)
                        : metric.matrix();
        Patterns plain = method.bootstrap() || ordinal ? patterns.unordered() : patterns;
        ExchangeableSums exchangeable = new ExchangeableSums(plain, w, m);
        if (wanted.stream().anyMatch(s -> exchangeable(s) && !(ordinal && alpha(s)))) {
            family(exchangeable, plain, exchangeable, wanted, found);
        }
        if (ordinal && wanted.stream().anyMatch(Scope::alpha)) {
            family(new OrdinalSums(plain), plain, exchangeable, wanted, found);
        }
        if (wanted.contains(Statistic.CONGER_KAPPA)) {
            ExchangeableSums own =
                    plain.equals(patterns) ? exchangeable : new ExchangeableSums(patterns, w, m);
            family(new CongerSums(own), patterns, own, wanted, found);
        }
        boolean cohen = wanted.contains(Statistic.COHEN_KAPPA) && patterns.coders == 2;
        if (cohen || wanted.contains(Statistic.LIGHT_KAPPA)) {
            WeightMatrix two = paired.refused() ? w : paired.matrix();
            family(new PairSums(patterns, two), patterns, exchangeable, wanted, found);
        }
    }

    private static boolean alpha(Statistic statistic) {
        return statistic == Statistic.KRIPPENDORFF_ALPHA;
    }

    private static boolean exchangeable(Statistic statistic) {
        return switch (statistic) {
            case CONGER_KAPPA, COHEN_KAPPA, LIGHT_KAPPA -> false;
            default -> true;
        };
    }

    private void family(
            Sums family,
            Patterns of,
            ExchangeableSums agreement,
            Set<Statistic> wanted,
            Map<Statistic, Estimate> found) {
        double[] sums = new double[family.length()];
        family.addAll(sums, of.counts());
        Statistic[] statistics = family.statistics();
        double[] c = new double[3 * statistics.length];
        family.coefficients(sums, new double[family.scratch()], c);
        boolean byDrawing = method.bootstrap() || family instanceof OrdinalSums;
        Resampled resampled =
                byDrawing
                        ? Resampled.of(family, of, sums, options, method, clusters, drawn, progress)
                        : Resampled.NONE;
        for (int s = 0; s < statistics.length; s++) {
            for (Statistic statistic : printed(statistics[s])) {
                if (!wanted.contains(statistic)
                        || found.containsKey(statistic)
                        || (ordinal
                                && statistic == Statistic.KRIPPENDORFF_ALPHA
                                && family.equals(agreement))) {
                    continue;
                }
                double value = c[3 * s];
                if (Double.isNaN(value)) {
                    found.put(statistic, variationless(statistic, c[3 * s + 1], c[3 * s + 2]));
                    continue;
                }
                Ends ends =
                        byDrawing
                                ? resampled.ends(s, value)
                                : Ends.analytic(
                                        value,
                                        standardError(family, agreement, sums, s, c),
                                        units(family, sums),
                                        options.confidence(),
                                        formula(family));
                double p = p(statistic, family, sums, value, ends);
                found.put(
                        statistic,
                        new Estimate(
                                statistic,
                                name,
                                value,
                                ends.se(),
                                ends.low(),
                                ends.high(),
                                ends.words(),
                                p,
                                facts.n(),
                                facts.pairable(),
                                facts.missing(),
                                facts.dropped(),
                                c[3 * s + 1],
                                c[3 * s + 2],
                                Optional.empty()));
            }
        }
    }

    /// With two coders Scott's pi is another name of Fleiss' kappa, and Light's of Cohen's.
    private List<Statistic> printed(Statistic statistic) {
        if (patterns.coders == 2 && statistic == Statistic.FLEISS_KAPPA) {
            return List.of(Statistic.FLEISS_KAPPA, Statistic.SCOTT_PI);
        }
        return patterns.coders == 2 && statistic == Statistic.COHEN_KAPPA
                ? List.of(Statistic.COHEN_KAPPA, Statistic.LIGHT_KAPPA)
                : List.of(statistic);
    }

    private double units(Sums family, double[] sums) {
        return family instanceof PairSums && patterns.coders == 2 ? sums[0] : facts.n();
    }

    private static double standardError(
            Sums family, ExchangeableSums agreement, double[] sums, int which, double[] c) {
        return switch (family) {
            case ExchangeableSums e -> Linearised.exchangeable(e, sums, which, c);
            case CongerSums g -> Linearised.conger(g, agreement, sums, c);
            case PairSums p -> Linearised.pairs(p, sums);
            default -> Double.NaN;
        };
    }

    private String formula(Sums family) {
        if (family instanceof PairSums) {
            return patterns.coders == 2 ? "Fleiss–Cohen–Everitt" : "linearised";
        }
        return "Gwet";
    }

    private double p(Statistic statistic, Sums family, double[] sums, double value, Ends ends) {
        if (statistic == Statistic.PERCENT_AGREEMENT || !(ends.se() > 0)) {
            return Double.NaN;
        }
        if (family instanceof PairSums two && patterns.coders == 2 && !method.bootstrap()) {
            double se = Linearised.cohenNull(two, sums);
            return se > 0 ? 2 * StudentT.normal(-Math.abs(value) / se) : Double.NaN;
        }
        return StudentT.twoSided(value / ends.se(), ends.df());
    }

    private Estimate variationless(Statistic statistic, double observed, double expected) {
        return new Estimate(
                statistic,
                name,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "none",
                Double.NaN,
                facts.n(),
                facts.pairable(),
                facts.missing(),
                facts.dropped(),
                observed,
                expected,
                Optional.of("no variation"));
    }

    private Estimate undefined(Statistic statistic, String why) {
        return new Estimate(
                statistic,
                name,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "none",
                Double.NaN,
                facts.n(),
                facts.pairable(),
                facts.missing(),
                facts.dropped(),
                Double.NaN,
                Double.NaN,
                Optional.of(why));
    }
}
