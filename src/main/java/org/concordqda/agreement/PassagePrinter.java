package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Turns a family of coefficients of passages into estimates with intervals.
///
/// @param coders who opened anything
record PassagePrinter(PassageOptions options, Progress progress, int coders) {
    void print(PassageFamily family, ClusterMap clusters, PassageCounts counts, List<Estimate> to) {
        progress.check();
        double[] sums = family.whole();
        Statistic[] statistics = family.statistics();
        String[] scopes = family.scopes();
        double[] c = new double[3 * statistics.length];
        family.coefficients(sums, new double[family.scratch()], c);
        Resampled resampled = resample(family, clusters);
        for (int s = 0; s < statistics.length; s++) {
            double value = c[3 * s];
            Optional<String> undefined = Optional.empty();
            Ends ends = Ends.none(Double.NaN, "none");
            if (coders < 2) {
                undefined = Optional.of(coders == 0 ? "nobody opened a source" : "only one coder");
                value = Double.NaN;
            } else if (Double.isNaN(value)) {
                undefined = Optional.of(family.reason(s, sums));
            } else if (resampled.values().length > 0) {
                ends = resampled.ends(s, value);
            } else {
                ends = Ends.none(Double.NaN, none(clusters));
            }
            boolean tested = ends.se() > 0 && statistics[s].chanceCorrected();
            to.add(
                    new Estimate(
                            statistics[s],
                            scopes[s],
                            value,
                            ends.se(),
                            ends.low(),
                            ends.high(),
                            ends.words(),
                            tested ? StudentT.twoSided(value / ends.se(), ends.df()) : Double.NaN,
                            counts.n(),
                            counts.pairable(),
                            counts.missing(),
                            counts.dropped(),
                            coders < 2 ? Double.NaN : c[3 * s + 1],
                            coders < 2 ? Double.NaN : c[3 * s + 2],
                            undefined));
        }
    }

    private String none(ClusterMap clusters) {
        if (!clusters.usable()) {
            return clusters.reason();
        }
        return options.replicates() == 0 ? "none" : "none: a single " + clusters.name();
    }

    private Resampled resample(PassageFamily family, ClusterMap clusters) {
        if (!clusters.usable() || clusters.size() < 2 || options.replicates() == 0 || coders < 2) {
            return Resampled.NONE;
        }
        double[][] values =
                Bootstrap.run(
                        new SparseSums(family, clusters.size()),
                        clusters.draws(),
                        clusters.size(),
                        options.replicates(),
                        options.seed(),
                        progress);
        String words =
                "bootstrap of whole "
                        + clusters.name()
                        + "s, percentile, "
                        + String.format(Locale.ROOT, "%,d", options.replicates())
                        + " replicates";
        return new Resampled(values, new double[0], clusters.size(), words, options.confidence());
    }
}
