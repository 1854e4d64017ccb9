package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.concordqda.desk.reports.ReportsPlace;
import org.concordqda.job.Progress;
import org.concordqda.model.MemoKind;
import org.concordqda.study.AutoCodes;
import org.concordqda.study.Finder;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// What can be done beyond coding by hand: by rule, found everywhere, in the codebook, undone, reported.
class ActsTest extends DeskTest {
    @Test
    void codingByRuleIsPreviewedCountedAndOneUndo() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT2);
        int before = open.study().codings().list().size();
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        driver.type("config");
        driver.press(KeyCode.ENTER);
        driver.until("the preview is counted", () -> driver.says("4 passages in 4 sources"));
        driver.shoot("by-rule");
        driver.click("Code 4");
        driver.until("they are coded", () -> driver.says("4 passages coded"));
        assertEquals(before + 4, open.study().codings().list().size());
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(before, open.study().codings().list().size());
    }

    /// A pattern that is none is told, the card stays as it was filled in, and what another rule picked out is no
    /// longer offered under its words.
    @Test
    void aPatternThatIsNoneOffersNothing() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT2);
        int before = open.study().codings().list().size();
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        driver.type("config");
        driver.press(KeyCode.ENTER);
        driver.until("counted", () -> driver.says("4 passages in 4 sources"));
        Driver.now(
                () ->
                        ((CheckBox)
                                        driver.all(
                                                        n ->
                                                                n instanceof CheckBox c
                                                                        && c.getText()
                                                                                .toLowerCase(
                                                                                        java.util
                                                                                                .Locale
                                                                                                .ROOT)
                                                                                .contains(
                                                                                        "expression"))
                                                .getFirst())
                                .fire());
        driver.type("(");
        driver.press(KeyCode.ENTER);
        driver.until("told", () -> driver.says("is not a regular expression"));
        driver.shoot("by-rule-wrong");
        driver.press(KeyCode.ESCAPE);
        driver.until("the card", () -> driver.says("Auto-code by rule"));
        assertFalse(driver.says("Code 4"), driver.words().toString());
        assertFalse(driver.says("4 passages in 4 sources"));
        assertEquals(before, open.study().codings().list().size());
        whatIsLookedForEndsWithTheCard();
    }

    /// Two jobs keep it waiting, so that it is under way when the card goes.
    private void whatIsLookedForEndsWithTheCard() {
        var jobs = open.session().jobs();
        OtherWork other = new OtherWork();
        Driver.now(() -> other.begin(jobs));
        driver.click("Preview");
        driver.until("it is under way", () -> jobs.running().size() == 3);
        driver.press(KeyCode.ESCAPE);
        other.end();
        driver.until("all is over", () -> jobs.running().isEmpty());
        assertTrue(driver.says("Cancelled: Looking for passages. The study is as it was."));
    }

    @Test
    void aRuleTakesSpeakersSentencesAndPatterns() {
        AutoCodes rules = new AutoCodes(open.study());
        List<AutoCodes.Passage> turns =
                rules.find(
                        new AutoCodes.Rule(
                                "",
                                false,
                                "participant",
                                "",
                                AutoCodes.Reach.TURN,
                                Optional.empty()),
                        Progress.NONE);
        assertEquals(2, turns.size());
        List<AutoCodes.Passage> sentences =
                rules.find(
                        new AutoCodes.Rule(
                                "stars", false, "", "", AutoCodes.Reach.SENTENCE, Optional.empty()),
                        Progress.NONE);
        assertEquals(
                "Mostly by stars, and whether somebody answers the issues.",
                sentences.getFirst().quote());
        List<AutoCodes.Passage> numbers =
                rules.find(
                        new AutoCodes.Rule(
                                "cuDNN from [0-9.]+",
                                true,
                                "",
                                "",
                                AutoCodes.Reach.WORDS,
                                Optional.empty()),
                        Progress.NONE);
        assertEquals(
                List.of("cuDNN from 7.6"), numbers.stream().map(AutoCodes.Passage::quote).toList());
    }

    @Test
    void wordsAreFoundEverywhereAndOpened() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT1);
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        driver.type("Ampere");
        driver.until("a hit", () -> driver.says("1 place"));
        driver.shoot("find");
        driver.press(KeyCode.ENTER);
        driver.until("its source is open", () -> driver.says("maintainer-2"));
        assertEquals(
                "文档",
                new Finder(open.study())
                        .find("文档", EnumSet.of(Finder.Kind.TEXT), 5)
                        .getFirst()
                        .hit());
    }

    @Test
    void aCodeThatIsFoundIsChosenInTheCodebook() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT3);
        TextField filter =
                (TextField)
                        driver.all(n -> "Filter the codebook".equals(n.getAccessibleText()))
                                .getFirst();
        Driver.now(() -> filter.setText("Framework"));
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        // Typed on and entered at once: what opens is a hit of the last words, not of those on
        // show.
        driver.type("NaN");
        driver.until("a hit", () -> driver.says("place"));
        hurry("workaround");
        driver.until(
                "its fields",
                () ->
                        !driver.all(
                                        n ->
                                                n instanceof TextField f
                                                        && "Workaround".equals(f.getText()))
                                .isEmpty());
        assertEquals("", filter.getText(), "it is in the tree again");
    }

    private void hurry(String words) {
        Driver.now(
                () -> {
                    ((TextField) driver.scene().getFocusOwner()).setText(words);
                    driver.scene()
                            .getFocusOwner()
                            .fireEvent(
                                    new KeyEvent(
                                            KeyEvent.KEY_PRESSED,
                                            "",
                                            "",
                                            KeyCode.ENTER,
                                            false,
                                            false,
                                            false,
                                            false));
                });
    }

    @Test
    void aMemoThatIsFoundOpens() {
        Driver.now(
                () ->
                        open.study()
                                .memos()
                                .write(
                                        MemoKind.ANALYTIC,
                                        "On reuse",
                                        "Zweifel about pre-trained parts",
                                        List.of()));
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        driver.type("zweifel");
        driver.until("a hit", () -> driver.says("1 place"));
        driver.press(KeyCode.ENTER);
        driver.until(
                "the memo is open",
                () ->
                        driver.all(
                                                n ->
                                                        n instanceof TextArea area
                                                                && area.getText()
                                                                        .contains("Zweifel about"))
                                        .size()
                                == 1);
    }

    @Test
    void historyNamesWhatWasDone() {
        driver.press(KeyCode.CONTROL, KeyCode.H);
        driver.until("history", () -> driver.says("code “Documentation”"));
        driver.shoot("history");
        int before = open.study().codings().list().size();
        ListView<?> acts =
                (ListView<?>)
                        driver.all(n -> "History, newest first".equals(n.getAccessibleText()))
                                .getFirst();
        Driver.now(() -> acts.getSelectionModel().select(1));
        driver.click("Undo to here");
        driver.until("two are undone", () -> driver.says("2 acts undone"));
        assertEquals(before - 2, open.study().codings().list().size());
        driver.click("Redo");
        driver.until("one is back", () -> open.study().codings().list().size() == before - 1);
        driver.press(KeyCode.ESCAPE);
    }

    @Test
    void aDefinitionIsEditedACodeAddedMovedAndRetired() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT3);
        driver.click("Data pipeline");
        TextArea definition =
                (TextArea)
                        driver.all(
                                        n ->
                                                n instanceof TextArea a
                                                        && "Definition"
                                                                .equals(a.getAccessibleText()))
                                .getFirst();
        driver.click(definition);
        driver.press(KeyCode.CONTROL, KeyCode.A);
        driver.type("How data reach the model.");
        driver.click(
                driver.all(n -> n instanceof TextField f && "Name".equals(f.getAccessibleText()))
                        .getFirst());
        assertEquals("How data reach the model.", code("Data pipeline").definition());
        driver.click("Modeling");
        driver.press(KeyCode.ALT, KeyCode.UP);
        var stage = open.study().codebooks().draft().dimension("dl-stage").orElseThrow();
        assertEquals("Modeling", stage.codes().get(1).name());
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        driver.type("Loss function");
        driver.press(KeyCode.ENTER);
        stage = open.study().codebooks().draft().dimension("dl-stage").orElseThrow();
        assertEquals("Loss function", stage.codes().get(1).children().getFirst().name());
        driver.until("the tree shows it", () -> driver.says("Loss function"));
        driver.click("Loss function");
        driver.click("Retire");
        assertTrue(code("Loss function").retired());
    }

    private org.concordqda.model.Code code(String name) {
        return open
                .study()
                .codebooks()
                .draft()
                .dimension("dl-stage")
                .orElseThrow()
                .allCodes()
                .stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bothWorkbooksAreWrittenAndOlderOnesReplacedOnlyWhenSaid() throws IOException {
        driver.press(KeyCode.ALT, KeyCode.DIGIT6);
        Path out = Files.createDirectories(folder.resolve("my out put ü"));
        Files.writeString(out.resolve("summary.xlsx"), "mine");
        Path gone = Files.createDirectories(out.resolve("summary")).resolve("counts, gone.csv");
        Files.writeString(gone, "mine too");
        var reports = (ReportsPlace) open.shell().here().orElseThrow();
        Driver.now(() -> reports.write(out));
        driver.until("it asks", () -> driver.says("Replace summary.xlsx?"));
        driver.shoot("reports-replace");
        driver.press(KeyCode.ESCAPE);
        driver.settle();
        assertEquals("mine", Files.readString(out.resolve("summary.xlsx")));
        Driver.now(() -> reports.write(out));
        driver.until("it asks again", () -> driver.says("Replace summary.xlsx?"));
        driver.click("Replace");
        driver.until(
                "written",
                () ->
                        driver.words().stream()
                                .anyMatch(
                                        w ->
                                                w.startsWith("Written at ")
                                                        && w.contains("tables as CSV beside")
                                                        && w.contains("in " + out + ".\n")
                                                        && w.endsWith(
                                                                "left there as it was: "
                                                                        + out.relativize(gone)
                                                                        + ".")));
        assertEquals("mine too", Files.readString(gone));
        driver.shoot("reports-written");
        assertTrue(Files.exists(out.resolve("agreement.xlsx")));
        assertTrue(Files.size(out.resolve("summary.xlsx")) > 1000);
    }

    @Test
    void aNewStudyIsMadeFromATemplate() {
        Driver.now(() -> window.start());
        driver.settle();
        driver.click("New study");
        type("Name of the study", "My first: study");
        type("Folder", folder.toString());
        type("Your name, as a coder", "Ada");
        driver.press(KeyCode.TAB);
        var box = (javafx.scene.control.CheckBox) driver.find("DL reengineering defects");
        assertTrue(box.isFocused());
        double there = Driver.now(() -> box.lookup(".text").getLayoutX());
        driver.press(KeyCode.TAB);
        driver.settle();
        assertEquals(there, Driver.now(() -> box.lookup(".text").getLayoutX()), "words stay");
        driver.press(KeyCode.SHIFT, KeyCode.TAB);
        driver.press(KeyCode.SPACE);
        driver.shoot("new-study");
        assertTrue(box.isSelected());
        driver.press(KeyCode.ENTER);
        driver.until("it is open", () -> driver.says("No sources yet"));
        assertFalse(
                window.study().orElseThrow().study().codebooks().draft().dimensions().isEmpty(),
                "Enter creates and leaves what is ticked");
        assertTrue(Files.exists(folder.resolve("My first- study.concord")));
        assertEquals("Ada", window.settings().coder());
    }

    private void type(String field, String words) {
        driver.click(
                driver.all(n -> n instanceof TextField f && field.equals(f.getAccessibleText()))
                        .getFirst());
        driver.press(KeyCode.CONTROL, KeyCode.A);
        driver.type(words);
    }

    @Test
    void aRefusalIsASentenceOnACard() {
        Driver.now(() -> window.start());
        driver.settle();
        Driver.now(() -> window.open(folder.resolve("nothing.concord")));
        driver.until("the sentence", () -> driver.says("Not finished: Opening the study"));
        assertTrue(
                driver.all(
                                        n ->
                                                n instanceof Labeled l
                                                        && l.getText() != null
                                                        && l.getText().contains("nothing.concord"))
                                .size()
                        > 0);
        driver.press(KeyCode.ESCAPE);
    }
}
