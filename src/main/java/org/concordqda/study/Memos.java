package org.concordqda.study;

import org.concordqda.model.CoderId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.MemoId;
import org.concordqda.model.MemoKind;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.concordqda.model.TextId;
import org.concordqda.store.Blind;
import org.concordqda.store.Guids;
import org.concordqda.store.Journal;
import org.concordqda.store.Row;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Notes on anything: a source, a passage, a code, a coder, a round, the study. A memo is its writer's:
/// others read it as blindness allows and never change it.
public final class Memos {
    private static final int TITLE = 60;

    private final Study study;

    Memos(Study study) {
        this.study = study;
    }

    /// What a memo is about.
    ///
    /// @param kind table word: `source`, `unit`, `code`, `coding`, `rating`, `coder`, `round`, `case`,
    ///     `study`
    /// @param id row id of the thing
    /// @param passage the passage, when it is about one of the source
    public record Target(String kind, long id, Optional<Passage> passage) {
        public Target(String kind, long id) {
            this(kind, id, Optional.empty());
        }
    }

    /// A passage that a memo is about.
    public record Passage(TextId text, Span span, String quote) {}

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

    /// Every memo the viewer may see, newest first.
    public List<Memo> list() {
        return read("1");
    }

    /// The memos on one thing that the viewer may see, newest first.
    public List<Memo> on(Target target) {
        return read(
                "m.id IN (SELECT memo FROM memo_link WHERE target = ?2 AND target_id = ?3)",
                target.kind(),
                target.id());
    }

    /// The memo with this id.
    public Memo get(MemoId id) {
        return read("m.id = ?2", id.value()).stream()
                .findFirst()
                .orElseThrow(() -> new ConcordException("That memo is no longer there."));
    }

    /// The study as something to write about: the analytic journal.
    public Target journal() {
        return new Target("study", study.file().read().number("SELECT id FROM study"));
    }

    /// A passage of a source's current text as something to write about.
    ///
    /// @param start first UTF-16 position; snapped so that no character is split
    public Target passage(SourceId source, int start, int end) {
        SourceText text =
                study.sources()
                        .text(source)
                        .orElseThrow(() -> new ConcordException("This source has no text."));
        Span span = PassageSpans.of(text, start, end);
        return new Target(
                "source",
                source.value(),
                Optional.of(
                        new Passage(
                                text.id(), span, text.text().substring(span.start(), span.end()))));
    }

    /// Writes a memo on things; on nothing it belongs to the analytic journal. Where it is about work in a
    /// sealed round of the actor it is of that round, and others read it once the round is unsealed.
    ///
    /// @param title "" takes the beginning of the first line
    public MemoId write(MemoKind kind, String title, String body, List<Target> targets) {
        CoderId actor = study.actor();
        String name = title(title, body);
        if (name.isEmpty()) {
            throw new ConcordException("A memo needs a few words; nothing was stored.");
        }
        Journal.Words words =
                Journal.Words.of(actor, "memo.write", "write the memo “" + name + "”");
        OptionalLong round = sealedRound(actor, targets);
        return study.file()
                .journal()
                .write(
                        round.isPresent() ? words.in(new RoundId(round.getAsLong())) : words,
                        tx -> {
                            String now = Instant.now().toString();
                            Map<String, Object> row = new LinkedHashMap<>();
                            row.put("guid", Guids.next());
                            row.put("kind", kind);
                            row.put("title", name);
                            row.put("body", body);
                            row.put("coder", actor.value());
                            row.put("created", now);
                            row.put("changed", now);
                            long id = tx.insert("memo", row);
                            for (Target target : targets) {
                                tx.insert("memo_link", link(id, target));
                            }
                            return new MemoId(id);
                        });
    }

    /// Changes the actor's memo.
    public void edit(MemoId id, MemoKind kind, String title, String body) {
        Memo memo = mine(id);
        String name = title(title, body);
        study.file()
                .journal()
                .write(
                        words(memo, "memo.edit", "edit the memo “" + name + "”"),
                        tx -> {
                            Map<String, Object> changes = new LinkedHashMap<>();
                            changes.put("kind", kind);
                            changes.put("title", name);
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

    /// Takes the actor's memo away.
    public void remove(MemoId id) {
        Memo memo = mine(id);
        study.file()
                .journal()
                .write(
                        words(memo, "memo.remove", "remove the memo “" + memo.title() + "”"),
                        tx -> {
                            tx.hideWhere("memo_link", "memo = ?", id.value());
                            tx.hide("memo", id.value());
                            return null;
                        });
    }

    private static String title(String title, String body) {
        String given = title.strip();
        if (!given.isEmpty()) {
            return given;
        }
        String first = body.strip().lines().findFirst().orElse("").strip();
        return first.codePointCount(0, first.length()) <= TITLE
                ? first
                : first.substring(0, first.offsetByCodePoints(0, TITLE - 1)).strip() + "…";
    }

    private Journal.Words words(Memo memo, String kind, String say) {
        Journal.Words words = Journal.Words.of(study.actor(), kind, say);
        OptionalLong round =
                study.file()
                        .read()
                        .one(
                                "SELECT e.round FROM memo m JOIN entry e ON e.id = m.made_by WHERE"
                                        + " m.id = ?",
                                row -> row.maybeNumber(1),
                                memo.id().value())
                        .orElse(OptionalLong.empty());
        return round.isPresent() ? words.in(new RoundId(round.getAsLong())) : words;
    }

    private Memo mine(MemoId id) {
        Memo memo = get(id);
        if (!memo.coder().equals(study.actor())) {
            throw new ConcordException(
                    "That memo is "
                            + study.coders().get(memo.coder()).name()
                            + "'s; only its writer changes it. Nothing was changed.");
        }
        return memo;
    }

    /// The sealed round that the things belong to for this coder: that of the coding, answer or found unit,
    /// or the latest in which the source is the coder's to code.
    private OptionalLong sealedRound(CoderId actor, List<Target> targets) {
        long latest = 0;
        for (Target target : targets) {
            String of =
                    switch (target.kind()) {
                        case "coding", "rating" ->
                                "SELECT round FROM " + target.kind() + " WHERE id = ?1";
                        case "source" -> assigned("?1");
                        case "unit" -> assigned("(SELECT source FROM unit WHERE id = ?1)");
                        default -> "";
                    };
            if (!of.isEmpty()) {
                latest =
                        Math.max(
                                latest,
                                study.file()
                                        .read()
                                        .number(
                                                "SELECT coalesce(max(id), 0) FROM round WHERE id IN "
                                                        + Blind.SEALED
                                                        + " AND ?2 > 0 AND id IN ("
                                                        + of
                                                        + ")",
                                                target.id(),
                                                actor.value()));
            }
        }
        return latest == 0 ? OptionalLong.empty() : OptionalLong.of(latest);
    }

    private static String assigned(String source) {
        return "SELECT round FROM assignment WHERE coder = ?2 AND source = " + source;
    }

    private Map<String, @Nullable Object> link(long memo, Target target) {
        Map<String, @Nullable Object> link = new LinkedHashMap<>();
        link.put("memo", memo);
        link.put("target", target.kind());
        link.put("target_id", target.id());
        target.passage()
                .ifPresent(
                        p -> {
                            link.put("text", p.text().value());
                            PassageSpans.put(link, study.sources().text(p.text()), p.span());
                        });
        return link;
    }

    private List<Memo> read(String where, Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = Blind.viewer(study.viewer());
        System.arraycopy(args, 0, all, 1, args.length);
        return study.file()
                .read()
                .list(
                        "SELECT m.id, m.kind, m.title, m.body, m.coder, m.created, m.changed FROM"
                                + " memo m WHERE "
                                + Blind.MEMO
                                + " AND "
                                + where
                                + " ORDER BY m.id DESC",
                        this::memo,
                        all);
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
                                "SELECT target, target_id, text, start, end, start_cp, end_cp, quote"
                                        + " FROM memo_link WHERE memo = ? ORDER BY id",
                                Memos::target,
                                row.number(1)));
    }

    private static Target target(Row row) {
        Optional<Passage> passage =
                row.maybeNumber(3).isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Passage(
                                        new TextId(row.number(3)),
                                        new Span(
                                                row.integer(4),
                                                row.integer(5),
                                                row.integer(6),
                                                row.integer(7)),
                                        row.text(8)));
        return new Target(row.text(1), row.number(2), passage);
    }
}
