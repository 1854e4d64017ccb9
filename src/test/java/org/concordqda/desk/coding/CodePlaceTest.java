package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.Coding;
import org.concordqda.model.Rating;
import org.concordqda.model.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Coding by keyboard, on a real study.
class CodePlaceTest extends DeskTest {
    private SourceTextView text;
    private Source crash;

    @BeforeEach
    void openTheCrash() {
        driver.click("Training crashes after cuDNN update");
        text = (SourceTextView) driver.all(SourceTextView.class::isInstance).getFirst();
        crash = open.study().sources().byKey("mask-kit/maskrcnn#1938").orElseThrow();
    }

    private List<Coding> codings() {
        return open.study().codings().of(crash.id());
    }

    private void select(String words) {
        String all = open.study().sources().text(crash.id()).orElseThrow().text();
        int at = all.indexOf(words);
        Driver.now(
                () -> {
                    text.requestFocus();
                    text.select(at, at + words.length());
                });
        driver.settle();
    }

    private Optional<String> answer(String dimension) {
        var book = open.study().codebooks().draft();
        return open.study().ratings().of(crash.id()).stream()
                .filter(r -> r.coder().equals(open.study().actor()))
                .filter(
                        r ->
                                book.dimension(r.dimension())
                                        .map(d -> d.name().equals(dimension))
                                        .orElse(false))
                .map(Rating::codes)
                .map(
                        codes ->
                                codes.isEmpty()
                                        ? "none"
                                        : book.code(codes.getFirst()).orElseThrow().name())
                .findFirst();
    }

    @Test
    void theQueueShowsHowFarIAm() {
        assertTrue(driver.says("2 of 8 done"));
        assertTrue(driver.says("maintainer-2"));
        driver.shoot("code");
    }

    @Test
    void aCodeIsAppliedFromThePaletteAndUndoneAndRedone() {
        select("same seed");
        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.type("workar");
        driver.press(KeyCode.ENTER);
        assertEquals(7, codings().size());
        Coding last =
                codings().stream()
                        .filter(c -> c.quote().equals("same seed"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("Workaround", open.study().codebooks().name(last.code()));
        driver.until("undo is offered by name", () -> driver.says("Undo: code “Workaround”"));
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(6, codings().size());
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(7, codings().size());
        select("nothing changed");
        driver.press(KeyCode.DIGIT1);
        assertEquals(8, codings().size());
        driver.press(KeyCode.CONTROL, KeyCode.PERIOD);
        assertEquals(8, codings().size(), "the same code on the same passage is not put twice");
        select("the first epoch dies");
        driver.press(KeyCode.CONTROL, KeyCode.PERIOD);
        assertEquals("Workaround", codeOf("the first epoch dies"), "the last code again");
    }

    /// Keys that come before the screens were told of the act.
    @Test
    void aCodeInVivoIsThereAtOnce() {
        select("? We have seen");
        Driver.now(
                () -> {
                    run("In vivo: make the selection a code");
                    run("Compare with other passages");
                });
        driver.until("its passages", () -> driver.says("No other passage has this code yet."));
        assertTrue(driver.says("We have seen"), "no question mark of the sentence before");
        assertFalse(driver.says("This code is not in the codebook any more."));
        driver.press(KeyCode.ESCAPE);
    }

    private void run(String name) {
        open.shell().here().orElseThrow().commands().stream()
                .filter(c -> c.name().startsWith(name))
                .findFirst()
                .orElseThrow()
                .action()
                .run();
    }

    @Test
    void inVivoMakesACodeOfTheWords() {
        select("cost me two days");
        driver.press(KeyCode.CONTROL, KeyCode.I);
        Coding made =
                codings().stream()
                        .filter(c -> c.quote().equals("cost me two days"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("cost me two days", open.study().codebooks().name(made.code()));
        // It is a code of the round from now on: named by its stripe, applied by digit and palette,
        // listed.
        assertEquals(
                "cost me two days",
                Driver.now(() -> text.marks().of(made.id()).orElseThrow().name()));
        select("same seed");
        driver.press(KeyCode.DIGIT1);
        select("nothing changed");
        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.type("two day");
        driver.press(KeyCode.ENTER);
        assertEquals(
                List.of("cost me two days", "nothing changed", "same seed"),
                codings().stream()
                        .filter(c -> c.code().equals(made.code()))
                        .map(Coding::quote)
                        .sorted()
                        .toList());
        driver.click("Codes");
        assertTrue(driver.says("cost me two days"), "in the list of codes");
        // A click puts a code on the selection; the other button of the mouse does not.
        select("the first epoch dies");
        int before = codings().size();
        Point2D row = driver.middle(driver.find("Trust"));
        driver.robot.moveTo(row);
        driver.robot.clickOn(MouseButton.SECONDARY);
        driver.settle();
        assertEquals(before, codings().size());
        driver.clickAt(row.getX(), row.getY());
        assertEquals("Trust", codeOf("the first epoch dies"));
    }

    private String codeOf(String quote) {
        return codings().stream()
                .filter(c -> c.quote().equals(quote))
                .map(c -> open.study().codebooks().name(c.code()))
                .findFirst()
                .orElse("none");
    }

    @Test
    void theMouseThatRestsIsToldTheCodesAndTextIsZoomedByKey() {
        String all = open.study().sources().text(crash.id()).orElseThrow().text();
        int at = all.indexOf("points below");
        Point2D there =
                Driver.now(
                        () -> {
                            Rectangle2D letter = text.shape(at, at + 1).getFirst();
                            return text.localToScreen(letter.getMinX() + 3, letter.getMinY() + 8);
                        });
        driver.robot.moveTo(there);
        driver.until(
                "both codes are named",
                () ->
                        hovered().stream().anyMatch(w -> w.contains("Accuracy below expectations"))
                                && hovered().stream().anyMatch(w -> w.contains("Same data")));
        driver.robot.moveTo(there.add(0, 300));
        driver.until("and not where none is", () -> hovered().isEmpty());
        Driver.now(() -> text.requestFocus());
        driver.press(KeyCode.CONTROL, KeyCode.EQUALS);
        assertEquals(1.1, Driver.now(() -> text.zoom().get()), 1e-9);
        driver.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        driver.press(KeyCode.CONTROL, KeyCode.MINUS);
        assertEquals(1 / 1.1, Driver.now(() -> text.zoom().get()), 1e-9);
    }

    /// What stands in windows over the window.
    private static List<String> hovered() {
        return Driver.now(
                () ->
                        Window.getWindows().stream()
                                .filter(w -> w instanceof PopupWindow && w.isShowing())
                                .flatMap(w -> w.getScene().getRoot().lookupAll(".label").stream())
                                .map(n -> ((Label) n).getText())
                                .toList());
    }

    @Test
    void aSelectedCodingIsResizedAndDeletedByKey() {
        Coding gpu =
                codings().stream()
                        .filter(c -> c.quote().startsWith("the convolution"))
                        .findFirst()
                        .orElseThrow();
        Driver.now(
                () -> {
                    text.requestFocus();
                    text.active().set(markOf(gpu));
                });
        driver.press(KeyCode.ALT, KeyCode.LEFT);
        assertEquals(
                "the convolution API picks another algorithm on Ampere",
                open.study().codings().get(gpu.id()).quote());
        driver.press(KeyCode.DELETE);
        assertEquals(5, codings().size());
    }

    @Test
    void theFormIsFilledByDigitsAndDoneGoesOn() {
        driver.press(KeyCode.F6);
        driver.press(KeyCode.DIGIT4);
        assertEquals(Optional.of("Training"), answer("DL stage"));
        driver.press(KeyCode.TAB);
        driver.press(KeyCode.DIGIT1);
        assertEquals(Optional.of("Basic"), answer("Manifestation"));
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertTrue(driver.says("Still open: Symptom"), "asks once for what is open");
        driver.press(KeyCode.DIGIT1);
        assertEquals(Optional.of("Crash"), answer("Symptom"));
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertTrue(
                open
                        .study()
                        .rounds()
                        .assignments(open.study().rounds().list().getFirst().id())
                        .stream()
                        .anyMatch(
                                a ->
                                        a.source().equals(crash.id())
                                                && a.coder().equals(open.study().actor())
                                                && a.state() == AssignmentState.DONE));
        driver.until("the next source is open", () -> driver.says("P3"));
    }

    @Test
    void aConditionOpensAndClosesQuestions() {
        assertTrue(driver.says("Same code"));
        driver.click("Reporter");
        driver.press(KeyCode.DIGIT2);
        assertEquals(Optional.of("Owner"), answer("Reporter"));
        assertTrue(!driver.says("Same code"), "not asked of an owner");
        driver.press(KeyCode.DIGIT1);
        assertTrue(driver.says("Same code"));
    }

    @Test
    void wordsAreFoundInTheSource() {
        driver.press(KeyCode.CONTROL, KeyCode.F);
        driver.type("cudnn");
        assertTrue(driver.says("1 of 3"));
        driver.press(KeyCode.ENTER);
        assertTrue(driver.says("2 of 3"));
        driver.press(KeyCode.ESCAPE);
    }

    @Test
    void otherPassagesOfACodeAreCompared() {
        Coding docs =
                codings().stream()
                        .filter(c -> c.quote().startsWith("The documentation"))
                        .findFirst()
                        .orElseThrow();
        Driver.now(() -> text.active().set(markOf(docs)));
        driver.press(KeyCode.CONTROL, KeyCode.J);
        assertTrue(driver.says("文档很重要"));
        driver.shoot("compare");
        driver.press(KeyCode.ESCAPE);
    }

    private static Mark markOf(Coding coding) {
        return new Mark(
                coding.id(),
                coding.span().start(),
                coding.span().end(),
                javafx.scene.paint.Color.GREEN,
                "x",
                "");
    }
}
