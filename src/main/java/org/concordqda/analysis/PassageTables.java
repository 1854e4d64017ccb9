package org.concordqda.analysis;

import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Granularity;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.AgreementTable.Head;
import org.concordqda.analysis.AgreementTable.Kind;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The table of agreement about passages at one granularity: each dimension as a whole, then its codes.
/// Pure, any thread.
public final class PassageTables {
    /// What stands for a dimension as a whole among its codes.
    public static final String WHOLE = "all codes";

    private PassageTables() {}

    /// One row per dimension and one per code that somebody used. Character by character uα (for a code
    /// (k)uα) leads, in coarser units α.
    public static AgreementTable of(List<DimensionAgreement> all, Granularity granularity) {
        List<DimensionAgreement> passages =
                all.stream().filter(DimensionAgreement::passages).toList();
        boolean rounds = passages.stream().map(d -> d.round().id()).distinct().count() > 1;
        boolean fine = granularity == Granularity.CHARACTER;
        String unit = granularity == Granularity.TURN ? "turn or comment" : granularity.key();
        List<Head> heads = new ArrayList<>();
        if (rounds) {
            heads.add(new Head("Round", Kind.NAME, ""));
        }
        heads.add(new Head("Dimension", Kind.NAME, ""));
        heads.add(new Head("Code", Kind.NAME, ""));
        heads.add(new Head("passages", Kind.COUNT, "over all coders"));
        heads.add(new Head("by each", Kind.WORDS, "passages, coder by coder"));
        heads.add(new Head("agree", Kind.SHARE, "share of " + unit + "s"));
        if (fine) {
            heads.add(new Head("uα", Kind.LEAD, "unitizing alpha of 2016; for a code (k)uα"));
            heads.add(new Head("95 % interval", Kind.INTERVAL, "of uα or (k)uα"));
        } else {
            heads.add(new Head("α", Kind.LEAD, "Krippendorff's α, one unit per " + unit));
            heads.add(new Head("95 % interval", Kind.INTERVAL, "of α"));
        }
        boolean two = passages.stream().anyMatch(d -> d.coders().size() == 2);
        if (two) {
            heads.add(new Head("F1", Kind.COEFFICIENT, "= Dice; Holsti on characters"));
        }
        String suffix = fine ? "" : ";at=" + granularity.key();
        List<Line> lines = new ArrayList<>();
        int unused = 0;
        for (DimensionAgreement d : passages) {
            Scoped s = Scoped.from(d);
            lines.add(line(d, s, WHOLE, "all", suffix, rounds, two));
            for (String code : codes(s)) {
                int[] counts = d.sheet().map(x -> x.counts(Optional.of(code))).orElse(new int[0]);
                if (d.sheet().isPresent() && Arrays.stream(counts).sum() == 0) {
                    unused++;
                } else {
                    lines.add(line(d, s, code, "code=" + code, suffix, rounds, two));
                }
            }
        }
        List<String> notes = new ArrayList<>();
        passages.stream()
                .collect(
                        Collectors.groupingBy(
                                d -> d.matrix().pairable(),
                                java.util.TreeMap::new,
                                Collectors.mapping(
                                        d -> d.matrix().dimension().name(),
                                        Collectors.joining(", "))))
                .forEach(
                        (n, names) ->
                                notes.add(
                                        Words.counted(n, "source was", "sources were")
                                                + " finished by two coders ("
                                                + names
                                                + ")."));
        if (unused > 0) {
            notes.add(Words.counted(unused, "code") + " nobody used are left out.");
        }
        return new AgreementTable("Passages", heads, lines, notes);
    }

    private static List<String> codes(Scoped s) {
        return s.scopes("code=").stream()
                .filter(scope -> !scope.contains(";at=") && !scope.contains(";pair="))
                .map(scope -> scope.substring("code=".length()))
                .toList();
    }

    private static Line line(
            DimensionAgreement d,
            Scoped s,
            String name,
            String scope,
            String suffix,
            boolean rounds,
            boolean two) {
        String at = scope + suffix;
        List<Object> cells = new ArrayList<>();
        if (rounds) {
            cells.add(d.round().name());
        }
        cells.add(d.matrix().dimension().name());
        cells.add(name);
        int[] counts =
                d.sheet()
                        .map(
                                x ->
                                        x.counts(
                                                name.equals(WHOLE)
                                                        ? Optional.empty()
                                                        : Optional.of(name)))
                        .orElse(new int[0]);
        cells.add(Arrays.stream(counts).sum());
        cells.add(
                Arrays.stream(counts)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" · ")));
        cells.add(cell(s.first(at, Statistic.PERCENT_AGREEMENT)));
        Object lead =
                suffix.isEmpty()
                        ? cell(s.first(scope, Statistic.U_ALPHA, Statistic.KU_ALPHA))
                        : cell(s.first(at, Statistic.KRIPPENDORFF_ALPHA, Statistic.ALPHA_MASI));
        cells.add(lead);
        cells.add(lead);
        if (two) {
            cells.add(cell(s.first(at, Statistic.F1)));
        }
        return new Line(Optional.of(d), at, 0, cells);
    }

    private static Object cell(Optional<Estimate> e) {
        return e.isPresent() ? e.get() : "";
    }
}
