package org.concordqda.analysis;

import org.concordqda.agreement.RatingTable;
import org.concordqda.analysis.AgreementReport.Decision;
import org.concordqda.analysis.AgreementReport.SourceName;
import org.concordqda.analysis.AgreementReport.Subject;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tables of an agreement report that go down to sources, units and coders.
public final class UnitTables {
    private UnitTables() {}

    /// Agreement of each source: of the pairs of answers to its units, how many were equal.
    public static Table bySource(AgreementReport report) {
        List<Column> columns = new ArrayList<>(CoefficientTables.place());
        columns.addAll(
                List.of(
                        Column.id("source id"),
                        Column.text("source", 34),
                        Column.whole("n units"),
                        Column.whole("pairable"),
                        Column.whole("units all agreed on"),
                        Column.whole("pairs of answers"),
                        Column.whole("equal pairs"),
                        Column.share("percent_agreement")));
        return new Table(
                "By source",
                columns,
                sink -> {
                    for (DimensionAgreement d : report.results()) {
                        Map<Integer, int[]> bySource = new LinkedHashMap<>();
                        RatingTable table = d.matrix().table();
                        for (int u = 0; u < table.units(); u++) {
                            int source = d.matrix().rows().get(u).source();
                            count(table, u, bySource.computeIfAbsent(source, s -> new int[5]));
                        }
                        bySource.forEach(
                                (source, n) -> {
                                    List<@Nullable Object> row =
                                            new ArrayList<>(CoefficientTables.placed(d));
                                    row.add(source);
                                    row.add(report.source(source).key());
                                    for (int i = 0; i < 5; i++) {
                                        row.add(n[i]);
                                    }
                                    row.add(n[3] == 0 ? Double.NaN : n[4] / (double) n[3]);
                                    sink.row(row.toArray());
                                });
                    }
                });
    }

    /// Adds a unit to units, pairable, agreed, pairs, equal pairs.
    private static void count(RatingTable table, int unit, int[] into) {
        int pairs = 0;
        int equal = 0;
        for (int g = 0; g < table.coders().size(); g++) {
            int a = table.cell(unit, g);
            for (int h = g + 1; a >= 0 && h < table.coders().size(); h++) {
                int b = table.cell(unit, h);
                pairs += b >= 0 ? 1 : 0;
                equal += b == a ? 1 : 0;
            }
        }
        into[0]++;
        into[1] += pairs > 0 ? 1 : 0;
        into[2] += pairs > 0 && equal == pairs ? 1 : 0;
        into[3] += pairs;
        into[4] += equal;
    }

    /// Every unit on whose value two coders differ, with each coder's value and how it was settled.
    public static Table disagreements(AgreementReport report) {
        Set<String> names = new LinkedHashSet<>();
        report.results().forEach(d -> names.addAll(d.matrix().table().coders()));
        List<String> coders = List.copyOf(names);
        List<Column> columns = new ArrayList<>(CoefficientTables.place());
        columns.addAll(
                List.of(
                        Column.id("source id"),
                        Column.id("unit id"),
                        Column.text("source", 34),
                        Column.text("unit", 16),
                        Column.text("locator", 40),
                        Column.text("text", 50)));
        int first = columns.size();
        List<String> heads = new ArrayList<>(columns.stream().map(Column::name).toList());
        coders.forEach(c -> heads.add("coder " + c));
        List<String> rest =
                List.of(
                        "evidence",
                        "status",
                        "outcome",
                        "method",
                        "cause",
                        "reason",
                        "by",
                        "at",
                        "codebook change");
        heads.addAll(rest);
        List<String> unique = Table.unique(heads);
        for (int i = first; i < unique.size(); i++) {
            columns.add(
                    i == unique.size() - 2
                            ? Column.date(unique.get(i))
                            : Column.text(unique.get(i), 26));
        }
        return new Table(
                "Disagreements",
                columns,
                sink -> report.results().forEach(d -> disagreements(report, d, coders, sink)));
    }

    private static void disagreements(
            AgreementReport report, DimensionAgreement d, List<String> coders, Table.Sink sink) {
        RatingTable table = d.matrix().table();
        for (int u = 0; u < table.units(); u++) {
            int[] n = new int[5];
            count(table, u, n);
            if (n[3] == n[4]) {
                continue;
            }
            RatingMatrix.UnitRow at = d.matrix().rows().get(u);
            SourceName source = report.source(at.source());
            List<@Nullable Object> row = new ArrayList<>(CoefficientTables.placed(d));
            row.add(at.source());
            row.add(at.unit() == 0 ? null : at.unit());
            row.add(source.key());
            row.add(at.unit() == 0 ? "" : report.units().getOrDefault(at.unit(), ""));
            row.add(source.url());
            row.add(source.title());
            for (String coder : coders) {
                int g = table.coders().indexOf(coder);
                int cell = g < 0 ? RatingTable.MISSING : table.cell(u, g);
                row.add(cell < 0 ? null : table.categories().get(cell));
            }
            Subject subject =
                    new Subject(
                            d.round().id().value(),
                            at.source(),
                            at.unit(),
                            d.matrix().dimension().id().value());
            row.add(report.evidence().get(subject));
            settled(report.decisions().get(subject), row);
            sink.row(row.toArray());
        }
    }

    private static void settled(@Nullable Decision decision, List<@Nullable Object> row) {
        if (decision == null) {
            row.add("open");
            for (int i = 0; i < 7; i++) {
                row.add(null);
            }
            return;
        }
        Instant at = decision.at().orElse(null);
        row.add("settled");
        row.add(decision.outcome());
        row.add(decision.method());
        row.add(decision.cause());
        row.add(decision.reason());
        row.add(decision.by());
        row.add(at);
        row.add(decision.codebookChange());
    }

    /// Who took part in which round.
    public static Table coders(AgreementReport report) {
        return new Table(
                "Coders and rounds",
                List.of(
                        Column.text("round"),
                        Column.date("opened (UTC)"),
                        Column.id("coder id"),
                        Column.text("coder"),
                        Column.text("role"),
                        Column.text("experience", 30),
                        Column.whole("assigned"),
                        Column.whole("done"),
                        Column.whole("done by others too"),
                        Column.share("overlap share"),
                        Column.whole("codebook version"),
                        Column.whole("units seen before")),
                sink -> {
                    for (AgreementReport.CoderRound c : report.coders()) {
                        Instant created = c.created().orElse(null);
                        sink.row(
                                c.round(),
                                created,
                                c.coderId(),
                                c.coder(),
                                c.role(),
                                c.experience(),
                                c.assigned(),
                                c.done(),
                                c.shared(),
                                c.done() == 0 ? Double.NaN : c.shared() / (double) c.done(),
                                c.codebookVersion(),
                                c.seen());
                    }
                });
    }

    /// Units coded by nobody, one, two, three or more.
    public static Table coverage(AgreementReport report) {
        List<Column> columns = new ArrayList<>(CoefficientTables.place());
        columns.addAll(
                List.of(
                        Column.whole("n units"),
                        Column.whole("coded by none"),
                        Column.whole("coded by one"),
                        Column.whole("coded by two"),
                        Column.whole("coded by three or more"),
                        Column.share("share coded by two or more")));
        return new Table(
                "Coverage",
                columns,
                sink -> {
                    for (DimensionAgreement d : report.results()) {
                        Coverage c = Coverage.of(d.matrix().table());
                        List<@Nullable Object> row = new ArrayList<>(CoefficientTables.placed(d));
                        row.add(c.units());
                        row.add(c.none());
                        row.add(c.one());
                        row.add(c.two());
                        row.add(c.more());
                        row.add(
                                c.units() == 0
                                        ? Double.NaN
                                        : (c.two() + c.more()) / (double) c.units());
                        sink.row(row.toArray());
                    }
                });
    }
}
