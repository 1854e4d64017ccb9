package org.concordqda.study;

import org.concordqda.model.Choice;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.CoderId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.Rating;
import org.concordqda.model.RatingColumns;
import org.concordqda.model.RatingId;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.SourceId;
import org.concordqda.model.UnitId;
import org.concordqda.model.VersionId;
import org.concordqda.model.WrittenValues;
import org.concordqda.store.Blind;
import org.concordqda.store.Journal;
import org.concordqda.store.Merges;
import org.concordqda.store.RatingReader;
import org.concordqda.store.Row;
import org.concordqda.store.Tx;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Answers to dimensions of scope SOURCE and UNIT.
public final class Ratings {
    /// Stands between flags; a flag's own name may have a blank (“second opinion”).
    private static final String FLAGS = "; ";

    /// SQL: the live ratings of source `?1`, found through its units. Of their own only those of scope SOURCE
    /// have an index by source.
    static final String OF_SOURCE =
            "(SELECT id FROM rating WHERE unit IN (SELECT id FROM unit WHERE source = ?1) UNION"
                    + " SELECT id FROM rating WHERE source = ?1 AND unit IS NULL)";

    private static final String COLUMNS =
            "SELECT r.id, r.round, r.coder, r.source, r.unit, r.dimension, r.other, r.note,"
                    + " r.certainty, r.flags, r.as_written, r.version FROM rating r WHERE ";

    private final Study study;

    Ratings(Study study) {
        this.study = study;
    }

    /// What an answer is given to.
    ///
    /// @param unit empty for a dimension of scope SOURCE
    public record Place(
            RoundId round, SourceId source, Optional<UnitId> unit, DimensionId dimension) {}

    /// What stands beside the codes of an answer; texts are "" where nothing is said.
    public record Beside(String other, String note, String certainty, List<String> flags) {
        /// Nothing beside.
        public static final Beside NONE = new Beside("", "", "", List.of());

        public Beside {
            flags = List.copyOf(flags);
        }
    }

    /// All answers to a source that the viewer may see, in the order they were given.
    public List<Rating> of(SourceId source) {
        return study.file()
                .read()
                .list(
                        COLUMNS
                                + "r.id IN "
                                + OF_SOURCE
                                + " AND "
                                + Blind.visible("r", "?2")
                                + " ORDER BY r.id",
                        this::rating,
                        source.value(),
                        Blind.viewer(study.viewer()));
    }

    /// A coder's own answers to a source in a round, in the order they were given.
    public List<Rating> of(SourceId source, RoundId round, CoderId coder) {
        return study.file()
                .read()
                .list(
                        COLUMNS
                                + "r.id IN "
                                + OF_SOURCE
                                + " AND r.coder = ?2 AND r.round = ?3"
                                + " ORDER BY r.id",
                        this::rating,
                        source.value(),
                        coder.value(),
                        round.value());
    }

    /// The actor's answer at a place.
    public Optional<Rating> mine(Place place) {
        long row = row(study.file().read(), place, study.actor());
        return study.file().read().one(COLUMNS + "r.id = ?", this::rating, row);
    }

    /// Gives (or changes) the actor's answer. No codes on a MANY dimension is the answer “none of these”.
    ///
    /// @throws ConcordException when the codes do not fit the dimension, or the round is finished
    public void set(Place place, List<CodeId> codes, Beside beside) {
        VersionId version = study.rounds().changeable(place.round()).version();
        Dimension dimension =
                study.codebooks()
                        .version(version)
                        .dimension(place.dimension())
                        .orElseThrow(Ratings::notHere);
        checkFits(dimension, place, codes);
        String value =
                codes.isEmpty()
                        ? "none of these"
                        : codes.stream()
                                .map(c -> study.codebooks().name(c))
                                .collect(Collectors.joining("; "));
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        study.actor(),
                                        "rating.set",
                                        "rate " + dimension.name() + ": " + value)
                                .with(Map.of("source", study.sources().get(place.source()).key()))
                                .in(place.round()),
                        tx -> {
                            set(tx, place, study.actor(), version, codes, beside);
                            return null;
                        });
    }

    /// An answer to give.
    public record Given(Place place, List<CodeId> codes, Beside beside) {
        public Given {
            codes = List.copyOf(codes);
        }
    }

    /// Gives several answers to one unit as one act.
    ///
    /// @param say the act as a phrase for people
    public void setAll(String say, List<Given> answers) {
        if (answers.isEmpty()) {
            return;
        }
        RoundId round = answers.getFirst().place().round();
        VersionId version = study.rounds().changeable(round).version();
        Codebook book = study.codebooks().version(version);
        for (Given given : answers) {
            checkFits(
                    book.dimension(given.place().dimension()).orElseThrow(Ratings::notHere),
                    given.place(),
                    given.codes());
        }
        CoderId actor = study.actor();
        study.file()
                .journal()
                .write(
                        Journal.Words.of(actor, "rating.set", say).in(round),
                        tx -> {
                            for (Given given : answers) {
                                set(
                                        tx,
                                        given.place(),
                                        actor,
                                        version,
                                        given.codes(),
                                        given.beside());
                            }
                            return null;
                        });
    }

    static ConcordException notHere() {
        return new ConcordException("This round's codebook does not have that dimension.");
    }

    /// Takes the actor's answer away: the question is open again.
    ///
    /// @throws ConcordException when the round is finished
    public void clear(Place place) {
        CoderId actor = study.actor();
        study.rounds().changeable(place.round());
        study.file()
                .journal()
                .write(
                        Journal.Words.of(actor, "rating.clear", "clear a rating").in(place.round()),
                        tx -> {
                            clear(tx, place, actor);
                            return null;
                        });
    }

    static void clear(Tx tx, Place place, CoderId coder) {
        long row = row(tx.read(), place, coder);
        if (row != 0) {
            tx.hideWhere("rating_code", "rating = ?", row);
            tx.hideWhere("evidence", "rating = ?", row);
            tx.hide("rating", row);
        }
    }

    /// Changes only the note beside one of the actor's answers; "" removes it.
    public void note(RatingId id, String note) {
        Rating rating =
                study.file()
                        .read()
                        .one(
                                COLUMNS + "r.id = ? AND r.coder = ?",
                                this::rating,
                                id.value(),
                                study.actor().value())
                        .orElseThrow(
                                () ->
                                        new ConcordException(
                                                "That answer is no longer there, or not yours;"
                                                        + " nothing was changed."));
        study.rounds().changeable(rating.round());
        Place place = new Place(rating.round(), rating.source(), rating.unit(), rating.dimension());
        study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "rating.note", "note on " + nameOf(place))
                                .in(rating.round()),
                        tx -> tx.update("rating", id.value(), Map.of("note", note.strip())));
    }

    /// The name of a place's dimension in its round's codebook.
    String nameOf(Place place) {
        return study.codebooks()
                .version(study.rounds().get(place.round()).version())
                .dimension(place.dimension())
                .map(Dimension::name)
                .orElse("an answer");
    }

    /// All ratings the viewer may see as columns, of one round or of all.
    public RatingColumns columns(Optional<RoundId> round) {
        return RatingReader.read(study.file().read(), study.viewer(), round);
    }

    /// What was written in the files that ratings of a round came from, beside the columns given.
    public WrittenValues asWritten(RoundId round, RatingColumns columns) {
        return RatingReader.written(study.file().read(), round, columns);
    }

    RatingId set(
            Tx tx,
            Place place,
            CoderId coder,
            VersionId version,
            List<CodeId> codes,
            Beside beside) {
        long row = row(tx.read(), place, coder);
        boolean again = row != 0;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("other", beside.other());
        values.put("note", beside.note());
        values.put("certainty", beside.certainty());
        values.put("flags", String.join(FLAGS, beside.flags()));
        if (!again) {
            Map<String, @Nullable Object> first = new LinkedHashMap<>(values);
            first.put("round", place.round().value());
            first.put("coder", coder.value());
            first.put("source", place.source().value());
            first.put("unit", place.unit().map(UnitId::value).orElse(null));
            first.put("dimension", place.dimension().value());
            first.put("version", version.value());
            row = tx.insert("rating", first);
            Assignments.begin(tx, place.round(), place.source(), coder);
        }
        List<Long> wanted = codes.stream().map(CodeId::value).distinct().toList();
        Map<Long, Long> merged = Merges.all(tx.read());
        List<Long> there =
                tx.read()
                        .list(
                                "SELECT code FROM rating_code WHERE rating = ?",
                                r -> r.number(1),
                                row);
        List<Long> fresh = new ArrayList<>(wanted);
        boolean other = false;
        for (long code : there) {
            long readAs = merged.getOrDefault(code, code);
            fresh.remove(readAs);
            if (!wanted.contains(readAs)) {
                other = true;
                tx.hideWhere("rating_code", "rating = ? AND code = ?", row, code);
            }
        }
        if (again) {
            // From now on the answer is one under this round's codebook.
            values.put("version", version.value());
            if (other || !fresh.isEmpty()) {
                // What a file said was about another answer.
                values.put("as_written", "");
            }
            tx.update("rating", row, values);
        }
        for (long code : fresh) {
            tx.insert("rating_code", Map.of("rating", row, "code", code));
        }
        return new RatingId(row);
    }

    static void checkFits(Dimension dimension, Place place, List<CodeId> codes) {
        if (dimension.scope() == Scope.PASSAGE) {
            throw new ConcordException(
                    "“" + dimension.name() + "” is for passages: select text and apply a code.");
        }
        if ((dimension.scope() == Scope.UNIT) != place.unit().isPresent()) {
            throw new ConcordException(
                    "“" + dimension.name() + "” is asked of the " + dimension.scope() + ".");
        }
        if (dimension.choice() == Choice.ONE && codes.size() != 1) {
            throw new ConcordException("“" + dimension.name() + "” takes exactly one value.");
        }
        for (CodeId code : codes) {
            if (dimension.allCodes().stream().noneMatch(c -> c.id().equals(code))) {
                throw new ConcordException(
                        "That value is not one of “"
                                + dimension.name()
                                + "” in this round's codebook.");
            }
        }
    }

    private static long row(org.concordqda.store.Db db, Place place, CoderId coder) {
        return place.unit().isPresent()
                ? db.number(
                        "SELECT id FROM rating WHERE unit = ? AND dimension = ? AND coder = ? AND"
                                + " round = ?",
                        place.unit().get().value(),
                        place.dimension().value(),
                        coder.value(),
                        place.round().value())
                : db.number(
                        "SELECT id FROM rating WHERE unit IS NULL AND source = ? AND dimension = ?"
                                + " AND coder = ? AND round = ?",
                        place.source().value(),
                        place.dimension().value(),
                        coder.value(),
                        place.round().value());
    }

    private Rating rating(Row row) {
        String flags = row.text(10);
        return new Rating(
                new RatingId(row.number(1)),
                new RoundId(row.number(2)),
                new CoderId(row.number(3)),
                new SourceId(row.number(4)),
                Units.maybe(row, 5),
                new DimensionId(row.number(6)),
                study.file()
                        .read()
                        .list(
                                "SELECT DISTINCT "
                                        + Merges.through("rc.code")
                                        + " FROM rating_code rc WHERE rc.rating = ? ORDER BY 1",
                                r -> new CodeId(r.number(1)),
                                row.number(1)),
                row.text(7),
                row.text(8),
                row.text(9),
                flags.isEmpty() ? List.of() : List.of(flags.split(FLAGS)),
                row.text(11),
                new VersionId(row.number(12)));
    }
}
