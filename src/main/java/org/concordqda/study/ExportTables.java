package org.concordqda.study;

import org.concordqda.analysis.Column;
import org.concordqda.analysis.Table;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.model.SourceId;
import org.concordqda.model.Turn;
import org.concordqda.store.Blind;
import org.concordqda.store.Merges;
import org.concordqda.store.Row;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The study's own data as long tables: ratings and codings. Blind like every read.
final class ExportTables {
    private static final int MOST_ATTRIBUTES = 100;

    /// Ratings read at once: other readers of the study wait no longer than for these.
    private static final int PAGE = 5_000;

    /// Each passage as `“quote” [start, end)` in code points, each link as it is; one a line.
    private static final String EVIDENCE =
            "coalesce((SELECT group_concat(words, char(10)) FROM (SELECT CASE WHEN v.start_cp IS NULL"
                    + " THEN v.link ELSE '“' || v.quote || '” [' || v.start_cp || ', ' || v.end_cp ||"
                    + " ')' END AS words FROM evidence v WHERE v.rating = r.id ORDER BY v.id)), '')";

    private final ReportData data;

    ExportTables(ReportData data) {
        this.data = data;
    }

    /// One row per rating and code; a rating that says “none of these” has one row without code.
    Table ratings() {
        return new Table(
                "Ratings long",
                List.of(
                        Column.id("rating id"),
                        Column.text("round"),
                        Column.id("coder id"),
                        Column.text("coder"),
                        Column.id("source id"),
                        Column.text("source", 34),
                        Column.id("unit id"),
                        Column.text("unit", 14),
                        Column.id("dimension id"),
                        Column.text("dimension", 26),
                        Column.id("code id"),
                        Column.text("value", 34),
                        Column.text("as written", 26),
                        Column.text("other", 20),
                        Column.text("note", 30),
                        Column.text("certainty", 12),
                        Column.text("flags", 16),
                        Column.text("evidence", 40),
                        Column.date("at (UTC)"),
                        Column.whole("codebook version")),
                this::ratings);
    }

    private void ratings(Table.Sink sink) {
        Map<Long, String> paths = new HashMap<>();
        @Nullable Object[] written = new Object[2];
        long last = data.study.file().read().number("SELECT coalesce(max(id), 0) FROM rating");
        for (long from = 0; from < last; from += PAGE) {
            data.study
                    .file()
                    .read()
                    .list(
                            "SELECT r.id, rd.name, k.id, k.name, s.id, s.key, u.id, u.name, d.id,"
                                    + " coalesce(dt.name, ''), "
                                    + Merges.through("rc.code")
                                    + " AS code, r.as_written, r.other, r.note,"
                                    + " r.certainty, r.flags, "
                                    + EVIDENCE
                                    + ", e.at, v.number FROM rating r JOIN round"
                                    + " rd ON rd.id = r.round JOIN coder k ON k.id = r.coder JOIN"
                                    + " source s ON s.id = r.source JOIN dimension d ON d.id ="
                                    + " r.dimension LEFT JOIN unit u ON u.id = r.unit LEFT JOIN"
                                    + " dimension_text dt ON dt.dimension = r.dimension AND dt.version"
                                    + " = r.version JOIN codebook_version v ON v.id = r.version JOIN"
                                    + " entry e ON e.id = r.made_by LEFT JOIN rating_code rc ON"
                                    + " rc.rating = r.id WHERE r.id > ?2 AND r.id <= ?3 AND "
                                    + Blind.visible("r", "?1")
                                    + " ORDER BY r.id, code",
                            row -> rating(row, paths),
                            Blind.viewer(data.study.viewer()),
                            from,
                            from + PAGE)
                    .forEach(row -> once(row, sink, written));
        }
    }

    /// A rating of two codes that were merged says the one code once.
    private static void once(@Nullable Object[] row, Table.Sink sink, @Nullable Object[] written) {
        if (!Objects.equals(row[0], written[0]) || !Objects.equals(row[10], written[1])) {
            sink.row(row);
        }
        written[0] = row[0];
        written[1] = row[10];
    }

    private @Nullable Object[] rating(Row row, Map<Long, String> paths) {
        Object code = number(row.maybeNumber(11));
        return new @Nullable Object[] {
            row.number(1),
            row.text(2),
            row.number(3),
            row.text(4),
            row.number(5),
            row.text(6),
            number(row.maybeNumber(7)),
            row.text(8),
            row.number(9),
            row.text(10),
            code,
            code == null
                    ? "(none of these)"
                    : paths.computeIfAbsent(row.number(11), id -> data.path(new CodeId(id))),
            row.text(12),
            row.text(13),
            row.text(14),
            row.text(15),
            row.text(16),
            row.text(17),
            Moments.of(row.text(18)),
            row.integer(19)
        };
    }

    /// One row per coding.
    ///
    /// @param exemplars only those chosen as examples
    Table codings(boolean exemplars) {
        List<String> attributes = data.attributeNames().stream().limit(MOST_ATTRIBUTES).toList();
        int levels =
                data.codebook.dimensions().stream()
                        .flatMap(d -> d.codes().stream())
                        .mapToInt(ExportTables::depth)
                        .max()
                        .orElse(1);
        List<Column> columns =
                new ArrayList<>(
                        List.of(
                                Column.id("coding id"),
                                Column.text("guid", 38),
                                Column.id("source id"),
                                Column.text("source", 34)));
        attributes.forEach(a -> columns.add(Column.text("attribute " + a, 18)));
        columns.add(Column.id("code id"));
        columns.add(Column.text("dimension", 22));
        columns.add(Column.text("code", 34));
        for (int l = 1; l <= levels; l++) {
            columns.add(Column.text("code level " + l));
        }
        columns.addAll(
                List.of(
                        Column.whole("start"),
                        Column.whole("end"),
                        Column.whole("turn"),
                        Column.text("speaker or author"),
                        Column.text("text", 70),
                        Column.text("memo", 40),
                        Column.flag("exemplar"),
                        Column.id("coder id"),
                        Column.text("coder"),
                        Column.date("created (UTC)"),
                        Column.text("round"),
                        Column.whole("codebook version")));
        List<String> unique = Table.unique(columns.stream().map(Column::name).toList());
        List<Column> named = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            named.add(new Column(unique.get(i), columns.get(i).kind(), columns.get(i).width()));
        }
        return new Table(
                exemplars ? "Quotes" : "Codings",
                named,
                sink -> codings(sink, attributes, levels, exemplars));
    }

    private void codings(Table.Sink sink, List<String> attributes, int levels, boolean exemplars) {
        Turns turns = new Turns(data.study);
        for (SourceId source : data.sources.keySet()) {
            data.study
                    .file()
                    .read()
                    .list(
                            "SELECT c.id, c.guid, s.id, s.key, "
                                    + Merges.through("c.code")
                                    + ", c.start_cp, c.end_cp,"
                                    + " c.text, c.start, c.quote, c.memo, c.exemplar, k.id, k.name,"
                                    + " e.at, rd.name, v.number FROM coding c JOIN source s ON s.id ="
                                    + " c.source JOIN coder k ON k.id = c.coder JOIN round rd ON rd.id"
                                    + " = c.round JOIN entry e ON e.id = c.made_by JOIN"
                                    + " codebook_version v ON v.id = c.version WHERE c.source = ?2 AND "
                                    + Blind.visible("c", "?1")
                                    + (exemplars ? " AND c.exemplar = 1" : "")
                                    + " ORDER BY c.text, c.start, c.id",
                            row -> coding(row, attributes, levels, turns),
                            Blind.viewer(data.study.viewer()),
                            source.value())
                    .forEach(sink::row);
        }
    }

    private @Nullable Object[] coding(Row row, List<String> attributes, int levels, Turns turns) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.number(1));
        cells.add(row.text(2));
        cells.add(row.number(3));
        cells.add(row.text(4));
        Map<String, String> own =
                data.attributes.getOrDefault(new SourceId(row.number(3)), Map.of());
        attributes.forEach(a -> cells.add(own.get(a)));
        CodeId code = new CodeId(row.number(5));
        String path = data.path(code);
        cells.add(code.value());
        cells.add(data.dimensionOf(code).map(Dimension::name).orElse(""));
        cells.add(path);
        String[] steps = path.split(" > ");
        for (int l = 0; l < levels; l++) {
            cells.add(l < steps.length ? steps[l] : null);
        }
        cells.add(row.integer(6));
        cells.add(row.integer(7));
        Optional<Turn> turn = turns.at(row.number(8), row.integer(9));
        cells.add(turn.map(t -> t.ordinal() + 1).orElse(null));
        cells.add(turn.flatMap(Turn::speaker).orElse(null));
        cells.add(row.text(10));
        cells.add(row.text(11));
        cells.add(row.flag(12));
        cells.add(row.number(13));
        cells.add(row.text(14));
        cells.add(Moments.of(row.text(15)));
        cells.add(row.text(16));
        cells.add(row.integer(17));
        return cells.toArray();
    }

    static @Nullable Object number(java.util.OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    static int depth(Code code) {
        return 1 + code.children().stream().mapToInt(ExportTables::depth).max().orElse(0);
    }
}
