package org.concordqda.desk.coding;

import org.concordqda.desk.session.Session;
import org.concordqda.job.Progress;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Coding;
import org.concordqda.model.CodingId;
import org.concordqda.model.Dimension;
import org.concordqda.model.SourceId;
import org.concordqda.model.Span;
import org.concordqda.study.AutoCodes;
import org.concordqda.text.Graphemes;
import org.concordqda.text.Words;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// What is done to passages of the open source: each a single act that can be undone by its name. JavaFX
/// thread only; needs no window.
final class Passages {
    private static final int NAME = 60;

    private final Session session;
    private final CodeModel model;

    Passages(Session session, CodeModel model) {
        this.session = session;
        this.model = model;
    }

    /// Puts a code on a passage; the same code on the same passage is not put twice.
    Optional<CodingId> apply(CodeId code, Span span) {
        Optional<SourceId> source = model.source();
        if (source.isEmpty()) {
            return Optional.empty();
        }
        if (!model.usable(code)) {
            gone();
            return Optional.empty();
        }
        Optional<Coding> same =
                model.mine(span).stream()
                        .filter(c -> c.code().equals(code) && c.span().equals(span))
                        .findFirst();
        model.recent().used(code);
        if (same.isPresent()) {
            session.say("This passage has that code already.");
            return same.map(Coding::id);
        }
        return act(
                () ->
                        session.study()
                                .codings()
                                .apply(
                                        session.actingRound(),
                                        source.get(),
                                        span.start(),
                                        span.end(),
                                        code));
    }

    /// Puts a code on many passages as one act, and tells how many there were to code.
    void applyAll(CodeId code, List<Span> spans, IntConsumer coded) {
        Optional<SourceId> source = model.source();
        if (source.isEmpty()) {
            return;
        }
        if (!model.usable(code)) {
            gone();
            return;
        }
        String text = model.text();
        List<AutoCodes.Passage> all =
                spans.stream()
                        .map(
                                s ->
                                        new AutoCodes.Passage(
                                                source.get(),
                                                s.start(),
                                                s.end(),
                                                text.substring(s.start(), s.end())))
                        .toList();
        model.recent().used(code);
        session.attempt(session::actingRound)
                .ifPresent(
                        round ->
                                session.act(
                                        "Coding",
                                        all.size(),
                                        () ->
                                                new AutoCodes(session.study())
                                                        .apply(round, all, code, Progress.NONE),
                                        n -> {
                                            model.refreshCodings();
                                            coded.accept(n);
                                        },
                                        () -> {}));
    }

    /// Makes a code of the passage's own words, in the first dimension for passages, and applies it; a code
    /// that is called so already is applied. Where the codebook has no such dimension it is made too.
    Optional<CodingId> inVivo(Span span) {
        Optional<SourceId> source = model.source();
        if (source.isEmpty() || model.text().isEmpty()) {
            return Optional.empty();
        }
        String name = name(span);
        Optional<Dimension> dimension = model.passageDimensions().stream().findFirst();
        Optional<Code> there =
                dimension.stream()
                        .flatMap(d -> d.codes().stream())
                        .filter(c -> !c.retired() && Words.key(c.name()).equals(Words.key(name)))
                        .findFirst();
        if (there.isPresent()) {
            return apply(there.get().id(), span);
        }
        Optional<CodingId> made =
                act(
                        () ->
                                session.study()
                                        .codings()
                                        .inVivo(
                                                session.actingRound(),
                                                source.get(),
                                                span.start(),
                                                span.end(),
                                                dimension.map(Dimension::id),
                                                name));
        made.flatMap(model::coding).ifPresent(c -> model.recent().used(c.code()));
        return made;
    }

    /// What a code of the passage's own words is called.
    String name(Span span) {
        String words =
                Words.oneLine(model.text().substring(span.start(), span.end()).strip())
                        // Where a sentence ended before it.
                        .replaceFirst("^[.,;:!?…)\\]]+ ", "");
        return words.length() > NAME
                ? words.substring(0, Graphemes.floor(words, NAME - 1)) + "…"
                : words;
    }

    void remove(CodingId id) {
        removeAll(List.of(id));
    }

    void removeAll(List<CodingId> ids) {
        session.act(
                "Taking codes away",
                ids.size(),
                () -> {
                    session.study().codings().remove(ids);
                    return true;
                },
                done -> model.refreshCodings(),
                () -> {});
    }

    void recode(CodingId id, CodeId code) {
        if (!model.usable(code)) {
            gone();
            return;
        }
        model.recent().used(code);
        act(
                () -> {
                    session.study().codings().recode(id, code);
                    return true;
                });
    }

    /// @return whether it was stored
    boolean memo(CodingId id, String memo) {
        return act(() -> {
                    session.study().codings().memo(id, memo);
                    return true;
                })
                .isPresent();
    }

    /// Marks a coding as an example of its code, or no longer.
    void toggleExemplar(CodingId id) {
        model.coding(id)
                .ifPresent(
                        c ->
                                act(
                                        () -> {
                                            session.study().codings().exemplar(id, !c.exemplar());
                                            return true;
                                        }));
    }

    /// Moves an edge by whole words or by characters; a passage never becomes empty.
    void moveEdge(CodingId id, boolean end, int by, boolean words) {
        Optional<Coding> found = model.coding(id);
        String text = model.text();
        if (found.isEmpty() || text.isEmpty()) {
            return;
        }
        Span span = found.get().span();
        int from = end ? span.end() : span.start();
        int to = words ? WordEdges.step(text, from, by, end) : Graphemes.step(text, from, by);
        resize(id, end ? span.start() : to, end ? to : span.end());
    }

    /// Sets both edges.
    void resize(CodingId id, int start, int end) {
        if (start < end) {
            act(
                    () -> {
                        session.study().codings().resize(id, start, end);
                        return true;
                    });
        }
    }

    private void gone() {
        session.say("That code is no longer in the codebook, or is retired; nothing was coded.");
    }

    private <T> Optional<T> act(java.util.function.Supplier<T> act) {
        Optional<T> done = session.attempt(act);
        done.ifPresent(d -> model.refreshCodings());
        return done;
    }
}
