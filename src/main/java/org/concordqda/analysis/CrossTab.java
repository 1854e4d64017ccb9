package org.concordqda.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Two facets of the same items counted against each other. Where an item may have several values it counts
/// once in each cell it touches, so cells can sum to more than the items; `rowN`, `columnN` and `n` always
/// count items.
///
/// @param rowName name of the row facet
/// @param columnName name of the column facet
/// @param rows values down the side; used ones only
/// @param columns values across
/// @param counts `rows × columns` items
/// @param rowN items of each row
/// @param columnN items of each column
/// @param n items with both answers
/// @param without items that lack one answer or both
/// @param threshold values with fewer items than this are merged into one; 0 = none are
public record CrossTab(
        String rowName,
        String columnName,
        List<Facet.Value> rows,
        List<Facet.Value> columns,
        int[][] counts,
        int[] rowN,
        int[] columnN,
        int n,
        int without,
        int threshold) {
    public CrossTab {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /// Counts, leaving out values that no item has.
    ///
    /// @param threshold values (of either side) with fewer items than this, among the items with both
    ///     answers, become one row or column “fewer than N”; 0 keeps all
    public static CrossTab of(Facet rows, Facet columns, int threshold) {
        if (rows.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "Facets of " + rows.size() + " and " + columns.size() + " items");
        }
        int[][] pairs = new int[rows.sets().size()][columns.sets().size()];
        int n = 0;
        for (int i = 0; i < rows.size(); i++) {
            int r = rows.set()[i];
            int c = columns.set()[i];
            if (r >= 0 && c >= 0) {
                pairs[r][c]++;
                n++;
            }
        }
        int[] rowTotals = new int[rows.sets().size()];
        int[] columnTotals = new int[columns.sets().size()];
        for (int r = 0; r < rowTotals.length; r++) {
            for (int c = 0; c < columnTotals.length; c++) {
                rowTotals[r] += pairs[r][c];
                columnTotals[c] += pairs[r][c];
            }
        }
        Side down = Side.of(rows, rowTotals, threshold);
        Side across = Side.of(columns, columnTotals, threshold);
        int[][] counts = new int[down.values.size()][across.values.size()];
        for (int r = 0; r < rowTotals.length; r++) {
            for (int c = 0; c < columnTotals.length; c++) {
                if (pairs[r][c] > 0) {
                    for (int row : down.sets[r]) {
                        for (int column : across.sets[c]) {
                            counts[row][column] += pairs[r][c];
                        }
                    }
                }
            }
        }
        return new CrossTab(
                rows.name(),
                columns.name(),
                down.values,
                across.values,
                counts,
                down.items,
                across.items,
                n,
                rows.size() - n,
                threshold);
    }

    /// Share of a row's items that are in the column; NaN for a row without items.
    public double rowShare(int row, int column) {
        return rowN[row] == 0 ? Double.NaN : counts[row][column] / (double) rowN[row];
    }

    /// Share of a column's items that are in the row; NaN for a column without items.
    public double columnShare(int row, int column) {
        return columnN[column] == 0 ? Double.NaN : counts[row][column] / (double) columnN[column];
    }

    /// The table as published: a row per value, then the row of all, told apart by the column `total`; first
    /// the counts, then n, then row shares, then column shares.
    public Table wide() {
        List<String> heads = Table.unique(columns.stream().map(Facet.Value::label).toList());
        List<String> names = new ArrayList<>(List.of(rowName + " id", rowName, "total"));
        names.addAll(heads);
        names.add("n");
        heads.forEach(head -> names.add(head + ", row %"));
        heads.forEach(head -> names.add(head + ", column %"));
        List<String> unique = Table.unique(names);
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < unique.size(); i++) {
            String name = unique.get(i);
            int q = columns.size();
            all.add(
                    switch (i) {
                        case 0 -> Column.id(name);
                        case 1 -> Column.text(name, 34);
                        case 2 -> Column.flag(name);
                        default -> i < 4 + q ? Column.whole(name) : Column.share(name);
                    });
        }
        return new Table(rowName + " x " + columnName, all, this::wideRows);
    }

    private void wideRows(Table.Sink sink) {
        int q = columns.size();
        for (int r = 0; r < rows.size(); r++) {
            Object[] row = new Object[4 + 3 * q];
            Facet.Value value = rows.get(r);
            row[0] = value.id();
            row[1] = value.label();
            row[2] = false;
            for (int c = 0; c < q; c++) {
                row[3 + c] = counts[r][c];
                row[4 + q + c] = rowShare(r, c);
                row[4 + 2 * q + c] = columnShare(r, c);
            }
            row[3 + q] = rowN[r];
            sink.row(row);
        }
        Object[] total = new Object[4 + 3 * q];
        total[0] = 0L;
        total[1] = "all";
        total[2] = true;
        for (int c = 0; c < q; c++) {
            total[3 + c] = columnN[c];
            total[4 + q + c] = n == 0 ? Double.NaN : columnN[c] / (double) n;
            total[4 + 2 * q + c] = columnN[c] == 0 ? Double.NaN : 1.0;
        }
        total[3 + q] = n;
        sink.row(total);
    }

    /// The same, one cell per row, empty cells too.
    public Table lengthwise() {
        return new Table(
                rowName + " x " + columnName + " (long)",
                List.of(
                        Column.text("row dimension"),
                        Column.id("row id"),
                        Column.text("row", 34),
                        Column.text("column dimension"),
                        Column.id("column id"),
                        Column.text("column", 34),
                        Column.whole("count"),
                        Column.share("row %"),
                        Column.share("column %"),
                        Column.whole("row n"),
                        Column.whole("column n"),
                        Column.whole("n")),
                sink -> {
                    for (int r = 0; r < rows.size(); r++) {
                        for (int c = 0; c < columns.size(); c++) {
                            sink.row(
                                    rowName,
                                    rows.get(r).id(),
                                    rows.get(r).label(),
                                    columnName,
                                    columns.get(c).id(),
                                    columns.get(c).label(),
                                    counts[r][c],
                                    rowShare(r, c),
                                    columnShare(r, c),
                                    rowN[r],
                                    columnN[c],
                                    n);
                        }
                    }
                });
    }

    /// The values of one side that are shown, after merging, and which of them each set touches.
    private record Side(List<Facet.Value> values, int[] items, int[][] sets) {
        static Side of(Facet facet, int[] totals, int threshold) {
            int[] frequency = new int[facet.values().size()];
            for (int s = 0; s < totals.length; s++) {
                for (int value : facet.sets().get(s)) {
                    frequency[value] += totals[s];
                }
            }
            List<Facet.Value> shown = new ArrayList<>();
            int[] place = new int[frequency.length];
            boolean rare = false;
            for (int v = 0; v < frequency.length; v++) {
                place[v] = -1;
                if (frequency[v] > 0 && frequency[v] >= threshold) {
                    place[v] = shown.size();
                    shown.add(facet.values().get(v));
                } else if (frequency[v] > 0) {
                    rare = true;
                    place[v] = Integer.MAX_VALUE;
                }
            }
            int merged = shown.size();
            if (rare) {
                shown.add(new Facet.Value(0, "fewer than " + threshold));
            }
            int[] items = new int[shown.size()];
            int[][] sets = new int[totals.length][];
            for (int s = 0; s < totals.length; s++) {
                sets[s] =
                        Arrays.stream(facet.sets().get(s))
                                .map(v -> place[v])
                                .filter(p -> p >= 0)
                                .map(p -> Math.min(p, merged))
                                .distinct()
                                .toArray();
                for (int p : sets[s]) {
                    items[p] += totals[s];
                }
            }
            return new Side(shown, items, sets);
        }
    }
}
