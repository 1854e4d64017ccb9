package org.concordqda.cli;

import org.concordqda.agreement.Statistic;
import org.concordqda.study.RaterSheets.Column;
import org.concordqda.study.RaterSheets.Conflict;
import org.concordqda.study.RaterSheets.Numbers;
import org.concordqda.study.RaterSheets.Reading;
import org.concordqda.study.RaterSheets.Result;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compared sheets as text for people.
final class CompareText {
    private static final int MOST = 10;

    private CompareText() {}

    static void print(PrintWriter out, Result result) {
        out.printf("%d units · %s%n%n", result.units(), String.join(", ", result.coders()));
        boolean codes =
                result.columns().stream().anyMatch(c -> c.readings().containsKey(Reading.CODES));
        Statistic kappa = CompareCommand.kappa(result);
        List<String> heads =
                new ArrayList<>(
                        List.of(
                                "Dimension",
                                ">n",
                                ">missing",
                                ">agree",
                                ">" + kappa.label() + ", as written",
                                ">spelling folded"));
        if (codes) {
            heads.add(">as codes");
        }
        heads.addAll(List.of(">" + Statistic.KRIPPENDORFF_ALPHA.label(), "95 % interval of α"));
        TextTable table = new TextTable(heads.toArray(new String[0]));
        for (Column column : result.columns()) {
            Numbers best = column.numbers();
            List<Object> row = new ArrayList<>();
            row.add(column.name());
            row.add(best.whole(Statistic.KRIPPENDORFF_ALPHA).map(e -> e.pairable()).orElse(0));
            row.add(best.missing());
            row.add(AgreementText.percent(best.whole(Statistic.PERCENT_AGREEMENT)));
            row.add(value(column, Reading.WRITTEN, kappa));
            row.add(value(column, Reading.FOLDED, kappa));
            if (codes) {
                row.add(value(column, Reading.CODES, kappa));
            }
            row.add(AgreementText.value(best.whole(Statistic.KRIPPENDORFF_ALPHA)));
            row.add(AgreementText.interval(best.whole(Statistic.KRIPPENDORFF_ALPHA)));
            table.row(row.toArray());
        }
        table.print(out);
        out.println();
        conflicts(out, result.conflicts());
        result.unmatched()
                .forEach(
                        (coder, units) ->
                                out.printf(
                                        "Only %s rated %d units: %s%n",
                                        coder, units.size(), String.join(", ", units)));
        result.notes().forEach(out::println);
        result.columns().stream()
                .map(c -> c.numbers().whole(Statistic.KRIPPENDORFF_ALPHA))
                .flatMap(Optional::stream)
                .filter(e -> e.defined() && e.ciLow() < e.ciHigh())
                .map(e -> e.interval())
                .distinct()
                .forEach(text -> out.println("Interval: " + text));
        out.println(
                "Agree, α and its interval are of the last kappa column; missing ratings:"
                        + " available; nothing is pooled.");
    }

    private static void conflicts(PrintWriter out, List<Conflict> conflicts) {
        if (conflicts.isEmpty()) {
            out.println("The raters never differ.");
            return;
        }
        TextTable table =
                new TextTable(
                        "Conflicts that cost most",
                        "one value",
                        "against",
                        ">times",
                        ">agree would rise",
                        ">α would rise");
        for (Conflict c : conflicts.subList(0, Math.min(MOST, conflicts.size()))) {
            table.row(
                    c.column(),
                    c.first(),
                    c.second(),
                    c.count(),
                    AgreementText.percent(c.agreement()),
                    Double.isNaN(c.alpha())
                            ? "–"
                            : (c.alpha() < 0 ? "" : "+") + AgreementText.value(c.alpha()));
        }
        table.print(out);
        out.println();
    }

    private static String value(Column column, Reading reading, Statistic statistic) {
        Numbers numbers = column.readings().get(reading);
        return numbers == null ? "–" : AgreementText.value(numbers.whole(statistic));
    }
}
