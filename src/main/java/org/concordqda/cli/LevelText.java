package org.concordqda.cli;

import org.concordqda.agreement.CodeMean;
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

    /// @param interval what a column of intervals is called
    static void print(PrintWriter out, List<DimensionAgreement> here, String interval) {
        sets(out, here, interval);
        means(out, here);
        weighted(out, here, interval);
        levels(out, here, interval);
    }

    /// Codes of sets, each against the rest: their mean, and for how many it does not exist.
    private static void means(PrintWriter out, List<DimensionAgreement> here) {
        TextTable table =
                new TextTable("Mean over codes", "statistic", ">mean", ">codes", ">undefined");
        boolean any = false;
        for (DimensionAgreement d : here) {
            if (d.estimate(Statistic.ALPHA_MASI, "all").isEmpty()) {
                continue;
            }
            for (CodeMean mean : d.codeMeans()) {
                any = true;
                table.row(
                        d.matrix().dimension().name(),
                        mean.statistic().label(),
                        mean.defined() == 0 ? "undefined" : AgreementText.value(mean.mean()),
                        mean.defined(),
                        mean.undefined());
            }
        }
        if (any) {
            table.print(out);
            out.println();
        }
    }

    /// Ordered values and trees: what weights make of them, the weights named.
    private static void weighted(PrintWriter out, List<DimensionAgreement> here, String interval) {
        TextTable table =
                new TextTable(
                        "With weights",
                        "weights",
                        ">n",
                        ">agree",
                        ">κ",
                        ">" + Statistic.FLEISS_KAPPA.label(),
                        ">" + Statistic.BRENNAN_PREDIGER.label(),
                        ">" + Statistic.GWET_AC.label(),
                        ">α",
                        interval + " of κ");
        boolean any = false;
        for (DimensionAgreement d : here) {
            for (String weights : d.weightings()) {
                any = true;
                String scope = "all;weights=" + weights;
                Optional<Estimate> kappa = d.estimate(AgreementCommand.kappa(d), scope);
                table.row(
                        d.matrix().dimension().name(),
                        weights.equals("tree") ? "distance in the tree" : weights + ", on ranks",
                        kappa.map(Estimate::pairable).orElse(0),
                        AgreementText.percent(d.estimate(Statistic.PERCENT_AGREEMENT, scope)),
                        AgreementText.value(kappa),
                        AgreementText.value(d.estimate(Statistic.FLEISS_KAPPA, scope)),
                        AgreementText.value(d.estimate(Statistic.BRENNAN_PREDIGER, scope)),
                        AgreementText.value(d.estimate(Statistic.GWET_AC, scope)),
                        AgreementText.value(d.estimate(Statistic.KRIPPENDORFF_ALPHA, scope)),
                        AgreementText.interval(kappa));
            }
        }
        if (any) {
            table.print(out);
            out.println();
        }
    }

    private static void sets(PrintWriter out, List<DimensionAgreement> here, String interval) {
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
                        interval,
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

    private static void levels(PrintWriter out, List<DimensionAgreement> here, String interval) {
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
                        interval + " of α");
        rows.forEach(row -> table.row(row.toArray()));
        table.print(out);
        out.println();
    }
}
