package org.concordqda.study;

import org.concordqda.intake.TableReader;
import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportedTable;
import org.concordqda.text.Words;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The sheets of several raters laid side by side: which rows are the same unit, which columns are shared.
final class RaterRows {
    /// One rater's sheet and where its units stand: unit with ordinal → row.
    record Sheet(
            ImportedTable table, String coder, List<Integer> unit, Map<String, Integer> rows) {}

    /// A column that every sheet has.
    ///
    /// @param name as the first sheet writes it
    /// @param at its place in each sheet
    record Shared(String name, List<Integer> at) {}

    private final RaterSheets.Options options;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /// Key of the source each unit belongs to, by unit.
    private final Map<String, String> units = new LinkedHashMap<>();

    private RaterRows(RaterSheets.Options options) {
        this.options = options;
    }

    static RaterRows read(List<Path> files, RaterSheets.Options options, Progress progress) {
        if (options.unit().isEmpty()) {
            throw new ConcordException(
                    "Say which column names the unit, as in --unit \"Issue #\".");
        }
        RaterRows all = new RaterRows(options);
        List<ImportedTable> tables = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Path file : files) {
            all.choose(file, files.size() == 1, progress, tables, names);
        }
        if (tables.size() < 2) {
            throw new ConcordException(
                    "Agreement needs the sheets of two raters; "
                            + files.getFirst().getFileName()
                            + " holds one. Give two files, or a workbook with a sheet per rater.");
        }
        List<String> coders = options.coders().isEmpty() ? names : options.coders();
        if (coders.size() != tables.size()) {
            throw new ConcordException(
                    coders.size()
                            + " names of coders were given for "
                            + tables.size()
                            + " sheets; say --coder once per sheet, in their order.");
        }
        if (new HashSet<>(coders).size() < coders.size()) {
            throw new ConcordException(
                    "Two sheets would be of the same coder ("
                            + String.join(", ", coders)
                            + "); say whose each is with --coder, in the order of the files.");
        }
        for (int i = 0; i < tables.size(); i++) {
            all.sheets.add(all.sheet(tables.get(i), coders.get(i)));
        }
        return all;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    List<String> coders() {
        return sheets.stream().map(Sheet::coder).toList();
    }

    List<String> notes() {
        return notes;
    }

    List<String> units() {
        return List.copyOf(units.keySet());
    }

    String source(String unit) {
        return units.getOrDefault(unit, unit);
    }

    /// The cell of a rater for a unit, or "" when the rater does not name the unit.
    String cell(int sheet, Shared column, String unit) {
        Sheet s = sheets.get(sheet);
        Integer row = s.rows.get(unit);
        return row == null ? "" : s.table.rows().get(row).get(column.at.get(sheet));
    }

    /// Units that no other sheet names, by coder; empty when all are named by two.
    Map<String, List<String>> unmatched() {
        Map<String, List<String>> alone = new LinkedHashMap<>();
        for (String unit : units.keySet()) {
            List<Sheet> in = sheets.stream().filter(s -> s.rows.containsKey(unit)).toList();
            if (in.size() == 1) {
                alone.computeIfAbsent(in.getFirst().coder, c -> new ArrayList<>()).add(unit);
            }
        }
        return alone;
    }

    /// Every named column that all sheets have, the unit's own aside; what is left out is noted.
    List<Shared> shared() {
        List<Map<String, Integer>> places = new ArrayList<>();
        for (Sheet s : sheets) {
            Map<String, Integer> own = new LinkedHashMap<>();
            int unnamed = 0;
            for (int i = 0; i < s.table.columns().size(); i++) {
                String column = s.table.columns().get(i);
                if (column.isBlank()) {
                    unnamed++;
                } else if (!s.unit.contains(i)
                        && own.putIfAbsent(Codebooks.bare(column), i) != null) {
                    notes.add(s.coder + ": a second column “" + column.strip() + "” is left out.");
                }
            }
            if (unnamed > 0) {
                notes.add(
                        s.coder
                                + ": "
                                + (unnamed == 1
                                        ? "an unnamed column is"
                                        : unnamed + " unnamed columns are")
                                + " left out (an index, never a dimension).");
            }
            places.add(own);
        }
        List<Shared> shared = new ArrayList<>();
        Set<String> lonely = new java.util.LinkedHashSet<>();
        places.forEach(p -> lonely.addAll(p.keySet()));
        places.getFirst()
                .forEach(
                        (key, first) -> {
                            if (places.stream().allMatch(p -> p.containsKey(key))) {
                                lonely.remove(key);
                                List<Integer> at =
                                        places.stream()
                                                .map(p -> Objects.requireNonNull(p.get(key)))
                                                .toList();
                                String name = sheets.getFirst().table.columns().get(first).strip();
                                shared.add(new Shared(name, at));
                            }
                        });
        if (!lonely.isEmpty()) {
            notes.add("Not in every sheet, so left out: " + String.join(", ", lonely) + ".");
        }
        if (shared.isEmpty()) {
            throw new ConcordException(
                    "The sheets share no named column besides the unit: "
                            + String.join(", ", sheets.getFirst().table.columns())
                            + " against "
                            + String.join(", ", sheets.get(1).table.columns())
                            + ". There is nothing to compare.");
        }
        return shared;
    }

    /// The sheet of a file that has the unit column; of a single workbook every such sheet, one per rater.
    private void choose(
            Path file,
            boolean single,
            Progress progress,
            List<ImportedTable> tables,
            List<String> names) {
        List<ImportedTable> all =
                TableReader.read(file, progress).stream().filter(t -> !t.rows().isEmpty()).toList();
        List<ImportedTable> fit = all.stream().filter(this::hasUnit).toList();
        if (fit.isEmpty()) {
            throw new ConcordException(
                    file.getFileName()
                            + (all.isEmpty()
                                    ? " holds no rows."
                                    : " has no column “"
                                            + String.join("”, “", options.unit())
                                            + "”; its columns are "
                                            + String.join(", ", all.getFirst().columns())
                                            + "."));
        }
        if (fit.size() > 1 && !single) {
            throw new ConcordException(
                    file.getFileName()
                            + " has several sheets with that column ("
                            + String.join(", ", fit.stream().map(ImportedTable::sheet).toList())
                            + "); keep one per file, or give the workbook alone.");
        }
        for (ImportedTable table : fit) {
            tables.add(table);
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
            names.add(single && !table.sheet().isBlank() ? table.sheet() : name);
        }
    }

    private boolean hasUnit(ImportedTable table) {
        List<String> keys = table.columns().stream().map(Words::key).toList();
        return options.unit().stream().allMatch(u -> keys.contains(Words.key(u)));
    }

    private Sheet sheet(ImportedTable table, String coder) {
        List<String> keys = table.columns().stream().map(Words::key).toList();
        List<Integer> unit = options.unit().stream().map(u -> keys.indexOf(Words.key(u))).toList();
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<String, Integer> times = new LinkedHashMap<>();
        Map<String, Integer> again = new LinkedHashMap<>();
        for (int r = 0; r < table.rows().size(); r++) {
            List<String> row = table.rows().get(r);
            if (row.stream().allMatch(String::isBlank)) {
                continue;
            }
            int line = table.firstRow() + r;
            String key = UnitKeys.key(unit.stream().map(row::get).toList());
            if (key.isEmpty()) {
                throw new ConcordException(table.file() + ", row " + line + ": the unit is blank.");
            }
            int ordinal = times.merge(UnitKeys.folded(key), 1, Integer::sum);
            if (ordinal > 1) {
                again.putIfAbsent(key, line);
            }
            String id = UnitKeys.folded(key) + (ordinal > 1 ? " (" + ordinal + ")" : "");
            rows.put(id, r);
            units.putIfAbsent(id, UnitKeys.folded(key));
        }
        if (!again.isEmpty() && !options.byOrder()) {
            List<String> some = new ArrayList<>();
            again.forEach((key, line) -> some.add(key + " again in row " + line));
            throw new ConcordException(
                    table.file()
                            + ": several rows name the same unit ("
                            + String.join(", ", some.subList(0, Math.min(8, some.size())))
                            + (some.size() > 8 ? " and " + (some.size() - 8) + " more" : "")
                            + "). If the first such row of one rater is the first of the other,"
                            + " say --by-order.");
        }
        return new Sheet(table, coder, unit, rows);
    }
}
