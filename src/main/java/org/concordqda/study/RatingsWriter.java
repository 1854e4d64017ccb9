package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.RatingsReport.Unknown;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceKind;
import org.concordqda.model.UnitId;
import org.concordqda.model.UnitOrigin;
import org.concordqda.model.VersionId;
import org.concordqda.store.Guids;
import org.concordqda.store.Journal;
import org.concordqda.store.Merges;
import org.concordqda.store.Tx;
import org.concordqda.study.RatingsImport.Answer;
import org.concordqda.study.RatingsImport.Prepared;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Stores prepared ratings as one act: makes the round, coders, sources without text, units and done
/// assignments they imply, and refuses to overwrite a different value.
final class RatingsWriter {
    private record Place(long source, long unit, long dimension) {}

    private record Stored(Set<Long> codes, String written) {}

    private final Study study;
    private final String round;
    private final Progress progress;
    private final List<String> newSources = new ArrayList<>();
    private final Set<Long> units = new LinkedHashSet<>();
    private final Map<String, Long> sources = new HashMap<>();
    private final Map<String, List<Long>> byNumber = new HashMap<>();
    private final Map<Long, List<Long>> unitsOf = new HashMap<>();
    private int stored;
    private int same;

    RatingsWriter(Study study, String round, Progress progress) {
        this.study = study;
        this.round = round.strip();
        this.progress = progress;
    }

    int stored() {
        return stored;
    }

    int same() {
        return same;
    }

    int units() {
        return units.size();
    }

    List<String> newSources() {
        return newSources;
    }

    void write(
            List<Prepared> all,
            Map<String, List<Answer>> unknown,
            List<Unknown> values,
            Map<CodeId, String> learnt) {
        String who = String.join(", ", all.stream().map(Prepared::coder).distinct().toList());
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "ratings.import",
                                "import ratings of " + who + " into " + round),
                        tx -> {
                            writeInside(tx, all, unknown, values, learnt);
                            return null;
                        });
    }

    private void writeInside(
            Tx tx,
            List<Prepared> all,
            Map<String, List<Answer>> unknown,
            List<Unknown> values,
            Map<CodeId, String> learnt) {
        Map<String, CodeId> made = new HashMap<>();
        long existing = tx.read().number("SELECT id FROM round WHERE name = ?", round);
        List<VersionId> versions = new ArrayList<>(List.of(study.codebooks().draftId()));
        if (existing != 0) {
            versions.add(
                    new VersionId(
                            tx.read().number("SELECT version FROM round WHERE id = ?", existing)));
        }
        CodebookWriter codebook = new CodebookWriter(tx);
        for (VersionId version : versions) {
            learnt.forEach((code, alias) -> codebook.addAlias(version, code, alias));
        }
        int[] next = {0};
        unknown.forEach(
                (id, answers) -> {
                    Unknown value = values.get(next[0]++);
                    Dimension dimension = answers.getFirst().dimension();
                    made.put(
                            id,
                            new CodebookWriter(tx)
                                    .insertCode(versions, dimension, null, value.value(), true));
                });
        java.util.IdentityHashMap<Answer, List<CodeId>> added = new java.util.IdentityHashMap<>();
        unknown.forEach(
                (id, answers) ->
                        answers.forEach(
                                a ->
                                        added.computeIfAbsent(a, k -> new ArrayList<>())
                                                .add(Objects.requireNonNull(made.get(id)))));
        RoundId roundId =
                existing != 0 ? new RoundId(existing) : study.rounds().insert(tx, round, false);
        long version = tx.read().number("SELECT version FROM round WHERE id = ?", roundId.value());
        loadPlaces(tx);
        for (Prepared one : all) {
            progress.check();
            CoderId coder = study.coders().findOrImport(tx, one.coder().strip());
            Assignments.join(tx, roundId, coder);
            store(tx, one, roundId, coder, version, added);
        }
    }

    private void store(
            Tx tx,
            Prepared one,
            RoundId roundId,
            CoderId coder,
            long version,
            java.util.IdentityHashMap<Answer, List<CodeId>> added) {
        Map<Place, Stored> there = existing(tx, roundId, coder);
        // Sources and units first, so that the ratings go in as one run of rows.
        Map<String, String> keys = new HashMap<>();
        one.answers().forEach(a -> keys.putIfAbsent(UnitKeys.folded(a.key()), a.key()));
        Map<String, Long> sourceOf = new LinkedHashMap<>();
        one.unitsPerKey()
                .forEach(
                        (folded, count) -> {
                            long source = source(tx, keys.getOrDefault(folded, folded));
                            sourceOf.put(folded, source);
                            for (int ordinal = 1; ordinal <= count; ordinal++) {
                                units.add(unit(tx, source, ordinal));
                            }
                        });
        assign(tx, roundId, coder, Set.copyOf(sourceOf.values()));
        Tx.Bulk ratings =
                tx.bulk(
                        "rating",
                        "round",
                        "coder",
                        "source",
                        "unit",
                        "dimension",
                        "version",
                        "as_written");
        Tx.Bulk codes = tx.bulk("rating_code", "rating", "code");
        Map<Place, Stored> fresh = new HashMap<>();
        List<String> conflicts = new ArrayList<>();
        int n = 0;
        for (Answer a : one.answers()) {
            if (n++ % 10_000 == 0) {
                progress.check();
                progress.report(
                        (double) n / one.answers().size(), "Storing ratings of " + one.coder());
            }
            long source = Objects.requireNonNull(sourceOf.get(UnitKeys.folded(a.key())));
            boolean whole = a.dimension().scope() == Scope.SOURCE;
            long unit = whole ? 0 : unit(tx, source, a.ordinal());
            Place place = new Place(source, unit, a.dimension().id().value());
            Set<Long> wanted = new LinkedHashSet<>();
            a.codes().stream().map(Code::id).map(CodeId::value).forEach(wanted::add);
            added.getOrDefault(a, List.of()).forEach(code -> wanted.add(code.value()));
            Stored before = there.getOrDefault(place, fresh.get(place));
            if (before != null && before.codes.equals(wanted)) {
                same++;
                continue;
            }
            if (before != null) {
                conflicts.add(a.key() + " " + a.dimension().name());
                continue;
            }
            @Nullable Object unitOrNull = whole ? null : (Long) unit;
            long rating =
                    ratings.add(
                            roundId.value(),
                            coder.value(),
                            source,
                            unitOrNull,
                            a.dimension().id().value(),
                            version,
                            a.written());
            for (long code : wanted) {
                codes.add(rating, code);
            }
            fresh.put(place, new Stored(wanted, a.written()));
            stored++;
        }
        if (!conflicts.isEmpty()) {
            throw new ConcordException(
                    conflicts.size()
                            + " values of "
                            + one.coder()
                            + " in “"
                            + round
                            + "” differ from those stored or given earlier ("
                            + String.join(", ", conflicts.subList(0, Math.min(5, conflicts.size())))
                            + (conflicts.size() > 5 ? " …" : "")
                            + "); nothing was stored. Undo the earlier import, or use another"
                            + " round.");
        }
    }

    private void assign(Tx tx, RoundId roundId, CoderId coder, Set<Long> wanted) {
        Map<Long, Long> rows = new HashMap<>();
        Set<Long> done = new LinkedHashSet<>();
        tx.read()
                .each(
                        "SELECT source, id, state FROM assignment WHERE round = ? AND coder = ?",
                        row -> {
                            rows.put(row.number(1), row.number(2));
                            if (row.text(3).equals("DONE")) {
                                done.add(row.number(1));
                            }
                        },
                        roundId.value(),
                        coder.value());
        Tx.Bulk bulk = tx.bulk("assignment", "round", "source", "coder", "state");
        for (long source : new java.util.TreeSet<>(wanted)) {
            Long row = rows.get(source);
            if (row == null) {
                bulk.add(roundId.value(), source, coder.value(), AssignmentState.DONE);
            } else if (!done.contains(source)) {
                tx.update("assignment", row, Map.of("state", AssignmentState.DONE));
            }
        }
    }

    private void loadPlaces(Tx tx) {
        tx.read()
                .each(
                        "SELECT id, key FROM source",
                        row -> {
                            String key = UnitKeys.folded(row.text(2));
                            sources.put(key, row.number(1));
                            int hash = key.lastIndexOf('#');
                            if (hash > 0) {
                                byNumber.computeIfAbsent(
                                                key.substring(hash), k -> new ArrayList<>())
                                        .add(row.number(1));
                            }
                        });
        tx.read()
                .each(
                        "SELECT source, id FROM unit WHERE origin = 'GIVEN' ORDER BY source,"
                                + " ordinal, id",
                        row ->
                                unitsOf.computeIfAbsent(row.number(1), k -> new ArrayList<>())
                                        .add(row.number(2)));
    }

    private long source(Tx tx, String key) {
        String folded = UnitKeys.folded(key);
        Long known = sources.get(folded);
        if (known == null && UnitKeys.bare(key)) {
            List<Long> fits = byNumber.getOrDefault(folded, List.of());
            if (fits.size() > 1) {
                throw new ConcordException(
                        "Issue "
                                + key
                                + " fits "
                                + fits.size()
                                + " repositories; name the repository column too (--unit COL,COL)."
                                + " Nothing was stored.");
            }
            known = fits.isEmpty() ? null : fits.getFirst();
        }
        if (known != null) {
            return known;
        }
        SourceKind kind = key.indexOf('#') >= 0 ? SourceKind.ISSUE : SourceKind.DOCUMENT;
        long id =
                tx.bulk("source", "guid", "kind", "key", "title").add(Guids.next(), kind, key, "");
        sources.put(folded, id);
        newSources.add(key);
        return id;
    }

    private long unit(Tx tx, long source, int ordinal) {
        List<Long> there = unitsOf.computeIfAbsent(source, k -> new ArrayList<>());
        while (there.size() < ordinal) {
            UnitId id =
                    Units.insert(
                            tx,
                            new SourceId(source),
                            there.size() + 1,
                            UnitOrigin.GIVEN,
                            null,
                            null);
            there.add(id.value());
        }
        return there.get(ordinal - 1);
    }

    private static Map<Place, Stored> existing(Tx tx, RoundId round, CoderId coder) {
        Map<Long, Place> places = new HashMap<>();
        Map<Place, Stored> there = new HashMap<>();
        tx.read()
                .each(
                        "SELECT id, source, coalesce(unit, 0), dimension, as_written FROM rating"
                                + " WHERE round = ? AND coder = ?",
                        row -> {
                            Place place = new Place(row.number(2), row.number(3), row.number(4));
                            places.put(row.number(1), place);
                            there.put(place, new Stored(new LinkedHashSet<>(), row.text(5)));
                        },
                        round.value(),
                        coder.value());
        if (!places.isEmpty()) {
            tx.read()
                    .each(
                            "SELECT rc.rating, "
                                    + Merges.through("rc.code")
                                    + " FROM rating_code rc",
                            row -> {
                                Place place = places.get(row.number(1));
                                if (place != null) {
                                    Objects.requireNonNull(there.get(place))
                                            .codes
                                            .add(row.number(2));
                                }
                            });
        }
        return there;
    }
}
