package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.MemoKind;
import org.concordqda.model.RoundId;
import org.concordqda.model.Source;
import org.concordqda.model.Unit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A study whose reports can be reckoned by hand.
final class ReportStudies {
    private ReportStudies() {}

    /// Ten issues rated by two people: Stage agrees on eight of the nine both rated, Symptom on seven of ten.
    static Study make(Path folder) {
        Study study = Fixtures.study(folder);
        for (int i = 1; i <= 10; i++) {
            DeskStudies.add(
                    study, Fixtures.issue("o/r#" + i, "=cmd|' /C calc'!A" + i, "second 😀 part"));
        }
        List<String> e = List.of("Environment", "Crash");
        List<List<String>> ana =
                new ArrayList<>(
                        List.of(
                                e,
                                e,
                                e,
                                List.of("Environment", "Crash; Hang"),
                                List.of("Training", "Hang"),
                                List.of("Training", "Hang"),
                                List.of("Training", "Slow"),
                                List.of("Modeling", "Slow"),
                                List.of("Modeling", "Slow"),
                                List.of("Modeling", "Hang")));
        List<List<String>> ben = new ArrayList<>(ana);
        ben.set(3, List.of("Training", "Crash"));
        ben.set(4, List.of("Training", "Slow"));
        ben.set(9, List.of("", "Crash"));
        RatingsImport.run(
                study,
                List.of(sheet("Ana", ana), sheet("Ben", ben)),
                new RatingsImport.Options("Main", List.of("Key"), Map.of(), Map.of(), false, false),
                Progress.NONE);
        Source source = study.sources().byKey("o/r#1").orElseThrow();
        Dimension theme = study.codebooks().draft().dimension("theme").orElseThrow();
        CodeId same = theme.allCodes().get(1).id();
        int from = study.sources().text(source.id()).orElseThrow().text().indexOf("😀");
        var round = study.rounds().byName("Main").orElseThrow().id();
        var coding = study.codings().apply(round, source.id(), from, from + 7, same);
        study.codings().exemplar(coding, true);
        evidence(study, round);
        study.memos().write(MemoKind.ANALYTIC, "@title", "-body", List.of());
        return study;
    }

    /// Ana's answer to the question they dispute rests on a passage and on a link.
    private static void evidence(Study study, RoundId round) {
        Source source = study.sources().byKey("o/r#4").orElseThrow();
        Ratings.Place place =
                new Ratings.Place(
                        round,
                        source.id(),
                        study.units().of(source.id()).stream().findFirst().map(Unit::id),
                        study.codebooks().draft().dimension("stage").orElseThrow().id());
        int at = study.sources().text(source.id()).orElseThrow().text().indexOf("😀");
        study.evidences().quote(place, at, at + 7);
        study.evidences().link(place, "https://example.org/pull/7");
    }

    private static RatingsImport.Sheet sheet(String coder, List<List<String>> values) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            rows.add(List.of("o/r#" + (i + 1), values.get(i).get(0), values.get(i).get(1)));
        }
        return new RatingsImport.Sheet(
                new ImportedTable("r.csv", "", List.of("Key", "Stage", "Symptom"), rows, 2), coder);
    }
}
