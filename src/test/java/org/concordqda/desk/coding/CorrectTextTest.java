package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.model.Coding;
import org.concordqda.model.Source;
import org.concordqda.study.Doubts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/// A misheard word is corrected where it stands, what it touched is looked at, a name is masked everywhere.
class CorrectTextTest extends DeskTest {
    private SourceTextView text;
    private Source crash;

    @BeforeEach
    void openTheCrash() {
        driver.click("Training crashes after cuDNN update");
        text = (SourceTextView) driver.all(SourceTextView.class::isInstance).getFirst();
        crash = open.study().sources().byKey("mask-kit/maskrcnn#1938").orElseThrow();
    }

    private String now() {
        return open.study().sources().text(crash.id()).orElseThrow().text();
    }

    private void select(String words) {
        int at = now().indexOf(words);
        Driver.now(
                () -> {
                    text.requestFocus();
                    text.select(at, at + words.length());
                });
        driver.settle();
    }

    private Coding code(String words) {
        int at = now().indexOf(words);
        var study = open.study();
        return study.codings()
                .get(
                        study.codings()
                                .apply(
                                        open.session().actingRound(),
                                        crash.id(),
                                        at,
                                        at + words.length(),
                                        study.codebooks()
                                                .draft()
                                                .dimensions()
                                                .getLast()
                                                .codes()
                                                .getLast()
                                                .id()));
    }

    @Test
    void aMisheardWordIsCorrectedAndWhatItTouchedLookedAt() {
        Coding touched = code("which cost me two days");
        Coding after = code("the first epoch dies");
        code("me two days");
        select("two days");
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        driver.until("the stretch can be edited", () -> driver.says("Correct the text"));
        driver.until("nothing yet", () -> saying("Nothing would change."));
        assertFalse(saying("more source"), "no source is left out of what would change");
        driver.type("three days 😤");
        driver.until("the touch is counted", () -> saying("to look at"));
        driver.shoot("correct");
        Node sheets = driver.all(Sheets.class::isInstance).getFirst();
        var beside = Driver.now(() -> sheets.localToScreen(20, 400));
        driver.clickAt(beside.getX(), beside.getY());
        assertTrue(driver.says("Correct the text"), "a press beside the card loses nothing");
        // What was typed a moment ago is not looked at yet.
        driver.press(KeyCode.SPACE);
        driver.press(KeyCode.BACK_SPACE);
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.until("corrected", () -> now().contains("cost me three days 😤"));
        driver.until("the bar tells", () -> saying(" to look at"));
        assertEquals("the first epoch dies", open.study().codings().get(after.id()).quote());
        assertEquals("which cost me three days", open.study().codings().get(touched.id()).quote());
        assertEquals(now(), textShown());
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        driver.until("side by side", () -> saying("“which cost me two days”"));
        assertTrue(saying("“which cost me three days”"));
        driver.shoot("doubtful");
        int waiting = new Doubts(open.study()).mine(crash.id()).size();
        assertTrue(waiting > 1, "there is a next one");
        driver.click("Accept");
        assertEquals(waiting - 1, new Doubts(open.study()).mine(crash.id()).size());
        var next = new Doubts(open.study()).mine(crash.id()).getFirst();
        driver.until(
                "the next is shown in the text",
                () ->
                        Driver.now(() -> text.selection().get())
                                .filter(s -> s.start() == next.now().start())
                                .isPresent());
        driver.until("Enter would accept it", () -> accepting());
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until(
                "the doubt is back",
                () -> new Doubts(open.study()).mine(crash.id()).size() == waiting);
        Driver.now(() -> text.select(0, 8));
        driver.settle();
        driver.until("the bar is back", () -> saying(" to look at"));
        if (!saying("Put on the selection")) {
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
            driver.settle();
        }
        Driver.now(() -> text.select(0, 8));
        driver.settle();
        driver.click("Put on the selection");
        assertEquals(waiting - 1, new Doubts(open.study()).mine(crash.id()).size());
        assertTrue(
                open.study().codings().of(crash.id()).stream()
                        .anyMatch(c -> c.quote().equals("Training")));

        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.type("Versions of this");
        driver.press(KeyCode.ENTER);
        driver.until("versions", () -> driver.says("Version 2"));
        driver.until("what changed", () -> saying("Line "));
        driver.shoot("versions");
        driver.press(KeyCode.ESCAPE);
        for (int i = 0; i < 2; i++) {
            driver.press(KeyCode.CONTROL, KeyCode.Z);
        }
        driver.until("the text is as it was", () -> now().contains("cost me two days"));
        driver.until("it is shown", () -> textShown().equals(now()));
        assertEquals("which cost me two days", open.study().codings().get(touched.id()).quote());
    }

    @Test
    void wordsAreReplacedEverywhereWithAPreview() {
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        type("Words to replace", "Config");
        type("What stands there afterwards", "settings");
        driver.click("Preview");
        driver.until("what stays is said", () -> saying("Stays in the texts: “config” ("));
        driver.click("In any case");
        driver.click("Preview");
        driver.until("counted", () -> saying("4 places in 4 sources"));
        driver.shoot("replace-everywhere");
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.until("done", () -> now().contains("the released settings"));
        driver.until("it is shown", () -> textShown().equals(now()));
        assertFalse(
                open.study().history().log(1).getFirst().words().contains("config"),
                "the history does not name what was replaced");
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("undone", () -> now().contains("the released config"));
    }

    private boolean accepting() {
        return Driver.now(
                () ->
                        driver.scene().getFocusOwner() instanceof Button b
                                && b.getText().equals("Accept"));
    }

    private boolean saying(String part) {
        return driver.words().stream().anyMatch(w -> w.contains(part));
    }

    private String textShown() {
        List<String> shown = new java.util.ArrayList<>();
        Driver.now(() -> shown.add(text.text()));
        return shown.getFirst();
    }

    private void type(String field, String words) {
        driver.click(
                driver.all(n -> n instanceof TextField f && field.equals(f.getAccessibleText()))
                        .getFirst());
        driver.press(KeyCode.CONTROL, KeyCode.A);
        driver.type(words);
    }
}
