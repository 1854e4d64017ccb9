package org.concordqda.study;

import org.concordqda.analysis.AgreementReport.Subject;
import org.concordqda.store.Blind;

import java.util.HashMap;
import java.util.Map;

/// What answers rest on, a line of text per unit and dimension: “Ana 120–140 “the words”; Ben https://…”, places
/// in code points.
final class EvidenceText {
    private EvidenceText() {}

    /// All that the viewer may see.
    ///
    /// @param matched the unit that another one was matched to, by row id
    static Map<Subject, String> of(Study study, Map<Integer, Integer> matched) {
        Map<Subject, String> found = new HashMap<>();
        study.file()
                .read()
                .each(
                        "SELECT r.round, r.source, coalesce(r.unit, 0), r.dimension, k.name, e.start_cp,"
                                + " e.end_cp, e.quote, e.link FROM evidence e JOIN rating r ON r.id ="
                                + " e.rating JOIN coder k ON k.id = r.coder WHERE "
                                + Blind.visible("r")
                                + " ORDER BY k.name, e.start_cp, e.id",
                        row -> {
                            int unit = row.integer(3);
                            String quote = row.text(8);
                            String line =
                                    row.text(5)
                                            + " "
                                            + (quote.isEmpty()
                                                    ? row.text(9)
                                                    : row.integer(6)
                                                            + "–"
                                                            + row.integer(7)
                                                            + " “"
                                                            + quote
                                                            + "”");
                            found.merge(
                                    new Subject(
                                            row.number(1),
                                            row.integer(2),
                                            matched.getOrDefault(unit, unit),
                                            row.number(4)),
                                    line,
                                    (a, c) -> a + "; " + c);
                        },
                        Blind.viewer(study.viewer()));
        return found;
    }
}
