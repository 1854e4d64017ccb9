package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.RatingsReport;
import org.concordqda.model.RatingsReport.Mapping;
import org.concordqda.model.RatingsReport.Unknown;
import org.concordqda.model.Round;
import org.concordqda.model.Scope;
import org.concordqda.model.UnknownValuesException;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings in ratings that exist as tables: finds the dimensions and units, explains every value, and
/// stores all or nothing as one act.
public final class RatingsImport {
    /// One coder's table.
    public record Sheet(ImportedTable table, String coder) {}

    /// What the person said.
    ///
    /// @param round name of the round; opened when it is not there
    /// @param unit names of the columns that identify the unit
    /// @param dimensions column name to dimension name, where the guess would not do
    /// @param values `[DIMENSION:]OLD` to code name, path or key
    /// @param addUnknown make unknown values codes instead of refusing
    /// @param byOrder several rows with one unit key correspond by their order
    public record Options(
            String round,
            List<String> unit,
            Map<String, String> dimensions,
            Map<String, String> values,
            boolean addUnknown,
            boolean byOrder) {
        public Options {
            unit = List.copyOf(unit);
            dimensions = new LinkedHashMap<>(dimensions);
            values = new LinkedHashMap<>(values);
        }
    }

    /// A cell that is an answer.
    record Answer(String key, int ordinal, Dimension dimension, String written, List<Code> codes) {}

    /// One coder's answers.
    record Prepared(String coder, List<Answer> answers, Map<String, Integer> unitsPerKey) {}

    private final Options options;
    private final Codebook codebook;
    private final Map<Dimension, ValueLookup> lookups = new LinkedHashMap<>();
    private final Map<String, Mapping> mappings = new LinkedHashMap<>();
    private final Map<String, Unknown> unknown = new LinkedHashMap<>();
    private final Map<String, List<Answer>> unknownAnswers = new LinkedHashMap<>();
    private final RatingsColumns reader;

    /// What the person said a value means, remembered as an alias of the code.
    private final Map<CodeId, String> learnt = new LinkedHashMap<>();

    private final List<String> duplicates = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int rows;
    private int blanks;

    private RatingsImport(Study study, Options options) {
        this.options = options;
        Optional<Round> round = study.rounds().byName(options.round());
        if (options.round().isBlank()) {
            throw new ConcordException("Say which round the ratings belong to (--round NAME).");
        }
        round.ifPresent(r -> study.rounds().changeable(r.id()));
        this.codebook =
                round.map(r -> study.codebooks().version(r.version()))
                        .orElseGet(() -> study.codebooks().draft());
        for (Dimension d : codebook.dimensions()) {
            if (d.scope() != Scope.PASSAGE) {
                lookups.put(d, new ValueLookup(d));
            }
        }
        this.reader = new RatingsColumns(options, List.copyOf(lookups.keySet()));
        if (lookups.isEmpty()) {
            throw new ConcordException(
                    "The codebook has no dimension to rate; add one, or a template, first.");
        }
    }

    /// Imports the sheets. All or nothing.
    ///
    /// @throws UnknownValuesException when values are unknown and not to be added
    /// @throws ConcordException when units or columns cannot be told
    public static RatingsReport run(
            Study study, List<Sheet> sheets, Options options, Progress progress) {
        RatingsImport one = new RatingsImport(study, options);
        one.tellValues();
        List<Prepared> prepared = new ArrayList<>();
        for (Sheet sheet : sheets) {
            progress.check();
            prepared.add(one.prepare(sheet));
        }
        if (one.reader.columns().isEmpty()) {
            throw new ConcordException(
                    sheets.getFirst().table().file()
                            + ": no column fits a dimension of the codebook ("
                            + String.join(
                                    ", ",
                                    one.codebook.dimensions().stream()
                                            .map(Dimension::name)
                                            .toList())
                            + "); nothing was stored. Name them with --dimension"
                            + " COLUMN=DIMENSION.");
        }
        if (!one.unknown.isEmpty() && !options.addUnknown()) {
            throw new UnknownValuesException(
                    sheets.getFirst().table().file()
                            + ": "
                            + one.unknown.size()
                            + " values are explained by no code or alias; nothing was stored.",
                    List.copyOf(one.unknown.values()));
        }
        one.noteLonely(prepared);
        RatingsWriter writer = new RatingsWriter(study, options.round(), progress);
        writer.write(prepared, one.unknownAnswers, List.copyOf(one.unknown.values()), one.learnt);
        return one.report(writer);
    }

    private RatingsReport report(RatingsWriter writer) {
        List<Mapping> all = new ArrayList<>(mappings.values());
        for (Unknown u : unknown.values()) {
            all.add(new Mapping(u.dimension(), u.value(), u.value(), "added", u.count()));
        }
        return new RatingsReport(
                rows,
                writer.units(),
                writer.newSources(),
                writer.stored(),
                writer.same(),
                blanks,
                reader.columns(),
                reader.leftOut(),
                all,
                duplicates,
                notes);
    }

    private void tellValues() {
        options.values()
                .forEach(
                        (from, to) -> {
                            int colon = from.indexOf(':');
                            String dimension =
                                    colon < 0 ? "" : Codebooks.bare(from.substring(0, colon));
                            boolean told = false;
                            for (var entry : lookups.entrySet()) {
                                boolean named =
                                        colon >= 0
                                                && Codebooks.names(entry.getKey())
                                                        .contains(dimension);
                                String old = named ? from.substring(colon + 1) : from;
                                if ((named || colon < 0) && entry.getValue().knows(to)) {
                                    entry.getValue().tell(old, to);
                                    entry.getValue()
                                            .find(to)
                                            .codes()
                                            .forEach(code -> learnt.put(code.id(), old.strip()));
                                    told = true;
                                }
                            }
                            if (!told) {
                                throw new ConcordException(
                                        "--map "
                                                + from
                                                + "="
                                                + to
                                                + ": no dimension has exactly one code “"
                                                + to
                                                + "”; nothing was stored.");
                            }
                        });
    }

    private Prepared prepare(Sheet sheet) {
        ImportedTable table = sheet.table();
        String place =
                table.sheet().isEmpty() ? table.file() : table.file() + ", sheet " + table.sheet();
        List<Integer> unitColumns = reader.unitColumns(table, place);
        Map<Integer, Dimension> dimensions = reader.dimensionColumns(table, place, unitColumns);
        List<Answer> answers = new ArrayList<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        Map<List<String>, Integer> whole = new HashMap<>();
        Map<String, List<Integer>> repeated = new LinkedHashMap<>();
        for (int r = 0; r < table.rows().size(); r++) {
            List<String> row = table.rows().get(r);
            if (row.stream().allMatch(String::isBlank)) {
                continue;
            }
            rows++;
            int line = table.firstRow() + r;
            String key = UnitKeys.key(unitColumns.stream().map(row::get).toList());
            if (key.isEmpty()) {
                throw new ConcordException(
                        place + ", row " + line + ": the unit is blank; nothing was stored.");
            }
            noteOddKey(place, line, unitColumns.stream().map(row::get).toList(), key);
            noteDuplicate(table, place, row, line, whole);
            int ordinal = seen.merge(UnitKeys.folded(key), 1, Integer::sum);
            if (ordinal > 1) {
                repeated.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
            }
            for (var entry : dimensions.entrySet()) {
                answer(key, ordinal, entry.getValue(), row.get(entry.getKey()), answers);
            }
        }
        if (!repeated.isEmpty() && !options.byOrder()) {
            throw new ConcordException(
                    place
                            + ": several rows name the same unit ("
                            + some(repeated)
                            + "); nothing was stored. If the first such row of one coder is the"
                            + " first of the other, say --by-order.");
        }
        return new Prepared(sheet.coder(), answers, seen);
    }

    private void answer(
            String key, int ordinal, Dimension dimension, String cell, List<Answer> into) {
        ValueLookup lookup = java.util.Objects.requireNonNull(lookups.get(dimension));
        if (ValueLookup.missing(cell) && (cell.isBlank() || !lookup.names(cell))) {
            blanks++;
            return;
        }
        ValueLookup.Found found = lookup.find(cell);
        Answer answer = new Answer(key, ordinal, dimension, cell, found.codes());
        into.add(answer);
        for (String part : found.unknown()) {
            String id = dimension.key() + "\0" + Words.key(part);
            Unknown before = unknown.get(id);
            unknown.put(
                    id,
                    before == null
                            ? new Unknown(dimension.name(), part, 1, lookup.nearest(part))
                            : new Unknown(
                                    dimension.name(),
                                    before.value(),
                                    before.count() + 1,
                                    before.nearest()));
            unknownAnswers.computeIfAbsent(id, k -> new ArrayList<>()).add(answer);
        }
        if (found.unknown().isEmpty() && !found.how().equals("exact")) {
            String names = String.join("; ", found.codes().stream().map(Code::name).toList());
            mappings.merge(
                    dimension.key() + "\0" + cell,
                    new Mapping(dimension.name(), cell, names, found.how(), 1),
                    (a, b) ->
                            new Mapping(
                                    a.dimension(), a.written(), a.code(), a.how(), a.count() + 1));
        }
    }

    /// A link with more behind the number (`693#issue-549261146`) is read as the issue, and said.
    private void noteOddKey(String place, int line, List<String> cells, String key) {
        for (String cell : cells) {
            if (cell.matches(".*\\d[#?].+") && !cell.strip().equals(key)) {
                notes.add(
                        place
                                + ": row "
                                + line
                                + ": the unit “"
                                + cell.strip()
                                + "” is read as "
                                + key);
            }
        }
    }

    private void noteDuplicate(
            ImportedTable table,
            String place,
            List<String> row,
            int line,
            Map<List<String>, Integer> whole) {
        // Unnamed index columns differ in every row and say nothing.
        List<String> told = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (!table.columns().get(i).isBlank()) {
                told.add(row.get(i));
            }
        }
        Integer first = whole.putIfAbsent(told, line);
        if (first != null) {
            duplicates.add(place + ": row " + line + " repeats row " + first + "; both kept");
        }
    }

    /// Units that only one of several sheets names can never agree or disagree: they are listed.
    private void noteLonely(List<Prepared> prepared) {
        if (prepared.size() < 2) {
            return;
        }
        for (Prepared p : prepared) {
            List<String> alone = new ArrayList<>();
            p.unitsPerKey()
                    .forEach(
                            (key, n) -> {
                                int others =
                                        prepared.stream()
                                                .filter(o -> !o.coder().equals(p.coder()))
                                                .mapToInt(o -> o.unitsPerKey().getOrDefault(key, 0))
                                                .max()
                                                .orElse(0);
                                if (others < n) {
                                    alone.add(
                                            key
                                                    + (n > 1
                                                            ? " ("
                                                                    + Words.number(n - others)
                                                                    + " of "
                                                                    + Words.number(n)
                                                                    + ")"
                                                            : ""));
                                }
                            });
            if (!alone.isEmpty()) {
                notes.add(
                        "Only "
                                + p.coder()
                                + " rated "
                                + alone.size()
                                + " units: "
                                + String.join(", ", alone.subList(0, Math.min(10, alone.size())))
                                + (alone.size() > 10 ? " …" : ""));
            }
        }
    }

    private static String some(Map<String, List<Integer>> repeated) {
        List<String> parts = new ArrayList<>();
        repeated.forEach((key, lines) -> parts.add(key + " again in row " + lines.getFirst()));
        return String.join(", ", parts.subList(0, Math.min(8, parts.size())))
                + (parts.size() > 8 ? " and " + (parts.size() - 8) + " more" : "");
    }
}
