package org.concordqda.report;

import org.concordqda.analysis.AgreementReport;
import org.concordqda.analysis.CoefficientTables;
import org.concordqda.analysis.Column;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.PairTables;
import org.concordqda.analysis.SummaryTable;
import org.concordqda.analysis.Table;
import org.concordqda.analysis.UnitTables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sheets of `agreement.xlsx`.
public final class AgreementWorkbook {
    /// A matrix of more values is no longer read as a picture; its numbers are in the sheet Confusion.
    private static final int WIDEST = 60;

    private AgreementWorkbook() {}

    /// The sheets in order; sheets without any row (no trees, say) are left out.
    public static List<Sheet> sheets(AgreementReport report) {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(readMe(report.facts()));
        sheets.add(Sheet.of(SummaryTable.of(report)));
        sheets.add(Sheet.of(CoefficientTables.byDimension(report)));
        sheets.add(Sheet.of(PairTables.byCode(report)));
        sheets.add(Sheet.of(CoefficientTables.byPair(report)));
        sheets.add(Sheet.of(UnitTables.bySource(report)));
        sheets.add(Sheet.of(CoefficientTables.byRound(report)));
        sheets.add(Sheet.of(PairTables.confusion(report)));
        Map<Long, List<DimensionAgreement>> byDimension = new LinkedHashMap<>();
        for (DimensionAgreement d : report.results()) {
            byDimension
                    .computeIfAbsent(d.matrix().dimension().id().value(), k -> new ArrayList<>())
                    .add(d);
        }
        for (List<DimensionAgreement> results : byDimension.values()) {
            int width = PairTables.matrixWidth(results);
            if (width > 0 && width <= WIDEST) {
                sheets.add(Sheet.of(PairTables.matrix(results)).shaded(4, 3 + width));
            }
        }
        sheets.add(Sheet.of(UnitTables.disagreements(report)));
        sheets.add(Sheet.of(report.ratings()));
        if (!report.levels().isEmpty()) {
            sheets.add(Sheet.of(CoefficientTables.byLevel(report)));
        }
        sheets.add(Sheet.of(UnitTables.coders(report)));
        sheets.add(Sheet.of(UnitTables.coverage(report)));
        return sheets;
    }

    /// The first sheet: what the reader must know, item by item.
    static Sheet readMe(List<AgreementReport.Fact> facts) {
        return Sheet.note(
                new Table(
                        "Read me",
                        List.of(Column.text("item", 30), Column.text("value", 100)),
                        sink -> facts.forEach(f -> sink.row(f.item(), f.value()))));
    }
}
