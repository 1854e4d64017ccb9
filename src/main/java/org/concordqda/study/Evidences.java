package org.concordqda.study;

import org.concordqda.model.ConcordException;
import org.concordqda.model.Evidence;
import org.concordqda.model.EvidenceId;
import org.concordqda.model.RatingId;
import org.concordqda.model.RoundId;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.concordqda.store.Blind;
import org.concordqda.store.Db;
import org.concordqda.store.Journal;
import org.concordqda.store.Row;
import org.concordqda.store.Tx;
import org.concordqda.study.Ratings.Place;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What answers rest on: passages of their source, and links. Each answer may have several.
public final class Evidences {
    private final Study study;

    Evidences(Study study) {
        this.study = study;
    }

    /// The evidence of all answers to a source that the viewer may see, by answer, in the order it was kept.
    public Map<RatingId, List<Evidence>> of(SourceId source) {
        Map<RatingId, List<Evidence>> found = new LinkedHashMap<>();
        study.file()
                .read()
                .each(
                        "SELECT e.id, e.rating, e.source, e.start, e.end, e.start_cp, e.end_cp,"
                                + " e.quote, e.link FROM rating r JOIN evidence e ON e.rating = r.id"
                                + " WHERE r.id IN "
                                + Ratings.OF_SOURCE
                                + " AND "
                                + Blind.visible("r", "?2")
                                + " ORDER BY e.id",
                        row -> {
                            Evidence evidence = evidence(row);
                            found.computeIfAbsent(evidence.rating(), id -> new ArrayList<>())
                                    .add(evidence);
                        },
                        source.value(),
                        Blind.viewer(study.viewer()));
        return found;
    }

    /// Keeps a passage of the place's source as evidence of the actor's answer there.
    ///
    /// @param start first UTF-16 position; snapped so that no character is split
    /// @param end position after the last
    /// @throws ConcordException when nothing is answered yet, the passage is empty, or it is kept already
    public EvidenceId quote(Place place, int start, int end) {
        study.rounds().changeable(place.round());
        RatingId rating = answer(place);
        SourceText text =
                study.sources()
                        .text(place.source())
                        .orElseThrow(
                                () ->
                                        new ConcordException(
                                                "This source has no text to take evidence from."));
        Span span = PassageSpans.of(text, start, end);
        if (isKept(study.file().read(), rating, text, span)) {
            throw twice();
        }
        return keep(place, row(rating, text, span));
    }

    /// Keeps a passage of the answer's source as its evidence, unless it is kept already.
    static void quote(Tx tx, RatingId rating, SourceText text, Span span) {
        if (!isKept(tx.read(), rating, text, span)) {
            tx.insert("evidence", row(rating, text, span));
        }
    }

    private static boolean isKept(Db db, RatingId rating, SourceText text, Span span) {
        return db.number(
                        "SELECT count(*) FROM evidence WHERE rating = ? AND text = ? AND start = ?"
                                + " AND end = ?",
                        rating.value(),
                        text.id().value(),
                        span.start(),
                        span.end())
                > 0;
    }

    private static Map<String, @Nullable Object> row(RatingId rating, SourceText text, Span span) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("rating", rating.value());
        row.put("source", text.source().value());
        row.put("text", text.id().value());
        PassageSpans.put(row, text, span);
        return row;
    }

    private static ConcordException twice() {
        return new ConcordException("That is kept as evidence of this answer already.");
    }

    /// Keeps a link as evidence of the actor's answer at a place: an address, or the key of another source.
    ///
    /// @throws ConcordException when nothing is answered yet, or the link is empty or kept already
    public EvidenceId link(Place place, String link) {
        study.rounds().changeable(place.round());
        RatingId rating = answer(place);
        String clean = link.strip();
        if (clean.isEmpty()) {
            throw new ConcordException("A link needs an address or the key of a source.");
        }
        if (study.file()
                        .read()
                        .number(
                                "SELECT count(*) FROM evidence WHERE rating = ? AND link = ?",
                                rating.value(),
                                clean)
                > 0) {
            throw twice();
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("rating", rating.value());
        row.put(
                "source",
                study.sources().byKey(clean).map(Source::id).map(SourceId::value).orElse(null));
        row.put("link", clean);
        return keep(place, row);
    }

    /// Takes a piece of the actor's evidence away.
    public void remove(EvidenceId id) {
        long coder =
                study.file()
                        .read()
                        .number(
                                "SELECT r.coder FROM evidence e JOIN rating r ON r.id = e.rating"
                                        + " WHERE e.id = ?",
                                id.value());
        if (coder != study.actor().value()) {
            throw new ConcordException(
                    "That evidence is no longer there, or not yours; nothing was changed.");
        }
        long round =
                study.file()
                        .read()
                        .number(
                                "SELECT r.round FROM evidence e JOIN rating r ON r.id = e.rating"
                                        + " WHERE e.id = ?",
                                id.value());
        RoundId in = study.rounds().changeable(new RoundId(round)).id();
        study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "evidence.remove", "remove evidence")
                                .in(in),
                        tx -> {
                            tx.hide("evidence", id.value());
                            return null;
                        });
    }

    private EvidenceId keep(Place place, Map<String, @Nullable Object> row) {
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        study.actor(),
                                        "evidence.keep",
                                        "keep evidence of " + study.ratings().nameOf(place))
                                .with(Map.of("source", study.sources().get(place.source()).key()))
                                .in(place.round()),
                        tx -> new EvidenceId(tx.insert("evidence", row)));
    }

    private RatingId answer(Place place) {
        return study.ratings()
                .mine(place)
                .map(r -> r.id())
                .orElseThrow(
                        () ->
                                new ConcordException(
                                        "Answer first; then a passage or a link can be kept as its"
                                                + " evidence."));
    }

    private static Evidence evidence(Row row) {
        Optional<Span> span =
                row.maybeNumber(4).isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Span(
                                        row.integer(4),
                                        row.integer(5),
                                        row.integer(6),
                                        row.integer(7)));
        return new Evidence(
                new EvidenceId(row.number(1)),
                new RatingId(row.number(2)),
                row.maybeNumber(3).stream().mapToObj(SourceId::new).findFirst(),
                span,
                row.text(8),
                row.text(9));
    }
}
