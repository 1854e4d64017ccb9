package org.concordqda.agreement;

import org.concordqda.job.Progress;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One scope (all, a pair, a code) of one table: its families, their values, and their intervals.
final class TableScope {
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
    private final Set<Statistic> wanted;
    private final List<Job> jobs;

    /// @param patterns of the coders in order
    /// @param method never AUTO
    /// @param paired weights of Cohen's kappa
    /// @param ordinal alpha by mid-ranks instead of `metric`
    /// @param clusters one per unit, for the cluster methods
    /// @param drawn what a cluster is
    /// @param wanted what to compute; printed in the order of declaration
    TableScope(
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
            Set<Statistic> wanted,
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
        this.wanted = wanted;
        this.jobs = families();
    }

    /// A family of this scope that takes part in draws.
    record Drawn(Sums family, Patterns patterns) {}

    /// The families whose intervals are drawn.
    List<Drawn> drawn() {
        return jobs.stream()
                .filter(job -> byDrawing(job.family()))
                .map(job -> new Drawn(job.family(), job.of()))
                .toList();
    }

    /// The wanted statistics, in their order of declaration.
    ///
    /// @param shared what was drawn for all scopes together; a family that is not in it draws for itself
    List<Estimate> estimates(SharedDraws shared) {
        Map<Statistic, Estimate> found = new EnumMap<>(Statistic.class);
        for (Statistic statistic : wanted) {
            Optional<String> refusal = nothing().or(() -> refusal(statistic));
            refusal.ifPresent(why -> found.put(statistic, undefined(statistic, why)));
        }
        if (found.size() < wanted.size()) {
            jobs.forEach(job -> family(job, shared, found));
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

    /// The same, and where they are two coders what describes their kappa.
    Stream<Estimate> withIndices(SharedDraws shared) {
        List<Estimate> beside =
                wanted.contains(Statistic.COHEN_KAPPA) && nothing().isEmpty()
                        ? TwoCoderIndices.of(name, patterns, facts, name.startsWith("code="))
                        : List.of();
        return Stream.concat(estimates(shared).stream(), beside.stream());
    }

    /// One statistic, undefined where this table cannot have it.
    Estimate single(Statistic statistic, SharedDraws shared) {
        List<Estimate> found = estimates(shared);
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

    /// A family to be computed.
    ///
    /// @param of its patterns
    /// @param agreement the agreement within each of them
    private record Job(Sums family, Patterns of, ExchangeableSums agreement) {}

    private List<Job> families() {
        List<Job> list = new ArrayList<>();
        if (nothing().isPresent()) {
            return list;
        }
        WeightMatrix w =
                weights.refused() ? WeightMatrix.identity(patterns.categories) : weights.matrix();
        WeightMatrix m =
                metric.refused() || ordinal
                        ? WeightMatrix.identity(patterns.categories)
                        : metric.matrix();
        Patterns plain = method.bootstrap() || ordinal ? patterns.unordered() : patterns;
        ExchangeableSums exchangeable = new ExchangeableSums(plain, w, m);
        if (wanted.stream().anyMatch(s -> exchangeable(s) && !(ordinal && alpha(s)))) {
            list.add(new Job(exchangeable, plain, exchangeable));
        }
        if (ordinal && wanted.stream().anyMatch(TableScope::alpha)) {
            list.add(new Job(new OrdinalSums(plain), plain, exchangeable));
        }
        if (wanted.contains(Statistic.CONGER_KAPPA)) {
            ExchangeableSums own =
                    plain.equals(patterns) ? exchangeable : new ExchangeableSums(patterns, w, m);
            list.add(new Job(new CongerSums(own), patterns, own));
        }
        boolean cohen = wanted.contains(Statistic.COHEN_KAPPA) && patterns.coders == 2;
        if (cohen || wanted.contains(Statistic.LIGHT_KAPPA)) {
            WeightMatrix two = paired.refused() ? w : paired.matrix();
            list.add(new Job(new PairSums(patterns, two), patterns, exchangeable));
        }
        return list;
    }

    private boolean byDrawing(Sums family) {
        return method.bootstrap()
                || (family instanceof OrdinalSums && method != IntervalMethod.PAIRS);
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

    private void family(Job job, SharedDraws shared, Map<Statistic, Estimate> found) {
        Sums family = job.family();
        Patterns of = job.of();
        ExchangeableSums agreement = job.agreement();
        double[] sums = new double[family.length()];
        family.addAll(sums, of.counts());
        Statistic[] statistics = family.statistics();
        double[] c = new double[3 * statistics.length];
        family.coefficients(sums, new double[family.scratch()], c);
        boolean byDrawing = byDrawing(family);
        Resampled resampled =
                byDrawing
                        ? Resampled.of(
                                family,
                                of,
                                sums,
                                shared.of(family),
                                options,
                                method,
                                clusters,
                                drawn,
                                progress)
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
                        method == IntervalMethod.PAIRS && alpha(statistic)
                                ? PairBootstrap.of(of, ordinal ? null : metric.matrix())
                                        .ends(value, facts.pairable(), options, progress)
                                : byDrawing
                                        ? resampled.ends(s, value)
                                        : Ends.analytic(
                                                value,
                                                standardError(family, agreement, sums, s, c)
                                                        * sampled(),
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

    /// √(1 − n/N).
    private double sampled() {
        double share = options.population() == 0 ? 0 : (double) facts.n() / options.population();
        return Math.sqrt(1 - Math.min(1, share));
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
        String formula =
                !(family instanceof PairSums)
                        ? "Gwet"
                        : patterns.coders == 2 ? "Fleiss–Cohen–Everitt" : "linearised";
        return options.population() == 0
                ? formula
                : String.format(
                        Locale.ROOT,
                        "%s, for a population of %,d units",
                        formula,
                        options.population());
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
        return valueless(statistic, observed, expected, "no variation");
    }

    private Estimate undefined(Statistic statistic, String why) {
        return valueless(statistic, Double.NaN, Double.NaN, why);
    }

    private Estimate valueless(Statistic statistic, double observed, double expected, String why) {
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
                Optional.of(why));
    }
}
