package org.concordqda.cli;

import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/// Agreement about passages, one row per dimension.
final class PassageText {
    private PassageText() {}

    static void print(PrintWriter out, List<DimensionAgreement> passages, String interval) {
        TextTable table =
                new TextTable(
                        "Passages",
                        ">sources",
                        ">coders",
                        ">agree",
                        ">α characters",
                        ">α sentences, MASI",
                        ">" + Statistic.U_ALPHA.label(),
                        interval + " of uα",
                        ">" + Statistic.U_ALPHA_BINARY.label(),
                        ">" + Statistic.CU_ALPHA.label(),
                        ">" + Statistic.GAMMA.label());
        for (DimensionAgreement d : passages) {
            Optional<Estimate> u = d.estimate(Statistic.U_ALPHA, "all");
            table.row(
                    d.matrix().dimension().name(),
                    d.matrix().pairable(),
                    d.coders().size(),
                    AgreementText.percent(d.estimate(Statistic.PERCENT_AGREEMENT, "all")),
                    AgreementText.value(d.estimate(Statistic.KRIPPENDORFF_ALPHA, "all")),
                    AgreementText.value(d.estimate(Statistic.ALPHA_MASI, "all;at=sentence")),
                    AgreementText.value(u),
                    AgreementText.interval(u),
                    AgreementText.value(d.estimate(Statistic.U_ALPHA_BINARY, "all")),
                    AgreementText.value(d.estimate(Statistic.CU_ALPHA, "all")),
                    AgreementText.value(d.estimate(Statistic.GAMMA, "all")));
        }
        table.print(out);
        out.println();
    }
}
