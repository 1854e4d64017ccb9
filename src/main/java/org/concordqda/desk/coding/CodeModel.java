package org.concordqda.desk.coding;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.concordqda.desk.session.Session;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Coding;
import org.concordqda.model.CodingId;
import org.concordqda.model.Dimension;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.concordqda.model.Turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The source that is open and what can be done to its passages. JavaFX thread only; needs no window.
final class CodeModel {
    private static final int RECENT = 9;

    private final Session session;
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Coding>> codings =
            new ReadOnlyObjectWrapper<>(List.of());
    private final List<CodeId> recent = new ArrayList<>();

    CodeModel(Session session) {
        this.session = session;
    }

    /// A source with its text, if it has one.
    record Opened(Source source, Optional<SourceText> text, List<Turn> turns) {}

    ReadOnlyObjectProperty<Optional<Opened>> opened() {
        return opened.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Coding>> codings() {
        return codings.getReadOnlyProperty();
    }

    Optional<SourceId> source() {
        return opened.get().map(o -> o.source().id());
    }

    void open(SourceId id) {
        session.attempt(
                        () -> {
                            Source source = session.study().sources().get(id);
                            Optional<SourceText> text = session.study().sources().text(id);
                            List<Turn> turns =
                                    text.map(t -> session.study().sources().turns(t.id()))
                                            .orElse(List.of());
                            return new Opened(source, text, turns);
                        })
                .ifPresent(
                        fresh -> {
                            codings.set(session.study().codings().of(id));
                            opened.set(Optional.of(fresh));
                        });
    }

    void close() {
        opened.set(Optional.empty());
        codings.set(List.of());
    }

    void refreshCodings() {
        source().ifPresent(id -> codings.set(session.study().codings().of(id)));
    }

    /// The codings as the text view draws them.
    List<Mark> marks() {
        Codebook book = session.codebook().get();
        List<Mark> marks = new ArrayList<>();
        String me = session.myName();
        for (Coding coding : codings.get()) {
            String name = book.code(coding.code()).map(Code::name).orElse("(removed code)");
            String path =
                    book.dimensionOf(coding.code())
                            .flatMap(d -> d.path(coding.code()))
                            .orElse(name);
            String who = session.study().coders().get(coding.coder()).name();
            String detail =
                    path
                            + (who.equals(me) ? "" : " · " + who)
                            + (coding.memo().isEmpty() ? "" : " — " + coding.memo());
            marks.add(
                    new Mark(
                            coding.id(),
                            coding.span().start(),
                            coding.span().end(),
                            session.colours().get().of(coding.code()),
                            name,
                            detail));
        }
        return marks;
    }

    /// The dimensions whose codes go on passages.
    List<Dimension> passageDimensions() {
        return session.codebook().get().dimensions().stream()
                .filter(d -> d.scope() == Scope.PASSAGE)
                .toList();
    }

    /// The codes used last, newest first, at most nine: the digits.
    List<CodeId> recent() {
        return List.copyOf(recent);
    }

    /// Puts a code on a passage; the same code on the same passage is not put twice.
    Optional<CodingId> apply(CodeId code, Span span) {
        Optional<SourceId> source = source();
        if (source.isEmpty()) {
            return Optional.empty();
        }
        used(code);
        Optional<Coding> same =
                codings.get().stream()
                        .filter(c -> c.code().equals(code) && c.span().equals(span))
                        .filter(c -> session.me().filter(c.coder()::equals).isPresent())
                        .findFirst();
        if (same.isPresent()) {
            session.say("This passage has that code already.");
            return same.map(Coding::id);
        }
        return session.attempt(
                () -> {
                    CodingId id =
                            session.study()
                                    .codings()
                                    .apply(
                                            session.actingRound(),
                                            source.get(),
                                            span.start(),
                                            span.end(),
                                            code);
                    refreshCodings();
                    return id;
                });
    }

    /// Makes a code of the passage's own words, in the first passage dimension, and applies it.
    Optional<CodingId> inVivo(Span span) {
        List<Dimension> dimensions = passageDimensions();
        Optional<SourceText> text = opened.get().flatMap(Opened::text);
        if (dimensions.isEmpty() || text.isEmpty()) {
            session.say("The codebook has no dimension for passages; add one in Codebook.");
            return Optional.empty();
        }
        String words =
                text.get()
                        .text()
                        .substring(span.start(), span.end())
                        .strip()
                        .replaceAll("\\s+", " ");
        String name =
                words.length() > 60
                        ? words.substring(0, words.offsetByCodePoints(0, 59)) + "…"
                        : words;
        return session.attempt(
                        () ->
                                session.study()
                                        .codebooks()
                                        .addCode(dimensions.getFirst().id(), null, name))
                .flatMap(code -> apply(code, span));
    }

    void remove(CodingId id) {
        session.act(() -> session.study().codings().remove(List.of(id)));
        refreshCodings();
    }

    void recode(CodingId id, CodeId code) {
        used(code);
        session.act(() -> session.study().codings().recode(id, code));
        refreshCodings();
    }

    void memo(CodingId id, String memo) {
        session.act(() -> session.study().codings().memo(id, memo));
        refreshCodings();
    }

    /// Moves an edge by whole words; a passage never becomes empty.
    void moveEdge(CodingId id, boolean end, int by) {
        Optional<Coding> found = coding(id);
        Optional<SourceText> text = opened.get().flatMap(Opened::text);
        if (found.isEmpty() || text.isEmpty()) {
            return;
        }
        Span span = found.get().span();
        int start = end ? span.start() : WordEdges.step(text.get().text(), span.start(), by, false);
        int stop = end ? WordEdges.step(text.get().text(), span.end(), by, true) : span.end();
        if (start < stop) {
            session.act(() -> session.study().codings().resize(id, start, stop));
            refreshCodings();
        }
    }

    Optional<Coding> coding(CodingId id) {
        return codings.get().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    void mark(AssignmentState state) {
        source().ifPresent(
                        id ->
                                session.act(
                                        () ->
                                                session.study()
                                                        .rounds()
                                                        .mark(session.actingRound(), id, state)));
    }

    private void used(CodeId code) {
        recent.remove(code);
        recent.addFirst(code);
        while (recent.size() > RECENT) {
            recent.removeLast();
        }
    }
}
