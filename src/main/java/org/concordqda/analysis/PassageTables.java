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
    /// (k)uα) leads, in coarser units α; where codes of one coder overlap or there is one code only, what
    /// exists instead, named in a column of its own.
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
        String suffix = fine ? "" : ";at=" + granularity.key();
        boolean other = passages.stream().map(Scoped::from).anyMatch(s -> !plain(s, suffix));
        if (other) {
            heads.add(new Head("statistic", Kind.WORDS, "which coefficient is shown"));
        }
        if (fine) {
            heads.add(new Head("uα", Kind.LEAD, "unitizing alpha of 2016; for a code (k)uα"));
            heads.add(new Head("95 % interval", Kind.INTERVAL, "of the coefficient"));
        } else {
            heads.add(new Head("α", Kind.LEAD, "Krippendorff's α, one unit per " + unit));
            heads.add(new Head("95 % interval", Kind.INTERVAL, "of α"));
        }
        boolean two = passages.stream().anyMatch(d -> d.coders().size() == 2);
        if (two) {
            heads.add(new Head("F1", Kind.COEFFICIENT, "= Dice; Holsti on characters"));
        }
        List<Line> lines = new ArrayList<>();
        int unused = 0;
        for (DimensionAgreement d : passages) {
            Scoped s = Scoped.from(d);
            lines.add(line(d, s, WHOLE, "all", suffix, rounds, two, other));
            for (String code : codes(s)) {
                int[] counts = d.sheet().map(x -> x.counts(Optional.of(code))).orElse(new int[0]);
                if (d.sheet().isPresent() && Arrays.stream(counts).sum() == 0) {
                    unused++;
                } else {
                    lines.add(line(d, s, code, "code=" + code, suffix, rounds, two, other));
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
        if (other && fine) {
            notes.add(
                    "Where different codes of one person overlap, or there is one code only, uα or (k)uα"
                            + " does not exist: the whole has α with sets of codes (MASI), each code |uα:"
                            + " what a person marked with it, passages that overlap as one, against all"
                            + " other text.");
        } else if (other) {
            notes.add(
                    "Where a person has several codes in one "
                            + unit
                            + ", the sets of codes are compared (α with MASI distance).");
        }
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
            boolean two,
            boolean named) {
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
        Optional<Estimate> estimate = lead(s, at, suffix);
        if (named) {
            cells.add(estimate.map(e -> AgreementTables.shortName(e.statistic())).orElse(""));
        }
        Object lead = cell(estimate);
        cells.add(lead);
        cells.add(lead);
        if (two) {
            cells.add(cell(s.first(at, Statistic.F1)));
        }
        return new Line(Optional.of(d), at, 0, cells);
    }

    private static Optional<Estimate> lead(Scoped s, String at, String suffix) {
        boolean whole = at.startsWith("all");
        if (suffix.isEmpty()) {
            return s.first(at, whole ? s.ofWhole() : s.ofCode());
        }
        // Two codes in one sentence are two values of one unit: then only the sets can be compared.
        Optional<Estimate> alpha = s.first(at, Statistic.KRIPPENDORFF_ALPHA);
        Optional<Estimate> sets = s.first(at, Statistic.ALPHA_MASI);
        return whole && sets.filter(Estimate::defined).isPresent()
                ? alpha.filter(Estimate::defined).or(() -> sets)
                : alpha.or(() -> sets);
    }

    /// Whether the coefficients of a dimension are those that the head of the column names.
    private static boolean plain(Scoped s, String suffix) {
        Optional<Estimate> whole = lead(s, "all" + suffix, suffix);
        return suffix.isEmpty()
                ? s.ofWhole() == Statistic.U_ALPHA && s.ofCode() == Statistic.KU_ALPHA
                : whole.filter(e -> e.statistic() == Statistic.ALPHA_MASI).isEmpty();
    }

    private static Object cell(Optional<Estimate> e) {
        return e.isPresent() ? e.get() : "";
    }
}
