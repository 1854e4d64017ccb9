package org.concordqda.desk.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.agreement.Confusion;
import org.concordqda.agreement.IntervalMethod;
import org.concordqda.agreement.Missing;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.analysis.Details;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.desk.agreement.AgreementModel.Nothing;
import org.concordqda.desk.agreement.AgreementModel.Shown;
import org.concordqda.job.Progress;
import org.concordqda.model.Round;
import org.concordqda.study.AgreementView.By;
import org.concordqda.study.ScriptedStudy;
import org.concordqda.study.Study;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the place Agreement decides, without a window.
class AgreementModelTest {
    @TempDir static Path folder;
    private static Study study;
    private AgreementModel model;

    @BeforeAll
    static void build() {
        study = ScriptedStudy.build(Path.of("samples"), folder.resolve("s.concord"), Progress.NONE);
        study.actAs("Ana");
    }

    @AfterAll
    static void close() {
        study.close();
    }

    @BeforeEach
    void load() {
        model = new AgreementModel(study);
        model.use(model.load());
    }

    private Shown shown() {
        return assertInstanceOf(
                Shown.class, model.compute(model.wanted().orElseThrow(), Progress.NONE));
    }

    private Round round(String name) {
        return model.loaded().rounds().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAnActMakesOldWhileItIsComputedIsNotKept() {
        model.compute(
                model.wanted().orElseThrow(),
                new Progress() {
                    @Override
                    public void report(double done, String message) {
                        model.forget();
                    }

                    @Override
                    public boolean cancelled() {
                        model.forget();
                        return false;
                    }
                });
        assertFalse(model.ready(model.wanted().orElseThrow()));
        shown();
        assertTrue(model.ready(model.wanted().orElseThrow()));
    }

    @Test
    void theLatestRatedRoundIsShownAndKept() {
        assertEquals("Main", model.round.get().name());
        assertEquals(List.of("Ana", "Ben", "Chi"), model.loaded().in(model.round.get()));
        Shown first = shown();
        assertTrue(first.millis() > 0);
        Shown again = shown();
        assertSame(first.view(), again.view(), "kept until something changes");
        assertEquals(0, again.millis());
        model.forget();
        assertNotSame(first.view(), shown().view());
        assertTrue(AgreementModel.matters(Set.of("rating", "rating_code")));
        assertTrue(AgreementModel.matters(Set.of("coding")));
        assertFalse(AgreementModel.matters(Set.of("memo")));
    }

    @Test
    void everyChoiceChangesWhatIsAsked() {
        var before = model.wanted().orElseThrow();
        model.missing.set(Optional.of(Missing.COMPLETE));
        model.statistic.set(Optional.of(Statistic.GWET_AC));
        model.unseen.set(true);
        model.level.set(1);
        model.interval.set(IntervalMethod.PERCENTILE);
        model.replicates.set(200);
        model.seed.set(7);
        model.coders.setAll("Ana", "Chi");
        var after = model.wanted().orElseThrow();
        assertEquals(Missing.AVAILABLE, before.request().numbers().missing());
        assertEquals(Missing.COMPLETE, after.request().numbers().missing());
        assertEquals(200, after.request().numbers().replicates());
        assertEquals(List.of("Ana", "Chi"), after.request().coders());
        assertTrue(after.request().matrix().unseenOnly());
        Shown s = shown();
        for (DimensionAgreement d : s.view().results()) {
            assertEquals(List.of("Ana", "Chi"), d.coders());
        }
        String notes = String.join(" ", s.view().notes());
        assertTrue(notes.contains("complete"), notes);
        assertTrue(notes.contains("Gwet's AC is shown as secondary"), notes);
        model.choose(round("Themes"));
        assertEquals(List.of("Ana"), List.copyOf(model.coders), "Chi had no part in Themes");
    }

    @Test
    void whereThereIsNothingItSaysWhatToDo() {
        model.choose(round("Themes"));
        Nothing only =
                assertInstanceOf(
                        Nothing.class, model.compute(model.wanted().orElseThrow(), Progress.NONE));
        assertTrue(only.sentence().contains("Choose Passages"), only.sentence());
        model.by.set(By.PASSAGES);
        assertTrue(shown().view().table().lines().size() > 10);
        model.round.set(null);
        assertTrue(model.wanted().isEmpty());
        assertEquals("No round yet", model.nothing().title());
    }

    @Test
    void detailsHoldThePairTheUnitsAndTheirState() {
        Shown s = shown();
        Line stage =
                s.view().table().lines().stream()
                        .filter(l -> l.cells().contains("DL stage"))
                        .findFirst()
                        .orElseThrow();
        Details d = Details.of(stage, study.agreements().names(s.view().results()));
        assertEquals(3, d.pairs().size());
        Confusion c = d.confusion(d.pairs().getFirst());
        assertEquals(c.n(), d.pairs().getFirst().units());
        int open = 0;
        for (int u = 0; u < d.of().matrix().rows().size(); u++) {
            open += d.state(u).equals("agreed") ? 0 : 1;
        }
        assertTrue(open > 0 && open < d.of().matrix().rows().size());
        model.by.set(By.CODE);
        Shown codes = shown();
        Line code =
                codes.view().table().lines().stream()
                        .filter(l -> l.cells().contains("Modeling"))
                        .findFirst()
                        .orElseThrow();
        Details two = Details.of(code, study.agreements().names(codes.view().results()));
        assertEquals(List.of("Modeling", "all others"), two.table().categories());
        assertTrue(two.estimates().size() >= 3);
    }

    @Test
    void manyValuesShowTheMostDisputed() {
        int q = 40;
        int[][] counts = new int[q][q];
        for (int k = 0; k < 30; k++) {
            counts[k][k] = 1;
        }
        counts[3][7] = 9;
        UsedValues all = UsedValues.of(confusion(counts), 40);
        assertEquals(30, all.shown().size());
        assertEquals(10, all.unused());
        UsedValues some = UsedValues.of(confusion(counts), 5);
        assertTrue(some.shown().containsAll(List.of(3, 7)), "" + some.shown());
        assertEquals(
                "Drawn are the 5 most disputed of 30 used values; all 31 pairs are in the sheet"
                        + " “Confusion” of agreement.xlsx. 10 values unused.",
                some.left());
        assertEquals("10 values unused.", all.left());
        assertEquals(new Confusion.Cell(3, 7, 9), confusion(counts).conflict().orElseThrow());
    }

    private static Confusion confusion(int[][] counts) {
        return Confusion.of(
                "A",
                "B",
                java.util.stream.IntStream.range(0, counts.length).mapToObj(i -> "v" + i).toList(),
                counts);
    }
}
