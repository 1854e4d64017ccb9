package org.concordqda.study;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Granularity;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.AgreementReport.SourceName;
import org.concordqda.analysis.AgreementTable;
import org.concordqda.analysis.AgreementTables;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.PassageTables;
import org.concordqda.job.Progress;
import org.concordqda.model.Round;
import org.concordqda.model.Source;
import org.concordqda.study.Agreements.Part;
import org.concordqda.study.Agreements.PassageChoice;
import org.concordqda.study.Agreements.Request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One way of looking at the agreement of a study, as the window shows it and the command line prints it.
///
/// @param table what is shown
/// @param results what it was made of
/// @param notes what must be known to read it: how intervals were found, what is missing and how that is
///     treated, one sentence each
public record AgreementView(
        AgreementTable table, List<DimensionAgreement> results, List<String> notes) {
    /// What the rows are.
    public enum By {
        DIMENSION,
        CODE,
        PAIR,
        SOURCE,
        ROUND,
        PASSAGES;

        /// The word on the command line.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What to show.
    ///
    /// @param by what the rows are
    /// @param request of what; scopes and part are set as the rows need them
    /// @param statistic the statistic to lead; empty = what each round chose
    /// @param granularity for passages
    public record Wanted(
            By by, Request request, Optional<Statistic> statistic, Granularity granularity) {}

    public AgreementView {
        results = List.copyOf(results);
        notes = List.copyOf(notes);
    }

    static AgreementView of(Study study, Wanted wanted, Progress progress) {
        AgreementOptions numbers = wanted.request().numbers();
        Request asked =
                wanted.request()
                        .withNumbers(
                                switch (wanted.by()) {
                                    case DIMENSION, SOURCE, ROUND ->
                                            numbers.withScopes(false, false);
                                    case CODE -> numbers.withScopes(false, true);
                                    case PAIR -> numbers.withScopes(true, false);
                                    case PASSAGES -> numbers.withScopes(true, true);
                                })
                        .withPart(
                                switch (wanted.by()) {
                                    case PASSAGES -> Part.PASSAGES;
                                    case ROUND -> Part.ALL;
                                    default -> Part.RATINGS;
                                });
        List<String> notes = new ArrayList<>();
        if (wanted.by() == By.ROUND) {
            asked = rounds(study, asked, notes);
        }
        List<DimensionAgreement> results =
                wanted.by() == By.ROUND && asked.rounds().isEmpty()
                        ? List.of()
                        : study.agreements().compute(asked, progress);
        if (wanted.by() == By.SOURCE && results.stream().noneMatch(d -> !d.passages())) {
            // Nobody rated, or passages were asked for by name: then those are what there is.
            results = study.agreements().compute(asked.withPart(Part.PASSAGES), progress);
        }
        List<DimensionAgreement> shown = results;
        AgreementTable table =
                switch (wanted.by()) {
                    case DIMENSION ->
                            new AgreementTables(results, wanted.statistic()).byDimension();
                    case CODE -> new AgreementTables(results, wanted.statistic()).byCode();
                    case PAIR -> new AgreementTables(results, wanted.statistic()).byPair();
                    case SOURCE ->
                            shown.stream().anyMatch(DimensionAgreement::passages)
                                    ? PassageSources.of(shown, names(study)::get, numbers, progress)
                                    : SourceAgreement.of(
                                            shown, names(study)::get, numbers, progress);
                    case ROUND -> AgreementTables.byRound(results, wanted.statistic());
                    case PASSAGES -> PassageTables.of(results, wanted.granularity());
                };
        if (wanted.by() != By.SOURCE) {
            table = table.called(numbers.intervalName());
        }
        notes.addAll(table.notes());
        notes.addAll(read(wanted, table, results));
        return new AgreementView(table, results, notes);
    }

    /// Rounds over time: those that are open to see; a blind one would compare a person with nobody.
    private static Request rounds(Study study, Request request, List<String> notes) {
        List<Round> sealed = study.rounds().list().stream().filter(Round::sealed).toList();
        List<String> open =
                study.rounds().list().stream()
                        .filter(r -> !r.sealed())
                        .map(Round::name)
                        .filter(n -> request.rounds().isEmpty() || request.rounds().contains(n))
                        .toList();
        if (!sealed.isEmpty()) {
            notes.add(
                    sealed.stream().map(Round::name).collect(Collectors.joining(", "))
                            + (sealed.size() == 1 ? " is" : " are")
                            + " blind and left out until unsealed in Rounds.");
        }
        return new Request(
                open,
                request.dimensions(),
                request.matrix(),
                request.numbers(),
                request.reading(),
                request.coders(),
                request.part(),
                new PassageChoice(Set.of(), false));
    }

    private static Map<Integer, SourceName> names(Study study) {
        Map<Integer, SourceName> names = new HashMap<>();
        for (Source s : study.sources().list()) {
            names.put((int) s.id().value(), new SourceName(s.key(), s.title(), s.url().orElse("")));
        }
        return names;
    }

    private static List<String> read(
            Wanted wanted, AgreementTable table, List<DimensionAgreement> results) {
        List<String> notes = new ArrayList<>();
        String methods =
                table.lines().stream()
                        .flatMap(line -> line.cells().stream())
                        .filter(Estimate.class::isInstance)
                        .map(Estimate.class::cast)
                        .filter(e -> e.defined() && e.ciLow() < e.ciHigh())
                        .map(e -> e.interval().replaceAll(" \\([\\d,]+ undefined\\)", ""))
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining("; "));
        if (!methods.isEmpty() && wanted.by() != By.SOURCE) {
            AgreementOptions n = wanted.request().numbers();
            notes.add(
                    "Intervals: "
                            + methods
                            + (methods.contains("bootstrap") ? ", seed " + n.seed() : "")
                            + ".");
        }
        if (wanted.statistic().isPresent()) {
            Statistic shown = wanted.statistic().get();
            results.stream()
                    .map(DimensionAgreement::round)
                    .distinct()
                    .filter(r -> !r.primary().equals(shown.key()))
                    .forEach(
                            r ->
                                    notes.add(
                                            shown.label()
                                                    + " is shown as secondary: "
                                                    + r.name()
                                                    + " chose "
                                                    + label(r.primary())
                                                    + "."));
        }
        boolean rated = results.stream().anyMatch(d -> !d.passages());
        if (rated && wanted.by() != By.SOURCE) {
            notes.add(
                    "Missing ratings: "
                            + results.stream()
                                    .filter(d -> !d.passages())
                                    .map(d -> d.missing().key())
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        if (results.stream().anyMatch(DimensionAgreement::passages)) {
            notes.add(
                    wanted.request().reading().uncoded()
                            ? "Uncoded text counts."
                            : "Text that nobody coded does not count.");
        }
        if (wanted.by() != By.SOURCE) {
            notes.add("Never pooled over dimensions.");
        }
        return notes;
    }

    private static String label(String key) {
        for (Statistic s : Statistic.values()) {
            if (s.key().equals(key)) {
                return s.label();
            }
        }
        return key;
    }
}
