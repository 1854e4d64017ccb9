package org.concordqda.report;

import org.concordqda.analysis.Table;

import java.util.List;
import java.util.Optional;

/// A sheet of a workbook: a table, and what is drawn over it.
///
/// @param table what it holds
/// @param shade columns whose numbers are shaded by size
/// @param chart a native chart beside the table
/// @param csv whether the same rows also go into a CSV file
public record Sheet(Table table, Optional<Shade> shade, Optional<Chart> chart, boolean csv) {
    /// Numbers shaded from white (least) to blue (most).
    ///
    /// @param first index of the first column
    /// @param last index of the last
    public record Shade(int first, int last) {}

    /// A chart of the table's first rows.
    ///
    /// @param title above it
    /// @param stacked columns of 100 % with one series per column; else plain bars
    /// @param category index of the column that names the bars
    /// @param series indices of the columns drawn
    /// @param rows how many rows, from the first; totals stand after them
    public record Chart(
            String title, boolean stacked, int category, List<Integer> series, int rows) {
        public Chart {
            series = List.copyOf(series);
        }
    }

    /// A table with its CSV.
    public static Sheet of(Table table) {
        return new Sheet(table, Optional.empty(), Optional.empty(), true);
    }

    /// A table for people only, without CSV.
    public static Sheet note(Table table) {
        return new Sheet(table, Optional.empty(), Optional.empty(), false);
    }

    /// This sheet with columns shaded.
    public Sheet shaded(int first, int last) {
        return last < first
                ? this
                : new Sheet(table, Optional.of(new Shade(first, last)), chart, csv);
    }

    /// This sheet with a chart.
    public Sheet with(Chart drawn) {
        return new Sheet(table, shade, Optional.of(drawn), csv);
    }
}
