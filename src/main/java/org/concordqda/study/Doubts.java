package org.concordqda.study;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.CoderId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.ConcordException;
import org.concordqda.model.DimensionId;
import org.concordqda.model.Doubt;
import org.concordqda.model.Doubt.Kind;
import org.concordqda.model.Doubt.Why;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.concordqda.model.TextId;
import org.concordqda.store.Blind;
import org.concordqda.store.Journal;
import org.concordqda.store.Row;
import org.concordqda.store.Tx;
import org.concordqda.text.Positions;
import org.concordqda.text.TextChange;
import org.concordqda.text.TextDiff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Codings and evidence whose words a correction changed, until their coder has looked: accepts them as they
/// are now, puts them elsewhere or takes them away. They are kept in the file, so a restart forgets none. Each
/// coder sees their own, and others' only where the round allows it. Any thread.
public final class Doubts {
    private static final String PLACE = " c.start, c.end, c.start_cp, c.end_cp, c.quote, c.text";

    /// What is asked of each kind: who, what it is called, what it hangs on.
    private static String select(Kind kind) {
        return switch (kind) {
            case CODING -> "SELECT c.id, c.source, c.coder, c.code," + PLACE;
            case EVIDENCE -> "SELECT c.id, c.source, r.coder, r.dimension," + PLACE;
            case MEMO -> "SELECT c.id, t.source, m.coder, m.id," + PLACE;
        };
    }

    private static String from(Kind kind) {
        return " FROM "
                + table(kind)
                + " c JOIN source_text t ON t.id = c.text JOIN source s ON s.id = t.source"
                + switch (kind) {
                    case CODING -> "";
                    case EVIDENCE -> " JOIN rating r ON r.id = c.rating";
                    case MEMO -> " JOIN memo m ON m.id = c.memo";
                };
    }

    private static String visible(Kind kind) {
        return switch (kind) {
            case CODING -> Blind.visible("c", "?1");
            case EVIDENCE -> Blind.visible("r", "?1");
            case MEMO -> Blind.MEMO;
        };
    }

    private static String table(Kind kind) {
        return switch (kind) {
            case CODING -> "coding";
            case EVIDENCE -> "evidence";
            case MEMO -> "memo_link";
        };
    }

    private final Study study;

    public Doubts(Study study) {
        this.study = study;
    }

    /// Everything of the study that waits and that the viewer may see, by source and place.
    public List<Doubt> list() {
        return list(Optional.empty());
    }

    /// What waits in one source and the acting person may settle.
    public List<Doubt> mine(SourceId source) {
        return list(Optional.of(source)).stream().filter(Doubt::mine).toList();
    }

    /// What waits, in one source or in all.
    public List<Doubt> list(Optional<SourceId> only) {
        List<Doubt> found = new ArrayList<>();
        Names names = new Names();
        long viewer = Blind.viewer(study.viewer());
        long source = only.map(SourceId::value).orElse(0L);
        for (Kind kind : Kind.values()) {
            String sql =
                    select(kind)
                            + ", d.quote, d.vanished"
                            + from(kind)
                            + " JOIN doubt d ON d.target = '"
                            + table(kind)
                            + "' AND d.target_id = c.id WHERE t.version = s.revision AND "
                            + visible(kind)
                            + " AND (?2 = 0 OR s.id = ?2)";
            study.file()
                    .read()
                    .each(sql, row -> found.add(doubt(kind, row, names)), viewer, source);
        }
        earlier(found, names, viewer, source);
        found.sort(
                java.util.Comparator.comparingLong((Doubt d) -> d.source().value())
                        .thenComparingInt(d -> d.now().start())
                        .thenComparingLong(Doubt::target));
        return found;
    }

    /// Codings and evidence on an earlier version of their text: a redo or a colleague's work brought them.
    /// Their place in the current text is worked out, not stored, until their coder accepts it.
    private void earlier(List<Doubt> found, Names names, long viewer, long source) {
        record Behind(
                Kind kind,
                long id,
                long source,
                long coder,
                long of,
                Span span,
                String quote,
                long text) {}
        List<Behind> behind = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String sql =
                    select(kind)
                            + from(kind)
                            + " WHERE t.version < s.revision AND "
                            + visible(kind)
                            + " AND (?2 = 0 OR s.id = ?2)";
            study.file()
                    .read()
                    .each(
                            sql,
                            row ->
                                    behind.add(
                                            new Behind(
                                                    kind,
                                                    row.number(1),
                                                    row.number(2),
                                                    row.number(3),
                                                    row.number(4),
                                                    CorrectionWriter.span(row, 5),
                                                    row.text(9),
                                                    row.number(10))),
                            viewer,
                            source);
        }
        Map<Long, TextChange> changes = new HashMap<>();
        Map<Long, SourceText> current = new HashMap<>();
        for (Behind b : behind) {
            SourceText now =
                    current.computeIfAbsent(
                            b.source, s -> study.sources().text(new SourceId(s)).orElseThrow());
            TextChange change =
                    changes.computeIfAbsent(
                            b.text,
                            t -> {
                                String old = study.sources().text(new TextId(t)).text();
                                return new TextChange(old, TextDiff.edits(old, now.text()));
                            });
            SpanMoves.Landing landing =
                    SpanMoves.land(change, new Positions(now.text()), b.span, b.quote);
            found.add(
                    new Doubt(
                            b.kind,
                            b.id,
                            new SourceId(b.source),
                            new CoderId(b.coder),
                            names.of(b.kind, b.of),
                            b.quote,
                            landing.span(),
                            now.id(),
                            now.text().substring(landing.span().start(), landing.span().end()),
                            Why.EARLIER,
                            names.mine(b.coder)));
        }
    }

    private static Doubt doubt(Kind kind, Row row, Names names) {
        return new Doubt(
                kind,
                row.number(1),
                new SourceId(row.number(2)),
                new CoderId(row.number(3)),
                names.of(kind, row.number(4)),
                row.text(11),
                CorrectionWriter.span(row, 5),
                new TextId(row.number(10)),
                row.text(9),
                row.flag(12) ? Why.VANISHED : Why.CHANGED,
                names.mine(row.number(3)));
    }

    /// Accepts places as they are now.
    public void accept(List<Doubt> doubts) {
        List<Doubt> own = own(doubts);
        if (own.isEmpty()) {
            return;
        }
        act(
                own,
                "doubt.accept",
                own.size() == 1
                        ? "accept “" + own.getFirst().name() + "” in the corrected text"
                        : "accept " + own.size() + " places in corrected texts",
                tx -> own.forEach(d -> settle(tx, d, d.why() == Why.EARLIER ? d.now() : null)));
    }

    /// Puts a place elsewhere in the current text.
    ///
    /// @param start first UTF-16 position
    /// @param end position after the last
    public void adjust(Doubt doubt, int start, int end) {
        List<Doubt> own = own(List.of(doubt));
        SourceText text = study.sources().text(doubt.text());
        Span span = PassageSpans.of(text, start, end);
        act(
                own,
                "doubt.adjust",
                "put “" + doubt.name() + "” elsewhere in the corrected text",
                tx -> settle(tx, doubt, span));
    }

    /// Takes a place away.
    public void remove(Doubt doubt) {
        act(
                own(List.of(doubt)),
                "doubt.remove",
                "remove “" + doubt.name() + "” from the corrected text",
                tx -> {
                    settle(tx, doubt, null);
                    tx.hide(table(doubt.kind()), doubt.target());
                });
    }

    private void act(
            List<Doubt> own, String kind, String say, java.util.function.Consumer<Tx> work) {
        Journal.Words words = Journal.Words.of(study.actor(), kind, say);
        study.file()
                .journal()
                .write(
                        round(own.getFirst()).map(words::in).orElse(words),
                        tx -> {
                            work.accept(tx);
                            return null;
                        });
    }

    /// The round of a place, so that the act is blind with it.
    private Optional<RoundId> round(Doubt doubt) {
        String sql =
                switch (doubt.kind()) {
                    case CODING -> "SELECT round FROM coding WHERE id = ?";
                    case EVIDENCE ->
                            "SELECT r.round FROM evidence c JOIN rating r ON r.id = c.rating WHERE"
                                    + " c.id = ?";
                    case MEMO ->
                            "SELECT e.round FROM memo_link c JOIN entry e ON e.id = c.made_by WHERE"
                                    + " c.id = ?";
                };
        long round = study.file().read().number(sql, doubt.target());
        return round == 0 ? Optional.empty() : Optional.of(new RoundId(round));
    }

    private void settle(Tx tx, Doubt doubt, @org.jspecify.annotations.Nullable Span span) {
        long there =
                tx.read()
                        .number(
                                "SELECT count(*) FROM " + table(doubt.kind()) + " WHERE id = ?",
                                doubt.target());
        if (there == 0) {
            throw new ConcordException("That place is no longer there; nothing was changed.");
        }
        if (span != null) {
            SourceText text = study.sources().text(doubt.text());
            Map<String, Object> changes = new LinkedHashMap<>();
            changes.put("text", text.id().value());
            PassageSpans.put(changes, text, span);
            tx.update(table(doubt.kind()), doubt.target(), changes);
        }
        tx.hideWhere("doubt", "target = ? AND target_id = ?", table(doubt.kind()), doubt.target());
    }

    private List<Doubt> own(List<Doubt> doubts) {
        Names names = new Names();
        for (Doubt doubt : doubts) {
            if (!names.mine(doubt.coder().value())) {
                throw new ConcordException(
                        "That coding is "
                                + study.coders().get(doubt.coder()).name()
                                + "'s; only its coder settles it. Nothing was changed.");
            }
            long current = study.sources().text(doubt.source()).map(t -> t.id().value()).orElse(0L);
            if (current != doubt.text().value()) {
                throw new ConcordException(
                        "The text has been corrected since you looked; look again. Nothing was"
                                + " changed.");
            }
        }
        return doubts;
    }

    /// Names, each looked up once.
    private final class Names {
        private final Map<Long, String> codes = new HashMap<>();
        private final Map<Long, Boolean> mine = new HashMap<>();
        private final Optional<CoderId> me = study.viewer();
        private final Codebook draft = study.codebooks().draft();

        String of(Kind kind, long id) {
            return switch (kind) {
                case CODING -> codes.computeIfAbsent(id, c -> code(new CodeId(c)));
                case EVIDENCE ->
                        draft.dimensions().stream()
                                .filter(d -> d.id().equals(new DimensionId(id)))
                                .map(d -> "Evidence: " + d.name())
                                .findFirst()
                                .orElse("Evidence");
                case MEMO ->
                        "Memo: "
                                + study.file()
                                        .read()
                                        .one(
                                                "SELECT title FROM memo WHERE id = ?",
                                                row -> row.text(1),
                                                id)
                                        .orElse("");
            };
        }

        private String code(CodeId id) {
            return draft.code(id).map(Code::name).orElseGet(() -> study.codebooks().name(id));
        }

        /// A coder settles their own; what no person can settle (consensus, a model), whoever acts does.
        boolean mine(long coder) {
            return mine.computeIfAbsent(
                    coder,
                    c ->
                            me.filter(m -> m.value() == c).isPresent()
                                    || study.coders().get(new CoderId(c)).kind()
                                            != CoderKind.PERSON);
        }
    }
}
