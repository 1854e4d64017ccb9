package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.concordqda.model.CorrectionPlan;
import org.concordqda.model.MemoKind;
import org.concordqda.model.Remains;
import org.concordqda.study.Corrections.Replacement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A name that must go: how it may be written, and where else it stands.
class MaskingTest {
    @TempDir(factory = MemoryTempDir.class)
    Path folder;

    private Study study;
    private Corrections corrections;

    @BeforeEach
    void make() {
        study = Fixtures.study(folder);
        study.actAs("Ana");
        corrections = new Corrections(study);
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), study.check().findings());
        study.close();
    }

    @Test
    void aNameIsMaskedHoweverItsAccentIsWrittenAndWhatStaysIsSaid() {
        DeskStudies.add(
                study,
                Interviews.read(
                        folder,
                        "Ju\u0308rgen: Ju\u0308rgen\u00a0Li says caf\u00e9, I say cafe\u0301. \ud83d\ude00\n"
                                + "Interviewer: J\u00fcrgen Li? J\u00dcRGEN LI!\n"
                                + "Ju\u0308rgen: Yes, J\u00fcrgen\nLi. J\u00fcrgen Lis book.\nInterviewer: And?"));
        study.memos().write(MemoKind.ANALYTIC, "About", "J\u00fcrgen Li was tired.", List.of());
        Replacement name = new Replacement("J\u00fcrgen Li", "P1", true, false, Optional.empty());
        Remains stays = new Remaining(study).after(name, Progress.NONE);
        assertEquals(
                List.of(
                        new Remains.Spelling("J\u00dcRGEN LI", 1),
                        new Remains.Spelling("J\u00fcrgen Li", 1),
                        new Remains.Spelling("J\u00fcrgen Lis", 1)),
                stays.spellings(),
                "in capitals, over the end of a line, with an ending");
        assertEquals(1, stays.memos());
        assertEquals(
                "Stays in the texts: “J\u00dcRGEN LI”, “J\u00fcrgen Li”, “J\u00fcrgen Lis”. Stays beside"
                        + " the texts: 1 memo.",
                Remaining.say(stays));
        assertEquals(2, replace(name).places());
        assertEquals(
                1,
                replace(new Replacement("J\u00dcrgen li", "P1", true, true, name.only())).places());
        assertEquals(
                List.of(new Remains.Spelling("J\u00fcrgen", 4)),
                new Remaining(study)
                        .after(
                                new Replacement("j\u00fcrgen", "P1", true, false, Optional.empty()),
                                Progress.NONE)
                        .spellings(),
                "one word, however its accent is written");
        Replacement first = new Replacement("J\u00fcrgen", "P1", true, true, Optional.empty());
        assertEquals(List.of(), new Remaining(study).after(first, Progress.NONE).named());
        assertEquals(
                4,
                corrections.replace(first, Progress.NONE).parts().getFirst().samples().size(),
                "each place can be looked at");
        assertEquals(4, replace(first).places());
        assertTrue(
                study.sources().list().stream()
                        .flatMap(s -> study.sources().text(s.id()).stream())
                        .flatMap(t -> study.sources().turns(t.id()).stream())
                        .noneMatch(t -> t.speaker().orElse("").contains("rgen")),
                "both turns are P1's");
        assertEquals(
                0,
                replace(new Replacement("cafe", "x", false, false, Optional.empty())).places(),
                "a letter is not taken from under its accent");
    }

    private CorrectionPlan replace(Replacement wanted) {
        CorrectionPlan plan = corrections.replace(wanted, Progress.NONE);
        corrections.apply(plan, Progress.NONE);
        return plan;
    }
}
