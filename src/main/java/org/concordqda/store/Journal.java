package org.concordqda.store;

import org.concordqda.model.CoderId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.EntryId;
import org.concordqda.model.RoundId;
import org.concordqda.store.Delta.Op;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// The one way to change a study: each act is one transaction, one entry and the deltas of the rows it
/// touched. Undo and redo are generic and are entries themselves; the journal only grows. Undo is per
/// acting coder: their latest act in effect, unless a later act touched or uses its rows.
///
/// Any thread may call; acts take turns.
public final class Journal {
    /// What an act is called.
    ///
    /// @param coder who acts; empty only while the first coder is being made
    /// @param kind stable word (`rating.set`)
    /// @param say the act as a phrase for people (“rate DL stage: Environment”)
    /// @param words further facts for people, never replayed
    /// @param round the round it belongs to, for blindness
    /// @param barrier cannot be undone
    public record Words(
            Optional<CoderId> coder,
            String kind,
            String say,
            Map<String, ? extends @Nullable Object> words,
            Optional<RoundId> round,
            boolean barrier) {
        /// An act of a coder outside any round.
        public static Words of(CoderId coder, String kind, String say) {
            return new Words(Optional.of(coder), kind, say, Map.of(), Optional.empty(), false);
        }

        /// The same act with further facts.
        public Words with(Map<String, ? extends @Nullable Object> facts) {
            return new Words(coder, kind, say, facts, round, barrier);
        }

        /// The same act inside a round.
        public Words in(RoundId inside) {
            return new Words(coder, kind, say, words, Optional.of(inside), barrier);
        }

        /// The same act as one that cannot be undone.
        public Words asBarrier() {
            return new Words(coder, kind, say, words, round, true);
        }
    }

    /// What changed, for those who keep something current.
    ///
    /// @param entry the entry that changed it
    /// @param tables names of the tables touched, without `_all`
    public record Changed(EntryId entry, List<String> tables) {}

    private final Db db;
    private final Schema schema;
    private final FullText fullText;
    private final String program;
    private final int schemaVersion;
    private final Transaction transaction;
    private final List<java.util.function.Consumer<Changed>> listeners =
            new CopyOnWriteArrayList<>();

    /// @param guard throws when the file is not where it was opened
    Journal(
            Db db,
            String name,
            String program,
            int schemaVersion,
            boolean writable,
            Runnable guard) {
        this.db = db;
        this.schema = new Schema(db);
        this.fullText = new FullText(db);
        this.transaction = new Transaction(db, fullText, name, writable, guard);
        this.program = program;
        this.schemaVersion = schemaVersion;
    }

    /// Calls `listener` after each act, in the thread that acted. Close the result to stop.
    public AutoCloseable onChange(java.util.function.Consumer<Changed> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Performs an act. Everything or nothing is stored; an act that changes nothing leaves no entry.
    ///
    /// @return what `act` returns
    public <T> T write(Words words, Function<Tx, T> act) {
        // Nothing changed means that the entry goes too: rolled back, since deleting it would make
        // SQLite
        // look through every table for rows that refer to it.
        Written<T> written =
                transaction.run(
                        () -> writeInside(words, act), result -> result.changed.isPresent());
        written.changed.ifPresent(this::tell);
        return written.value;
    }

    /// Undoes the coder's latest act in effect.
    ///
    /// @return the phrase of the act undone
    /// @throws ConcordException when there is nothing, it is a barrier, or others have built on it
    public String undo(CoderId coder) {
        Toggled toggled =
                transaction.run(
                        () -> {
                            Root root =
                                    nextUndo(coder)
                                            .orElseThrow(
                                                    () ->
                                                            new ConcordException(
                                                                    "There is nothing to undo."));
                            if (root.barrier) {
                                throw new ConcordException(
                                        "“"
                                                + root.say
                                                + "” cannot be undone; nothing was changed.");
                            }
                            refuseWhenFrozen(root, "undone");
                            refuseWhenTouchedLater(coder, root, "undone");
                            return toggle(coder, root, false);
                        });
        tell(toggled.changed);
        return toggled.say;
    }

    /// Redoes the coder's act undone last.
    ///
    /// @return the phrase of the act redone
    /// @throws ConcordException when there is nothing or others have acted on its rows since
    public String redo(CoderId coder) {
        Toggled toggled =
                transaction.run(
                        () -> {
                            Root root =
                                    nextRedo(coder)
                                            .orElseThrow(
                                                    () ->
                                                            new ConcordException(
                                                                    "There is nothing to redo."));
                            refuseWhenFrozen(root, "redone");
                            refuseWhenTouchedLater(coder, root, "redone");
                            return toggle(coder, root, true);
                        });
        tell(toggled.changed);
        return toggled.say;
    }

    /// The phrase of what [#undo] would undo.
    public Optional<String> undoable(Db reader, CoderId coder) {
        return root(reader, UNDO, coder).filter(r -> !r.barrier).map(Root::say);
    }

    /// The act that [#undo], or [#redo], would take, also one it would refuse.
    public Optional<EntryId> next(Db reader, CoderId coder, boolean redo) {
        var root = redo ? root(reader, REDO, coder, coder) : root(reader, UNDO, coder);
        return root.map(r -> new EntryId(r.id));
    }

    /// The phrase of what [#redo] would redo.
    public Optional<String> redoable(Db reader, CoderId coder) {
        return root(reader, REDO, coder, coder).map(Root::say);
    }

    private static final String ROOT =
            "SELECT id, words, barrier FROM entry WHERE undoes IS NULL AND ";
    private static final String UNDO =
            ROOT + "coder = ? AND in_effect = 1 ORDER BY id DESC LIMIT 1";

    /// A new act ends what can be redone: only acts undone after the coder's newest act count.
    private static final String REDO =
            ROOT
                    + "coder = ? AND in_effect = 0 AND (SELECT max(t.id) FROM entry t WHERE"
                    + " t.undoes = entry.id) > (SELECT max(n.id) FROM entry n WHERE n.coder = ? AND"
                    + " n.undoes IS NULL) ORDER BY id LIMIT 1";

    private record Root(long id, String say, boolean barrier) {}

    private record Toggled(String say, Changed changed) {}

    private record Written<T>(T value, Optional<Changed> changed) {}

    private Optional<Root> nextUndo(CoderId coder) {
        return root(db, UNDO, coder);
    }

    private Optional<Root> nextRedo(CoderId coder) {
        return root(db, REDO, coder, coder);
    }

    private static Optional<Root> root(Db reader, String sql, CoderId... coder) {
        Object[] args = new Object[coder.length];
        for (int i = 0; i < coder.length; i++) {
            args[i] = coder[i].value();
        }
        return reader.one(sql, row -> new Root(row.number(1), say(row.text(2)), row.flag(3)), args);
    }

    /// Begins a query for the act in the way of an undo; takes [Blind#viewer] as its first parameter.
    static final String LATER = "SELECT e.words, k.name, " + Blind.SEALED_ACT;

    /// The act in the way, as far as the person may know it.
    static String later(Row row) {
        return (row.flag(3) ? Blind.SEALED_WORDS : say(row.text(1))) + "” by " + row.text(2);
    }

    /// The phrase for people in an entry's words.
    public static String say(String words) {
        Object say = Json.object(words).get("say");
        return say == null ? "" : say.toString();
    }

    private <T> Written<T> writeInside(Words words, Function<Tx, T> act) {
        long entry = insertEntry(words, OptionalLong.empty());
        Tx tx = new Tx(db, schema, fullText, entry);
        try {
            T value = act.apply(tx);
            tx.finish();
            if (tx.empty() && !words.barrier) {
                return new Written<>(value, Optional.empty());
            }
            return new Written<>(value, Optional.of(changed(entry, entry)));
        } finally {
            tx.close();
        }
    }

    private long insertEntry(Words words, OptionalLong undoes) {
        Map<String, @Nullable Object> json = new java.util.LinkedHashMap<>();
        json.put("say", words.say);
        json.putAll(words.words);
        db.run(
                "INSERT INTO entry(guid, at, coder, program, schema, kind, words, round, undoes,"
                        + " barrier) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Guids.next(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                words.coder.map(CoderId::value).orElse(null),
                program,
                schemaVersion,
                words.kind,
                Json.write(json),
                words.round.map(RoundId::value).orElse(null),
                undoes.isPresent() ? (Long) undoes.getAsLong() : null,
                words.barrier);
        return db.number("SELECT last_insert_rowid()");
    }

    private Changed changed(long entry, long root) {
        return new Changed(
                new EntryId(entry),
                db.list("SELECT DISTINCT tbl FROM delta WHERE entry = ?", r -> r.text(1), root));
    }

    /// What was coded in a round that is closed, or was blind and is unsealed, stays as it is, whatever act
    /// made it and whoever finished the round; what stands beside the data may change, and texts may be
    /// corrected under it.
    private void refuseWhenFrozen(Root root, String verb) {
        db.one(FROZEN, row -> row.text(1), root.id)
                .ifPresent(
                        round -> {
                            throw new ConcordException(
                                    "“"
                                            + root.say
                                            + "” cannot be "
                                            + verb
                                            + ": the round “"
                                            + round
                                            + "” is finished, so what was coded in it stays as it is;"
                                            + " nothing was changed.");
                        });
    }

    /// A later act in effect that touched one of the same rows stands on this one.
    private void refuseWhenTouchedLater(CoderId coder, Root root, String verb) {
        db.one(
                        LATER
                                + " FROM delta a JOIN delta b ON b.tbl = a.tbl AND b.row <= a.row_end AND b.row_end >= a.row JOIN entry e ON e.id"
                                + " = b.entry LEFT JOIN coder_all k ON k.id = e.coder WHERE a.entry = ?"
                                + " AND b.entry > ? AND e.undoes IS NULL AND e.in_effect = 1 ORDER BY"
                                + " e.id LIMIT 1",
                        Journal::later,
                        coder.value(),
                        root.id,
                        root.id)
                .ifPresent(
                        later -> {
                            throw new ConcordException(
                                    "“"
                                            + root.say
                                            + "” cannot be "
                                            + verb
                                            + " because of the later “"
                                            + later
                                            + "; nothing was changed.");
                        });
    }

    private Toggled toggle(CoderId coder, Root root, boolean redo) {
        OptionalLong lastToggle =
                db.one(
                                "SELECT max(id) FROM entry WHERE undoes = ?",
                                row -> row.maybeNumber(1),
                                root.id)
                        .orElse(OptionalLong.empty());
        String verb = redo ? "redo" : "undo";
        long entry =
                insertEntry(
                        Words.of(coder, verb, verb + " “" + root.say + "”"),
                        OptionalLong.of(root.id));
        // Undo walks back over the act, redo forward again.
        List<Delta> deltas = new ArrayList<>(deltas(root.id));
        if (!redo) {
            java.util.Collections.reverse(deltas);
        }
        Toggle toggle = new Toggle(db, schema, fullText, coder, root.say, verb);
        for (Delta delta : deltas) {
            switch (delta.op()) {
                case INSERT -> {
                    if (redo) {
                        toggle.restore(delta, lastToggle.orElseThrow());
                    } else {
                        toggle.hide(delta, entry);
                    }
                }
                case HIDE -> {
                    if (redo) {
                        toggle.hide(delta, root.id);
                    } else {
                        toggle.restore(delta, root.id);
                    }
                }
                case UPDATE -> toggle.change(delta, redo);
            }
        }
        toggle.checkReferences();
        db.run("UPDATE entry SET in_effect = ? WHERE id = ?", redo, root.id);
        return new Toggled(root.say, changed(entry, root.id));
    }

    private static final String FROZEN =
            "SELECT r.name FROM entry e JOIN delta d ON d.entry = e.id JOIN round r ON "
                    + Blind.frozen("r")
                    + " WHERE e.id = ? AND e.kind NOT LIKE 'source.%'"
                    + " AND e.kind NOT IN ('coding.memo', 'coding.exemplar', 'unit.rename') AND CASE"
                    + " d.tbl "
                    + touches("rating", "")
                    + touches("coding", "")
                    + touches("unit", "")
                    + touches("rating_code", " JOIN rating_all t ON t.id = x.rating")
                    + touches("evidence", " JOIN rating_all t ON t.id = x.rating")
                    + "ELSE 0 END LIMIT 1";

    private static String touches(String table, String rating) {
        return "WHEN '"
                + table
                + "' THEN EXISTS (SELECT 1 FROM "
                + table
                + "_all x"
                + rating
                + " WHERE x.id BETWEEN d.row AND d.row_end AND "
                + (rating.isEmpty() ? "x" : "t")
                + ".round = r.id) ";
    }

    private List<Delta> deltas(long entry) {
        return db.list(
                "SELECT tbl, op, row, row_end, before, after FROM delta WHERE entry = ? ORDER BY"
                        + " id",
                row ->
                        new Delta(
                                row.text(1),
                                Op.valueOf(row.text(2).toUpperCase(java.util.Locale.ROOT)),
                                row.number(3),
                                row.number(4),
                                row.maybeText(5).orElse(null),
                                row.maybeText(6).orElse(null)),
                entry);
    }

    private void tell(Changed changed) {
        for (var listener : listeners) {
            listener.accept(changed);
        }
    }
}
