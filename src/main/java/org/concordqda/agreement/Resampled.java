package org.concordqda.agreement;

import org.concordqda.job.Progress;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/// The replicates of a family and the intervals they give.
///
/// @param values `[statistic][replicate]`
/// @param acceleration per statistic, empty for percentile ends
/// @param units what was drawn how many times
/// @param words “bootstrap of units”
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record Resampled(
        double[][] values, double[] acceleration, int units, String words, double confidence) {
    static final Resampled NONE = new Resampled(new double[0][], new double[0], 0, "", 0);

    static Resampled of(
            Sums family,
            Patterns patterns,
            double[] whole,
            Optional<double[][]> ready,
            AgreementOptions options,
            IntervalMethod method,
            int @Nullable [] clusters,
            String cluster,
            Progress progress) {
        boolean byCluster = method.byCluster() && clusters != null;
        Draws draws =
                byCluster && clusters != null
                        ? Draws.clusters(patterns, clusters)
                        : Draws.units(patterns);
        double[][] values =
                ready.orElseGet(
                        () ->
                                Bootstrap.run(
                                        family,
                                        draws,
                                        patterns.size(),
                                        options.replicates(),
                                        options.seed(),
                                        progress));
        double[] acceleration =
                method.bca()
                        ? Bootstrap.acceleration(family, draws, whole, progress)
                        : new double[0];
        String words =
                words(
                        "bootstrap of "
                                + (byCluster ? "whole " + plural(cluster) : "units")
                                + (method.bca() ? ", BCa" : ", percentile"),
                        options);
        return new Resampled(values, acceleration, draws.size(), words, options.confidence());
    }

    /// A method with its replicates.
    static String words(String method, AgreementOptions options) {
        return String.format(Locale.ROOT, "%s, %,d replicates", method, options.replicates());
    }

    private static String plural(String cluster) {
        return cluster.endsWith("s") ? cluster : cluster + "s";
    }

    /// The interval of one statistic.
    Ends ends(int statistic, double value) {
        Bootstrap.Replicates replicates = Bootstrap.replicates(values[statistic], value);
        if (units < 2) {
            return Ends.none(
                    Double.NaN, "none: a single " + (words.contains("whole") ? "cluster" : "unit"));
        }
        double se = replicates.standardError();
        if (!replicates.usable()) {
            return Ends.none(
                    Double.NaN,
                    String.format(
                            Locale.ROOT,
                            "none: %,d of %,d replicates undefined",
                            replicates.undefined(),
                            values[statistic].length));
        }
        if (se < Chance.NOTHING) {
            return Ends.point(value);
        }
        double[] ends =
                acceleration.length == 0
                        ? Bootstrap.percentile(replicates, confidence)
                        : Bootstrap.bca(replicates, confidence, acceleration[statistic]);
        String undefined =
                replicates.undefined() == 0 ? "" : " (" + replicates.undefined() + " undefined)";
        return new Ends(
                se,
                ends[0],
                ends[1],
                words + undefined + ", " + Ends.percent(confidence),
                units - 1.0);
    }
}
