package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Gamma of Mathet, Widlöcher and Métivier 2015 (*The unified and holistic method gamma*, Computational
/// Linguistics 41): 1 − observed / expected disorder, disorder being the cost of the best alignment over
/// the mean number of units per coder, and the expected one its mean over random continua. Several sources
/// are aligned each for itself and add up. In a bootstrap the expected disorder per unit of each source
/// stays as it was sampled.
final class GammaSums extends LinearSums {
    private final boolean tooLarge;
    private final boolean opened;

    GammaSums(
            List<Continuum> sources,
            ClusterMap clusters,
            GammaOptions options,
            long seed,
            Progress progress) {
        super(clusters.size(), 3);
        boolean large = false;
        boolean two = false;
        for (int s = 0; s < sources.size(); s++) {
            progress.check();
            int[] coders = sources.get(s).presentCoders();
            two |= coders.length > 1;
            if (coders.length > 1) {
                GammaUnits units = GammaUnits.of(sources.get(s), coders);
                large |= units.size() > 0 && !source(units, s, clusters, options, seed, progress);
            }
        }
        tooLarge = large;
        opened = two;
    }

    private boolean source(
            GammaUnits units,
            int s,
            ClusterMap clusters,
            GammaOptions options,
            long seed,
            Progress progress) {
        Optional<Alignment> best = Alignment.best(units, options);
        double expected = expected(units, options, seed, progress);
        if (best.isEmpty() || Double.isNaN(expected)) {
            return false;
        }
        double perCoder = 1.0 / units.coders();
        for (int u = 0; u < units.size(); u++) {
            double[] part = parts[clusters.at(s, (int) units.middle(u))];
            part[0] += best.get().share()[u];
            part[1] += perCoder;
            part[2] += perCoder * expected;
        }
        return true;
    }

    /// Mean disorder of random continua; NaN when one was too large. Sample b draws from seed + b.
    private static double expected(
            GammaUnits units, GammaOptions options, long seed, Progress progress) {
        GammaSampler sampler = new GammaSampler(units);
        double[] disorders =
                IntStream.range(0, options.samples())
                        .parallel()
                        .mapToDouble(
                                b -> {
                                    progress.check();
                                    GammaUnits drawn = sampler.draw(new SplitMix(seed + b));
                                    return Alignment.best(drawn, options)
                                            .map(a -> a.cost() * drawn.coders() / drawn.size())
                                            .orElse(Double.NaN);
                                })
                        .toArray();
        double sum = 0;
        for (double disorder : disorders) {
            sum += disorder;
        }
        return sum / disorders.length;
    }

    @Override
    public Statistic[] statistics() {
        return new Statistic[] {Statistic.GAMMA};
    }

    @Override
    public String[] scopes() {
        return new String[] {"all"};
    }

    @Override
    public void coefficients(double[] sums, double[] scratch, double[] out) {
        double observed = sums[1] > 0 ? sums[0] / sums[1] : Double.NaN;
        double expected = sums[1] > 0 ? sums[2] / sums[1] : Double.NaN;
        if (tooLarge) {
            put(out, 0, Double.NaN, Double.NaN, Double.NaN);
        } else if (observed == 0) {
            put(out, 0, 1, 0, expected);
        } else {
            disagreement(out, 0, observed, expected);
        }
    }

    @Override
    public String reason(int statistic, double[] sums) {
        if (tooLarge) {
            return "too many ways to align three or more coders: gamma is exact up to "
                    + TupleAlignment.STATES
                    + " states and "
                    + TupleAlignment.TUPLES
                    + " tuples; compare pairs of coders";
        }
        return opened ? "nothing coded" : "no text opened by two coders";
    }
}
