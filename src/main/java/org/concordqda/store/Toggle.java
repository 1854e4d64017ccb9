package org.concordqda.store;

import org.concordqda.model.CoderId;
import org.concordqda.model.ConcordException;
import org.concordqda.store.Schema.Reference;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Applies deltas backwards or forwards for undo and redo, and refuses when the rows are not as the act
/// left them or when live rows would be left pointing at hidden ones.
final class Toggle {
    private record Range(String table, long first, long last) {}

    private final Db db;
    private final Schema schema;
    private final FullText fullText;
    private final CoderId coder;
    private final String say;
    private final String verb;
    private final List<Range> hidden = new ArrayList<>();
    private final List<Range> shown = new ArrayList<>();

    Toggle(Db db, Schema schema, FullText fullText, CoderId coder, String say, String verb) {
        this.db = db;
        this.schema = schema;
        this.fullText = fullText;
        this.coder = coder;
        this.say = say;
        this.verb = verb;
    }

    /// Hides the rows of a delta in the name of `by`.
    void hide(Delta delta, long by) {
        int changed =
                db.run(
                        "UPDATE "
                                + delta.table()
                                + "_all SET removed_by = ? WHERE id BETWEEN ? AND ? AND removed_by"
                                + " IS NULL",
                        by,
                        delta.row(),
                        delta.rowEnd());
        expect(changed, delta);
        hidden.add(new Range(delta.table(), delta.row(), delta.rowEnd()));
        if (delta.table().equals("turn")) {
            fullText.hide(delta.row(), delta.rowEnd());
        }
    }

    /// Brings back the rows of a delta that `by` hid.
    void restore(Delta delta, long by) {
        int changed =
                db.run(
                        "UPDATE "
                                + delta.table()
                                + "_all SET removed_by = NULL WHERE id BETWEEN ? AND ? AND"
                                + " removed_by = ?",
                        delta.row(),
                        delta.rowEnd(),
                        by);
        expect(changed, delta);
        shown.add(new Range(delta.table(), delta.row(), delta.rowEnd()));
        if (delta.table().equals("turn")) {
            fullText.show(delta.row(), delta.rowEnd());
        }
    }

    /// Sets the changed columns of one row back (or forward again).
    void change(Delta delta, boolean forward) {
        Map<String, @Nullable Object> before = normal(delta.before());
        Map<String, @Nullable Object> after = normal(delta.after());
        Map<String, @Nullable Object> now =
                Columns.values(db, delta.table(), delta.row(), List.copyOf(after.keySet()));
        if (!Objects.equals(now, forward ? before : after)) {
            throw refused();
        }
        boolean turn = delta.table().equals("turn");
        Optional<FullText.Place> place =
                turn ? Optional.of(fullText.place(delta.row())) : Optional.empty();
        Tx.set(db, delta.table(), delta.row(), forward ? after : before);
        place.ifPresent(was -> fullText.moved(delta.row(), was));
    }

    /// No live row may refer to one that was hidden, none brought back to one that is hidden.
    void checkReferences() {
        for (Range range : hidden) {
            for (Reference r : schema.referencesTo(range.table())) {
                String later =
                        db.one(
                                        Journal.LATER
                                                + " FROM "
                                                + r.child()
                                                + " c JOIN entry e ON e.id = c.made_by LEFT JOIN"
                                                + " coder_all k ON k.id = e.coder WHERE c.\""
                                                + r.column()
                                                + "\" BETWEEN ? AND ? LIMIT 1",
                                        Journal::later,
                                        coder.value(),
                                        range.first(),
                                        range.last())
                                .orElse("");
                if (!later.isEmpty()) {
                    throw new ConcordException(
                            "Cannot "
                                    + verb
                                    + " “"
                                    + say
                                    + "”: the later “"
                                    + later
                                    + " stands on it; nothing was changed.");
                }
            }
        }
        for (Range range : shown) {
            for (Reference r : schema.referencesFrom(range.table())) {
                long hanging =
                        db.number(
                                "SELECT count(*) FROM "
                                        + range.table()
                                        + " c JOIN "
                                        + r.parent()
                                        + "_all p ON p.id = c.\""
                                        + r.column()
                                        + "\" WHERE c.id BETWEEN ? AND ? AND p.removed_by IS NOT"
                                        + " NULL",
                                range.first(),
                                range.last());
                if (hanging > 0) {
                    throw refused();
                }
            }
        }
    }

    private void expect(int changed, Delta delta) {
        if (changed != delta.rowEnd() - delta.row() + 1) {
            throw refused();
        }
    }

    private ConcordException refused() {
        return new ConcordException(
                "Cannot "
                        + verb
                        + " “"
                        + say
                        + "”: what it changed has been changed again since; nothing was changed.");
    }

    private static Map<String, @Nullable Object> normal(@Nullable String json) {
        Map<String, @Nullable Object> values = Json.object(Objects.requireNonNull(json));
        values.replaceAll((k, v) -> Columns.plain(v));
        return values;
    }
}
