package org.concordqda.study;

import org.concordqda.analysis.Column;
import org.concordqda.analysis.Table;
import org.concordqda.model.Code;
import org.concordqda.model.Dimension;
import org.concordqda.model.Special;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The codebook and its history as tables.
final class CodebookTables {
    private final ReportData data;

    CodebookTables(ReportData data) {
        this.data = data;
    }

    /// One row per code, and one per dimension without any.
    Table codebook() {
        return new Table(
                "Codebook",
                List.of(
                        Column.id("dimension id"),
                        Column.text("dimension", 26),
                        Column.text("dimension key"),
                        Column.text("scope", 10),
                        Column.text("choice", 8),
                        Column.text("scale", 10),
                        Column.text("question", 40),
                        Column.id("code id"),
                        Column.text("path", 40),
                        Column.whole("level"),
                        Column.text("name", 26),
                        Column.text("key"),
                        Column.text("definition", 60),
                        Column.text("include when", 40),
                        Column.text("exclude when", 40),
                        Column.text("example", 40),
                        Column.text("counter-example", 40),
                        Column.text("source", 30),
                        Column.text("aliases", 30),
                        Column.text("special", 14),
                        Column.text("colour", 10),
                        Column.flag("retired"),
                        Column.flag("added at import")),
                sink -> {
                    for (Dimension d : data.codebook.dimensions()) {
                        if (d.codes().isEmpty()) {
                            code(sink, d, null, 0);
                        }
                        d.codes().forEach(c -> codes(sink, d, c, 1));
                    }
                });
    }

    private static void codes(Table.Sink sink, Dimension d, Code c, int level) {
        code(sink, d, c, level);
        c.children().forEach(child -> codes(sink, d, child, level + 1));
    }

    private static void code(Table.Sink sink, Dimension d, @Nullable Code c, int level) {
        sink.row(
                d.id().value(),
                d.name(),
                d.key(),
                Words.of(d.scope()),
                Words.of(d.choice()),
                Words.of(d.scale()),
                d.question(),
                c == null ? null : c.id().value(),
                c == null ? null : d.path(c.id()).orElse(c.name()),
                c == null ? null : level,
                c == null ? null : c.name(),
                c == null ? null : c.key(),
                c == null ? null : c.definition(),
                c == null ? null : c.include(),
                c == null ? null : c.exclude(),
                c == null ? null : c.example(),
                c == null ? null : c.counterExample(),
                c == null ? d.source() : c.source(),
                String.join("; ", c == null ? d.aliases() : c.aliases()),
                c == null || c.special() == Special.ORDINARY ? null : Words.of(c.special()),
                c == null ? null : c.colour(),
                c == null ? null : c.retired(),
                c == null ? null : c.addedAtImport());
    }

    /// Versions cut and edits made, in the order they happened.
    Table history() {
        return new Table(
                "Codebook history",
                List.of(
                        Column.date("at (UTC)"),
                        Column.text("by"),
                        Column.whole("codebook version"),
                        Column.text("what", 14),
                        Column.id("dimension id"),
                        Column.id("code id"),
                        Column.text("dimension or code", 30),
                        Column.text("field"),
                        Column.text("old", 40),
                        Column.text("new", 40),
                        Column.text("change", 10),
                        Column.text("reason or note", 40)),
                sink ->
                        data.study
                                .file()
                                .read()
                                .list(
                                        "SELECT e.at, coalesce(k.name, ''), v.number, 'version"
                                                + " cut', NULL, NULL, '', '', '', '', '', v.note,"
                                                + " v.made_by AS entry, 0 AS place FROM"
                                                + " codebook_version v JOIN entry e ON e.id = v.made_by"
                                                + " LEFT JOIN coder k ON k.id = e.coder WHERE v.cut IS"
                                                + " NOT NULL UNION ALL SELECT e.at, coalesce(k.name,"
                                                + " ''), v.number, 'edit', x.dimension, x.code,"
                                                + " coalesce((SELECT t.name FROM code_text t WHERE"
                                                + " t.code = x.code ORDER BY t.version LIMIT 1),"
                                                + " (SELECT t.name FROM dimension_text t WHERE"
                                                + " t.dimension = x.dimension ORDER BY t.version LIMIT"
                                                + " 1), ''), x.field, x.old, x.new, x.change, x.reason,"
                                                + " x.made_by, x.id FROM codebook_edit x JOIN"
                                                + " codebook_version v ON v.id = x.version JOIN entry e"
                                                + " ON e.id = x.made_by LEFT JOIN coder k ON k.id ="
                                                + " e.coder ORDER BY entry, place",
                                        row ->
                                                new @Nullable Object[] {
                                                    Moments.of(row.text(1)),
                                                    row.text(2),
                                                    row.integer(3),
                                                    row.text(4),
                                                    ExportTables.number(row.maybeNumber(5)),
                                                    ExportTables.number(row.maybeNumber(6)),
                                                    row.text(7),
                                                    row.text(8),
                                                    row.text(9),
                                                    row.text(10),
                                                    row.text(11),
                                                    row.text(12)
                                                })
                                .forEach(sink::row));
    }
}
