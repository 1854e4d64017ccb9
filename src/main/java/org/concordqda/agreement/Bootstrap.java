package org.concordqda.agreement;

import org.concordqda.job.Cancelled;
import org.concordqda.job.Progress;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Resampling of units or clusters. Replicate b draws from its own generator seeded with seed + b and
/// adds its patterns in one order, so the result does not depend on how many threads share the work.
final class Bootstrap {
    /// With a larger share of undefined replicates there is no interval.
    static final double TOLERATED = 0.05;

    private static final int CHUNK = 16;

    private Bootstrap() {}

    /// The replicates of one coefficient.
    ///
    /// @param values sorted, undefined ones left out
    /// @param undefined how many were
    /// @param below how many lay below the estimate, ties counted half
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Replicates(double[] values, int undefined, double below) {
        double standardError() {
            if (values.length < 2) {
                return Double.NaN;
            }
            double mean = Arrays.stream(values).sum() / values.length;
            double sum = 0;
            for (double v : values) {
                sum += (v - mean) * (v - mean);
            }
            return Math.sqrt(sum / (values.length - 1));
        }

        boolean usable() {
            return values.length > 1
                    && undefined <= TOLERATED * (values.length + (double) undefined);
        }

        /// The p-quantile, type 7 of Hyndman and Fan.
        double quantile(double p) {
            double at = p * (values.length - 1);
            int low = (int) Math.floor(Math.clamp(at, 0, values.length - 1.0));
            int high = Math.min(low + 1, values.length - 1);
            return values[low] + (at - low) * (values[high] - values[low]);
        }
    }

    /// A family that takes part in the draws.
    ///
    /// @param patterns how many it has
    /// @param group members in a row with one number have the same patterns and map
    /// @param map where each pattern drawn is counted for this family, -1 nowhere; null when they are the same
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Member(Sums family, int group, int patterns, int @Nullable [] map) {}

    /// Values of every statistic of a family, `[statistic][replicate]`, NaN where undefined.
    ///
    /// @throws Cancelled when the progress was cancelled
    static double[][] run(
            Sums family, Draws draws, int patterns, int replicates, long seed, Progress progress) {
        List<Member> one = List.of(new Member(family, 0, patterns, null));
        return run(one, draws, patterns, replicates, seed, progress).getFirst();
    }

    /// The same for several families, each replicate drawn once for all of them.
    ///
    /// @param patterns how many are drawn from
    static List<double[][]> run(
            List<Member> members,
            Draws draws,
            int patterns,
            int replicates,
            long seed,
            Progress progress) {
        List<double[][]> values = new ArrayList<>();
        for (Member member : members) {
            values.add(new double[member.family().statistics().length][replicates]);
        }
        int chunks = (replicates + CHUNK - 1) / CHUNK;
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, chunks)
                .parallel()
                .forEach(
                        chunk -> {
                            progress.check();
                            int from = chunk * CHUNK;
                            int to = Math.min(replicates, from + CHUNK);
                            part(members, draws, patterns, seed, values, from, to);
                            int ready = done.incrementAndGet();
                            progress.report((double) ready / chunks, "Bootstrap");
                        });
        return values;
    }

    private static void part(
            List<Member> members,
            Draws draws,
            int patterns,
            long seed,
            List<double[][]> values,
            int from,
            int to) {
        int[] drawn = new int[patterns];
        int[][] counts = new int[members.size()][];
        double[][] sums = new double[members.size()][];
        double[][] scratch = new double[members.size()][];
        double[][] out = new double[members.size()][];
        for (int i = 0; i < counts.length; i++) {
            Member member = members.get(i);
            boolean shared = i > 0 && members.get(i - 1).group() == member.group();
            counts[i] =
                    member.map() == null
                            ? drawn
                            : shared ? counts[i - 1] : new int[member.patterns()];
            sums[i] = new double[member.family().length()];
            scratch[i] = new double[member.family().scratch()];
            out[i] = new double[3 * values.get(i).length];
        }
        for (int b = from; b < to; b++) {
            draws.draw(new SplitMix(seed + b), drawn);
            for (int i = 0; i < counts.length; i++) {
                Member member = members.get(i);
                int[] map = member.map();
                boolean fresh = i == 0 || members.get(i - 1).group() != member.group();
                if (map != null && fresh) {
                    count(drawn, map, counts[i]);
                }
                Arrays.fill(sums[i], 0);
                member.family().addAll(sums[i], counts[i]);
                member.family().coefficients(sums[i], scratch[i], out[i]);
                double[][] of = values.get(i);
                for (int s = 0; s < of.length; s++) {
                    of[s][b] = out[i][3 * s];
                }
            }
        }
    }

    private static void count(int[] drawn, int[] map, int[] counts) {
        Arrays.fill(counts, 0);
        for (int p = 0; p < map.length; p++) {
            if (map[p] >= 0) {
                counts[map[p]] += drawn[p];
            }
        }
    }

    static Replicates replicates(double[] values, double estimate) {
        double[] defined = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double below = 0;
        for (double v : defined) {
            if (Math.abs(v - estimate) < Chance.NOTHING) {
                below += 0.5;
            } else if (v < estimate) {
                below++;
            }
        }
        return new Replicates(defined, values.length - defined.length, below);
    }

    /// The percentile interval.
    static double[] percentile(Replicates replicates, double confidence) {
        double tail = (1 - confidence) / 2;
        return new double[] {replicates.quantile(tail), replicates.quantile(1 - tail)};
    }

    /// The BCa interval of Efron 1987.
    ///
    /// @param acceleration from [#acceleration]
    static double[] bca(Replicates replicates, double confidence, double acceleration) {
        double share = replicates.below() / replicates.values().length;
        double floor = 0.5 / replicates.values().length;
        double z0 = StudentT.normalQuantile(Math.clamp(share, floor, 1 - floor));
        double tail = (1 - confidence) / 2;
        return new double[] {
            replicates.quantile(adjusted(z0, acceleration, tail)),
            replicates.quantile(adjusted(z0, acceleration, 1 - tail))
        };
    }

    private static double adjusted(double z0, double a, double p) {
        double z = z0 + StudentT.normalQuantile(p);
        return StudentT.normal(z0 + z / (1 - a * z));
    }

    /// Σd³ / 6(Σd²)^1.5 over leaving out one unit or cluster at a time, per statistic.
    static double[] acceleration(Sums family, Draws draws, double[] whole, Progress progress) {
        int statistics = family.statistics().length;
        int kinds = draws.kinds();
        double[][] left = new double[statistics][kinds];
        double[] sums = new double[whole.length];
        double[] scratch = new double[family.scratch()];
        double[] out = new double[3 * statistics];
        for (int kind = 0; kind < kinds; kind++) {
            if (kind % 256 == 0) {
                progress.check();
            }
            System.arraycopy(whole, 0, sums, 0, sums.length);
            draws.addKind(family, sums, kind, -1);
            family.coefficients(sums, scratch, out);
            for (int s = 0; s < statistics; s++) {
                left[s][kind] = out[3 * s];
            }
        }
        double[] acceleration = new double[statistics];
        for (int s = 0; s < statistics; s++) {
            acceleration[s] = skew(left[s], draws);
        }
        return acceleration;
    }

    private static double skew(double[] left, Draws draws) {
        double n = 0;
        double mean = 0;
        for (int kind = 0; kind < left.length; kind++) {
            if (!Double.isNaN(left[kind])) {
                n += draws.kindCount(kind);
                mean += draws.kindCount(kind) * left[kind];
            }
        }
        mean /= n;
        double squares = 0;
        double cubes = 0;
        for (int kind = 0; kind < left.length; kind++) {
            if (!Double.isNaN(left[kind])) {
                double d = mean - left[kind];
                squares += draws.kindCount(kind) * d * d;
                cubes += draws.kindCount(kind) * d * d * d;
            }
        }
        return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
    }
}
