package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Missing;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.job.Progress;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.Choice;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.SourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Sets, trees and passages in a study's agreement.
class AgreementsTest {
    private static final AgreementOptions FEW = AgreementOptions.DEFAULT.withReplicates(50, 1);

    @TempDir(factory = MemoryTempDir.class)
    Path folder;

    private static List<DimensionAgreement> compute(Study study, MatrixOptions matrix) {
        return study.agreements()
                .compute(new Agreements.Request(List.of(), List.of(), matrix, FEW), Progress.NONE);
    }

    private static double value(DimensionAgreement one, Statistic statistic, String scope) {
        return one.estimate(statistic, scope)
                .orElseThrow(() -> new AssertionError("no " + statistic + " of " + scope))
                .value();
    }

    @Test
    void theSampleStudyHasSetsTreesAndPassages() {
        try (Study study =
                ScriptedStudy.build(
                        Path.of("samples"), folder.resolve("s.concord"), Progress.NONE)) {
            List<DimensionAgreement> all = compute(study, MatrixOptions.DEFAULT);
            int sets = 0;
            int levels = 0;
            int passages = 0;
            for (DimensionAgreement one : all) {
                Dimension d = one.matrix().dimension();
                if (d.scope() == Scope.PASSAGE) {
                    passages++;
                    assertEquals("Themes", one.round().name());
                    assertTrue(one.coders().size() > 1);
                    assertTrue(one.estimate(Statistic.U_ALPHA, "all").isPresent());
                    assertTrue(one.estimate(Statistic.GAMMA, "all").orElseThrow().defined());
                    assertTrue(one.estimate(Statistic.ALPHA_MASI, "all;at=turn").isPresent());
                    assertTrue(one.estimate(Statistic.ALPHA_MASI, "all;at=sentence").isPresent());
                } else if (d.choice() == Choice.MANY) {
                    sets++;
                    Estimate masi = one.estimate(Statistic.ALPHA_MASI, "all").orElseThrow();
                    Estimate exact =
                            one.estimate(Statistic.KRIPPENDORFF_ALPHA, "all").orElseThrow();
                    assertEquals(exact.pairable(), masi.pairable());
                    assertTrue(one.estimate(Statistic.ALPHA_JACCARD, "all").isPresent());
                }
                if (one.estimate(Statistic.KRIPPENDORFF_ALPHA, "level=1").isPresent()) {
                    levels++;
                    DimensionAgreement top =
                            study.agreements()
                                    .compute(
                                            new Agreements.Request(
                                                    List.of(one.round().name()),
                                                    List.of(d.name()),
                                                    MatrixOptions.DEFAULT.withLevel(1),
                                                    FEW),
                                            Progress.NONE)
                                    .getFirst();
                    assertEquals(
                            value(top, Statistic.KRIPPENDORFF_ALPHA, "all"),
                            value(one, Statistic.KRIPPENDORFF_ALPHA, "level=1"));
                    assertFalse(top.estimate(Statistic.KRIPPENDORFF_ALPHA, "level=1").isPresent());
                }
            }
            assertTrue(
                    sets > 0 && levels > 0 && passages > 0, sets + " " + levels + " " + passages);
        }
    }

    /// The worked example of the 2016 unitizing alphas, ten positions of which one is outside the BMP; then
    /// a text both finished without a code, and one that only one of them opened.
    @Test
    void passagesCountWhereBothFinished() {
        try (Study study = Fixtures.study(folder)) {
            for (String key : List.of("😀", "e", "f")) {
                DeskStudies.add(study, Fixtures.issue(key));
            }
            study.coders().add("Ben", CoderKind.PERSON);
            study.actAs("Ana");
            RoundId round = study.rounds().open("R", false);
            SourceId first = id(study, "😀");
            assertEquals(11, study.sources().text(first).orElseThrow().text().length());
            code(study, round, first, "Same code", 1, 4);
            code(study, round, first, "Trust", 6, 9);
            study.rounds().mark(round, first, AssignmentState.DONE);
            code(study, round, id(study, "f"), "Trust", 0, 3);
            study.rounds().mark(round, id(study, "f"), AssignmentState.DONE);
            study.actAs("Ben");
            code(study, round, first, "Same code", 1, 5);
            code(study, round, first, "Same code", 5, 7);
            code(study, round, first, "Trust", 7, 9);
            study.rounds().mark(round, first, AssignmentState.DONE);

            DimensionAgreement one = compute(study, MatrixOptions.DEFAULT).getFirst();
            assertEquals(127 / 215.0, value(one, Statistic.U_ALPHA, "all"), 1e-9);
            assertEquals(11 / 15.0, value(one, Statistic.CU_ALPHA, "all"), 1e-9);
            assertEquals(61 / 105.0, value(one, Statistic.U_ALPHA_BINARY, "all"), 1e-9);
            assertEquals(127 / 215.0, value(one, Statistic.U_ALPHA, "level=1"), 1e-9);
            assertTrue(one.passages());
            assertEquals(1, one.matrix().rows().size());
            assertEquals(1, one.matrix().unmatched());

            study.rounds().mark(round, id(study, "e"), AssignmentState.DONE);
            study.actAs("Ana");
            study.rounds().mark(round, id(study, "e"), AssignmentState.DONE);
            DimensionAgreement two = compute(study, MatrixOptions.DEFAULT).getFirst();
            assertEquals(2, two.matrix().rows().size());
            assertTrue(
                    value(two, Statistic.U_ALPHA, "all") > 127 / 215.0,
                    "agreement that nothing is there counts");
        }
    }

    /// A source that was coded in an earlier round is seen: counted, and left out on request.
    @Test
    void passagesOfSeenSourcesCanBeLeftOut() {
        try (Study study = Fixtures.study(folder)) {
            for (String key : List.of("e", "f")) {
                DeskStudies.add(study, Fixtures.issue(key));
            }
            study.coders().add("Ben", CoderKind.PERSON);
            study.actAs("Ana");
            RoundId pilot = study.rounds().open("Pilot", false);
            code(study, pilot, id(study, "e"), "Trust", 0, 3);
            RoundId main = study.rounds().open("Main", false);
            for (String who : List.of("Ana", "Ben")) {
                study.actAs(who);
                for (String key : List.of("e", "f")) {
                    code(study, main, id(study, key), "Trust", 0, 3);
                    study.rounds().mark(main, id(study, key), AssignmentState.DONE);
                }
            }
            DimensionAgreement all = compute(study, MatrixOptions.DEFAULT).getLast();
            assertEquals(2, all.matrix().rows().size());
            assertEquals(1, all.matrix().seen());
            assertTrue(all.remarks().toString().contains("earlier round"), "" + all.remarks());
            DimensionAgreement unseen =
                    compute(study, new MatrixOptions(false, 0, false, true)).getLast();
            assertEquals(1, unseen.matrix().rows().size());
            assertEquals(id(study, "f").value(), unseen.matrix().rows().getFirst().source());
            assertEquals(0, unseen.matrix().seen());
        }
    }

    @Test
    void aPrimaryStatisticIsChosenBeforeRatingsAreCompared() {
        try (Study study = Fixtures.study(folder)) {
            DeskStudies.add(study, Fixtures.issue("e"));
            study.coders().add("Ben", CoderKind.PERSON);
            study.actAs("Ana");
            Optional<Statistic> ac = Optional.of(Statistic.GWET_AC);
            RoundId blind = study.rounds().open("Blind", true);
            study.rounds().choose(blind, Optional.of(Missing.COMPLETE), ac);
            assertEquals("gwet_ac", study.rounds().get(blind).primary());
            assertEquals("COMPLETE", study.rounds().get(blind).missing());
            study.history().undo();
            assertEquals("krippendorff_alpha", study.rounds().get(blind).primary());
            study.rounds().unseal(blind);
            String late =
                    assertThrows(
                                    ConcordException.class,
                                    () -> study.rounds().choose(blind, Optional.empty(), ac))
                            .getMessage();
            assertTrue(late.contains("stays Krippendorff's α"), late);
            study.rounds().choose(blind, Optional.of(Missing.PAIRWISE), Optional.empty());
            assertEquals("PAIRWISE", study.rounds().get(blind).missing());

            RoundId open = study.rounds().open("Open", false);
            code(study, open, id(study, "e"), "Trust", 0, 3);
            study.rounds().choose(open, Optional.empty(), ac);
            study.actAs("Ben");
            code(study, open, id(study, "e"), "Trust", 0, 3);
            assertThrows(
                    ConcordException.class,
                    () ->
                            study.rounds()
                                    .choose(
                                            open,
                                            Optional.empty(),
                                            Optional.of(Statistic.FLEISS_KAPPA)));
        }
    }

    @Test
    void passagesOfOneCoderAreUndefinedWithAReason() {
        try (Study study = Fixtures.study(folder)) {
            DeskStudies.add(study, Fixtures.issue("e"));
            RoundId round = study.rounds().open("R", false);
            code(study, round, id(study, "e"), "Trust", 0, 3);
            study.rounds().mark(round, id(study, "e"), AssignmentState.DONE);
            DimensionAgreement one = compute(study, MatrixOptions.DEFAULT).getFirst();
            assertTrue(one.estimates().stream().noneMatch(Estimate::defined));
            assertTrue(one.estimates().getFirst().undefined().isPresent());
            assertTrue(one.remarks().toString().contains("one coder only"), "" + one.remarks());
        }
    }

    private static SourceId id(Study study, String key) {
        return study.sources().byKey(key).orElseThrow().id();
    }

    private static void code(
            Study study, RoundId round, SourceId source, String code, int start, int end) {
        CodeId id =
                Codebooks.named(study.codebooks().draft(), "Theme").allCodes().stream()
                        .filter(c -> c.name().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .id();
        study.codings().apply(round, source, start, end, id);
    }
}
