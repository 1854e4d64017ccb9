package org.concordqda.analysis;

import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.AgreementTable.Head;
import org.concordqda.analysis.AgreementTable.Kind;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// The tables of agreement that the window shows and the command line prints: by dimension, code, pair of
/// coders, and round. Pure functions, any thread.
public final class AgreementTables {
    private final List<DimensionAgreement> all;
    private final Optional<Statistic> asked;
    private final boolean rounds;

    /// @param all what was computed, of dimensions that are rated (passages are left out here)
    /// @param asked the statistic to lead; empty = what each round chose
    public AgreementTables(List<DimensionAgreement> all, Optional<Statistic> asked) {
        this.all = all.stream().filter(d -> !d.passages()).toList();
        this.asked = asked;
        this.rounds = all.stream().map(d -> d.round().id()).distinct().count() > 1;
    }

    /// One row per dimension (and round).
    public AgreementTable byDimension() {
        Rows rows = new Rows("By dimension");
        rows.place();
        rows.head("n", Kind.COUNT, "units that at least two coders answered");
        rows.head("missing", Kind.COUNT, "answers that a coder of the unit did not give here");
        List<Head> counts = new ArrayList<>();
        List<ToIntFunction<RatingMatrix>> count = new ArrayList<>();
        if (some(RatingMatrix::unmatched)) {
            counts.add(new Head("unmatched", Kind.COUNT, "units that one coder alone rated"));
            count.add(RatingMatrix::unmatched);
        } else {
            rows.note("No unit is unmatched.");
        }
        if (some(RatingMatrix::unsure)) {
            counts.add(new Head("unsure", Kind.COUNT, "answers Unsure: no answer"));
            count.add(RatingMatrix::unsure);
        }
        if (some(RatingMatrix::askedOfOne)) {
            counts.add(new Head("asked of one", Kind.COUNT, "units where one coder was asked"));
            count.add(RatingMatrix::askedOfOne);
        }
        if (some(RatingMatrix::seen)) {
            counts.add(new Head("seen", Kind.COUNT, "units a coder had rated in an earlier round"));
            count.add(RatingMatrix::seen);
        } else {
            rows.note("No unit was seen before.");
        }
        rows.heads.addAll(counts);
        rows.lead(all.stream().map(Scoped::from).toList(), s -> "all");
        rows.head("most frequent conflict", Kind.WORDS, "two values that stood against each other");
        for (DimensionAgreement d : all) {
            RatingMatrix m = d.matrix();
            List<Object> cells = rows.placed(d);
            cells.add(m.pairable());
            cells.add(m.missing());
            count.forEach(c -> cells.add(c.applyAsInt(m)));
            rows.led(Scoped.from(d), "all", cells);
            Frequent most = Frequent.of(m.table());
            cells.add(most.count() == 0 ? "" : most.one() + " / " + most.two());
            rows.line(d, "all", cells);
        }
        return rows.table();
    }

    /// One row per code that somebody used: the code against the rest.
    public AgreementTable byCode() {
        Rows rows = new Rows("By code");
        rows.place();
        rows.head("Code", Kind.NAME, "the code against all others");
        rows.head("n", Kind.COUNT, "units that at least two coders answered");
        rows.head("used", Kind.COUNT, "answers that hold the code, over all coders");
        rows.head("by each", Kind.WORDS, "the same coder by coder, in the order of the coders");
        List<Scoped> scoped = all.stream().map(Scoped::from).toList();
        rows.lead(scoped, s -> s.scopes("code=").stream().findFirst().orElse("code="));
        int unused = 0;
        for (Scoped s : scoped) {
            Presence presence = Presence.of(s.of().matrix());
            for (String scope : s.scopes("code=")) {
                String code = scope.substring("code=".length());
                int[] used = presence.uses(code);
                int sum = java.util.Arrays.stream(used).sum();
                if (sum == 0) {
                    unused++;
                    continue;
                }
                List<Object> cells = rows.placed(s.of());
                cells.add(code);
                cells.add(s.all(scope).getFirst().pairable());
                cells.add(sum);
                cells.add(
                        java.util.Arrays.stream(used)
                                .mapToObj(Integer::toString)
                                .collect(java.util.stream.Collectors.joining(" · ")));
                rows.led(s, scope, cells);
                rows.line(s.of(), scope, cells);
            }
        }
        if (unused > 0) {
            rows.note(Words.counted(unused, "code") + " nobody used are left out.");
        }
        return rows.table();
    }

    /// One row per dimension and pair of coders who answered units in common.
    public AgreementTable byPair() {
        Rows rows = new Rows("By pair");
        rows.place();
        rows.head("Coder", Kind.NAME, "");
        rows.head("with", Kind.NAME, "");
        rows.head("n", Kind.COUNT, "units both answered");
        List<Scoped> scoped = all.stream().map(Scoped::from).toList();
        rows.lead(scoped, s -> s.scopes("pair=").stream().findFirst().orElse("all"));
        rows.head("most frequent conflict", Kind.WORDS, "two values that stood against each other");
        for (Scoped s : scoped) {
            RatingTable table = s.of().matrix().table();
            for (Pairs.Pair pair : Pairs.of(table)) {
                String a = table.coders().get(pair.a());
                String b = table.coders().get(pair.b());
                String own = "pair=" + a + "," + b;
                String scope = s.all(own).isEmpty() && s.of().coderCount() == 2 ? "all" : own;
                List<Object> cells = rows.placed(s.of());
                cells.add(a);
                cells.add(b);
                cells.add(pair.units());
                rows.led(s, scope, cells);
                Frequent most = Frequent.of(table.onlyCoders(pair.a(), pair.b()));
                cells.add(most.count() == 0 ? "" : most.one() + " / " + most.two());
                rows.line(s.of(), own, cells);
            }
        }
        return rows.table();
    }

    /// One row per dimension, round beside round; passages are in it with uα, or α of sets where codes of one coder overlap.
    ///
    /// @param everything dimensions of all rounds, those of passages too
    public static AgreementTable byRound(
            List<DimensionAgreement> everything, Optional<Statistic> asked) {
        Map<String, List<DimensionAgreement>> byKey = new LinkedHashMap<>();
        Map<Integer, String> names = new java.util.TreeMap<>();
        for (DimensionAgreement d : everything) {
            byKey.computeIfAbsent(d.matrix().dimension().key(), k -> new ArrayList<>()).add(d);
            names.put(d.round().ordinal(), d.round().name());
        }
        List<Integer> order = List.copyOf(names.keySet());
        List<Head> heads = new ArrayList<>();
        heads.add(new Head("Dimension", Kind.NAME, ""));
        heads.add(new Head("statistic", Kind.WORDS, "which coefficient is shown"));
        heads.add(new Head("from round to round", Kind.TREND, "value and interval of each round"));
        names.values()
                .forEach(n -> heads.add(new Head(n, Kind.MEASURED, "value in the round " + n)));
        List<Line> lines = new ArrayList<>();
        byKey.forEach(
                (key, own) -> {
                    // One statistic for all rounds: what exists in each of them.
                    boolean sets =
                            asked.isEmpty()
                                    && own.stream()
                                            .filter(DimensionAgreement::passages)
                                            .anyMatch(
                                                    d ->
                                                            Scoped.from(d).ofWhole()
                                                                    == Statistic.ALPHA_MASI);
                    Optional<Statistic> wanted = sets ? Optional.of(Statistic.ALPHA_MASI) : asked;
                    Map<Integer, Estimate> found = new HashMap<>();
                    List<Object> trend = new ArrayList<>();
                    String statistic = "";
                    for (DimensionAgreement d : own) {
                        Optional<Estimate> e = Scoped.from(d).lead("all", wanted);
                        if (e.isPresent()) {
                            found.put(d.round().ordinal(), e.get());
                            statistic = shortName(e.get().statistic());
                        }
                    }
                    order.stream()
                            .filter(found::containsKey)
                            .forEach(o -> trend.add(get(found, o)));
                    List<Object> cells = new ArrayList<>();
                    cells.add(own.getLast().matrix().dimension().name());
                    cells.add(statistic);
                    cells.add(List.copyOf(trend));
                    order.forEach(o -> cells.add(found.containsKey(o) ? get(found, o) : ""));
                    lines.add(new Line(Optional.of(own.getLast()), "rounds", 0, cells));
                });
        return new AgreementTable("Rounds", heads, lines, List.of());
    }

    private static Estimate get(Map<Integer, Estimate> found, int ordinal) {
        return java.util.Objects.requireNonNull(found.get(ordinal));
    }

    private boolean some(ToIntFunction<RatingMatrix> count) {
        return all.stream().anyMatch(d -> count.applyAsInt(d.matrix()) > 0);
    }

    /// A statistic as over a narrow column.
    public static String shortName(Statistic s) {
        return switch (s) {
            case PERCENT_AGREEMENT -> "agree";
            case COHEN_KAPPA, CONGER_KAPPA -> "κ";
            case FLEISS_KAPPA -> "Fleiss κ";
            case LIGHT_KAPPA -> "Light κ";
            case SCOTT_PI -> "π";
            case BRENNAN_PREDIGER -> "BP";
            case GWET_AC -> "AC1";
            case KRIPPENDORFF_ALPHA -> "α";
            case ALPHA_MASI -> "α MASI";
            case ALPHA_JACCARD -> "α Jaccard";
            case UNITIZING_ALPHA_1995 -> "αU 1995";
            case U_ALPHA_BINARY -> "|uα";
            default -> s.label();
        };
    }

    /// The table under way.
    private final class Rows {
        private final String name;
        private final List<Head> heads = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<Statistic[]> beside = new ArrayList<>();

        Rows(String name) {
            this.name = name;
        }

        void head(String title, Kind kind, String about) {
            heads.add(new Head(title, kind, about));
        }

        void note(String sentence) {
            notes.add(sentence);
        }

        void place() {
            if (rounds) {
                head("Round", Kind.NAME, "");
            }
            head("Dimension", Kind.NAME, "");
        }

        List<Object> placed(DimensionAgreement d) {
            List<Object> cells = new ArrayList<>();
            if (rounds) {
                cells.add(d.round().name());
            }
            cells.add(d.matrix().dimension().name());
            return cells;
        }

        /// Columns of the agreement, the leading coefficient with its interval, and two beside it.
        void lead(List<Scoped> scoped, java.util.function.Function<Scoped, String> scope) {
            List<Statistic> all =
                    scoped.stream()
                            .map(s -> s.lead(scope.apply(s), asked))
                            .flatMap(Optional::stream)
                            .map(Estimate::statistic)
                            .toList();
            if (all.contains(Statistic.ALPHA_MASI)) {
                note(
                        "α of several values is that with MASI distance, “alpha_masi” in the"
                                + " workbook.");
            }
            List<Statistic> leading =
                    all.stream()
                            .map(s -> s == Statistic.ALPHA_MASI ? Statistic.KRIPPENDORFF_ALPHA : s)
                            .distinct()
                            .toList();
            Statistic first = leading.isEmpty() ? Statistic.KRIPPENDORFF_ALPHA : leading.getFirst();
            head("agree", Kind.SHARE, Statistic.PERCENT_AGREEMENT.label());
            head(leading.size() > 1 ? "first" : shortName(first), Kind.LEAD, first.label());
            head("95 % interval", Kind.INTERVAL, "of " + first.label());
            if (!leading.contains(Statistic.KRIPPENDORFF_ALPHA)) {
                beside(
                        "α",
                        "Krippendorff's α; with MASI distance for sets of values",
                        Statistic.ALPHA_MASI,
                        Statistic.KRIPPENDORFF_ALPHA);
            }
            if (!leading.contains(Statistic.COHEN_KAPPA)
                    && !leading.contains(Statistic.CONGER_KAPPA)) {
                beside(
                        "κ",
                        "Cohen's κ of two coders, Conger's of more",
                        Statistic.COHEN_KAPPA,
                        Statistic.CONGER_KAPPA);
            }
            if (!leading.contains(Statistic.GWET_AC) && !name.equals("By code")) {
                beside("AC1", Statistic.GWET_AC.label(), Statistic.GWET_AC);
            }
        }

        private void beside(String title, String about, Statistic... statistics) {
            head(title, Kind.COEFFICIENT, about);
            beside.add(statistics);
        }

        void led(Scoped s, String scope, List<Object> cells) {
            cells.add(cell(s.first(scope, Statistic.PERCENT_AGREEMENT)));
            Object lead = cell(s.lead(scope, asked));
            cells.add(lead);
            cells.add(lead);
            beside.forEach(statistics -> cells.add(cell(s.first(scope, statistics))));
        }

        private static Object cell(Optional<Estimate> e) {
            return e.isPresent() ? e.get() : "";
        }

        void line(DimensionAgreement d, String scope, List<Object> cells) {
            lines.add(new Line(Optional.of(d), scope, 0, cells));
        }

        AgreementTable table() {
            return new AgreementTable(name, heads, lines, notes);
        }
    }
}
