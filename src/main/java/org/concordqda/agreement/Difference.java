package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The difference of two coefficients on the same units, by a bootstrap that draws each unit (or cluster)
/// for both at once: did the re-pilot help, is one coefficient really larger than the other?
///
/// @param first the coefficient taken away
/// @param second the coefficient it is taken from
/// @param value second − first, NaN when undefined
/// @param se standard deviation over the replicates
/// @param low lower end of the percentile interval
/// @param high upper end
/// @param interval the method in words
/// @param undefined why there is no difference
public record Difference(
        Estimate first,
        Estimate second,
        double value,
        double se,
        double low,
        double high,
        String interval,
        Optional<String> undefined) {

    /// One side of a comparison: row u of both tables is the same unit.
    ///
    /// @param table the ratings; for sets of codes the exact sets
    /// @param sets the sets that the categories of the table are, for alpha with a distance of sets
    public record Side(
            RatingTable table,
            Statistic statistic,
            AgreementOptions options,
            Optional<SetTable> sets) {
        /// A side of single values.
        public Side(RatingTable table, Statistic statistic, AgreementOptions options) {
            this(table, statistic, options, Optional.empty());
        }

        /// A side of sets of codes; weights and level do not apply.
        public static Side of(SetTable sets, Statistic statistic, AgreementOptions options) {
            return new Side(sets.exact(), statistic, SetScopes.plain(options), Optional.of(sets));
        }

        private Estimate estimate(Progress progress) {
            return sets.isPresent()
                    ? Agreement.single(sets.get(), statistic, options, progress)
                    : Agreement.single(table, statistic, options, progress);
        }
    }

    /// Compares two coefficients. Replicates, seed, confidence and clusters are those of the first side.
    ///
    /// @throws IllegalArgumentException when the tables have different numbers of units
    /// @throws org.concordqda.job.Cancelled when the progress was cancelled
    public static Difference of(Side first, Side second, Progress progress) {
        if (first.table().units() != second.table().units()) {
            throw new IllegalArgumentException(
                    "The tables must hold the same units: "
                            + first.table().units()
                            + " and "
                            + second.table().units()
                            + ".");
        }
        Estimate a = first.estimate(progress);
        Estimate b = second.estimate(progress);
        Optional<String> why = a.undefined().or(b::undefined);
        if (why.isPresent()) {
            return none(a, b, Double.NaN, "none", why);
        }
        JointDraws joint = JointDraws.of(first, second);
        double[] differences = joint.differences(first.options(), progress);
        return joint.size() < 2
                ? none(a, b, b.value() - a.value(), "none: a single one to draw", Optional.empty())
                : drawn(a, b, differences, joint.drawn(), first.options().confidence());
    }

    /// The difference of two codings of the same texts, for [PassageAgreement#lead]: source s of both is the
    /// same text. Whole sources, or paragraphs where there are fewer than ten, are drawn for both at once.
    ///
    /// @throws IllegalArgumentException when the sources are not the same texts
    /// @throws org.concordqda.job.Cancelled when the progress was cancelled
    public static Difference of(
            Continua first, Continua second, PassageOptions options, Progress progress) {
        Statistic statistic =
                first.exclusive() && second.exclusive() ? Statistic.U_ALPHA : Statistic.ALPHA_MASI;
        Estimate a = PassageAgreement.single(first, statistic, options, progress);
        Estimate b = PassageAgreement.single(second, statistic, options, progress);
        Optional<String> why = a.undefined().or(b::undefined);
        if (why.isPresent()) {
            return none(a, b, Double.NaN, "none", why);
        }
        ClusterMap clusters = ClusterMap.of(first.sources());
        ClusterMap others = ClusterMap.of(second.sources());
        if (first.sources().size() != second.sources().size() || clusters.size() != others.size()) {
            throw new IllegalArgumentException("The sources must be the same texts.");
        }
        if (!clusters.usable() || clusters.size() < 2 || options.replicates() == 0) {
            return none(a, b, b.value() - a.value(), a.interval(), Optional.empty());
        }
        // Replicate i draws the same clusters on both sides: the draw depends on the seed alone.
        double[] before = replicates(first, statistic, clusters, options, progress);
        double[] after = replicates(second, statistic, others, options, progress);
        double[] differences = new double[before.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = after[i] - before[i];
        }
        String what = "whole " + clusters.name() + "s";
        return drawn(a, b, differences, what, options.confidence());
    }

    private static double[] replicates(
            Continua of,
            Statistic statistic,
            ClusterMap clusters,
            PassageOptions options,
            Progress progress) {
        PassageFamily family = PassageAgreement.family(of, statistic, clusters);
        int at = Arrays.asList(family.statistics()).indexOf(statistic);
        return Bootstrap.run(
                new SparseSums(family, clusters.size()),
                clusters.draws(),
                clusters.size(),
                options.replicates(),
                options.seed(),
                progress)[at];
    }

    private static Difference none(
            Estimate a, Estimate b, double value, String interval, Optional<String> why) {
        double nan = Double.NaN;
        return new Difference(a, b, value, nan, nan, nan, interval, why);
    }

    private static Difference drawn(
            Estimate a, Estimate b, double[] differences, String drawn, double confidence) {
        double value = b.value() - a.value();
        Bootstrap.Replicates replicates = Bootstrap.replicates(differences, value);
        if (!replicates.usable()) {
            String words = "none: " + replicates.undefined() + " replicates undefined";
            return none(a, b, value, words, Optional.empty());
        }
        double[] ends = Bootstrap.percentile(replicates, confidence);
        double se = replicates.standardError();
        String words =
                se < Chance.NOTHING
                        ? Ends.NOT_ESTIMABLE
                        : "paired bootstrap of "
                                + drawn
                                + ", percentile, "
                                + String.format(Locale.ROOT, "%,d", differences.length)
                                + " replicates, "
                                + Ends.percent(confidence);
        return new Difference(a, b, value, se, ends[0], ends[1], words, Optional.empty());
    }

    /// The difference in a sentence's worth of words: whether the interval leaves out 0.
    public boolean clear() {
        return undefined.isEmpty() && (low > 0 || high < 0);
    }
}
