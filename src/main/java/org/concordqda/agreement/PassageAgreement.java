package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Every coefficient of passages, in one pass: the entry point for spans as [Agreement] is for tables.
///
/// Scopes: `all`, `coded or not`, `code=NAME`, with more than two coders `code=NAME;pair=A,B`; precision
/// and recall add `;reference=A`; granularities other than characters add `;at=sentence`, and
/// `(half)` where half of the segment must be coded. Observed and expected are *disagreements* for the
/// unitizing alphas and gamma, agreements for what is counted place by place.
///
/// Intervals resample whole sources when there are ten or more, else the paragraphs given, else there is
/// none and `interval` says why. Nothing is thrown for what the spans hold. Pure: safe from any thread.
public final class PassageAgreement {
    private PassageAgreement() {}

    /// Every coefficient asked for.
    ///
    /// @throws org.concordqda.job.Cancelled when the progress was cancelled
    public static List<Estimate> of(Continua continua, PassageOptions options, Progress progress) {
        List<Estimate> all = new ArrayList<>();
        int[] active = continua.active();
        List<Continuum> sources = continua.sources();
        ClusterMap clusters = ClusterMap.of(sources);
        PassageCounts spans = PassageCounts.spans(continua, active.length);
        PassageCounts places = PassageCounts.places(sources, active.length);
        PassagePrinter printer = new PassagePrinter(options, progress, active.length);
        printer.print(new Unitizing1995(continua, clusters), clusters, spans, all);
        printer.print(new DomainSums(continua, sources, clusters, true, ""), clusters, places, all);
        if (options.gamma().wanted()) {
            GammaSums gamma =
                    new GammaSums(sources, clusters, options.gamma(), options.seed(), progress);
            printer.print(gamma, clusters, spans, all);
        }
        for (Granularity granularity : Granularity.values()) {
            if (!options.granularities().contains(granularity)) {
                continue;
            }
            progress.check();
            if (granularity == Granularity.CHARACTER) {
                printer.print(
                        new CodePairSums(continua, sources, active, clusters, options, true, ""),
                        clusters,
                        places,
                        all);
                printer.print(new SetSums(continua, sources, clusters, ""), clusters, places, all);
            } else {
                coarse(continua, granularity, clusters, options, printer, active, all);
            }
        }
        return List.copyOf(all);
    }

    /// The coefficient that speaks for the whole: uα, or where codes of one coder overlap, so that uα does not
    /// exist, α of the sets of codes per character with MASI distance.
    public static Statistic lead(Continua continua) {
        return continua.exclusive() ? Statistic.U_ALPHA : Statistic.ALPHA_MASI;
    }

    /// One coefficient of the whole, [Statistic#U_ALPHA] or [Statistic#ALPHA_MASI] of characters.
    ///
    /// @throws org.concordqda.job.Cancelled when the progress was cancelled
    public static Estimate single(
            Continua continua, Statistic statistic, PassageOptions options, Progress progress) {
        int coders = continua.active().length;
        ClusterMap clusters = ClusterMap.of(continua.sources());
        List<Estimate> all = new ArrayList<>();
        new PassagePrinter(options, progress, coders)
                .print(
                        family(continua, statistic, clusters),
                        clusters,
                        PassageCounts.places(continua.sources(), coders),
                        all);
        return all.stream()
                .filter(e -> e.statistic() == statistic && e.scope().equals("all"))
                .findFirst()
                .orElseThrow();
    }

    /// The family that holds a coefficient of the whole.
    static PassageFamily family(Continua continua, Statistic statistic, ClusterMap clusters) {
        return switch (statistic) {
            case U_ALPHA -> new DomainSums(continua, continua.sources(), clusters, true, "");
            case ALPHA_MASI -> new SetSums(continua, continua.sources(), clusters, "");
            default ->
                    throw new IllegalArgumentException(
                            statistic.label() + " is not computed by itself for passages.");
        };
    }

    private static void coarse(
            Continua continua,
            Granularity granularity,
            ClusterMap clusters,
            PassageOptions options,
            PassagePrinter printer,
            int[] active,
            List<Estimate> all) {
        Optional<int[][]> starts = starts(continua, granularity);
        if (starts.isEmpty() || (granularity == Granularity.SOURCE && starts.get().length < 2)) {
            return;
        }
        List<Continuum> sources = new ArrayList<>();
        for (int s = 0; s < starts.get().length; s++) {
            sources.add(continua.sources().get(s).coarse(starts.get()[s], options.marking()));
        }
        ClusterMap map =
                granularity == Granularity.SOURCE
                        ? ClusterMap.sources("source", sources.size(), "")
                        : clusters.usable()
                                ? clusters.coarse(starts.get())
                                : ClusterMap.sources("", sources.size(), clusters.reason());
        String suffix =
                ";at=" + granularity.key() + (options.marking() == Marking.HALF ? "(half)" : "");
        PassageCounts places = PassageCounts.places(sources, active.length);
        printer.print(new DomainSums(continua, sources, map, false, suffix), map, places, all);
        printer.print(
                new CodePairSums(continua, sources, active, map, options, false, suffix),
                map,
                places,
                all);
        printer.print(new SetSums(continua, sources, map, suffix), map, places, all);
    }

    private static Optional<int[][]> starts(Continua continua, Granularity granularity) {
        int[][] starts = new int[continua.sources().size()][];
        for (int s = 0; s < starts.length; s++) {
            int[] own = continua.sources().get(s).starts(granularity);
            if (own == null) {
                return Optional.empty();
            }
            starts[s] = own;
        }
        return Optional.of(starts);
    }

    /// What the reader of the numbers must know: coders who opened nothing, sources only one coder
    /// opened, codes that overlap, granularities left out, whether uncoded text counts.
    public static List<String> remarks(Continua continua, PassageOptions options) {
        List<String> remarks = new ArrayList<>();
        int[] active = continua.active();
        for (int g = 0; g < continua.coders().size(); g++) {
            if (Arrays.binarySearch(active, g) < 0) {
                remarks.add(continua.coders().get(g) + " opened no source and is left out.");
            }
        }
        long alone = continua.sources().stream().filter(s -> s.presentCoders().length < 2).count();
        if (alone > 0) {
            remarks.add(
                    alone
                            + " of "
                            + continua.sources().size()
                            + " sources were not opened by two coders and are left out.");
        }
        if (!continua.exclusive()) {
            remarks.add(
                    "Different codes of one coder overlap: uα, cuα and (k)uα are not defined for"
                            + " the whole; each code has its own |uα, and α with sets of codes counts"
                            + " every position with all its codes.");
        }
        for (Granularity granularity : Granularity.values()) {
            if (options.granularities().contains(granularity)
                    && granularity != Granularity.CHARACTER
                    && starts(continua, granularity).isEmpty()) {
                remarks.add(
                        "Nothing is computed per "
                                + granularity.key()
                                + ": where each begins is not known of every text.");
            }
        }
        remarks.add(
                options.uncoded()
                        ? "Uncoded text counts."
                        : "Text that nobody coded does not count.");
        return List.copyOf(remarks);
    }
}
