package org.concordqda.model;

import java.util.List;

/// A table of text as a spreadsheet or CSV gives it: cells exactly as written, nothing folded.
///
/// @param file name of the file
/// @param sheet name of the sheet, or "" for a CSV
/// @param columns header cells in order; "" for an unnamed column
/// @param rows each as long as `columns`; a blank cell is ""
/// @param firstRow row number of the first data row in the file, from 1, for messages
public record ImportedTable(
        String file, String sheet, List<String> columns, List<List<String>> rows, int firstRow) {
    public ImportedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
