package org.concordqda.study;

import org.concordqda.agreement.Agreement;
import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.Statistic;
import org.concordqda.intake.TableReader;
import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.RatingsReport;
import org.concordqda.text.Words;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Two or more raters' spreadsheets compared before there is a study: agreement per column as written and
/// with spelling folded (and, with a codebook, as codes), the conflicts that cost most, and on request the
/// study made of them. Reads only; nothing is stored unless [#study] is asked for.
public final class RaterSheets {
    /// Most distinct values a column may have to become a dimension of a study.
    private static final int MOST_VALUES = 200;

    /// Conflicts listed per column.
    private static final int CONFLICTS = 5;

    private RaterSheets() {}

    /// How two cells are held to be the same.
    public enum Reading {
        /// Every character counts.
        WRITTEN("as written"),
        /// White space at the ends and doubled, and case, do not count.
        FOLDED("spelling folded"),
        /// Names and aliases of the codebook's codes.
        CODES("codes");

        private final String words;

        Reading(String words) {
            this.words = words;
        }

        /// The name for people.
        public String words() {
            return words;
        }
    }

    /// What the person said.
    ///
    /// @param unit columns that name the unit
    /// @param byOrder several rows of one unit correspond by their order
    /// @param codebook for reading values as codes
    /// @param coders whose sheets these are, in order; empty = named by file (or sheet)
    /// @param numbers how the coefficients are computed
    public record Options(
            List<String> unit,
            boolean byOrder,
            Optional<ImportedCodebook> codebook,
            List<String> coders,
            AgreementOptions numbers) {
        public Options {
            unit = unit.stream().map(String::strip).filter(u -> !u.isEmpty()).toList();
            coders = coders.stream().map(String::strip).toList();
        }
    }

    /// One way of reading a column.
    ///
    /// @param table the cells as categories
    /// @param estimates coefficients of the whole and of each pair
    /// @param missing blank cells of units that two raters name
    public record Numbers(RatingTable table, List<Estimate> estimates, int missing) {
        public Numbers {
            estimates = List.copyOf(estimates);
        }

        /// A coefficient of the whole column.
        public Optional<Estimate> whole(Statistic statistic) {
            return estimates.stream()
                    .filter(e -> e.statistic() == statistic && e.scope().equals("all"))
                    .findFirst();
        }
    }

    /// A column that all sheets have.
    ///
    /// @param name as written in the first sheet
    /// @param dimension the codebook's dimension it is, where there is one
    /// @param readings strictest first
    public record Column(String name, Optional<String> dimension, Map<Reading, Numbers> readings) {
        /// The reading that folds most.
        public Reading best() {
            return readings.containsKey(Reading.CODES) ? Reading.CODES : Reading.FOLDED;
        }

        /// The numbers of the reading that folds most.
        public Numbers numbers() {
            return java.util.Objects.requireNonNull(readings.get(best()));
        }
    }

    /// Two values that one rater gave and another contradicted, and what they cost: how much agreement
    /// would rise had the raters agreed wherever the two met.
    ///
    /// @param count pairs of ratings in which they met
    /// @param agreement rise of the share of agreement
    /// @param alpha rise of Krippendorff's alpha, NaN where it would be undefined
    public record Conflict(
            String column,
            String first,
            String second,
            int count,
            double agreement,
            double alpha) {}

    /// What the sheets say.
    ///
    /// @param coders in the order of the sheets
    /// @param units how many units any sheet names
    /// @param columns every column all share, in the order of the first sheet
    /// @param conflicts those that cost most first
    /// @param unmatched units that one rater alone names, by rater
    /// @param notes what was left out or read in a special way, one sentence each
    public record Result(
            List<String> coders,
            int units,
            List<Column> columns,
            List<Conflict> conflicts,
            Map<String, List<String>> unmatched,
            List<String> notes) {
        public Result {
            coders = List.copyOf(coders);
            columns = List.copyOf(columns);
            conflicts = List.copyOf(conflicts);
            notes = List.copyOf(notes);
        }
    }

    /// Compares the sheets of two or more files (or of one workbook with a sheet per rater).
    ///
    /// @throws ConcordException with a sentence when the sheets cannot be laid side by side
    public static Result compare(List<Path> files, Options options, Progress progress) {
        RaterRows rows = RaterRows.read(files, options, progress);
        List<RaterRows.Shared> shared = rows.shared();
        RaterCells cells = new RaterCells(rows);
        List<Column> columns = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (int c = 0; c < shared.size(); c++) {
            RaterRows.Shared column = shared.get(c);
            progress.check();
            progress.report((double) c / shared.size(), column.name());
            Optional<Dimension> dimension =
                    options.codebook().flatMap(b -> dimension(b, column.name()));
            Map<Reading, Numbers> readings = new EnumMap<>(Reading.class);
            for (Reading reading : Reading.values()) {
                if (reading != Reading.CODES || dimension.isPresent()) {
                    RaterCells.Read read = cells.table(column, reading, dimension);
                    readings.put(
                            reading,
                            new Numbers(
                                    read.table(),
                                    Agreement.of(
                                            read.table(),
                                            options.numbers().withScopes(true, false),
                                            progress),
                                    read.missing()));
                }
            }
            Column made = new Column(column.name(), dimension.map(Dimension::name), readings);
            columns.add(made);
            conflicts.addAll(
                    Conflicts.of(column.name(), made.numbers(), options.numbers(), CONFLICTS));
        }
        conflicts.sort(
                Comparator.comparingDouble(Conflict::agreement)
                        .thenComparingInt(Conflict::count)
                        .reversed());
        List<String> notes = new ArrayList<>(rows.notes());
        notes.addAll(cells.notes());
        return new Result(
                rows.coders(), rows.units().size(), columns, conflicts, rows.unmatched(), notes);
    }

    /// The columns that could name the unit: those every sheet has, the likeliest first (its header says so:
    /// issue, URL, unit, key, id …).
    ///
    /// @throws ConcordException when a file cannot be read, or the sheets share no named column
    public static List<String> units(List<Path> files, Progress progress) {
        List<List<String>> columns = new ArrayList<>();
        for (Path file : files) {
            List<ImportedTable> sheets =
                    TableReader.read(file, progress).stream()
                            .filter(t -> !t.rows().isEmpty())
                            .toList();
            if (sheets.isEmpty()) {
                throw new ConcordException(file.getFileName() + " holds no rows.");
            }
            if (files.size() == 1) {
                sheets.forEach(t -> columns.add(t.columns()));
            } else {
                columns.add(sheets.stream().flatMap(t -> t.columns().stream()).distinct().toList());
            }
        }
        List<String> shared =
                columns.getFirst().stream()
                        .filter(c -> !c.isBlank())
                        .filter(
                                c ->
                                        columns.stream()
                                                .allMatch(
                                                        other ->
                                                                other.stream()
                                                                        .map(Words::key)
                                                                        .toList()
                                                                        .contains(Words.key(c))))
                        .distinct()
                        .toList();
        if (shared.isEmpty()) {
            throw new ConcordException(
                    "The sheets share no named column, so their rows cannot be matched: "
                            + columns.stream()
                                    .limit(2)
                                    .map(c -> String.join(", ", c))
                                    .collect(Collectors.joining(" against "))
                            + ". Give both a column that names the unit.");
        }
        List<String> ordered = new ArrayList<>();
        for (String word :
                List.of("unit", "issue", "url", "key", "item", "source", "id", "number")) {
            shared.stream()
                    .filter(c -> List.of(Words.key(c).split("[^\\p{L}]+")).contains(word))
                    .filter(c -> !ordered.contains(c))
                    .forEach(ordered::add);
        }
        shared.stream().filter(c -> !ordered.contains(c)).forEach(ordered::add);
        return ordered;
    }

    /// Makes a study of the sheets: the codebook given, or every shared column as a dimension with the values
    /// found as its codes; then all ratings as one act.
    ///
    /// @param to the study file to make
    /// @param round name of the round the ratings go into
    /// @throws ConcordException with a sentence; then nothing is left behind
    public static RatingsReport study(
            List<Path> files, Options options, Path to, String round, Progress progress) {
        RaterRows rows = RaterRows.read(files, options, progress);
        String title = String.valueOf(to.getFileName()).replaceFirst("\\.concord$", "");
        return RaterStudy.make(
                rows, rows.shared(), options, to, title, round, MOST_VALUES, progress);
    }

    private static Optional<Dimension> dimension(ImportedCodebook codebook, String column) {
        return codebook.dimensions().stream()
                .filter(d -> Codebooks.names(d).contains(Codebooks.bare(column)))
                .findFirst();
    }
}
