package org.concordqda.agreement;

import org.concordqda.job.Progress;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Krippendorff's own bootstrap of alpha (Hayes and Krippendorff 2007; the algorithm of 2006): for each of a
/// unit's m(m − 1)/2 pairs a pair is drawn from all observed pairs, and alpha is 1 less
/// 2δ² / (n.. D_e (m − 1)) for each. It takes the pairs of one unit as independent, so with five coders its
/// 95 % hold the truth in 72 % only: for comparison with published intervals, never a default. Values below
/// −1 are discarded, as published; the published correction of the frequency of alpha = 1 is not made.
final class PairBootstrap {
    private static final String WORDS =
            "Krippendorff’s bootstrap of pairs, for comparison only (too narrow with more than two"
                    + " coders)";

    /// Distinct distances of pairs, and how many observed pairs have each.
    private final double[] distance;

    private final long[] count;

    /// How many pairs the units with m ratings have, by m.
    private final long[] pairs;

    /// 2 / (n.. D_e).
    private final double scale;

    private PairBootstrap(double[] distance, long[] count, long[] pairs, double scale) {
        this.distance = distance;
        this.count = count;
        this.pairs = pairs;
        this.scale = scale;
    }

    /// @param given metric of alpha as weights; null for the ordinal level, whose metric the ratings make
    static PairBootstrap of(Patterns patterns, @Nullable WeightMatrix given) {
        WeightMatrix metric = given == null ? midRanks(patterns) : given;
        int q = patterns.categories;
        double[] margins = new double[q];
        long[] pairs = new long[patterns.coders + 1];
        CategoryPairs met = new CategoryPairs(q);
        long[] times = new long[64];
        long same = 0;
        for (int p = 0; p < patterns.size(); p++) {
            int m = patterns.rated(p);
            if (m < 2) {
                continue;
            }
            long units = patterns.count(p);
            pairs[m] += units * m * (m - 1) / 2;
            for (int g = 0; g < patterns.coders; g++) {
                int c = patterns.code(p, g);
                if (c < 0) {
                    continue;
                }
                margins[c] += units;
                for (int h = g + 1; h < patterns.coders; h++) {
                    int d = patterns.code(p, h);
                    if (d == c) {
                        same += units;
                    } else if (d >= 0) {
                        int at = met.of(c, d);
                        if (at >= times.length) {
                            times = Arrays.copyOf(times, Math.max(2 * times.length, at + 1));
                        }
                        times[at] += units;
                    }
                }
            }
        }
        double ratings = Arrays.stream(margins).sum();
        TreeMap<Double, Long> kinds = new TreeMap<>();
        kinds.put(0.0, same);
        for (int i = 0; i < Math.min(times.length, met.size()); i++) {
            if (times[i] > 0) {
                double far = 1 - metric.get(met.low(i), met.high(i));
                kinds.merge(far, times[i], Long::sum);
            }
        }
        // Σ n_c n_d (1 − w), as w is 1 on the diagonal.
        double chance = ratings * ratings - metric.form(margins);
        double expected = chance / (ratings * (ratings - 1));
        return new PairBootstrap(
                kinds.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                kinds.values().stream().mapToLong(Long::longValue).toArray(),
                pairs,
                2 / (ratings * expected));
    }

    /// The interval.
    Ends ends(double value, int units, AgreementOptions options, Progress progress) {
        double[] drawn = values(options.replicates(), options.seed(), progress);
        return new Resampled(
                        new double[][] {drawn},
                        new double[0],
                        units,
                        Resampled.words(WORDS, options),
                        options.confidence())
                .ends(0, value);
    }

    /// The ordinal metric of these ratings, as weights.
    private static WeightMatrix midRanks(Patterns of) {
        double[] counts = new double[of.categories];
        for (int p = 0; p < of.size(); p++) {
            for (int g = 0; g < of.coders && of.rated(p) > 1; g++) {
                if (of.code(p, g) >= 0) {
                    counts[of.code(p, g)] += of.count(p);
                }
            }
        }
        double[] ranks = new double[counts.length];
        double before = 0;
        for (int k = 0; k < ranks.length; k++) {
            ranks[k] = before + counts[k] / 2;
            before += counts[k];
        }
        return WeightSets.of(Level.INTERVAL, ranks).matrix();
    }

    /// The replicates, NaN where discarded.
    private double[] values(int replicates, long seed, Progress progress) {
        double[] values = new double[replicates];
        IntStream.range(0, replicates)
                .parallel()
                .forEach(
                        b -> {
                            if (b % 64 == 0) {
                                progress.check();
                            }
                            double alpha = value(new SplitMix(seed + b));
                            values[b] = alpha < -1 ? Double.NaN : alpha;
                        });
        return values;
    }

    private double value(SplitMix random) {
        double alpha = 1;
        for (int m = 2; m < pairs.length; m++) {
            alpha -= pairs[m] == 0 ? 0 : scale * drawn(random, pairs[m]) / (m - 1);
        }
        return alpha;
    }

    /// The sum of the distances of so many pairs drawn from all: a chain of binomials over their kinds.
    private double drawn(SplitMix random, long pairs) {
        long left = pairs;
        long mass = Arrays.stream(count).sum();
        double sum = 0;
        for (int k = 0; k < distance.length && left > 0; k++) {
            long x =
                    count[k] == mass
                            ? left
                            : Multinomial.binomial(
                                    random, Math.toIntExact(left), (double) count[k] / mass);
            sum += x * distance[k];
            left -= x;
            mass -= count[k];
        }
        return sum;
    }
}
