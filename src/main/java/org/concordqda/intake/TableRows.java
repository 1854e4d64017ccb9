package org.concordqda.intake;

import org.concordqda.model.ImportedTable;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects rows of cells and makes a table of them.
final class TableRows {
    private final List<List<String>> rows = new ArrayList<>();
    private int firstRow;
    private long cells;

    /// Adds the row with this number (from 1); rows left out between are blank.
    void add(int number, List<String> cellsOfRow) throws Unreadable {
        for (String cell : cellsOfRow) {
            if (cell.length() > Limits.CELL) {
                throw new Unreadable(
                        "row " + number,
                        "a cell is longer than "
                                + Words.number(Limits.CELL)
                                + " characters; this is no table.");
            }
        }
        boolean blank = cellsOfRow.stream().allMatch(String::isBlank);
        if (blank) {
            return;
        }
        if (rows.isEmpty()) {
            firstRow = number;
        }
        while (firstRow + rows.size() < number) {
            rows.add(List.of());
            count(1);
        }
        rows.add(cellsOfRow);
        count(cellsOfRow.size());
    }

    private void count(int more) throws Unreadable {
        cells += more;
        if (cells > Limits.TABLE_CELLS) {
            throw new Unreadable(
                    "row " + (firstRow + rows.size()),
                    "the table is larger than " + Limits.TABLE_CELLS + " cells.");
        }
    }

    /// Row number of the header, from 1; 0 when there is no row at all.
    int headerRow() {
        return firstRow;
    }

    /// The table, unless there is nothing in it.
    Optional<ImportedTable> table(String file, String sheet) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int width = 0;
        for (List<String> row : rows) {
            width = Math.max(width, filled(row));
        }
        List<String> blank = padded(List.of(), width);
        List<List<String>> data = new ArrayList<>(rows.size());
        for (List<String> row : rows.subList(1, rows.size())) {
            data.add(row.isEmpty() ? blank : padded(row, width));
        }
        return Optional.of(
                new ImportedTable(file, sheet, padded(rows.getFirst(), width), data, firstRow + 1));
    }

    private static int filled(List<String> row) {
        int n = row.size();
        while (n > 0 && row.get(n - 1).isBlank()) {
            n--;
        }
        return n;
    }

    private static List<String> padded(List<String> row, int width) {
        List<String> cells = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            cells.add(i < row.size() ? row.get(i) : "");
        }
        return List.copyOf(cells);
    }
}
