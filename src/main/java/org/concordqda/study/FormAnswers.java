package org.concordqda.study;

import org.concordqda.model.AssignmentState;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.CoderId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.RatingId;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.concordqda.model.UnitId;
import org.concordqda.model.UnitOrigin;
import org.concordqda.model.VersionId;
import org.concordqda.store.Journal;
import org.concordqda.store.Tx;
import org.concordqda.study.Ratings.Beside;
import org.concordqda.study.Ratings.Place;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a coder says of one unit of a source at a time, stored as one act: a unit found, answers with their evidence,
/// answers taken away, done with the source. All of it or nothing.
///
/// @param round where
/// @param source of what
/// @param unit of which unit; empty for one that is found by this, and where the source has none yet
/// @param found whether a unit is found by this
/// @param answers what is answered
/// @param cleared dimensions whose answer is taken away
/// @param evidence the passage the answers rest on, `[start, end)` in UTF-16 units
/// @param done whether the coder is done with the source
public record FormAnswers(
        RoundId round,
        SourceId source,
        Optional<UnitId> unit,
        boolean found,
        List<Answer> answers,
        List<Dimension> cleared,
        Optional<int[]> evidence,
        boolean done) {
    public FormAnswers {
        answers = List.copyOf(answers);
        cleared = List.copyOf(cleared);
    }

    /// An answer of the form.
    public record Answer(Dimension dimension, List<CodeId> codes, Beside beside) {
        public Answer {
            codes = List.copyOf(codes);
        }
    }

    /// Stores it in the actor's name; nothing to say stores nothing.
    ///
    /// @throws ConcordException when the round is finished, a code does not fit, or there is no such passage
    public void store(Study study) {
        VersionId version = study.rounds().changeable(round).version();
        Codebook book = study.codebooks().version(version);
        for (Answer answer : answers) {
            if (book.dimension(answer.dimension.id()).isEmpty()) {
                throw Ratings.notHere();
            }
        }
        Optional<SourceText> text =
                evidence.map(
                        at ->
                                study.sources()
                                        .text(source)
                                        .orElseThrow(
                                                () ->
                                                        new ConcordException(
                                                                "This source has no text to take"
                                                                        + " evidence from.")));
        Optional<Span> span =
                text.map(t -> PassageSpans.of(t, evidence.get()[0], evidence.get()[1]));
        int next = study.units().next(source);
        CoderId actor = study.actor();
        study.file()
                .journal()
                .write(
                        Journal.Words.of(actor, kind(), said(study)).in(round),
                        tx -> {
                            Optional<UnitId> of = unit;
                            if (found || (of.isEmpty() && asksUnit())) {
                                of =
                                        Optional.of(
                                                Units.insert(
                                                        tx,
                                                        source,
                                                        next,
                                                        UnitOrigin.FOUND,
                                                        round,
                                                        actor));
                            }
                            store(tx, study, actor, version, of, text, span);
                            return null;
                        });
    }

    private void store(
            Tx tx,
            Study study,
            CoderId actor,
            VersionId version,
            Optional<UnitId> of,
            Optional<SourceText> text,
            Optional<Span> span) {
        for (Answer answer : answers) {
            Place place = place(answer.dimension, of);
            Ratings.checkFits(answer.dimension, place, answer.codes);
            RatingId rating =
                    study.ratings().set(tx, place, actor, version, answer.codes, answer.beside);
            if (text.isPresent() && span.isPresent()) {
                Evidences.quote(tx, rating, text.get(), span.get());
            }
        }
        for (Dimension dimension : cleared) {
            Ratings.clear(tx, place(dimension, of), actor);
        }
        if (done) {
            Assignments.mark(tx, round, source, actor, AssignmentState.DONE);
        }
    }

    private boolean asksUnit() {
        return answers.stream().anyMatch(a -> a.dimension.scope() == Scope.UNIT);
    }

    private Place place(Dimension dimension, Optional<UnitId> of) {
        return new Place(
                round,
                source,
                dimension.scope() == Scope.UNIT ? of : Optional.empty(),
                dimension.id());
    }

    private String kind() {
        return answers.isEmpty() && cleared.isEmpty() && !found ? "assignment.state" : "rating.set";
    }

    private String said(Study study) {
        String key = study.sources().get(source).key();
        List<String> parts = new ArrayList<>();
        if (found) {
            parts.add("add a unit to " + key);
        }
        if (!answers.isEmpty()) {
            parts.add(
                    answers.size() == 1
                            ? "rate " + answers.getFirst().dimension.name()
                            : "rate " + Words.counted(answers.size(), "dimension"));
        }
        if (!cleared.isEmpty()) {
            parts.add("clear " + Words.counted(cleared.size(), "rating"));
        }
        if (done) {
            parts.add("finish " + key);
        }
        return String.join(", ", parts);
    }
}
