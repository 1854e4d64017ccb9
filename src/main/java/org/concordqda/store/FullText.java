package org.concordqda.store;

import org.concordqda.model.SourceId;
import org.concordqda.model.TextId;
import org.concordqda.model.TurnId;
import org.concordqda.text.Words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Full text over the live turns: one row per turn, kept by the same transaction that inserts, hides or
/// restores the turn. CJK characters are indexed one by one and asked for as phrases.
public final class FullText {
    private final Db writer;
    private final Map<Long, String> texts = new LinkedHashMap<>(8, 0.75f, true);

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

    /// Where the words of a turn stand.
    record Place(long text, int start, int end) {}

    /// Where the words of a turn stand now.
    Place place(long turn) {
        return writer.one(
                        "SELECT text, body_start, body_end FROM turn WHERE id = ?",
                        row -> new Place(row.number(1), row.integer(2), row.integer(3)),
                        turn)
                .orElseThrow(() -> new IllegalStateException("Turn " + turn + " is not live"));
    }

    /// A live turn stood elsewhere until now; it is indexed anew when its words are others.
    void moved(long turn, Place before) {
        Optional<Place> now =
                writer.one(
                        "SELECT text, body_start, body_end FROM turn WHERE id = ?",
                        row -> new Place(row.number(1), row.integer(2), row.integer(3)),
                        turn);
        if (now.isEmpty() || now.get().equals(before)) {
            return;
        }
        Place after = now.get();
        String old = text(before.text());
        String fresh = text(after.text());
        int length = after.end() - after.start();
        if (before.end() - before.start() != length
                || !old.regionMatches(before.start(), fresh, after.start(), length)) {
            hide(turn, turn);
            writer.run(
                    "INSERT INTO turn_words(rowid, words) VALUES (?, ?)",
                    turn,
                    Words.folded(fresh.substring(after.start(), after.end())));
        }
    }

    /// The texts looked at last, since the turns of one source come together.
    private String text(long id) {
        String kept = texts.get(id);
        if (kept == null) {
            kept =
                    writer.one(
                                    "SELECT text FROM source_text_all WHERE id = ?",
                                    row -> row.text(1),
                                    id)
                            .orElse("");
            texts.put(id, kept);
            if (texts.size() > 2) {
                var eldest = texts.entrySet().iterator();
                eldest.next();
                eldest.remove();
            }
        }
        return kept;
    }

    /// A text never changes, but one of an act that failed may have given its id away.
    void forget() {
        texts.clear();
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
