package org.concordqda.study;

import org.concordqda.agreement.Agreement;
import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.IntervalMethod;
import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.AgreementReport.SourceName;
import org.concordqda.analysis.AgreementTable;
import org.concordqda.analysis.AgreementTable.Head;
import org.concordqda.analysis.AgreementTable.Kind;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.job.Progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// Agreement source by source: of the pairs of answers to its units, how many are equal. Of one dimension
/// also α within the source; over several dimensions the share is pooled, and the table says so.
final class SourceAgreement {
    /// z of 95 %.
    private static final double Z = 1.959963984540054;

    private SourceAgreement() {}

    /// What was counted of a source.
    private static final class Count {
        int units;
        int pairs;
        int equal;
        final List<Integer> rows = new ArrayList<>();
    }

    /// One row per source that two coders rated, the least agreed upon first.
    ///
    /// @param all dimensions of one round; those of passages are left out
    /// @param names how a source is called, by row id
    static AgreementTable of(
            List<DimensionAgreement> all,
            IntFunction<SourceName> names,
            AgreementOptions options,
            Progress progress) {
        List<DimensionAgreement> rated = all.stream().filter(d -> !d.passages()).toList();
        boolean one = rated.size() == 1;
        List<Head> heads = new ArrayList<>();
        heads.add(new Head("Source", Kind.NAME, ""));
        heads.add(new Head("title", Kind.WORDS, ""));
        heads.add(new Head(one ? "n" : "answered", Kind.COUNT, "units two coders answered"));
        heads.add(new Head("pairs", Kind.COUNT, "pairs of answers"));
        heads.add(new Head("equal", Kind.COUNT, "pairs of answers that are equal"));
        heads.add(new Head("agree", Kind.LEAD, "equal pairs of all pairs"));
        heads.add(new Head("95 % interval", Kind.INTERVAL, "of the share, after Wilson"));
        if (one) {
            heads.add(new Head("α", Kind.COEFFICIENT, "Krippendorff's α within the source"));
        }
        Map<Integer, Count> counts = new LinkedHashMap<>();
        rated.forEach(d -> count(d, counts));
        List<Line> lines = new ArrayList<>();
        AgreementOptions plain =
                options.withScopes(false, false).withInterval(IntervalMethod.ANALYTIC);
        counts.forEach(
                (source, c) -> {
                    progress.check();
                    if (c.pairs == 0) {
                        return;
                    }
                    SourceName name = names.apply(source);
                    List<Object> cells = new ArrayList<>();
                    cells.add(name.key());
                    cells.add(name.title());
                    cells.add(c.units);
                    cells.add(c.pairs);
                    cells.add(c.equal);
                    Estimate share = share(c);
                    cells.add(share);
                    cells.add(share);
                    if (one) {
                        RatingTable own =
                                rated.getFirst()
                                        .matrix()
                                        .table()
                                        .onlyUnits(
                                                c.rows.stream()
                                                        .mapToInt(Integer::intValue)
                                                        .toArray());
                        cells.add(
                                Agreement.single(
                                        own, Statistic.KRIPPENDORFF_ALPHA, plain, progress));
                    }
                    lines.add(
                            new Line(
                                    one ? Optional.of(rated.getFirst()) : Optional.empty(),
                                    "source",
                                    source,
                                    cells));
                });
        lines.sort(
                java.util.Comparator.comparingDouble(l -> ((Estimate) l.cells().get(5)).value()));
        List<String> notes = new ArrayList<>();
        notes.add("Intervals after Wilson, as if pairs of answers were independent.");
        if (!one) {
            notes.add(
                    "The share is pooled over "
                            + rated.size()
                            + " dimensions: it finds sources to look at, and is no measure of"
                            + " reliability.");
        }
        return new AgreementTable("By source", heads, lines, notes);
    }

    private static void count(DimensionAgreement d, Map<Integer, Count> counts) {
        RatingTable table = d.matrix().table();
        for (int u = 0; u < table.units(); u++) {
            Count c = counts.computeIfAbsent(d.matrix().rows().get(u).source(), s -> new Count());
            int pairs = 0;
            for (int g = 0; g < table.coders().size(); g++) {
                int a = table.cell(u, g);
                for (int h = g + 1; a >= 0 && h < table.coders().size(); h++) {
                    int b = table.cell(u, h);
                    pairs += b >= 0 ? 1 : 0;
                    c.equal += a == b ? 1 : 0;
                }
            }
            c.pairs += pairs;
            c.units += pairs > 0 ? 1 : 0;
            c.rows.add(u);
        }
    }

    private static Estimate share(Count c) {
        double n = c.pairs;
        double p = c.equal / n;
        double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
        return new Estimate(
                Statistic.PERCENT_AGREEMENT,
                "source",
                p,
                Math.sqrt(p * (1 - p) / n),
                Math.clamp(middle - half, 0, p),
                Math.clamp(middle + half, p, 1),
                "Wilson, pairs of answers, 95 %",
                Double.NaN,
                c.units,
                c.units,
                0,
                0,
                p,
                Double.NaN,
                Optional.empty());
    }
}
