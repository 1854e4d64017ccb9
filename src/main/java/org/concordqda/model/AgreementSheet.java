package org.concordqda.model;

import java.util.List;

/// A plain table of units and coders as a file gives it.
///
/// @param rows per unit one cell per coder, "" for missing
/// @param clusters per unit the number of its cluster; empty when no column was asked for
/// @param remarks sentences about the file
@SuppressWarnings("ArrayRecordComponent") // a column of a large table, never compared
public record AgreementSheet(
        List<String> coders, List<List<String>> rows, int[] clusters, List<String> remarks) {
    public AgreementSheet {
        coders = List.copyOf(coders);
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }
}
