package org.concordqda.agreement;

import org.concordqda.job.Cancelled;
import org.concordqda.job.Progress;

import java.util.Arrays;
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

    /// Values of every statistic of a family, `[statistic][replicate]`, NaN where undefined.
    ///
    /// @throws Cancelled when the progress was cancelled
    static double[][] run(
            Sums family, Draws draws, int patterns, int replicates, long seed, Progress progress) {
        int statistics = family.statistics().length;
        double[][] values = new double[statistics][replicates];
        int chunks = (replicates + CHUNK - 1) / CHUNK;
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, chunks)
                .parallel()
                .forEach(
                        chunk -> {
                            progress.check();
                            part(family, draws, patterns, seed, values, chunk);
                            int ready = done.incrementAndGet();
                            progress.report((double) ready / chunks, "Bootstrap");
                        });
        return values;
    }

    private static void part(
            Sums family, Draws draws, int patterns, long seed, double[][] values, int chunk) {
        int replicates = values[0].length;
        int[] counts = new int[patterns];
        int[] work = new int[draws.work()];
        double[] sums = new double[family.length()];
        double[] scratch = new double[family.scratch()];
        double[] out = new double[3 * values.length];
        int end = Math.min(replicates, (chunk + 1) * CHUNK);
        for (int b = chunk * CHUNK; b < end; b++) {
            draws.draw(new SplitMix(seed + b), counts, work);
            Arrays.fill(sums, 0);
            family.addAll(sums, counts);
            family.coefficients(sums, scratch, out);
            for (int s = 0; s < values.length; s++) {
                values[s][b] = out[3 * s];
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
