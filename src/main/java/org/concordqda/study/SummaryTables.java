package org.concordqda.study;

import org.concordqda.analysis.Column;
import org.concordqda.analysis.SettledValues;
import org.concordqda.analysis.Table;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.Unit;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The tables of a summary that stand on settled values: ratings wide, units by codes in 0 and 1.
final class SummaryTables {
    private final ReportData data;
    private final Map<Dimension, SettledValues.Values> values = new LinkedHashMap<>();

    SummaryTables(ReportData data, SettledValues settled) {
        this.data = data;
        for (Dimension d : data.rated()) {
            values.put(
                    d,
                    settled.of(
                            d.id().value(),
                            data.subjects(d),
                            d.scope() == org.concordqda.model.Scope.SOURCE));
        }
    }

    Map<Dimension, SettledValues.Values> values() {
        return values;
    }

    /// The codes of a unit's settled value; empty also where there is none.
    List<CodeId> codes(Dimension d, int unit) {
        SettledValues.Values v = values.get(d);
        return v == null || v.set()[unit] < 0 ? List.of() : data.ratings.sets().get(v.set()[unit]);
    }

    /// One row per unit that was rated at all, one column per dimension and one for what settled it.
    Table wide() {
        List<Column> columns = new ArrayList<>(unitColumns());
        List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
        for (Dimension d : values.keySet()) {
            names.add(d.name());
            names.add(d.name() + ", settled by");
        }
        List<String> unique = Table.unique(names);
        for (int i = columns.size(); i < unique.size(); i++) {
            columns.add(Column.text(unique.get(i), 26));
        }
        return new Table(
                "Ratings wide",
                columns,
                sink -> {
                    Map<List<CodeId>, String> labels = new HashMap<>();
                    for (int u = 0; u < data.units.size(); u++) {
                        if (!rated(u)) {
                            continue;
                        }
                        List<@Nullable Object> row = unitCells(data.units.get(u));
                        for (Map.Entry<Dimension, SettledValues.Values> e : values.entrySet()) {
                            SettledValues.Values v = e.getValue();
                            row.add(
                                    v.set()[u] < 0
                                            ? null
                                            : labels.computeIfAbsent(
                                                    data.ratings.sets().get(v.set()[u]),
                                                    this::label));
                            row.add(v.by()[u].word());
                        }
                        sink.row(row.toArray());
                    }
                });
    }

    /// One row per rated unit, one column of 0 and 1 per code that any unit has; empty where the dimension
    /// has no settled value.
    Table zeroOne() {
        record Head(Dimension dimension, CodeId code) {}
        List<Head> heads = new ArrayList<>();
        List<Column> columns = new ArrayList<>(unitColumns());
        List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
        for (Dimension d : values.keySet()) {
            List<CodeId> used = used(d);
            for (CodeId code : used) {
                heads.add(new Head(d, code));
                names.add(d.name() + ": " + data.path(code));
            }
        }
        List<String> unique = Table.unique(names);
        for (int i = columns.size(); i < unique.size(); i++) {
            columns.add(new Column(unique.get(i), Column.Kind.WHOLE, 14));
        }
        return new Table(
                "Unit 0-1",
                columns,
                sink -> {
                    for (int u = 0; u < data.units.size(); u++) {
                        if (!rated(u)) {
                            continue;
                        }
                        List<@Nullable Object> row = unitCells(data.units.get(u));
                        for (Head head : heads) {
                            SettledValues.Values v = values.get(head.dimension());
                            row.add(
                                    v == null || v.set()[u] < 0
                                            ? null
                                            : data.ratings
                                                            .sets()
                                                            .get(v.set()[u])
                                                            .contains(head.code())
                                                    ? 1
                                                    : 0);
                        }
                        sink.row(row.toArray());
                    }
                });
    }

    /// Codes that settled values of a dimension hold, in the codebook's order.
    List<CodeId> used(Dimension d) {
        SettledValues.Values v = values.get(d);
        if (v == null) {
            return List.of();
        }
        boolean[] seen = new boolean[data.ratings.sets().size()];
        for (int s : v.set()) {
            if (s >= 0) {
                seen[s] = true;
            }
        }
        java.util.Set<CodeId> there = new java.util.LinkedHashSet<>();
        for (int s = 0; s < seen.length; s++) {
            if (seen[s]) {
                there.addAll(data.ratings.sets().get(s));
            }
        }
        List<CodeId> ordered = new ArrayList<>();
        d.allCodes().stream().filter(c -> there.remove(c.id())).forEach(c -> ordered.add(c.id()));
        ordered.addAll(there);
        return ordered;
    }

    private boolean rated(int unit) {
        return values.values().stream().anyMatch(v -> v.by()[unit] != SettledValues.By.NONE);
    }

    private static List<Column> unitColumns() {
        return List.of(
                Column.id("source id"),
                Column.id("unit id"),
                Column.text("source", 34),
                Column.text("title", 40),
                Column.text("url", 40),
                Column.text("unit", 14));
    }

    private List<@Nullable Object> unitCells(Unit unit) {
        List<@Nullable Object> row = new ArrayList<>();
        SourceId id = unit.source();
        Source source = data.sources.get(id);
        row.add(id.value());
        row.add(unit.id().value());
        row.add(data.sourceKey(id));
        row.add(source == null ? null : source.title());
        row.add(source == null ? null : source.url().orElse(null));
        row.add(unit.name());
        return row;
    }

    private String label(List<CodeId> codes) {
        return codes.isEmpty()
                ? "(none of these)"
                : codes.stream().map(data::path).collect(Collectors.joining("; "));
    }
}
