package org.concordqda.store;

import org.concordqda.model.SourceId;
import org.concordqda.model.TextId;
import org.concordqda.model.TurnId;
import org.concordqda.text.Words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Full text over the live turns: one row per turn, kept by the same transaction that inserts, hides or
/// restores the turn. CJK characters are indexed one by one and asked for as phrases.
public final class FullText {
    private final Db writer;

    FullText(Db writer) {
        this.writer = writer;
    }

    /// A turn that matches.
    ///
    /// @param start where its body begins in the text, in UTF-16 code units
    /// @param end where its body ends
    public record Hit(TurnId turn, SourceId source, TextId text, int start, int end) {}

    /// Turns with all the words, the last one also as a beginning; best first, at most `limit`.
    public static List<Hit> search(Db db, String words, int limit) {
        Optional<String> match = query(words);
        if (match.isEmpty()) {
            return List.of();
        }
        return db.list(
                "SELECT t.id, t.source, t.text, t.body_start, t.body_end FROM turn_words w JOIN turn t ON t.id = w.rowid"
                        + " WHERE turn_words MATCH ? ORDER BY w.rank LIMIT ?",
                row ->
                        new Hit(
                                new TurnId(row.number(1)),
                                new SourceId(row.number(2)),
                                new TextId(row.number(3)),
                                row.integer(4),
                                row.integer(5)),
                match.get(),
                limit);
    }

    /// Each run without spaces becomes a quoted phrase, so nothing a person types is query syntax.
    private static Optional<String> query(String words) {
        List<String> phrases =
                Stream.of(words.strip().split("\\s+"))
                        .map(w -> Words.folded(w).strip().replace("\"", ""))
                        .filter(w -> w.codePoints().anyMatch(Character::isLetterOrDigit))
                        .map(w -> '"' + w + '"')
                        .toList();
        if (phrases.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(phrases.stream().collect(Collectors.joining(" ")) + "*");
    }

    void hide(long first, long last) {
        writer.run("DELETE FROM turn_words WHERE rowid BETWEEN ? AND ?", first, last);
    }

    /// Indexes the live turns of a range of ids, each text read once.
    void show(long first, long last) {
        String[] text = {""};
        long[] of = {-1};
        writer.each(
                "SELECT id, text, body_start, body_end FROM turn WHERE id BETWEEN ? AND ? ORDER BY"
                        + " id",
                row -> {
                    if (row.number(2) != of[0]) {
                        of[0] = row.number(2);
                        text[0] =
                                writer.one(
                                                "SELECT text FROM source_text_all WHERE id = ?",
                                                r -> r.text(1),
                                                of[0])
                                        .orElse("");
                    }
                    writer.run(
                            "INSERT INTO turn_words(rowid, words) VALUES (?, ?)",
                            row.number(1),
                            Words.folded(text[0].substring(row.integer(3), row.integer(4))));
                },
                first,
                last);
    }
}
