package org.concordqda.store;

import org.concordqda.model.Span;
import org.concordqda.text.Hashes;
import org.concordqda.text.Positions;

import java.util.ArrayList;
import java.util.List;

/// Looks whether a study file is whole: the database itself, every text against its hash, every stored
/// place against the text, live rows against hidden ones, full text against turns. Changes nothing.
public final class Checker {
    private final Db db;
    private final List<String> findings = new ArrayList<>();
    private long texts;
    private long places;

    private Checker(Db db) {
        this.db = db;
    }

    /// What was found.
    ///
    /// @param texts how many texts were compared with their hash
    /// @param places how many stored places (turns, codings, evidence, memos) were compared with their text
    /// @param findings what is wrong, one sentence each; empty when the file is whole
    public record Result(long texts, long places, List<String> findings) {
        public Result {
            findings = List.copyOf(findings);
        }
    }

    /// Checks the whole file.
    public static Result check(Db db) {
        Checker checker = new Checker(db);
        checker.database();
        checker.texts();
        checker.references();
        checker.fullText();
        return new Result(checker.texts, checker.places, checker.findings);
    }

    private void database() {
        db.each(
                "SELECT integrity_check FROM pragma_integrity_check",
                row -> {
                    if (!row.text(1).equals("ok")) {
                        findings.add("The database is damaged: " + row.text(1));
                    }
                });
        db.each(
                "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check",
                row ->
                        findings.add(
                                "Row "
                                        + row.number(2)
                                        + " of "
                                        + row.text(1)
                                        + " refers to a row of "
                                        + row.text(3)
                                        + " that does not exist."));
    }

    private void texts() {
        db.each(
                "SELECT t.id, t.text, t.sha256, t.length, t.length_cp, s.key FROM source_text_all t"
                        + " JOIN source_all s ON s.id = t.source",
                row -> {
                    texts++;
                    String text = row.text(2);
                    String key = row.text(6);
                    Positions positions = new Positions(text);
                    if (!Hashes.sha256(text).equals(row.text(3))) {
                        findings.add("The text of " + key + " is not the one that was stored.");
                    }
                    if (text.length() != row.integer(4)
                            || positions.codePoints() != row.integer(5)) {
                        findings.add("The text of " + key + " has another length than was stored.");
                    }
                    turns(row.number(1), text, positions, key);
                    quotes("coding", row.number(1), text, positions, key);
                    quotes("evidence", row.number(1), text, positions, key);
                    quotes("memo_link", row.number(1), text, positions, key);
                });
    }

    private void turns(long id, String text, Positions positions, String key) {
        db.each(
                "SELECT label_start, label_end, label_start_cp, label_end_cp, body_start, body_end,"
                        + " body_start_cp, body_end_cp, ordinal FROM turn_all WHERE text = ?",
                row -> {
                    for (int i = 1; i <= 5; i += 4) {
                        place(
                                positions,
                                text,
                                row,
                                i,
                                "Turn " + (row.integer(9) + 1) + " of " + key);
                    }
                },
                id);
    }

    private void quotes(String table, long id, String text, Positions positions, String key) {
        db.each(
                "SELECT start, end, start_cp, end_cp, quote, before_hash, after_hash, id FROM "
                        + table
                        + "_all WHERE text = ? AND start IS NOT NULL",
                row -> {
                    String what = "The " + table + " " + row.number(8) + " in " + key;
                    if (!place(positions, text, row, 1, what)) {
                        return;
                    }
                    Span span = positions.span(row.integer(1), row.integer(2));
                    if (!text.substring(span.start(), span.end()).equals(row.text(5))) {
                        findings.add(what + " does not stand where its quote is.");
                    } else if (!Hashes.before(text, span).equals(row.text(6))
                            || !Hashes.after(text, span).equals(row.text(7))) {
                        findings.add(what + " has another text around it than when it was made.");
                    }
                },
                id);
    }

    private boolean place(Positions positions, String text, Row row, int at, String what) {
        places++;
        int start = row.integer(at);
        int end = row.integer(at + 1);
        try {
            if (start <= end
                    && end <= text.length()
                    && positions.toCodePoint(start) == row.integer(at + 2)
                    && positions.toCodePoint(end) == row.integer(at + 3)) {
                return true;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException splitOrOutside) {
            findings.add(what + " stands outside the text or inside a character.");
            return false;
        }
        findings.add(what + " has positions that do not fit the text.");
        return false;
    }

    private void references() {
        Schema schema = new Schema(db);
        for (String table : schema.tables()) {
            for (Schema.Reference r : schema.referencesFrom(table)) {
                long hanging =
                        db.number(
                                "SELECT count(*) FROM "
                                        + table
                                        + " c JOIN "
                                        + r.parent()
                                        + "_all p ON p.id = c.\""
                                        + r.column()
                                        + "\" WHERE p.removed_by IS NOT NULL");
                if (hanging > 0) {
                    findings.add(
                            hanging
                                    + " rows of "
                                    + table
                                    + " refer to removed "
                                    + r.parent()
                                    + "s.");
                }
            }
        }
    }

    private void fullText() {
        long turns = db.number("SELECT count(*) FROM turn");
        long indexed = db.number("SELECT count(*) FROM turn_words_docsize");
        if (turns != indexed) {
            findings.add("Full text knows " + indexed + " turns of " + turns + ".");
        }
    }
}
