package org.concordqda.analysis;

import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Missing;
import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.Statistic;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The tables of an agreement report whose numbers are coefficients. Columns are named by the statistic's
/// key, as in JSON; a coefficient that does not exist is an empty cell, and `undefined` says why.
public final class CoefficientTables {
    /// What stands in the row of a dimension for each set of weights.
    private static final List<Statistic> WEIGHTED =
            List.of(
                    Statistic.COHEN_KAPPA,
                    Statistic.CONGER_KAPPA,
                    Statistic.FLEISS_KAPPA,
                    Statistic.GWET_AC);

    private CoefficientTables() {}

    /// One row per round and dimension, coefficients side by side, and what most often disagreed.
    public static Table byDimension(AgreementReport report) {
        List<Statistic> statistics = statistics(report.results(), "all"::equals);
        List<Column> columns = new ArrayList<>(place());
        columns.addAll(
                List.of(
                        Column.text("scale", 10),
                        Column.text("choice", 8),
                        Column.text("reliability", 14),
                        Column.whole("n coders"),
                        Column.whole("n units"),
                        Column.whole("pairable"),
                        Column.whole("missing on one side"),
                        Column.whole("unmatched"),
                        Column.whole("unsure"),
                        Column.whole("asked of one coder only"),
                        Column.whole("seen before")));
        columns.addAll(values(statistics));
        List<String> weightings =
                report.results().stream().flatMap(d -> d.weightings().stream()).distinct().toList();
        columns.add(Column.text("level of alpha", 10));
        for (String weights : weightings) {
            for (Statistic s : WEIGHTED) {
                columns.add(Column.number(s.key() + " " + weights));
                columns.add(Column.number(s.key() + " " + weights + " low"));
                columns.add(Column.number(s.key() + " " + weights + " high"));
            }
        }
        columns.addAll(
                List.of(
                        Column.text("undefined", 30),
                        Column.text("most frequent disagreement, value 1", 26),
                        Column.text("most frequent disagreement, value 2", 26),
                        Column.whole("most frequent disagreement, count"),
                        Column.text("missing policy", 14),
                        Column.text("remarks", 40)));
        return new Table(
                "By dimension",
                columns,
                sink -> {
                    for (DimensionAgreement d : report.results()) {
                        RatingMatrix m = d.matrix();
                        List<@Nullable Object> row = new ArrayList<>(placed(d));
                        row.add(Words.of(m.dimension().scale()));
                        row.add(Words.of(m.dimension().choice()));
                        row.add(Words.of(m.dimension().reliability()));
                        row.add(d.coderCount());
                        row.add(m.rows().size());
                        row.add(m.pairable());
                        row.add(m.missing());
                        row.add(m.unmatched());
                        row.add(m.unsure());
                        row.add(m.askedOfOne());
                        row.add(m.seen());
                        List<Estimate> all = scope(d, "all");
                        fill(row, all, statistics);
                        row.add(d.passages() ? null : d.level().key());
                        for (String weights : weightings) {
                            ends(row, scope(d, "all;weights=" + weights), WEIGHTED);
                        }
                        row.add(undefined(all));
                        Frequent most = Frequent.of(m.table());
                        row.add(most.count() == 0 ? null : most.one());
                        row.add(most.count() == 0 ? null : most.two());
                        row.add(most.count() == 0 ? null : most.count());
                        row.add(policy(d.missing()));
                        row.add(String.join(" ", d.remarks()));
                        sink.row(row.toArray());
                    }
                });
    }

    /// One row per round, dimension and pair of coders.
    public static Table byPair(AgreementReport report) {
        List<Statistic> statistics =
                statistics(report.results(), s -> s.equals("all") || s.startsWith("pair="));
        List<Column> columns = new ArrayList<>(place());
        columns.addAll(
                List.of(
                        Column.text("coder A"),
                        Column.text("coder B"),
                        Column.whole("units both rated")));
        columns.addAll(values(statistics));
        columns.add(Column.text("undefined", 30));
        return new Table(
                "By pair",
                columns,
                sink -> {
                    for (DimensionAgreement d : report.results()) {
                        RatingTable table = d.matrix().table();
                        for (Pairs.Pair pair : Pairs.of(table)) {
                            String a = table.coders().get(pair.a());
                            String b = table.coders().get(pair.b());
                            List<Estimate> own = scope(d, "pair=" + a + "," + b);
                            if (own.isEmpty() && AgreementReport.active(table).length == 2) {
                                own = scope(d, "all");
                            }
                            List<@Nullable Object> row = new ArrayList<>(placed(d));
                            row.add(a);
                            row.add(b);
                            row.add(pair.units());
                            fill(row, own, statistics);
                            row.add(undefined(own));
                            sink.row(row.toArray());
                        }
                    }
                });
    }

    /// Dimension by dimension, each statistic from round to round.
    public static Table byRound(AgreementReport report) {
        Map<Long, List<DimensionAgreement>> byDimension = new TreeMap<>();
        for (DimensionAgreement d : report.results()) {
            byDimension
                    .computeIfAbsent(d.matrix().dimension().id().value(), id -> new ArrayList<>())
                    .add(d);
        }
        return new Table(
                "By round",
                List.of(
                        Column.id("dimension id"),
                        Column.text("dimension", 30),
                        Column.text("statistic"),
                        Column.whole("round number"),
                        Column.text("round"),
                        Column.whole("codebook version"),
                        Column.number("value"),
                        Column.number("low"),
                        Column.number("high"),
                        Column.number("change from the round before"),
                        Column.whole("n units"),
                        Column.whole("pairable"),
                        Column.text("undefined", 30)),
                sink -> byDimension.values().forEach(rounds -> rounds(report, rounds, sink)));
    }

    private static void rounds(
            AgreementReport report, List<DimensionAgreement> rounds, Table.Sink sink) {
        for (Statistic statistic : statistics(rounds, "all"::equals)) {
            double before = Double.NaN;
            for (DimensionAgreement d : rounds) {
                Optional<Estimate> found = d.estimate(statistic, "all");
                if (found.isEmpty()) {
                    continue;
                }
                Estimate e = found.get();
                sink.row(
                        d.matrix().dimension().id().value(),
                        d.matrix().dimension().name(),
                        statistic.key(),
                        d.round().ordinal(),
                        d.round().name(),
                        report.versions().get(d.round().id().value()),
                        e.value(),
                        low(e),
                        high(e),
                        e.value() - before,
                        e.n(),
                        e.pairable(),
                        e.undefined().orElse(null));
                before = e.value();
            }
        }
    }

    /// Trees at their upper levels, one row per coefficient.
    public static Table byLevel(AgreementReport report) {
        List<Column> columns = new ArrayList<>(place());
        columns.addAll(
                List.of(
                        Column.whole("level"),
                        Column.text("statistic"),
                        Column.number("value"),
                        Column.number("low"),
                        Column.number("high"),
                        Column.text("interval", 40),
                        Column.whole("n units"),
                        Column.text("undefined", 30)));
        return new Table(
                "By level",
                columns,
                sink -> {
                    for (AgreementReport.Level level : report.levels()) {
                        for (Estimate e : scope(level.result(), "all")) {
                            List<@Nullable Object> row = new ArrayList<>(placed(level.result()));
                            row.add(level.level());
                            row.add(e.statistic().key());
                            row.add(e.value());
                            row.add(low(e));
                            row.add(high(e));
                            row.add(e.interval());
                            row.add(e.n());
                            row.add(e.undefined().orElse(null));
                            sink.row(row.toArray());
                        }
                    }
                });
    }

    /// The policy for missing ratings, as printed.
    public static String policy(Missing policy) {
        return switch (policy) {
            case AVAILABLE -> "available";
            case PAIRWISE -> "pairwise";
            case COMPLETE -> "complete units";
            case CATEGORY -> "missing as a category";
        };
    }

    static List<Column> place() {
        return List.of(
                Column.text("round"), Column.id("dimension id"), Column.text("dimension", 30));
    }

    static List<Object> placed(DimensionAgreement d) {
        return List.of(
                d.round().name(),
                d.matrix().dimension().id().value(),
                d.matrix().dimension().name());
    }

    /// The lower end; none where the interval is only the value itself, since nobody should read certainty
    /// into “1 to 1”.
    static double low(Estimate e) {
        return e.ciLow() == e.ciHigh() ? Double.NaN : e.ciLow();
    }

    static double high(Estimate e) {
        return e.ciLow() == e.ciHigh() ? Double.NaN : e.ciHigh();
    }

    private static List<Estimate> scope(DimensionAgreement d, String scope) {
        return d.estimates().stream().filter(e -> e.scope().equals(scope)).toList();
    }

    private static List<Statistic> statistics(
            Collection<DimensionAgreement> results, Predicate<String> scope) {
        return results.stream()
                .flatMap(d -> d.estimates().stream())
                .filter(e -> scope.test(e.scope()))
                .map(Estimate::statistic)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static List<Column> values(List<Statistic> statistics) {
        List<Column> columns = new ArrayList<>();
        for (Statistic s : statistics) {
            columns.add(Column.number(s.key()));
            if (!s.index()) {
                columns.add(Column.number(s.key() + " low"));
                columns.add(Column.number(s.key() + " high"));
            }
        }
        columns.add(Column.text("interval", 40));
        return columns;
    }

    private static void fill(
            List<@Nullable Object> row, List<Estimate> estimates, List<Statistic> statistics) {
        ends(row, estimates, statistics);
        row.add(
                estimates.stream()
                        .filter(Estimate::defined)
                        .map(Estimate::interval)
                        .filter(words -> !words.equals("none"))
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    /// Value and ends of each statistic, empty where it was not computed.
    private static void ends(
            List<@Nullable Object> row, List<Estimate> estimates, List<Statistic> statistics) {
        for (Statistic s : statistics) {
            Optional<Estimate> found =
                    estimates.stream().filter(e -> e.statistic() == s).findFirst();
            row.add(found.map(Estimate::value).orElse(null));
            if (!s.index()) {
                row.add(found.map(CoefficientTables::low).orElse(null));
                row.add(found.map(CoefficientTables::high).orElse(null));
            }
        }
    }

    private static @Nullable String undefined(List<Estimate> estimates) {
        Map<String, List<String>> reasons = new TreeMap<>();
        for (Estimate e : estimates) {
            e.undefined()
                    .ifPresent(
                            why ->
                                    reasons.computeIfAbsent(why, w -> new ArrayList<>())
                                            .add(e.statistic().key()));
        }
        return reasons.isEmpty()
                ? null
                : reasons.entrySet().stream()
                        .map(e -> String.join(", ", e.getValue()) + ": " + e.getKey())
                        .collect(Collectors.joining("; "));
    }
}
