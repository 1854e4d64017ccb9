package org.concordqda.study;

import org.concordqda.analysis.SettledValues;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Coder;
import org.concordqda.model.Dimension;
import org.concordqda.model.RatingColumns;
import org.concordqda.model.Round;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.Special;
import org.concordqda.model.Unit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the reports of one run share, read once: the study as its viewer sees it at that moment.
final class ReportData {
    final Study study;
    final Codebook codebook;
    final List<Coder> coders;
    final List<Round> rounds;
    final RatingColumns ratings;
    final Map<Integer, Integer> matched = new HashMap<>();
    final Map<SourceId, Source> sources = new LinkedHashMap<>();
    final Map<SourceId, Map<String, String>> attributes;

    /// Units that stand for themselves: found ones that are matched stand under the settled one.
    final List<Unit> units;

    private final Map<CodeId, Dimension> dimensionOf = new HashMap<>();

    ReportData(Study study) {
        this.study = study;
        this.codebook = study.codebooks().draft();
        this.coders = study.coders().list();
        this.rounds = study.rounds().list();
        this.ratings = study.ratings().columns(Optional.empty());
        study.file()
                .read()
                .each(
                        "SELECT found, settled FROM unit_match",
                        row -> matched.put(row.integer(1), row.integer(2)));
        study.sources().list().forEach(s -> sources.put(s.id(), s));
        this.attributes = study.sources().attributes();
        this.units =
                study.units().list().stream()
                        .filter(u -> !matched.containsKey((int) u.id().value()))
                        .toList();
        for (Dimension d : codebook.dimensions()) {
            for (Code c : d.allCodes()) {
                dimensionOf.put(c.id(), d);
            }
        }
    }

    /// Dimensions that are rated (not those for passages) and were rated at least once.
    List<Dimension> rated() {
        Set<Integer> rated = new HashSet<>();
        for (int r = 0; r < ratings.size(); r++) {
            rated.add(ratings.dimension()[r]);
        }
        return codebook.dimensions().stream()
                .filter(d -> d.scope() != Scope.PASSAGE && rated.contains((int) d.id().value()))
                .toList();
    }

    /// One value per unit and dimension, of one round or of the study.
    SettledValues settled(Optional<RoundId> only) {
        Set<CodeId> unsure = new HashSet<>();
        for (Dimension d : codebook.dimensions()) {
            d.allCodes().stream()
                    .filter(c -> c.special() == Special.UNSURE)
                    .forEach(c -> unsure.add(c.id()));
        }
        return new SettledValues(ratings, coders, rounds, matched, unsure, only);
    }

    /// For each unit the row id that a dimension's value hangs on: its own, or its source's.
    int[] subjects(Dimension dimension) {
        return units.stream()
                .mapToInt(
                        u ->
                                (int)
                                        (dimension.scope() == Scope.SOURCE
                                                ? u.source().value()
                                                : u.id().value()))
                .toArray();
    }

    String sourceKey(SourceId id) {
        Source source = sources.get(id);
        return source == null ? "source " + id.value() : source.key();
    }

    Optional<Dimension> dimensionOf(CodeId code) {
        return Optional.ofNullable(dimensionOf.get(code));
    }

    /// The names from the root down to the code; its last name where the codebook no longer has it.
    String path(CodeId code) {
        return dimensionOf(code)
                .flatMap(d -> d.path(code))
                .orElseGet(() -> study.codebooks().name(code));
    }

    /// Names of all attributes of sources, sorted.
    List<String> attributeNames() {
        return attributes.values().stream()
                .flatMap(m -> m.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
