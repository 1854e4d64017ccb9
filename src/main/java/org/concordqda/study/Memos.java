package org.concordqda.study;

import org.concordqda.model.CoderId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.MemoId;
import org.concordqda.model.MemoKind;
import org.concordqda.store.Guids;
import org.concordqda.store.Journal;
import org.concordqda.store.Row;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Notes on anything: a source, a code, a coder, a round, the study.
public final class Memos {
    /// What a memo is about.
    ///
    /// @param kind table word: `source`, `code`, `coding`, `rating`, `coder`, `round`, `case`, `study`
    /// @param id row id of the thing
    public record Target(String kind, long id) {}

    /// A memo.
    public record Memo(
            MemoId id,
            MemoKind kind,
            String title,
            String body,
            CoderId coder,
            String created,
            String changed,
            List<Target> targets) {
        public Memo {
            targets = List.copyOf(targets);
        }
    }

    private final Study study;

    Memos(Study study) {
        this.study = study;
    }

    /// Every memo, newest first.
    public List<Memo> list() {
        return read("1", Optional.empty());
    }

    /// The memos on one thing, newest first.
    public List<Memo> on(Target target) {
        return read(
                "m.id IN (SELECT memo FROM memo_link WHERE target = ? AND target_id = ?)",
                Optional.of(target));
    }

    /// Writes a memo on things; on nothing it belongs to the analytic journal.
    public MemoId write(MemoKind kind, String title, String body, List<Target> targets) {
        CoderId actor = study.actor();
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(actor, "memo.write", "write the memo “" + title + "”"),
                        tx -> {
                            String now = Instant.now().toString();
                            Map<String, Object> row = new LinkedHashMap<>();
                            row.put("guid", Guids.next());
                            row.put("kind", kind);
                            row.put("title", title.strip());
                            row.put("body", body);
                            row.put("coder", actor.value());
                            row.put("created", now);
                            row.put("changed", now);
                            long id = tx.insert("memo", row);
                            for (Target target : targets) {
                                Map<String, Object> link = new LinkedHashMap<>();
                                link.put("memo", id);
                                link.put("target", target.kind());
                                link.put("target_id", target.id());
                                tx.insert("memo_link", link);
                            }
                            return new MemoId(id);
                        });
    }

    /// Changes a memo's title and body.
    public void edit(MemoId id, String title, String body) {
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(), "memo.edit", "edit the memo “" + title + "”"),
                        tx -> {
                            Map<String, Object> changes = new LinkedHashMap<>();
                            changes.put("title", title.strip());
                            changes.put("body", body);
                            if (tx.update("memo", id.value(), changes)) {
                                tx.update(
                                        "memo",
                                        id.value(),
                                        Map.of("changed", Instant.now().toString()));
                            }
                            return null;
                        });
    }

    /// Takes a memo away.
    public void remove(MemoId id) {
        Memo memo =
                list().stream()
                        .filter(m -> m.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new ConcordException("That memo is no longer there."));
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "memo.remove",
                                "remove the memo “" + memo.title() + "”"),
                        tx -> {
                            tx.hideWhere("memo_link", "memo = ?", id.value());
                            tx.hide("memo", id.value());
                            return null;
                        });
    }

    private List<Memo> read(String where, Optional<Target> target) {
        Object[] args =
                target.map(t -> new Object[] {t.kind(), t.id()}).orElseGet(() -> new Object[0]);
        return study.file()
                .read()
                .list(
                        "SELECT m.id, m.kind, m.title, m.body, m.coder, m.created, m.changed FROM"
                                + " memo m WHERE "
                                + where
                                + " ORDER BY m.id DESC",
                        this::memo,
                        args);
    }

    private Memo memo(Row row) {
        return new Memo(
                new MemoId(row.number(1)),
                MemoKind.valueOf(row.text(2)),
                row.text(3),
                row.text(4),
                new CoderId(row.number(5)),
                row.text(6),
                row.text(7),
                study.file()
                        .read()
                        .list(
                                "SELECT target, target_id FROM memo_link WHERE memo = ? ORDER BY"
                                        + " id",
                                r -> new Target(r.text(1), r.number(2)),
                                row.number(1)));
    }
}
