package org.concordqda.analysis;

import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.RatingTable;
import org.concordqda.text.Words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A paragraph for the methods section of a paper, from the numbers themselves: who rated how many units in
/// which round, which statistic with which interval, what was missing, and how disagreements ended.
public final class MethodsText {
    private MethodsText() {}

    /// The paragraph, one sentence group per round. English, ready to be edited.
    public static String of(AgreementReport report) {
        StringBuilder text = new StringBuilder();
        List<String> rounds =
                report.results().stream().map(d -> d.round().name()).distinct().toList();
        if (rounds.isEmpty()) {
            return "No round has been rated by two coders.";
        }
        text.append("Units were rated in ")
                .append(rounds.size() == 1 ? "one round" : rounds.size() + " rounds")
                .append(" (")
                .append(String.join(", ", rounds))
                .append("). ");
        for (String round : rounds) {
            text.append(
                    round(
                            report.results().stream()
                                    .filter(d -> d.round().name().equals(round))
                                    .toList()));
        }
        long open = report.results().stream().mapToLong(MethodsText::disagreements).sum();
        text.append("Over all dimensions and rounds coders differed on ")
                .append(Words.counted(open, "unit"))
                .append("; ")
                .append(report.decisions().size())
                .append(" were settled by consensus. No number is pooled over dimensions.");
        return text.toString();
    }

    private static String round(List<DimensionAgreement> results) {
        DimensionAgreement first = results.getFirst();
        int units = results.stream().mapToInt(d -> d.matrix().rows().size()).max().orElse(0);
        int coders = results.stream().mapToInt(DimensionAgreement::coderCount).max().orElse(0);
        String values =
                results.stream()
                        .map(d -> value(d, AgreementReport.primary(d)))
                        .collect(Collectors.joining("; "));
        return "In the round “"
                + first.round().name()
                + "” "
                + Words.counted(coders, "coder")
                + (results.stream().allMatch(DimensionAgreement::passages)
                        ? " coded passages in " + units + " sources"
                        : " rated up to " + units + " units")
                + "; missing ratings were treated as “"
                + CoefficientTables.policy(first.missing())
                + "”. Agreement ("
                + AgreementReport.primary(first).map(e -> e.statistic().label()).orElse("none")
                + "): "
                + values
                + ". ";
    }

    private static String value(DimensionAgreement d, Optional<Estimate> found) {
        String name = d.matrix().dimension().name();
        if (found.isEmpty() || !found.get().defined()) {
            return name
                    + " undefined"
                    + found.flatMap(Estimate::undefined).map(w -> " (" + w + ")").orElse("");
        }
        Estimate e = found.get();
        String interval =
                e.ciLow() < e.ciHigh()
                        ? ", "
                                + Words.decimals(e.ciLow(), 2)
                                + " to "
                                + Words.decimals(e.ciHigh(), 2)
                                + ", "
                                + e.interval()
                        : ", interval not estimable";
        return name + " " + Words.decimals(e.value(), 2) + " (n = " + e.pairable() + interval + ")";
    }

    private static long disagreements(DimensionAgreement d) {
        RatingTable table = d.matrix().table();
        long differ = 0;
        for (int u = 0; u < table.units(); u++) {
            int first = RatingTable.MISSING;
            boolean same = true;
            for (int g = 0; g < table.coders().size(); g++) {
                int cell = table.cell(u, g);
                if (cell >= 0) {
                    same &= first < 0 || first == cell;
                    first = cell;
                }
            }
            differ += same ? 0 : 1;
        }
        return differ;
    }
}
