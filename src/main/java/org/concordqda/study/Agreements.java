package org.concordqda.study;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Granularity;
import org.concordqda.agreement.Missing;
import org.concordqda.analysis.AgreementReport.Decision;
import org.concordqda.analysis.AgreementReport.Subject;
import org.concordqda.analysis.Details;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixBuilder;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.analysis.RatingMatrix;
import org.concordqda.analysis.RoundWork;
import org.concordqda.job.Progress;
import org.concordqda.model.CodeId;
import org.concordqda.model.Coder;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.RatingColumns;
import org.concordqda.model.Reliability;
import org.concordqda.model.Round;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.Unit;
import org.concordqda.model.WrittenValues;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /// @param coders names of the people compared; empty = all
    /// @param part ratings, passages or both
    /// @param passages what is computed of passages
    public record Request(
            List<String> rounds,
            List<String> dimensions,
            MatrixOptions matrix,
            AgreementOptions numbers,
            AgreementReading reading,
            List<String> coders,
            Part part,
            PassageChoice passages) {
        /// Everything, with the defaults.
        public static final Request ALL =
                new Request(List.of(), List.of(), MatrixOptions.DEFAULT, AgreementOptions.DEFAULT);

        /// Of all coders, ratings and passages, with the usual reading.
        public Request(
                List<String> rounds,
                List<String> dimensions,
                MatrixOptions matrix,
                AgreementOptions numbers) {
            this(rounds, dimensions, matrix, numbers, AgreementReading.DEFAULT);
        }

        /// Of all coders, ratings and passages.
        public Request(
                List<String> rounds,
                List<String> dimensions,
                MatrixOptions matrix,
                AgreementOptions numbers,
                AgreementReading reading) {
            this(
                    rounds,
                    dimensions,
                    matrix,
                    numbers,
                    reading,
                    List.of(),
                    Part.ALL,
                    PassageChoice.DEFAULT);
        }

        public Request {
            rounds = List.copyOf(rounds);
            dimensions = List.copyOf(dimensions);
            coders = List.copyOf(coders);
        }

        /// The same of these coders only.
        public Request withCoders(List<String> names) {
            return new Request(rounds, dimensions, matrix, numbers, reading, names, part, passages);
        }

        /// The same with other numbers.
        public Request withNumbers(AgreementOptions changed) {
            return new Request(
                    rounds, dimensions, matrix, changed, reading, coders, part, passages);
        }

        /// The same of ratings or of passages only.
        public Request withPart(Part changed) {
            return new Request(
                    rounds, dimensions, matrix, numbers, reading, coders, changed, passages);
        }

        /// The same with another choice for passages.
        public Request withPassages(PassageChoice changed) {
            return new Request(rounds, dimensions, matrix, numbers, reading, coders, part, changed);
        }
    }

    /// Which dimensions.
    public enum Part {
        ALL,
        RATINGS,
        PASSAGES
    }

    /// What is computed of passages.
    ///
    /// @param granularities in which units codes are compared
    /// @param gamma whether γ is computed, which takes longest
    public record PassageChoice(Set<Granularity> granularities, boolean gamma) {
        /// Everything.
        public static final PassageChoice DEFAULT =
                new PassageChoice(EnumSet.allOf(Granularity.class), true);

        public PassageChoice {
            granularities = Set.copyOf(granularities);
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
    /// @throws ConcordException when a round, dimension or coder of that name does not exist
    public List<DimensionAgreement> compute(Request request, Progress progress) {
        List<DimensionAgreement> all = new ArrayList<>();
        RatingColumns ratings = study.ratings().columns(Optional.empty());
        PassageRounds passages = new PassageRounds(study);
        List<Round> rounds = rounds(request.rounds());
        for (int i = 0; i < rounds.size(); i++) {
            Round round = rounds.get(i);
            RoundWork work = work(round, ratings, true, request.coders());
            RoundNumbers numbers = new RoundNumbers(work, request, passages, progress);
            List<Dimension> dimensions =
                    dimensions(work, request.dimensions(), passages).stream()
                            .filter(
                                    dimension ->
                                            request.part() == Part.ALL
                                                    || (dimension.scope() == Scope.PASSAGE)
                                                            == (request.part() == Part.PASSAGES))
                            .toList();
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

    /// A table of agreement as the window shows it and the command line prints it.
    ///
    /// @throws ConcordException when a round, dimension or coder of that name does not exist
    public AgreementView view(AgreementView.Wanted wanted, Progress progress) {
        return AgreementView.of(study, wanted, progress);
    }

    /// How units of these dimensions were settled, where they were.
    public Map<Subject, Decision> decisions(List<DimensionAgreement> of) {
        return new AgreementAssembly(new ReportData(study), ReportOptions.DEFAULT).decisions(of);
    }

    /// What the units of these dimensions are called and how they stand.
    public Details.Units names(List<DimensionAgreement> of) {
        Map<Integer, Source> sources = new HashMap<>();
        study.sources().list().forEach(s -> sources.put((int) s.id().value(), s));
        Map<Integer, Unit> units = new HashMap<>();
        study.units().list().forEach(u -> units.put((int) u.id().value(), u));
        return new Details.Units(sources, units, decisions(of));
    }

    /// The ratings of one dimension in one round as a matrix.
    public RatingMatrix matrix(Round round, Dimension dimension, MatrixOptions options) {
        return new MatrixBuilder(
                        work(
                                round,
                                study.ratings().columns(Optional.empty()),
                                options.asWritten(),
                                List.of()),
                        options)
                .of(dimension);
    }

    private List<Coder> coders(List<String> names) {
        if (names.isEmpty()) {
            return study.coders().list();
        }
        for (String name : names) {
            if (study.coders().byName(name).isEmpty()) {
                throw new ConcordException(
                        "There is no coder “"
                                + name
                                + "” in this study; there are "
                                + study.coders().names()
                                + ".");
            }
        }
        return study.coders().list().stream().filter(c -> names.contains(c.name())).toList();
    }

    private RoundWork work(
            Round round, RatingColumns ratings, boolean written, List<String> coders) {
        Map<Integer, Integer> settled = new HashMap<>();
        study.file()
                .read()
                .each(
                        "SELECT found, settled FROM unit_match",
                        row -> settled.put(row.integer(1), row.integer(2)));
        return new RoundWork(
                round,
                ReadThrough.used(study, round, ratings),
                coders(coders),
                ratings,
                study.rounds().list(),
                study.rounds().assignments(round.id()),
                settled,
                written ? study.ratings().asWritten(round.id(), ratings) : WrittenValues.NONE);
    }

    private List<Round> rounds(List<String> names) {
        return names.isEmpty()
                ? study.rounds().list()
                : names.stream().map(study.rounds()::named).toList();
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
        Map<String, String> spelt = new HashMap<>();
        pairs.forEach(
                (pair, count) -> {
                    String written = work.written().values().get((int) (pair >>> 32));
                    String code =
                            ratings.sets().get(pair.intValue()).stream()
                                    .map(c -> names.getOrDefault(c, "?"))
                                    .collect(Collectors.joining("; "));
                    if (!Words.key(written).equals(Words.key(code))) {
                        String one = Words.key(written) + " → " + code;
                        moved.merge(one, count, Integer::sum);
                        spelt.merge(one, written.strip(), (a, b) -> a.compareTo(b) < 0 ? a : b);
                    }
                });
        return moved.entrySet().stream()
                .map(
                        e ->
                                spelt.get(e.getKey())
                                        + e.getKey().substring(e.getKey().lastIndexOf(" → "))
                                        + " ("
                                        + e.getValue()
                                        + ")")
                .toList();
    }
}
