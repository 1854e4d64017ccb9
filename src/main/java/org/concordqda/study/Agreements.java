package org.concordqda.study;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Missing;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixBuilder;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.analysis.RatingMatrix;
import org.concordqda.analysis.RoundWork;
import org.concordqda.job.Progress;
import org.concordqda.model.CodeId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.RatingColumns;
import org.concordqda.model.Reliability;
import org.concordqda.model.Round;
import org.concordqda.model.Scope;
import org.concordqda.model.WrittenValues;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Agreement of the study: per dimension and round, never pooled.
public final class Agreements {
    private final Study study;

    Agreements(Study study) {
        this.study = study;
    }

    /// What to compute.
    ///
    /// @param rounds names; empty = all
    /// @param dimensions names or aliases; empty = all that were rated
    /// @param matrix how the ratings are read
    /// @param numbers how the coefficients are computed; a policy for missing ratings other than
    ///     [Missing#AVAILABLE] goes before that of the round
    /// @param reading what else was chosen
    public record Request(
            List<String> rounds,
            List<String> dimensions,
            MatrixOptions matrix,
            AgreementOptions numbers,
            AgreementReading reading) {
        /// Everything, with the defaults.
        public static final Request ALL =
                new Request(List.of(), List.of(), MatrixOptions.DEFAULT, AgreementOptions.DEFAULT);

        /// With the usual reading.
        public Request(
                List<String> rounds,
                List<String> dimensions,
                MatrixOptions matrix,
                AgreementOptions numbers) {
            this(rounds, dimensions, matrix, numbers, AgreementReading.DEFAULT);
        }

        public Request {
            rounds = List.copyOf(rounds);
            dimensions = List.copyOf(dimensions);
        }
    }

    /// Computes the agreement of the rounds and dimensions asked for, in their order. Dimensions of which
    /// nothing is claimed and those nobody rated are left out unless named.
    ///
    /// Ordinal dimensions have alpha at the ordinal level and, as `all;weights=linear` and
    /// `all;weights=quadratic`, every coefficient with these weights on ranks; trees of single values
    /// `all;weights=tree` (decision 0010).
    ///
    /// Scopes are those of the engine; dimensions with a tree add `level=1` (the top) and below for the
    /// whole table, dimensions of passages have the scopes of
    /// [org.concordqda.agreement.PassageAgreement].
    ///
    /// @throws ConcordException when a round or dimension of that name does not exist
    public List<DimensionAgreement> compute(Request request, Progress progress) {
        List<DimensionAgreement> all = new ArrayList<>();
        RatingColumns ratings = study.ratings().columns(Optional.empty());
        PassageRounds passages = new PassageRounds(study);
        List<Round> rounds = rounds(request.rounds());
        for (int i = 0; i < rounds.size(); i++) {
            Round round = rounds.get(i);
            RoundWork work = work(round, ratings, true);
            RoundNumbers numbers = new RoundNumbers(work, request, passages, progress);
            List<Dimension> dimensions = dimensions(work, request.dimensions(), passages);
            for (int d = 0; d < dimensions.size(); d++) {
                Dimension dimension = dimensions.get(d);
                progress.check();
                progress.report(
                        (i + (double) d / dimensions.size()) / rounds.size(),
                        round.name() + ": " + dimension.name());
                all.add(
                        dimension.scope() == Scope.PASSAGE
                                ? numbers.passages(dimension)
                                : numbers.ratings(dimension, folded(work, dimension)));
            }
        }
        return all;
    }

    /// The ratings of one dimension in one round as a matrix.
    public RatingMatrix matrix(Round round, Dimension dimension, MatrixOptions options) {
        return new MatrixBuilder(
                        work(round, study.ratings().columns(Optional.empty()), options.asWritten()),
                        options)
                .of(dimension);
    }

    private RoundWork work(Round round, RatingColumns ratings, boolean written) {
        Map<Integer, Integer> settled = new HashMap<>();
        study.file()
                .read()
                .each(
                        "SELECT found, settled FROM unit_match",
                        row -> settled.put(row.integer(1), row.integer(2)));
        return new RoundWork(
                round,
                ReadThrough.used(study, round, ratings),
                study.coders().list(),
                ratings,
                study.rounds().list(),
                study.rounds().assignments(round.id()),
                settled,
                written ? study.ratings().asWritten(round.id(), ratings) : WrittenValues.NONE);
    }

    private List<Round> rounds(List<String> names) {
        if (names.isEmpty()) {
            return study.rounds().list();
        }
        List<Round> found = new ArrayList<>();
        for (String name : names) {
            found.add(
                    study.rounds()
                            .byName(name)
                            .orElseThrow(
                                    () ->
                                            new ConcordException(
                                                    "There is no round “"
                                                            + name
                                                            + "”; there are "
                                                            + String.join(
                                                                    ", ",
                                                                    study.rounds().list().stream()
                                                                            .map(Round::name)
                                                                            .toList())
                                                            + ".")));
        }
        return found;
    }

    private static List<Dimension> dimensions(
            RoundWork work, List<String> names, PassageRounds passages) {
        if (!names.isEmpty()) {
            return names.stream().map(n -> Codebooks.named(work.codebook(), n)).toList();
        }
        List<Dimension> found = new ArrayList<>();
        int round = (int) work.round().id().value();
        for (Dimension d : work.codebook().dimensions()) {
            if (d.reliability() == Reliability.NOT_CLAIMED) {
                continue;
            }
            boolean used = d.scope() == Scope.PASSAGE && passages.used(work, d);
            for (int r = 0; r < work.ratings().size() && !used; r++) {
                used =
                        d.scope() != Scope.PASSAGE
                                && work.ratings().dimension()[r] == d.id().value()
                                && work.ratings().round()[r] == round;
            }
            if (used) {
                found.add(d);
            }
        }
        return found;
    }

    /// Written values that are not the code's own name, with how often: what spelling alone would have
    /// counted as disagreement.
    private static List<String> folded(RoundWork work, Dimension dimension) {
        RatingColumns ratings = work.ratings();
        Map<CodeId, String> names = new HashMap<>();
        dimension.allCodes().forEach(c -> names.put(c.id(), c.name()));
        // Distinct pairs of written value and set are few, however many ratings there are.
        Map<Long, Integer> pairs = new HashMap<>();
        for (int r = 0; r < ratings.size(); r++) {
            int written = work.written().at(r);
            if (written >= 0 && ratings.dimension()[r] == dimension.id().value()) {
                pairs.merge(((long) written << 32) | ratings.set()[r], 1, Integer::sum);
            }
        }
        Map<String, Integer> moved = new TreeMap<>();
        pairs.forEach(
                (pair, count) -> {
                    String written = work.written().values().get((int) (pair >>> 32));
                    String code =
                            ratings.sets().get(pair.intValue()).stream()
                                    .map(c -> names.getOrDefault(c, "?"))
                                    .collect(Collectors.joining("; "));
                    if (!Words.key(written).equals(Words.key(code))) {
                        moved.merge(Words.key(written) + " → " + code, count, Integer::sum);
                    }
                });
        return moved.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")").toList();
    }
}
