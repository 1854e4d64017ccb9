package org.concordqda.study;

import org.concordqda.analysis.Column;
import org.concordqda.analysis.Table;
import org.concordqda.model.Act;
import org.concordqda.model.EntryId;
import org.concordqda.model.Source;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sources, memos, exclusions and the change log as tables.
final class JournalTables {
    private static final int MOST_ATTRIBUTES = 200;

    private final ReportData data;

    JournalTables(ReportData data) {
        this.data = data;
    }

    /// One row per source with its attributes.
    Table sources() {
        List<String> attributes = data.attributeNames().stream().limit(MOST_ATTRIBUTES).toList();
        List<Column> columns =
                new ArrayList<>(
                        List.of(
                                Column.id("source id"),
                                Column.text("guid", 38),
                                Column.text("kind", 12),
                                Column.text("source", 34),
                                Column.text("title", 40),
                                Column.text("url", 40),
                                Column.date("created (UTC)"),
                                Column.flag("has text"),
                                Column.whole("text version"),
                                Column.whole("characters"),
                                Column.whole("words"),
                                Column.whole("turns or comments"),
                                Column.whole("units")));
        List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
        attributes.forEach(a -> names.add("attribute " + a));
        List<String> unique = Table.unique(names);
        unique.subList(columns.size(), unique.size())
                .forEach(name -> columns.add(Column.text(name, 18)));
        Map<Long, Integer> units = new HashMap<>();
        data.units.forEach(u -> units.merge(u.source().value(), 1, Integer::sum));
        return new Table(
                "Sources",
                columns,
                sink -> {
                    for (Source s : data.sources.values()) {
                        List<@Nullable Object> row = new ArrayList<>();
                        row.add(s.id().value());
                        row.add(s.guid());
                        row.add(Words.of(s.kind()));
                        row.add(s.key());
                        row.add(s.title());
                        row.add(s.url().orElse(null));
                        row.add(Moments.of(s.created()));
                        row.add(s.text().isPresent());
                        row.add(s.version());
                        row.add(s.lengthCp());
                        row.add(s.words());
                        row.add(s.turns());
                        row.add(units.getOrDefault(s.id().value(), 0));
                        Map<String, String> own = data.attributes.getOrDefault(s.id(), Map.of());
                        attributes.forEach(a -> row.add(own.get(a)));
                        sink.row(row.toArray());
                    }
                });
    }

    /// One row per memo, oldest first.
    Table memos() {
        MemoList about = new MemoList(data.study);
        return new Table(
                "Memos",
                List.of(
                        Column.id("memo id"),
                        Column.text("kind", 14),
                        Column.text("title", 30),
                        Column.text("body", 80),
                        Column.text("about", 30),
                        Column.id("coder id"),
                        Column.text("coder"),
                        Column.date("created (UTC)"),
                        Column.date("changed (UTC)")),
                sink ->
                        data.study.memos().list().reversed().stream()
                                .sorted(Comparator.comparingLong(m -> m.id().value()))
                                .forEach(
                                        m ->
                                                sink.row(
                                                        m.id().value(),
                                                        Words.of(m.kind()),
                                                        m.title(),
                                                        m.body(),
                                                        about.words(m.targets()),
                                                        m.coder().value(),
                                                        data.study.coders().get(m.coder()).name(),
                                                        Moments.of(m.created()),
                                                        Moments.of(m.changed()))));
    }

    /// Sources recorded as excluded, with the reason.
    Table excluded() {
        return new Table(
                "Excluded",
                List.of(
                        Column.id("source id"),
                        Column.text("source", 34),
                        Column.text("title", 40),
                        Column.text("url", 40),
                        Column.text("reason", 50)),
                sink ->
                        data.study
                                .file()
                                .read()
                                .list(
                                        "SELECT id, key, title, url, excluded FROM source WHERE"
                                                + " excluded <> '' ORDER BY id",
                                        row ->
                                                new @Nullable Object[] {
                                                    row.number(1),
                                                    row.text(2),
                                                    row.text(3),
                                                    row.text(4),
                                                    row.text(5)
                                                })
                                .forEach(sink::row));
    }

    /// Every act, oldest first; of others' work in sealed rounds only that it happened.
    Table changes() {
        return new Table(
                "Change log",
                List.of(
                        Column.id("entry id"),
                        Column.date("at (UTC)"),
                        Column.text("coder"),
                        Column.text("kind"),
                        Column.text("what", 60),
                        Column.id("undoes entry"),
                        Column.flag("in effect"),
                        Column.flag("barrier")),
                sink -> {
                    for (Act act : data.study.history().log(Integer.MAX_VALUE).reversed()) {
                        sink.row(
                                act.id().value(),
                                act.at(),
                                act.coder(),
                                act.kind(),
                                act.words(),
                                act.undoes().map(EntryId::value).orElse(null),
                                act.inEffect(),
                                act.barrier());
                    }
                });
    }
}
