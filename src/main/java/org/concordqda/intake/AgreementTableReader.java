package org.concordqda.intake;

import org.concordqda.job.Progress;
import org.concordqda.model.AgreementSheet;
import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.SpanSheet;
import org.concordqda.text.Words;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Plain tables for agreement: `unit,coder1,coder2,…`, or `coder,start,end,code`. Of a workbook the first
/// sheet.
public final class AgreementTableReader {
    private AgreementTableReader() {}

    /// Units and coders.
    ///
    /// @param cluster the column that is no coder but says where a unit belongs
    /// @throws ConcordException with one sentence that names file and place
    public static AgreementSheet units(Path file, Optional<String> cluster, Progress progress) {
        ImportedTable table = read(file, progress);
        List<String> columns = table.columns().stream().map(String::strip).toList();
        once(table, columns);
        if (columns.size() < 2) {
            throw refused(
                    table,
                    table.firstRow() - 1,
                    "there is one column only; the first names the units, and each further one is"
                            + " a coder.");
        }
        int at = cluster.map(c -> column(table, columns, c)).orElse(-1);
        if (at == 0) {
            throw refused(table, 0, "the first column names the units and cannot be the cluster.");
        }
        List<Integer> coders = new ArrayList<>();
        for (int c = 1; c < columns.size(); c++) {
            if (c != at) {
                coders.add(c);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        Map<String, Integer> clusters = new HashMap<>();
        int[] clusterOf = new int[at < 0 ? 0 : table.rows().size()];
        Set<String> units = new HashSet<>();
        int repeated = 0;
        int kept = 0;
        for (int i = 0; i < table.rows().size(); i++) {
            List<String> cells = table.rows().get(i);
            List<String> row = coders.stream().map(c -> cells.get(c).strip()).toList();
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (!coders.isEmpty() && cells.stream().map(String::strip).toList().equals(columns)) {
                throw refused(table, table.firstRow() + i, "the header stands here a second time.");
            }
            repeated += units.add(cells.getFirst().strip()) ? 0 : 1;
            if (at >= 0) {
                clusterOf[kept] =
                        clusters.computeIfAbsent(cells.get(at).strip(), k -> clusters.size());
            }
            rows.add(row);
            kept++;
        }
        List<String> remarks =
                repeated == 0
                        ? List.of()
                        : List.of(
                                Words.counted(repeated, "unit is", "units are")
                                        + " named like an earlier one; every row counts as a unit"
                                        + " of its own.");
        return new AgreementSheet(
                coders.stream().map(columns::get).toList(),
                rows,
                java.util.Arrays.copyOf(clusterOf, at < 0 ? 0 : kept),
                remarks);
    }

    /// Spans. A row with a coder and nothing else says that this coder read the text and coded nothing.
    ///
    /// @throws ConcordException with one sentence that names file and place
    public static SpanSheet spans(Path file, Progress progress) {
        ImportedTable table = read(file, progress);
        List<String> columns =
                table.columns().stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
        once(table, columns);
        int coderAt = column(table, columns, "coder");
        int startAt = column(table, columns, "start");
        int endAt = column(table, columns, "end");
        int codeAt = column(table, columns, "code");
        Map<String, Integer> coders = new LinkedHashMap<>();
        Set<String> names = new TreeSet<>();
        for (List<String> cells : table.rows()) {
            if (!cells.get(codeAt).isBlank()) {
                names.add(cells.get(codeAt).strip());
            }
        }
        List<String> codes = List.copyOf(names);
        Map<String, Integer> number = new HashMap<>();
        codes.forEach(code -> number.put(code, number.size()));
        List<SpanSheet.Span> spans = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            List<String> cells = table.rows().get(i);
            int row = table.firstRow() + i;
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            String coder = cells.get(coderAt).strip();
            if (coder.isEmpty()) {
                throw refused(table, row, "the span has no coder.");
            }
            int who = coders.computeIfAbsent(coder, c -> coders.size());
            String code = cells.get(codeAt).strip();
            if (code.isEmpty() && cells.get(startAt).isBlank() && cells.get(endAt).isBlank()) {
                continue;
            }
            if (code.isEmpty()) {
                throw refused(table, row, "the span has no code.");
            }
            int start = position(table, row, "start", cells.get(startAt));
            int end = position(table, row, "end", cells.get(endAt));
            spans.add(new SpanSheet.Span(who, start, end, number.getOrDefault(code, 0), row));
        }
        return new SpanSheet(List.copyOf(coders.keySet()), codes, spans);
    }

    private static ImportedTable read(Path file, Progress progress) {
        List<ImportedTable> tables = TableReader.read(file, progress);
        if (tables.isEmpty()) {
            throw new ConcordException(FileWalk.name(file) + " holds no table.");
        }
        return tables.getFirst();
    }

    private static void once(ImportedTable table, List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (int c = 0; c < columns.size(); c++) {
            String name = columns.get(c);
            if (name.isEmpty() && c > 0) {
                throw refused(
                        table,
                        table.firstRow() - 1,
                        "column " + (c + 1) + " has no name; every column needs one.");
            }
            if (!seen.add(name)) {
                throw refused(
                        table,
                        table.firstRow() - 1,
                        "the header “"
                                + name
                                + "” stands twice; every coder needs a name of its own.");
            }
        }
    }

    private static int column(ImportedTable table, List<String> columns, String name) {
        int at = columns.indexOf(name);
        if (at < 0) {
            throw refused(
                    table,
                    table.firstRow() - 1,
                    "there is no column “"
                            + name
                            + "”; there are "
                            + String.join(", ", columns)
                            + ".");
        }
        return at;
    }

    private static int position(ImportedTable table, int row, String what, String cell) {
        try {
            return Integer.parseInt(cell.strip());
        } catch (NumberFormatException e) {
            throw refused(
                    table,
                    row,
                    "the "
                            + what
                            + " “"
                            + cell.strip()
                            + "” is not a whole number of at most 2,147,483,647.");
        }
    }

    private static ConcordException refused(ImportedTable table, int row, String sentence) {
        return new ConcordException(
                table.file() + (row > 0 ? ", row " + row : "") + ": " + sentence);
    }
}
