package org.concordqda.report;

import org.concordqda.analysis.CrossTab;
import org.concordqda.analysis.SummaryReport;
import org.concordqda.analysis.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The sheets of `summary.xlsx`.
public final class SummaryWorkbook {
    private SummaryWorkbook() {}

    /// The sheets in order; tables without any row are left out.
    public static List<Sheet> sheets(SummaryReport report) {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(AgreementWorkbook.readMe(report.facts()));
        add(report.tables(), sheets);
        report.crossTabs().forEach(tab -> sheets.add(sheet(tab)));
        add(report.after(), sheets);
        return sheets;
    }

    /// A cross-tab with its chart: columns of 100 %, one per row value, one colour per column value.
    public static Sheet sheet(CrossTab tab) {
        int columns = tab.columns().size();
        Sheet sheet = Sheet.of(tab.wide());
        if (tab.rows().isEmpty() || columns == 0) {
            return sheet;
        }
        return sheet.shaded(3, 2 + columns)
                .with(
                        new Sheet.Chart(
                                tab.rowName() + " by " + tab.columnName() + ", n = " + tab.n(),
                                true,
                                1,
                                IntStream.range(3, 3 + columns).boxed().toList(),
                                tab.rows().size()));
    }

    private static void add(List<Table> tables, List<Sheet> sheets) {
        tables.stream().filter(t -> !t.empty()).forEach(t -> sheets.add(Sheet.of(t)));
    }
}
