package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Granularity;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.AgreementTable;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.job.Progress;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.study.AgreementView.By;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Agreement about passages where uα does not exist: what can be said instead is said, and named.
class OverlappingCodesTest {
    @TempDir private Path folder;
    private Study study;
    private SourceId source;
    private RoundId round;

    @BeforeEach
    void make() {
        study = Fixtures.study(folder);
        // A text of 100 characters: “Title of a/b#1”, two line ends, 84 more.
        DeskStudies.add(study, Fixtures.issue("a/b#1", "x".repeat(40) + ". " + "y".repeat(42)));
        source = study.sources().list().getFirst().id();
        assertEquals(100, study.sources().text(source).orElseThrow().text().length());
        CoderId ben = study.coders().add("Ben", CoderKind.PERSON);
        round = study.rounds().open("main", false);
        study.rounds().assign(round, List.of(source), List.of(study.actor(), ben));
    }

    @AfterEach
    void close() {
        study.close();
    }

    private CodeId code(String name) {
        return study.codebooks().draft().dimension("theme").orElseThrow().allCodes().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void mark(String code, int start, int end) {
        study.codings().apply(round, source, start, end, code(code));
    }

    private AgreementTable table(By by, Granularity granularity) {
        return study.agreements()
                .view(
                        new AgreementView.Wanted(
                                by, Agreements.Request.ALL, Optional.empty(), granularity),
                        Progress.NONE)
                .table();
    }

    private static Line row(AgreementTable table, String name) {
        return table.lines().stream()
                .filter(l -> l.cells().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static Estimate lead(AgreementTable table, String name) {
        return row(table, name).lead(table).orElseThrow();
    }

    @Test
    void eachCodeIsComparedByWhatWasMarkedWithIt() {
        mark("Reuse", 20, 30);
        mark("Reuse", 25, 40);
        mark("Trust", 30, 50);
        study.rounds().mark(round, source, AssignmentState.DONE);
        study.actAs("Ben");
        mark("Reuse", 20, 35);
        mark("Trust", 40, 50);
        study.rounds().mark(round, source, AssignmentState.DONE);

        AgreementTable table = table(By.PASSAGES, Granularity.CHARACTER);
        Estimate reuse = lead(table, "Reuse");
        assertEquals(Statistic.U_ALPHA_BINARY, reuse.statistic());
        // By hand: units 20 and 15 long of 2 × 100, φ 165 and 160 agreed; S = 625 + 165, so that
        // 1 − 5 × 39,210 / (200 × 5,775).
        assertEquals(1 - 5.0 * 39_210 / (200 * 5_775), reuse.value(), 1e-12);
        assertTrue(row(table, "Reuse").cells().contains("|uα"), "it says which");
        assertEquals(Statistic.U_ALPHA_BINARY, lead(table, "Trust").statistic());
        assertEquals(Statistic.ALPHA_MASI, lead(table, "all codes").statistic());
        assertTrue(lead(table, "all codes").defined());
        assertTrue(table.notes().stream().anyMatch(n -> n.contains("|uα")), table.notes() + "");

        // Two codes in one sentence are two values of one unit.
        AgreementTable sentences = table(By.PASSAGES, Granularity.SENTENCE);
        assertEquals(Statistic.ALPHA_MASI, lead(sentences, "all codes").statistic());
        assertTrue(lead(sentences, "all codes").defined());

        Line rounds = row(table(By.ROUND, Granularity.CHARACTER), "Theme");
        assertTrue(rounds.cells().contains("α MASI"), rounds.cells() + "");
    }

    @Test
    void oneCodeAloneIsComparedToo() {
        mark("Reuse", 20, 40);
        study.rounds().mark(round, source, AssignmentState.DONE);
        study.actAs("Ben");
        mark("Reuse", 20, 35);
        study.rounds().mark(round, source, AssignmentState.DONE);
        AgreementTable table = table(By.PASSAGES, Granularity.CHARACTER);
        assertEquals(Statistic.U_ALPHA, lead(table, "all codes").statistic());
        assertEquals(Statistic.U_ALPHA_BINARY, lead(table, "Reuse").statistic());
        assertEquals(1 - 5.0 * 39_210 / (200 * 5_775), lead(table, "Reuse").value(), 1e-12);
        assertEquals(
                lead(table, "all codes").value(),
                lead(table, "Reuse").value(),
                1e-12,
                "the whole is this code");
    }

    @Test
    void whereCodesDoNotOverlapNothingIsNamed() {
        for (String coder : List.of("Ana", "Ben")) {
            study.actAs(coder);
            mark("Reuse", 20, 40);
            mark("Trust", 60, coder.equals("Ana") ? 80 : 75);
            if (coder.equals("Ana")) {
                mark("Same code", 85, 90);
            }
            study.rounds().mark(round, source, AssignmentState.DONE);
        }
        AgreementTable table = table(By.PASSAGES, Granularity.CHARACTER);
        assertEquals(Statistic.U_ALPHA, lead(table, "all codes").statistic());
        assertEquals(Statistic.KU_ALPHA, lead(table, "Reuse").statistic());
        assertEquals(
                "no text that two coders coded has this code",
                lead(table, "Same code").undefined().orElseThrow());
        assertTrue(table.heads().stream().noneMatch(h -> h.name().equals("statistic")));
    }
}
