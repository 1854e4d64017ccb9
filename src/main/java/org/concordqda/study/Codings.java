package org.concordqda.study;

import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.CoderId;
import org.concordqda.model.Coding;
import org.concordqda.model.CodingId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.EntryId;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.concordqda.store.Blind;
import org.concordqda.store.Guids;
import org.concordqda.store.Journal;
import org.concordqda.store.Merges;
import org.concordqda.store.Tx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Codes on passages. A coding under a code that was merged is read as one under the code it went into.
public final class Codings {
    /// Rows touched from which on reading a whole source again is cheaper.
    private static final int MANY = 2_000;

    private final Study study;

    Codings(Study study) {
        this.study = study;
    }

    /// The codings of a source that the viewer may see, by place.
    public List<Coding> of(SourceId source) {
        return study.file()
                .read()
                .list(
                        CodingRows.COLUMNS
                                + "c.source = ? AND "
                                + Blind.visible("c")
                                + " ORDER BY c.start, c.id",
                        CodingRows::coding,
                        source.value(),
                        Blind.viewer(study.viewer()));
    }

    /// What acts did to the codings of one source.
    ///
    /// @param upTo the last act looked at
    /// @param touched codings that were made, changed, taken away or brought back
    /// @param now those of them that are there now and the viewer may see, of this source
    public record Changes(EntryId upTo, List<CodingId> touched, List<Coding> now) {
        public Changes {
            touched = List.copyOf(touched);
            now = List.copyOf(now);
        }
    }

    /// The last act of the study, to ask [#since] later.
    public EntryId latest() {
        return new EntryId(study.file().read().number("SELECT max(id) FROM entry"));
    }

    /// What acts after `last` did to the codings of a source, undone and redone ones included; empty when
    /// that is so much that reading all is cheaper. O(what changed).
    public Optional<Changes> since(SourceId source, EntryId last) {
        EntryId upTo = latest();
        List<long[]> runs =
                study.file()
                        .read()
                        .list(
                                "SELECT DISTINCT row, row_end FROM delta WHERE tbl = 'coding' AND"
                                        + " entry IN (SELECT coalesce(undoes, id) FROM entry WHERE"
                                        + " id > ?)",
                                row -> new long[] {row.number(1), row.number(2)},
                                last.value());
        long rows = runs.stream().mapToLong(run -> run[1] - run[0] + 1).sum();
        if (rows > MANY) {
            return Optional.empty();
        }
        List<CodingId> touched = new ArrayList<>();
        List<Coding> now = new ArrayList<>();
        for (long[] run : runs) {
            for (long id = run[0]; id <= run[1]; id++) {
                touched.add(new CodingId(id));
            }
            now.addAll(
                    study.file()
                            .read()
                            .list(
                                    CodingRows.COLUMNS
                                            + "c.id BETWEEN ? AND ? AND +c.source = ? AND "
                                            + Blind.visible("c"),
                                    CodingRows::coding,
                                    run[0],
                                    run[1],
                                    source.value(),
                                    Blind.viewer(study.viewer())));
        }
        return Optional.of(new Changes(upTo, touched, now));
    }

    /// Codings of a source that a merge made a second mark of their passage: they stay, and do not count.
    public Set<CodingId> again(SourceId source) {
        if (Merges.all(study.file().read()).isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                study.file()
                        .read()
                        .list(
                                "SELECT c.id FROM coding c WHERE c.source = ? AND NOT "
                                        + Merges.countedOnce("c"),
                                row -> new CodingId(row.number(1)),
                                source.value()));
    }

    /// The codings under a code that the viewer may see, newest first.
    public List<Coding> under(CodeId code) {
        return study.file()
                .read()
                .list(
                        CodingRows.COLUMNS
                                + "c.code IN "
                                + Merges.readAs("?1")
                                + " AND "
                                + Blind.visible("c", "?2")
                                + " ORDER BY c.id DESC",
                        CodingRows::coding,
                        code.value(),
                        Blind.viewer(study.viewer()));
    }

    /// Every coding the viewer may see, by source and place.
    public List<Coding> list() {
        return study.file()
                .read()
                .list(
                        CodingRows.COLUMNS
                                + Blind.visible("c")
                                + " ORDER BY c.source, c.start, c.id",
                        CodingRows::coding,
                        Blind.viewer(study.viewer()));
    }

    /// One coding.
    public Coding get(CodingId id) {
        return study.file()
                .read()
                .one(
                        CodingRows.COLUMNS + "c.id = ? AND " + Blind.visible("c"),
                        CodingRows::coding,
                        id.value(),
                        Blind.viewer(study.viewer()))
                .orElseThrow(Codings::gone);
    }

    /// Puts a code on a passage of the current text, in the actor's name; work on the source is begun with it.
    ///
    /// @param start first UTF-16 position; snapped so that no character is split
    /// @param end position after the last
    /// @throws ConcordException when the passage is empty or outside the text, or the round is finished
    public CodingId apply(RoundId round, SourceId source, int start, int end, CodeId code) {
        CoderId actor = study.actor();
        study.rounds().changeable(round);
        SourceText text = current(source);
        live(code);
        Span span = PassageSpans.of(study.sources().positions(text), text, start, end);
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(actor, "coding.apply", "code “" + codeName(code) + "”")
                                .with(Map.of("source", study.sources().get(source).key()))
                                .in(round),
                        tx -> begun(tx, round, actor, text, span, code));
    }

    /// Makes a code of the passage's own words and puts it on the passage, as one act.
    ///
    /// @param dimension a dimension for passages; empty = a new one, “Codes”
    /// @param name of the new code
    public CodingId inVivo(
            RoundId round,
            SourceId source,
            int start,
            int end,
            Optional<DimensionId> dimension,
            String name) {
        CoderId actor = study.actor();
        study.rounds().changeable(round);
        SourceText text = current(source);
        Span span = PassageSpans.of(study.sources().positions(text), text, start, end);
        Codebook draft = study.codebooks().draft();
        if (dimension.isPresent() && draft.dimension(dimension.get()).isEmpty()) {
            throw new ConcordException(
                    "That dimension is no longer in the codebook; nothing was coded.");
        }
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(actor, "coding.invivo", "in vivo code “" + name + "”")
                                .with(Map.of("source", study.sources().get(source).key()))
                                .in(round),
                        tx -> {
                            CodebookWriter writer = new CodebookWriter(tx);
                            Dimension of =
                                    dimension
                                            .flatMap(draft::dimension)
                                            .orElseGet(() -> writer.passages(draft));
                            CodeId code =
                                    writer.insertCode(
                                            List.of(draft.version()),
                                            of,
                                            null,
                                            name.strip(),
                                            false);
                            return begun(tx, round, actor, text, span, code);
                        });
    }

    /// Takes codings away.
    public void remove(List<CodingId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Coding first = mine(ids.getFirst());
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        study.actor(),
                                        "coding.remove",
                                        ids.size() == 1
                                                ? "remove “" + codeName(first.code()) + "”"
                                                : "remove " + ids.size() + " codings")
                                .in(first.round()),
                        tx -> {
                            for (CodingId id : ids) {
                                changeable(id);
                                tx.hide("coding", id.value());
                            }
                            return null;
                        });
    }

    /// Puts another code on the same passage; the same code changes nothing.
    ///
    /// @throws ConcordException when the passage has that code already
    public void recode(CodingId id, CodeId code) {
        Coding old = changeable(id);
        if (old.code().equals(code)) {
            return;
        }
        live(code);
        once(old, old.span(), code);
        change(
                old,
                "coding.recode",
                "recode “" + codeName(old.code()) + "” as “" + codeName(code) + "”",
                Map.of("code", code.value(), "version", study.codebooks().newest(old.round())));
    }

    /// Two codings that are the same would count twice.
    private void once(Coding changed, Span span, CodeId code) {
        if (CodingRows.there(study.file().read(), changed, span, code)) {
            throw new ConcordException(
                    "That passage has “"
                            + codeName(code)
                            + "” from you already, and would count twice. Nothing was changed.");
        }
    }

    /// Moves the edges of a coding; edges that stay where they are change nothing.
    ///
    /// @throws ConcordException when the passage has its code already
    public void resize(CodingId id, int start, int end) {
        Coding old = changeable(id);
        SourceText text = study.sources().text(old.text());
        Span span = PassageSpans.of(study.sources().positions(text), text, start, end);
        if (span.equals(old.span())) {
            return;
        }
        once(old, span, old.code());
        Map<String, Object> changes = new LinkedHashMap<>();
        PassageSpans.put(changes, text, span);
        change(old, "coding.resize", "move an edge of “" + codeName(old.code()) + "”", changes);
    }

    /// Sets the memo of a coding; "" removes it. A memo stands beside the data: it may be written in a finished
    /// round too.
    public void memo(CodingId id, String memo) {
        Coding old = mine(id);
        change(
                old,
                "coding.memo",
                "memo on “" + codeName(old.code()) + "”",
                Map.of("memo", memo.strip()));
    }

    /// Marks a coding as an example of its code, or not; also in a finished round, whose best passages teach
    /// the next.
    public void exemplar(CodingId id, boolean exemplar) {
        Coding old = mine(id);
        change(
                old,
                "coding.exemplar",
                "mark an example of “" + codeName(old.code()) + "”",
                Map.of("exemplar", exemplar));
    }

    /// A coding is work on its source, which is begun with it.
    private CodingId begun(
            Tx tx, RoundId round, CoderId actor, SourceText text, Span span, CodeId code) {
        Assignments.begin(tx, round, text.source(), actor);
        return insert(tx, round, actor, text, span, code, "");
    }

    CodingId insert(
            Tx tx,
            RoundId round,
            CoderId coder,
            SourceText text,
            Span span,
            CodeId code,
            String memo) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("guid", Guids.next());
        row.put("round", round.value());
        row.put("coder", coder.value());
        row.put("source", text.source().value());
        row.put("text", text.id().value());
        row.put("code", code.value());
        PassageSpans.put(row, text, span);
        row.put("memo", memo);
        row.put(
                "version",
                tx.read().number("SELECT version FROM round WHERE id = ?", round.value()));
        return new CodingId(tx.insert("coding", row));
    }

    private void change(Coding old, String kind, String say, Map<String, Object> changes) {
        study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), kind, say).in(old.round()),
                        tx -> tx.update("coding", old.id().value(), changes));
    }

    /// One's own coding in a round that is not finished.
    private Coding changeable(CodingId id) {
        Coding coding = mine(id);
        study.rounds().changeable(coding.round());
        return coding;
    }

    private Coding mine(CodingId id) {
        Coding coding = get(id);
        if (!coding.coder().equals(study.actor())) {
            throw new ConcordException(
                    "That coding is "
                            + study.coders().get(coding.coder()).name()
                            + "'s; only its coder changes it. Nothing was changed.");
        }
        return coding;
    }

    private SourceText current(SourceId source) {
        return study.sources()
                .text(source)
                .orElseThrow(() -> new ConcordException("This source has no text to code."));
    }

    /// A code that was taken out of the codebook goes on no passage any more.
    void live(CodeId code) {
        if (study.file().read().number("SELECT count(*) FROM code WHERE id = ?", code.value())
                == 0) {
            throw new ConcordException(
                    "That code is no longer in the codebook; nothing was coded.");
        }
    }

    private String codeName(CodeId code) {
        return study.codebooks().name(code);
    }

    private static ConcordException gone() {
        return new ConcordException("That coding is no longer there; nothing was changed.");
    }
}
