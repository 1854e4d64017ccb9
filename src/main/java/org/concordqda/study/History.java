package org.concordqda.study;

import org.concordqda.job.Cancelled;
import org.concordqda.job.Progress;
import org.concordqda.model.Act;
import org.concordqda.model.ConcordException;
import org.concordqda.model.EntryId;
import org.concordqda.model.Exempt;
import org.concordqda.store.Blind;
import org.concordqda.store.Journal;
import org.concordqda.store.Row;
import org.concordqda.store.Watched;
import org.concordqda.text.Words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Undo, redo and the audit trail of the study: one table, the journal.
@Exempt(
        from = "hidden rows",
        because = "the history names who acted, also when that coder has been removed since")
public final class History {
    private final Study study;

    History(Study study) {
        this.study = study;
    }

    /// Undoes the actor's latest act; its phrase.
    public String undo() {
        return study.file().journal().undo(study.actor());
    }

    /// Redoes what the actor undid last; its phrase.
    public String redo() {
        return study.file().journal().redo(study.actor());
    }

    /// Undoes the actor's acts from the latest back to this one, and it too; others' acts stay. Cancelled on the
    /// way it ends after the last act that was undone whole.
    ///
    /// @return the phrases of what was undone, latest first
    /// @throws org.concordqda.job.Cancelled when it was cancelled before one was undone
    /// @throws ConcordException when an act on the way cannot be undone; it says how many were undone before
    public List<String> undoTo(EntryId act, Progress progress) {
        List<String> undone = new ArrayList<>();
        while (next().filter(id -> id.value() >= act.value()).isPresent()) {
            try {
                progress.check();
                undone.add(watched(progress, this::undo));
            } catch (Cancelled stopped) {
                if (undone.isEmpty()) {
                    throw stopped;
                }
                return undone;
            } catch (ConcordException refused) {
                if (undone.isEmpty()) {
                    throw refused;
                }
                throw new ConcordException(
                        "Undone: "
                                + Words.counted(undone.size(), "act")
                                + "; the next could not be. "
                                + refused.getMessage(),
                        refused);
            }
            progress.report(-1, undone.getLast());
        }
        return undone;
    }

    /// What acts have changed.
    ///
    /// @param latest the last of them, or 0 where there is none
    /// @param tables names of the tables touched
    public record Since(EntryId latest, Set<String> tables) {
        public Since {
            tables = Set.copyOf(tables);
        }
    }

    /// The last act, whoever did it; 0 where there is none.
    public EntryId latest() {
        return new EntryId(study.file().read().number("SELECT coalesce(max(id), 0) FROM entry"));
    }

    /// What acts after this one have changed, in this program or another.
    public Since since(EntryId act) {
        EntryId now = latest();
        return new Since(
                now,
                now.equals(act)
                        ? Set.of()
                        : Set.copyOf(
                                study.file()
                                        .read()
                                        .list(
                                                "SELECT DISTINCT tbl FROM delta WHERE entry > ?",
                                                row -> row.text(1),
                                                act.value())));
    }

    private Optional<EntryId> next() {
        return study.file().journal().next(study.file().read(), study.actor(), false);
    }

    /// Does an act so that `progress` follows it and can stop it; a stopped act leaves nothing. In the calling
    /// thread.
    public <T> T watched(Progress progress, Supplier<T> act) {
        return Watched.by(progress, act);
    }

    /// How much the next undo, or redo, has to do, in rows of an import: those go and come back in runs, and a
    /// run, or a row that was changed, takes as long as forty of them.
    public long size(boolean redo) {
        return study.viewer()
                .flatMap(who -> study.file().journal().next(study.file().read(), who, redo))
                .map(
                        id ->
                                study.file()
                                        .read()
                                        .number(
                                                "SELECT coalesce(sum(row_end - row + 40), 0) FROM delta"
                                                        + " WHERE entry = ?",
                                                id.value()))
                .orElse(0L);
    }

    /// The phrase of what [#undo] would undo.
    public Optional<String> undoable() {
        return study.viewer()
                .flatMap(coder -> study.file().journal().undoable(study.file().read(), coder));
    }

    /// The phrase of what [#redo] would redo.
    public Optional<String> redoable() {
        return study.viewer()
                .flatMap(coder -> study.file().journal().redoable(study.file().read(), coder));
    }

    /// The latest acts, newest first. Acts of others in a sealed round show that they happened, not what
    /// they were.
    ///
    /// @param last how many at most
    public List<Act> log(int last) {
        return page(Optional.empty(), "", last);
    }

    /// A page of the acts, newest first, blind like [#log]: words that are not told are not found either.
    ///
    /// @param before only acts before this one
    /// @param words only acts whose phrase or coder holds this, or ""
    /// @param limit how many at most
    public List<Act> page(Optional<EntryId> before, String words, int limit) {
        long viewer = Blind.viewer(study.viewer());
        String like =
                "%" + words.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return study.file()
                .read()
                .list(
                        "SELECT e.id, e.at, coalesce(k.name, ''), e.kind, e.words, e.undoes,"
                                + " e.barrier, e.in_effect, "
                                + Blind.SEALED_ACT
                                + " FROM entry e LEFT JOIN coder_all k ON k.id = e.coder WHERE e.id <"
                                + " ? AND (? = '%%' OR k.name LIKE ? ESCAPE '!' OR (NOT "
                                + Blind.SEALED_ACT
                                + " AND json_extract(e.words, '$.say') LIKE ? ESCAPE '!')) ORDER BY"
                                + " e.id DESC LIMIT ?",
                        History::act,
                        viewer,
                        before.map(EntryId::value).orElse(Long.MAX_VALUE),
                        like,
                        like,
                        viewer,
                        like,
                        limit);
    }

    /// How many acts there are, undo and redo included.
    public long count() {
        return study.file().read().number("SELECT count(*) FROM entry");
    }

    private static Act act(Row row) {
        boolean sealed = row.flag(9);
        return new Act(
                new EntryId(row.number(1)),
                Instant.parse(row.text(2)),
                row.text(3),
                row.text(4),
                sealed ? Blind.SEALED_WORDS : Journal.say(row.text(5)),
                row.maybeNumber(6).stream().mapToObj(EntryId::new).findFirst(),
                row.flag(7),
                row.flag(8));
    }
}
