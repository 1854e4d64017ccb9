package org.concordqda.study;

import org.concordqda.agreement.AgreementOptions;

import java.util.List;

/// What goes into the workbooks.
///
/// @param rounds names of the rounds of the agreement workbook; empty = all
/// @param crossTabs pairs of dimension names; empty = a choice of ours, which the workbook states
/// @param threshold values of a cross-tab with fewer units are merged into one; 0 = none are
/// @param numbers how the coefficients are computed
public record ReportOptions(
        List<String> rounds, List<Pair> crossTabs, int threshold, AgreementOptions numbers) {
    /// Two dimensions, by name or alias.
    public record Pair(String rows, String columns) {}

    /// All rounds, our choice of cross-tabs, nothing merged.
    public static final ReportOptions DEFAULT =
            new ReportOptions(List.of(), List.of(), 0, AgreementOptions.DEFAULT);

    public ReportOptions {
        rounds = List.copyOf(rounds);
        crossTabs = List.copyOf(crossTabs);
    }
}
