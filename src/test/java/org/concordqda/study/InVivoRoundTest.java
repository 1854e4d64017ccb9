package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.agreement.Continua;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.job.Progress;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.Dimension;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.SourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A code made of a passage's own words while a round is open is a code of that round: others put it on
/// passages, and agreement and tables know it.
class InVivoRoundTest {
    @TempDir private Path folder;

    @Test
    void aCodeMadeInARoundIsAppliedComparedAndExportedInIt() {
        try (Study study = Fixtures.study(folder)) {
            DeskStudies.add(study, Fixtures.issue("a/b#1", "It cost me two days to find."));
            SourceId source = study.sources().list().getFirst().id();
            String text = study.sources().text(source).orElseThrow().text();
            CoderId ben = study.coders().add("Ben", CoderKind.PERSON);
            RoundId round = study.rounds().open("main", false);
            study.rounds().assign(round, List.of(source), List.of(study.actor(), ben));
            Dimension themes =
                    study.codebooks().draft().dimensions().stream()
                            .filter(d -> d.scope() == Scope.PASSAGE)
                            .findFirst()
                            .orElseThrow();
            int at = text.indexOf("cost me");
            CodeId made =
                    study.codings()
                            .get(
                                    study.codings()
                                            .inVivo(
                                                    round,
                                                    source,
                                                    at,
                                                    at + 16,
                                                    Optional.of(themes.id()),
                                                    "cost me two days"))
                            .code();
            assertTrue(
                    study.codebooks()
                            .version(study.rounds().get(round).version())
                            .code(made)
                            .isEmpty(),
                    "the version the round opened with stays as it was");
            study.rounds().mark(round, source, AssignmentState.DONE);
            study.actAs("Ben");
            study.codings().apply(round, source, at, at + 16, made);
            study.rounds().mark(round, source, AssignmentState.DONE);
            assertEquals("cost me two days", study.codebooks().name(made));

            DimensionAgreement theme =
                    study.agreements().compute(Agreements.Request.ALL, Progress.NONE).stream()
                            .filter(DimensionAgreement::passages)
                            .findFirst()
                            .orElseThrow();
            Continua compared = theme.compared().orElseThrow();
            assertTrue(compared.codes().contains("cost me two days"), compared.codes().toString());
            assertEquals(1, compared.sources().size());
            assertTrue(
                    theme.estimates().stream().anyMatch(e -> Math.abs(e.value() - 1) < 1e-9),
                    "both put it on the same words: " + theme.estimates());

            List<String> rows = new ArrayList<>();
            study.reports().codings().rows().each(row -> rows.add(Arrays.toString(row)));
            assertEquals(2, rows.size());
            for (String row : rows) {
                assertTrue(row.contains("cost me two days") && row.contains("main"), row);
            }
        }
    }

    /// A codebook that asks of whole units only gets a dimension for passages with the code, in one act, and a
    /// round that opened before compares what was coded under it.
    @Test
    void aDimensionForPassagesIsMadeWithItsFirstCode() {
        try (Study study = DeskStudies.ofUnitsAlone(folder)) {
            SourceId source = study.sources().list().getFirst().id();
            String text = study.sources().text(source).orElseThrow().text();
            CoderId ben = study.coders().add("Ben", CoderKind.PERSON);
            RoundId round = study.rounds().open("main", false);
            study.rounds().assign(round, List.of(source), List.of(study.actor(), ben));
            int at = text.indexOf("cost me");
            study.codings()
                    .inVivo(round, source, at, at + 16, Optional.empty(), "cost me two days");
            assertEquals(2, study.codebooks().draft().dimensions().size());
            study.history().undo();
            assertEquals(1, study.codebooks().draft().dimensions().size());
            assertEquals(List.of(), study.codings().list());
            study.history().redo();
            CodeId made = study.codings().list().getFirst().code();
            study.rounds().mark(round, source, AssignmentState.DONE);
            study.actAs("Ben");
            study.codings().apply(round, source, at, at + 16, made);
            study.rounds().mark(round, source, AssignmentState.DONE);
            DimensionAgreement codes =
                    study.agreements().compute(Agreements.Request.ALL, Progress.NONE).stream()
                            .filter(DimensionAgreement::passages)
                            .findFirst()
                            .orElseThrow();
            assertEquals("Codes", codes.matrix().dimension().name());
            assertEquals(List.of("cost me two days"), codes.compared().orElseThrow().codes());
            assertEquals(List.of(), study.check().findings());
        }
    }
}
