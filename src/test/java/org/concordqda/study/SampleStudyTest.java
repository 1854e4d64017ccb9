package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.concordqda.model.SourceKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The sample study, built from `samples/` as a user would get it, against numbers computed by a program
/// that shares nothing with this one (`samples/expected.csv`).
class SampleStudyTest {
    @TempDir(factory = MemoryTempDir.class)
    static Path folder;

    private static Study study;

    @BeforeAll
    static void build() {
        study =
                ScriptedStudy.build(
                        Path.of("samples"), folder.resolve("sample.concord"), Progress.NONE);
    }

    @AfterAll
    static void close() {
        study.close();
    }

    @Test
    void everythingIsIn() {
        var sources = study.sources().list();
        assertEquals(29, sources.stream().filter(s -> s.kind() == SourceKind.ISSUE).count());
        assertEquals(5, sources.stream().filter(s -> s.kind() == SourceKind.TRANSCRIPT).count());
        assertTrue(sources.stream().allMatch(s -> s.text().isPresent()));
        assertEquals(152, study.codings().list().size());
        assertEquals(
                List.of("Pilot", "Re-pilot", "Main", "Themes"),
                study.rounds().list().stream().map(r -> r.name()).toList());
        assertEquals(
                2,
                study.units()
                        .of(study.sources().byKey("lumenvision/retina-forge#33").orElseThrow().id())
                        .size());
        assertEquals(List.of(), study.check().findings());
    }

    @Test
    void agreementIsWhatAnotherProgramComputed() throws IOException {
        List<DimensionAgreement> all =
                study.agreements()
                        .compute(
                                new Agreements.Request(
                                        List.of(),
                                        List.of(),
                                        MatrixOptions.DEFAULT,
                                        AgreementOptions.DEFAULT.withReplicates(50, 1)),
                                Progress.NONE);
        List<String> lines = Files.readAllLines(Path.of("samples", "expected.csv"));
        int compared = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            DimensionAgreement one =
                    all.stream()
                            .filter(
                                    d ->
                                            d.round().name().equals(cells[0])
                                                    && d.matrix()
                                                            .dimension()
                                                            .name()
                                                            .equals(cells[1]))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("missing: " + line));
            String scope = "pair=" + cells[2] + "," + cells[3];
            Estimate kappa =
                    one.estimate(Statistic.COHEN_KAPPA, scope)
                            .or(() -> one.estimate(Statistic.COHEN_KAPPA, "all"))
                            .orElseThrow();
            Estimate percent =
                    one.estimate(Statistic.PERCENT_AGREEMENT, kappa.scope()).orElseThrow();
            assertEquals(Integer.parseInt(cells[4]), kappa.pairable(), line);
            if (cells[5].isEmpty()) {
                assertFalse(percent.defined(), line);
            } else {
                assertEquals(Double.parseDouble(cells[5]), percent.value(), 0.00005, line);
            }
            if (cells[6].isEmpty()) {
                assertFalse(kappa.defined(), line);
            } else {
                assertEquals(Double.parseDouble(cells[6]), kappa.value(), 0.00005, line);
            }
            compared++;
        }
        assertTrue(compared > 50, "only " + compared + " rows");
    }

    @Test
    void everyActCanBeUndoneAndRedone() {
        var before = RowImages.tables(study);
        int undone = 0;
        while (study.history().undoable().isPresent()) {
            study.history().undo();
            undone++;
        }
        assertTrue(undone > 10, undone + " acts");
        assertEquals(List.of(), study.sources().list());
        assertEquals(Optional.empty(), study.rounds().byName("Pilot"));
        assertEquals(List.of(), study.check().findings());
        for (int i = 0; i < undone; i++) {
            study.history().redo();
        }
        assertEquals(before, RowImages.tables(study));
        assertEquals(List.of(), study.check().findings());
    }

    @Test
    void importingAgainChangesNothing() {
        var before = RowImages.tables(study);
        var report =
                study.imports()
                        .sources(
                                List.of(
                                        Path.of("samples", "issues"),
                                        Path.of("samples", "transcripts")),
                                "auto",
                                Progress.NONE);
        assertFalse(report.changed());
        assertEquals(34, report.unchanged().size());
        assertEquals(before, RowImages.tables(study));
        study.actAs("Ana");
        assertTrue(study.history().undoable().orElseThrow().startsWith("import codings"));
    }

    @Test
    void blanksAndUnknownPeopleAreRefusedWithASentence() {
        try {
            study.actAs("Nobody");
            throw new AssertionError("acted as nobody");
        } catch (ConcordException e) {
            assertTrue(e.getMessage().contains("Ana, Ben, Chi"), e.getMessage());
        }
        study.actAs("Ana");
    }
}
