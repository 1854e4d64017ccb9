package org.concordqda.study;

import org.concordqda.model.CoderId;
import org.concordqda.model.Span;
import org.concordqda.store.Row;
import org.concordqda.store.Tx;
import org.concordqda.store.Updates;
import org.concordqda.text.Hashes;
import org.concordqda.text.Positions;
import org.concordqda.text.TextChange;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stores a new version of a text inside one act and moves everything that stands in the old one: turns,
/// codings, evidence, memos. A place whose words change gets a doubt, so that nothing changes silently.
final class CorrectionWriter {
    private final Tx tx;
    private final Optional<CoderId> viewer;
    private int moved;
    private int doubtful;

    /// @param viewer who corrects: only what they may see is counted
    CorrectionWriter(Tx tx, Optional<CoderId> viewer) {
        this.tx = tx;
        this.viewer = viewer;
    }

    /// A stored text version.
    ///
    /// @param version its number
    /// @param form rule that made it from a file
    record Stored(long id, long source, int version, int form, String text) {}

    /// How many visible codings and pieces of evidence stood in the corrected texts.
    int moved() {
        return moved;
    }

    /// How many of them their coders must look at.
    int doubtful() {
        return doubtful;
    }

    /// The current text of a source.
    static Optional<Stored> current(Tx tx, long source) {
        return tx.read()
                .one(
                        "SELECT id, source, version, text_form, text FROM source_text WHERE source"
                                + " = ? ORDER BY version DESC LIMIT 1",
                        CorrectionWriter::stored,
                        source);
    }

    static Stored stored(Row row) {
        return new Stored(
                row.number(1), row.number(2), row.integer(3), row.integer(4), row.text(5));
    }

    /// Corrects a text: new version, turns, codings and evidence moved along.
    void correct(Stored old, TextChange change) {
        Positions after = new Positions(change.after());
        long text = insertText(old.source, old.version + 1, old.form, change.after(), "correction");
        revise(old, old.version + 1, change);
        moveTurns(old.id, text, change, after);
        movePlaces(old, text, change, after);
    }

    long insertText(long source, int version, int form, String text, String origin) {
        return tx.bulk(
                        "source_text",
                        "source",
                        "version",
                        "text_form",
                        "text",
                        "sha256",
                        "length",
                        "length_cp",
                        "words",
                        "origin")
                .add(
                        source,
                        version,
                        form,
                        text,
                        Hashes.sha256(text),
                        text.length(),
                        new Positions(text).codePoints(),
                        Words.count(text),
                        origin);
    }

    /// The source names its current version; an issue's title is the first line of its text.
    private void revise(Stored old, int version, TextChange change) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("revision", version);
        String title =
                tx.read()
                        .one(
                                "SELECT title FROM source WHERE id = ? AND kind = 'ISSUE'",
                                r -> r.text(1),
                                old.source)
                        .orElse("");
        if (!title.isEmpty()
                && change.before().startsWith(title)
                && change.touches(0, title.length())) {
            int end = change.outerTo(title.length());
            row.put("title", change.after().substring(0, end).strip());
        }
        tx.update("source", old.source, row);
    }

    private static final String[] TURN = {
        "text",
        "speaker",
        "label_start",
        "label_end",
        "label_start_cp",
        "label_end_cp",
        "body_start",
        "body_end",
        "body_start_cp",
        "body_end_cp"
    };

    private void moveTurns(long old, long text, TextChange change, Positions after) {
        record Line(long id, @Nullable Object[] before, @Nullable Object[] now, boolean gone) {}
        int[] floor = {0};
        List<Line> lines =
                tx.read()
                        .list(
                                "SELECT id, speaker, label_start, label_end, label_start_cp,"
                                        + " label_end_cp, body_start, body_end, body_start_cp,"
                                        + " body_end_cp FROM turn WHERE text = ? ORDER BY ordinal",
                                row -> {
                                    Optional<String> speaker = row.maybeText(2);
                                    Span label = span(row, 3);
                                    Span body = span(row, 7);
                                    Span newLabel = label(label, change, after, floor[0]);
                                    Span newBody = outer(body, change, after, newLabel.end());
                                    floor[0] = newBody.end();
                                    boolean gone =
                                            label.length() + body.length() > 0
                                                    && newLabel.length() + newBody.length() == 0;
                                    return new Line(
                                            row.number(1),
                                            columns(old, speaker, label, body),
                                            columns(
                                                    text,
                                                    speaker.flatMap(s -> speaker(s, label, change)),
                                                    newLabel,
                                                    newBody),
                                            gone);
                                },
                                old);
        Updates updates = tx.updates("turn", TURN);
        for (Line line : lines) {
            if (line.gone) {
                tx.hide("turn", line.id);
            } else {
                updates.set(line.id, line.before, line.now);
            }
        }
    }

    static Span span(Row row, int at) {
        return new Span(
                row.integer(at), row.integer(at + 1), row.integer(at + 2), row.integer(at + 3));
    }

    private static Span label(Span label, TextChange change, Positions after, int floor) {
        int start = Math.max(floor, change.outerFrom(label.start()));
        int end = label.length() == 0 ? start : Math.max(start, change.to(label.end()));
        return after.span(start, end);
    }

    private static Span outer(Span body, TextChange change, Positions after, int floor) {
        int start = Math.max(floor, change.outerFrom(body.start()));
        return after.span(start, Math.max(start, change.outerTo(body.end())));
    }

    /// A speaker is named by the label: what is corrected there (a name to mask) is corrected in the name.
    static Optional<String> speaker(String speaker, Span label, TextChange change) {
        if (!change.touches(label.start(), label.end())) {
            return Optional.of(speaker);
        }
        int at = change.before().substring(label.start(), label.end()).indexOf(speaker);
        if (at < 0) {
            return Optional.of(speaker);
        }
        int start = label.start() + at;
        int from = change.outerFrom(start);
        int to = Math.max(from, change.outerTo(start + speaker.length()));
        return Optional.of(change.after().substring(from, to).strip()).filter(s -> !s.isEmpty());
    }

    static @Nullable Object[] columns(long text, Optional<String> speaker, Span label, Span body) {
        return new @Nullable Object[] {
            text,
            speaker.orElse(null),
            label.start(),
            label.end(),
            label.startCp(),
            label.endCp(),
            body.start(),
            body.end(),
            body.startCp(),
            body.endCp()
        };
    }

    /// Moves codings and evidence to the new text.
    void movePlaces(Stored old, long text, TextChange change, Positions after) {
        Map<String, Map<Long, Known>> doubts = doubts(old.source);
        Map<String, Updates> updates = new HashMap<>();
        for (SpanMoves.Move move : new SpanMoves(tx.read(), old.id, change, after).all(viewer)) {
            updates.computeIfAbsent(move.table(), t -> tx.updates(t, PLACE))
                    .set(move.id(), columns(old.id, move.was()), columns(text, move.now()));
            moved += move.visible() ? 1 : 0;
            Known known = doubts.getOrDefault(move.table(), Map.of()).get(move.id());
            if (known == null && move.doubtful()) {
                insertDoubt(old, move);
                doubtful += move.visible() ? 1 : 0;
            } else if (known != null && known.settledBy(move)) {
                tx.hide("doubt", known.id);
            }
        }
    }

    private static final String[] PLACE = {
        "text", "start", "end", "start_cp", "end_cp", "quote", "before_hash", "after_hash"
    };

    /// A doubt that waits already.
    private record Known(long id, String quote, boolean vanished) {
        /// Whether the words are again those that the coder stood behind.
        boolean settledBy(SpanMoves.Move move) {
            return !vanished && !move.vanished() && quote.equals(move.now().quote());
        }
    }

    private Map<String, Map<Long, Known>> doubts(long source) {
        Map<String, Map<Long, Known>> found = new HashMap<>();
        tx.read()
                .each(
                        "SELECT target, target_id, id, quote, vanished FROM doubt WHERE source = ?",
                        row ->
                                found.computeIfAbsent(row.text(1), t -> new HashMap<>())
                                        .put(
                                                row.number(2),
                                                new Known(row.number(3), row.text(4), row.flag(5))),
                        source);
        return found;
    }

    private void insertDoubt(Stored old, SpanMoves.Move move) {
        tx.bulk(
                        "doubt",
                        "target",
                        "target_id",
                        "source",
                        "text",
                        "start",
                        "end",
                        "start_cp",
                        "end_cp",
                        "quote",
                        "vanished")
                .add(
                        move.table(),
                        move.id(),
                        old.source,
                        old.id,
                        move.was().span().start(),
                        move.was().span().end(),
                        move.was().span().startCp(),
                        move.was().span().endCp(),
                        move.was().quote(),
                        move.vanished());
    }

    private static @Nullable Object[] columns(long text, SpanMoves.Place place) {
        Span span = place.span();
        return new @Nullable Object[] {
            text,
            span.start(),
            span.end(),
            span.startCp(),
            span.endCp(),
            place.quote(),
            place.before(),
            place.behind()
        };
    }
}
