package org.concordqda.cli;

import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a table of ratings adds beside one value per unit: upper levels of trees, and sets of values.
final class LevelText {
    private LevelText() {}

    static void print(PrintWriter out, List<DimensionAgreement> here) {
        sets(out, here);
        levels(out, here);
    }

    private static void sets(PrintWriter out, List<DimensionAgreement> here) {
        List<DimensionAgreement> many =
                here.stream()
                        .filter(d -> d.estimate(Statistic.ALPHA_MASI, "all").isPresent())
                        .toList();
        if (many.isEmpty()) {
            return;
        }
        TextTable table =
                new TextTable(
                        "Several values per unit",
                        ">α exact sets",
                        ">" + Statistic.ALPHA_MASI.label(),
                        "95 % interval",
                        ">" + Statistic.ALPHA_JACCARD.label());
        for (DimensionAgreement d : many) {
            Optional<Estimate> masi = d.estimate(Statistic.ALPHA_MASI, "all");
            table.row(
                    d.matrix().dimension().name(),
                    AgreementText.value(d.estimate(Statistic.KRIPPENDORFF_ALPHA, "all")),
                    AgreementText.value(masi),
                    AgreementText.interval(masi),
                    AgreementText.value(d.estimate(Statistic.ALPHA_JACCARD, "all")));
        }
        table.print(out);
        out.println();
    }

    private static void levels(PrintWriter out, List<DimensionAgreement> here) {
        List<List<Object>> rows = new ArrayList<>();
        for (DimensionAgreement d : here) {
            for (int level = 1; ; level++) {
                String scope = "level=" + level;
                Optional<Estimate> alpha = d.estimate(Statistic.KRIPPENDORFF_ALPHA, scope);
                if (alpha.isEmpty()) {
                    break;
                }
                rows.add(
                        List.of(
                                d.matrix().dimension().name(),
                                level,
                                alpha.get().pairable(),
                                AgreementText.percent(
                                        d.estimate(Statistic.PERCENT_AGREEMENT, scope)),
                                AgreementText.value(d.estimate(AgreementCommand.kappa(d), scope)),
                                AgreementText.value(alpha),
                                AgreementText.interval(alpha)));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        TextTable table =
                new TextTable(
                        "Level of the tree (1 = top)",
                        ">level",
                        ">n",
                        ">agree",
                        ">κ",
                        ">α",
                        "95 % interval of α");
        rows.forEach(row -> table.row(row.toArray()));
        table.print(out);
        out.println();
    }
}
