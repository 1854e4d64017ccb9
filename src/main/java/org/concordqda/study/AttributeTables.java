package org.concordqda.study;

import org.concordqda.analysis.Column;
import org.concordqda.analysis.Table;
import org.concordqda.model.Attribute;
import org.concordqda.model.Attribute.Of;
import org.concordqda.model.Case;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Sources and cases with their attributes as tables, as `concord attributes` reads them again.
final class AttributeTables {
    private AttributeTables() {}

    /// One row per source, what it inherits from its cases included.
    ///
    /// @param only these sources; empty for all
    static Table sources(Study study, Set<SourceId> only) {
        Map<SourceId, Map<String, String>> values = study.sources().attributes();
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        values.values().forEach(v -> names.addAll(v.keySet()));
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("key", 34));
        columns.add(Column.text("title", 40));
        columns.add(Column.text("kind"));
        columns.add(Column.whole("words"));
        columns.add(Column.whole("turns"));
        columns.add(Column.text("excluded"));
        List<String> own = attributes(columns, names);
        return new Table(
                "Sources",
                columns,
                sink -> {
                    for (Source s : study.sources().list()) {
                        if (!only.isEmpty() && !only.contains(s.id())) {
                            continue;
                        }
                        List<@Nullable Object> row = new ArrayList<>();
                        row.add(s.key());
                        row.add(s.title());
                        row.add(Words.of(s.kind()));
                        row.add(s.words());
                        row.add(s.turns());
                        row.add(s.excluded());
                        own.forEach(n -> row.add(values.getOrDefault(s.id(), Map.of()).get(n)));
                        sink.row(row.toArray());
                    }
                });
    }

    /// One row per case: kind, name, its sources, its attributes.
    static Table cases(Study study) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        study.attributes().list().stream()
                .filter(a -> a.of() == Of.CASE)
                .map(Attribute::name)
                .forEach(names::add);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("kind"));
        columns.add(Column.text("case"));
        columns.add(Column.text("sources", 40));
        List<String> own = attributes(columns, names);
        Map<SourceId, String> keys = new HashMap<>();
        study.sources().list().forEach(s -> keys.put(s.id(), s.key()));
        return new Table(
                "Cases",
                columns,
                sink -> {
                    for (Case c : study.cases().list()) {
                        List<@Nullable Object> row = new ArrayList<>();
                        row.add(c.kind());
                        row.add(c.name());
                        row.add(
                                String.join(
                                        ";",
                                        c.sources().stream()
                                                .map(s -> keys.getOrDefault(s, ""))
                                                .toList()));
                        own.forEach(n -> row.add(c.attributes().get(n)));
                        sink.row(row.toArray());
                    }
                });
    }

    /// A column per attribute; one whose name is taken by a column of the table is told apart.
    private static List<String> attributes(List<Column> columns, Set<String> names) {
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        columns.forEach(c -> taken.add(c.name()));
        for (String name : names) {
            String header = name;
            while (!taken.add(header)) {
                header = header + " (attribute)";
            }
            columns.add(Column.text(header));
        }
        return List.copyOf(names);
    }
}
