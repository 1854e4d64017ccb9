package org.concordqda.cli;

import org.concordqda.agreement.Estimate;
import org.concordqda.study.AgreementSections.Row;
import org.concordqda.study.AgreementSections.Section;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A requested section as text: a table, then why numbers are not there.
final class SectionText {
    private SectionText() {}

    static void print(PrintWriter out, Section section, String interval) {
        out.println();
        out.println(section.title());
        out.println();
        if (!section.rows().isEmpty()) {
            boolean plan = section.rows().stream().anyMatch(r -> r.units().isPresent());
            List<String> heads =
                    new ArrayList<>(
                            List.of(
                                    "Dimension",
                                    "round",
                                    "",
                                    "statistic",
                                    ">value",
                                    interval,
                                    ">n"));
            if (plan) {
                heads.add(">units needed");
            }
            TextTable table = new TextTable(heads.toArray(new String[0]));
            for (Row row : section.rows()) {
                Estimate e = row.estimate();
                List<Object> cells =
                        new ArrayList<>(
                                List.of(
                                        row.of().matrix().dimension().name(),
                                        row.of().round().name(),
                                        e.scope().replace('=', ' '),
                                        e.statistic().label(),
                                        AgreementText.value(Optional.of(e)),
                                        AgreementText.interval(Optional.of(e)),
                                        e.pairable()));
                if (plan) {
                    cells.add(row.units().isPresent() ? row.units().getAsInt() : "–");
                }
                table.row(cells.toArray());
            }
            table.print(out);
        }
        section.notes().forEach(out::println);
        section.rows().stream()
                .map(Row::estimate)
                .filter(e -> e.defined() && e.ciLow() < e.ciHigh())
                .map(Estimate::interval)
                .distinct()
                .forEach(text -> out.println("Interval: " + text));
    }
}
