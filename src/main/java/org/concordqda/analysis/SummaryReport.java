package org.concordqda.analysis;

import java.util.List;

/// Everything a summary workbook says.
///
/// @param facts what the reader must know first, item by item
/// @param tables the tables before the cross-tabs, in order; those without rows are left out
/// @param crossTabs each becomes a sheet with a chart
/// @param after the tables after them
public record SummaryReport(
        List<AgreementReport.Fact> facts,
        List<Table> tables,
        List<CrossTab> crossTabs,
        List<Table> after) {
    public SummaryReport {
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
        crossTabs = List.copyOf(crossTabs);
        after = List.copyOf(after);
    }
}
