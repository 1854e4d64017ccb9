package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.desk.fx.Palette;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Evidence;
import org.concordqda.model.Rating;
import org.concordqda.model.Source;
import org.concordqda.model.Unit;
import org.concordqda.study.FormStudies;
import org.concordqda.study.Study;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The form with everything a form can have, on a real study.
class FormTest extends DeskTest {
    private Source source;

    @Override
    protected Study make(Path where) {
        return FormStudies.make(where);
    }

    @BeforeEach
    void open() {
        source = open.study().sources().byKey("mask-kit/maskrcnn#1938").orElseThrow();
        driver.until("the form is there", () -> driver.says("Framework"));
        driver.press(KeyCode.F6);
    }

    private Optional<Rating> rating(String dimension, int unit) {
        Codebook book = open.study().codebooks().draft();
        List<Unit> units = open.study().units().of(source.id());
        return open.study().ratings().of(source.id()).stream()
                .filter(r -> r.unit().equals(Optional.of(units.get(unit).id())))
                .filter(r -> book.dimension(r.dimension()).orElseThrow().name().equals(dimension))
                .findFirst();
    }

    private List<String> answer(String dimension) {
        Codebook book = open.study().codebooks().draft();
        return rating(dimension, 0).map(Rating::codes).orElse(List.of(new CodeId(-1))).stream()
                .map(id -> book.code(id).map(c -> c.name()).orElse("open"))
                .toList();
    }

    private QuestionPane pane(String dimension) {
        return driver.all(QuestionPane.class::isInstance).stream()
                .map(QuestionPane.class::cast)
                .filter(p -> p.question().dimension().name().equals(dimension))
                .findFirst()
                .orElseThrow();
    }

    private boolean focused(String dimension) {
        return Driver.now(() -> pane(dimension).isFocused());
    }

    private List<Evidence> evidence() {
        return open.study().evidences().of(source.id()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void theQuestionThatHasTheKeyboardIsMarked() {
        Color accent = Palette.LIGHT.of("accent");
        assertEquals(accent, bar());
        driver.press(KeyCode.SHIFT, KeyCode.F6);
        assertFalse(accent.equals(bar()), "the text has it");
        driver.press(KeyCode.F6);
        assertEquals(accent, bar());
        driver.click("Note");
        driver.settle();
        Region field = (Region) Driver.now(() -> driver.stage().getScene().getFocusOwner());
        assertEquals(accent, edge(field), field.toString());
    }

    private static Paint edge(Region region) {
        return Driver.now(() -> region.getBackground().getFills().getFirst().getFill());
    }

    private Paint bar() {
        driver.settle();
        return edge((Region) driver.all(n -> n.getStyleClass().contains("focus")).getFirst());
    }

    @Test
    void wordsBeingTypedBelongToTheUnitTheyWereTypedFor() {
        driver.press(KeyCode.DIGIT3);
        driver.type("Caffe");
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);
        driver.until("the second unit", () -> driver.says("2 of 2"));
        assertEquals("Caffe", rating("Framework", 0).orElseThrow().otherText());
        assertTrue(rating("Framework", 1).isEmpty(), "nothing was said of the second");
    }

    @Test
    void wordsBeingTypedAreStoredWhenTheStudyIsClosed() {
        driver.press(KeyCode.DIGIT3);
        driver.type("Caffe");
        Path file = open.study().info().path();
        leave();
        try (Study again = Study.open(file)) {
            again.actAs("Coder A");
            assertEquals(
                    List.of("Caffe"),
                    again.ratings().of(source.id()).stream().map(Rating::otherText).toList());
        }
    }

    @Test
    void aDigitInTheTextAnswersWhereNothingIsSelected() {
        driver.press(KeyCode.SHIFT, KeyCode.F6);
        driver.until("the text has the keyboard", () -> !focused("Framework"));
        driver.press(KeyCode.DIGIT2);
        assertTrue(focused("Framework"));
        assertEquals(List.of("PyTorch"), answer("Framework"));
        driver.press(KeyCode.SHIFT, KeyCode.F6);
        driver.press(KeyCode.T);
        driver.press(KeyCode.DIGIT1);
        assertEquals(
                List.of("PyTorch"), answer("Framework"), "with a selection it is for the codes");
        assertFalse(focused("Framework"));
    }

    @Test
    void everyKindOfValueIsChosenByKeysAndNothingIsBuiltAnew() {
        driver.press(KeyCode.DIGIT3);
        driver.type("Caffe");
        driver.press(KeyCode.ENTER);
        assertEquals("Caffe", rating("Framework", 0).orElseThrow().otherText());
        assertTrue(focused("Framework"), "Enter gives the keyboard back");
        driver.press(KeyCode.TAB);
        QuestionPane stage = pane("Stage");
        Node row = driver.find("Training");
        driver.press(KeyCode.DIGIT2);
        assertEquals(List.of("Training"), answer("Stage"));
        assertSame(stage, pane("Stage"));
        assertSame(row, driver.find("Training"), "an answer changes signs, not rows");
        assertTrue(focused("Stage"));
        assertFalse(driver.says("Cause"));
        driver.press(KeyCode.DIGIT1);
        assertTrue(driver.says("Cause"), "its condition holds now");
        driver.press(KeyCode.MINUS);
        assertEquals(List.of("Not applicable"), answer("Stage"));
        driver.press(KeyCode.PERIOD);
        assertEquals(List.of("Not mentioned"), answer("Stage"));
        driver.press(KeyCode.COMMA);
        assertEquals(List.of("Unsure"), answer("Stage"));
        assertFalse(driver.says("Cause"), "and does not hold any more");
        driver.press(KeyCode.DIGIT1);
        driver.press(KeyCode.TAB);
        driver.press(KeyCode.DIGIT1);
        driver.press(KeyCode.DIGIT2);
        assertEquals(List.of("Driver"), answer("Cause"), "group digit, then value digit");
        driver.press(KeyCode.DIGIT1);
        driver.press(KeyCode.DIGIT0);
        assertEquals(List.of("Device"), answer("Cause"), "the group itself");
        driver.press(KeyCode.TAB);
        driver.press(KeyCode.DIGIT1);
        driver.press(KeyCode.DIGIT3);
        assertEquals(List.of("Crash", "Slow"), answer("Symptom"));
        driver.press(KeyCode.COMMA);
        assertEquals(List.of("Unsure"), answer("Symptom"), "a special value stands alone");
        driver.press(KeyCode.DIGIT0);
        assertEquals(List.of(), answer("Symptom"), "none of these is an answer");
        driver.press(KeyCode.DIGIT2);
        driver.shoot("form-special");
        driver.press(KeyCode.TAB);
        driver.press(KeyCode.DIGIT2);
        driver.press(KeyCode.DIGIT3);
        assertEquals(List.of("Component number 12"), answer("Component"));
        driver.type("zeb");
        driver.press(KeyCode.ENTER);
        assertEquals(List.of("Zebra component"), answer("Component"));
        assertTrue(driver.says("What part 150 is."), "its definition stays beside it");
        driver.shoot("form-200");
        theAnswerIsInViewAmongManyFromTheBeginning();
    }

    /// Also in the form that is made before it is in the window, as that of the first source.
    private void theAnswerIsInViewAmongManyFromTheBeginning() {
        var question = pane("Component").question();
        ScrollPane box =
                Driver.now(
                        () -> {
                            ValueRows rows =
                                    new ValueRows(
                                            new FormModel(open.session()),
                                            question,
                                            new Digits(question.dimension().codes()).items(),
                                            true);
                            rows.moveCaret(149, true);
                            StackPane root = new StackPane(rows);
                            new Scene(root, 300, 700);
                            root.applyCss();
                            root.layout();
                            root.layout();
                            return (ScrollPane) rows.lookup(".value-scroll");
                        });
        assertTrue(box.getVvalue() > 0.6, "where the caret is: " + box.getVvalue());
    }

    @Test
    void aMouseThatRestsChoosesNothing() {
        driver.press(KeyCode.DIGIT2);
        String before = underCaret();
        var other = driver.middle(driver.find("Other"));
        driver.press(KeyCode.TAB);
        driver.robot.moveTo(other);
        driver.press(KeyCode.SHIFT, KeyCode.TAB);
        driver.settle();
        assertTrue(focused("Framework"));
        assertEquals(before, underCaret());
    }

    private String underCaret() {
        Node row = driver.all(n -> n.getStyleClass().contains("caret")).getFirst();
        return Driver.now(() -> ((Label) row.lookup(".value-name")).getText());
    }

    @Test
    void theDefinitionNeverMovesWhatIsBelow() {
        driver.press(KeyCode.TAB);
        double before = Driver.now(() -> pane("Symptom").localToScene(0, 0).getY());
        for (int i = 0; i < 5; i++) {
            driver.press(KeyCode.DOWN);
            assertEquals(before, Driver.now(() -> pane("Symptom").localToScene(0, 0).getY()), 0.5);
        }
        driver.press(KeyCode.UP);
        driver.press(KeyCode.UP);
        assertTrue(driver.says("Include"));
    }

    @Test
    void checksWarnAndCertaintyFlagsAndNoteStandBeside() {
        driver.press(KeyCode.DIGIT2);
        driver.press(KeyCode.TAB);
        driver.press(KeyCode.DIGIT2);
        assertTrue(driver.says("rare here: look again"));
        driver.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        driver.press(KeyCode.F);
        driver.press(KeyCode.SHIFT, KeyCode.F);
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        Rating stage = rating("Stage", 0).orElseThrow();
        assertEquals("high", stage.certainty());
        assertEquals(List.of("discuss", "second opinion", "translated"), stage.flags());
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        driver.type("Says so twice.");
        driver.click("medium");
        driver.shoot("form-note");
        driver.click("Keep");
        assertEquals("Says so twice.", rating("Stage", 0).orElseThrow().note());
        assertEquals("medium", rating("Stage", 0).orElseThrow().certainty());
        assertTrue(driver.says("Says so twice."));
        Driver.now(
                () -> {
                    driver.stage().setWidth(1000);
                    driver.stage().setHeight(700);
                });
        driver.settle();
        driver.shoot("form-small");
    }

    @Test
    void theSelectionIsKeptAsEvidenceShownJumpedToRemovedAndUndone() {
        SourceTextView text =
                (SourceTextView) driver.all(SourceTextView.class::isInstance).getFirst();
        String all = open.study().sources().text(source.id()).orElseThrow().text();
        int at = all.indexOf("😕");
        driver.press(KeyCode.CONTROL, KeyCode.E);
        assertTrue(driver.says("Select a passage; then Ctrl E"));
        Driver.now(() -> text.select(at, at + 2));
        driver.press(KeyCode.F6);
        driver.press(KeyCode.CONTROL, KeyCode.E);
        assertTrue(driver.says("Answer “Framework” first"));
        driver.press(KeyCode.DIGIT1);
        driver.press(KeyCode.CONTROL, KeyCode.E);
        int second = all.indexOf("cuDNN from");
        Driver.now(() -> text.select(second, second + 5));
        driver.press(KeyCode.CONTROL, KeyCode.E);
        assertEquals(List.of("😕", "cuDNN"), evidence().stream().map(Evidence::quote).toList());
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        driver.click(
                driver.all(
                                n ->
                                        n instanceof TextField f
                                                && "Link as evidence".equals(f.getAccessibleText()))
                        .getFirst());
        driver.type("https://example.org/pull/7");
        driver.press(KeyCode.ENTER);
        assertEquals(3, evidence().size());
        driver.shoot("form-evidence");
        driver.click("❝ 😕");
        assertEquals(at, Driver.now(() -> text.selection().get().orElseThrow().start()));
        assertTrue(focused("Framework"), "one goes on answering");
        driver.press(KeyCode.F6);
        Node cross =
                driver.all(n -> "Take this evidence away".equals(n.getAccessibleText())).getFirst();
        driver.click(cross);
        assertEquals(2, evidence().size());
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(3, evidence().size());
        driver.press(KeyCode.TAB);
        assertTrue(focused("Stage"));
        assertTrue(driver.says("❝ 3"), "folded, the answer still says that it has evidence");
    }

    @Test
    void unitsAreAddedCarryValuesAreNamedRemovedAndBroughtBack() {
        driver.press(KeyCode.DIGIT2);
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);
        assertEquals(2, open.study().units().of(source.id()).size());
        assertTrue(driver.says("2 of 2"));
        assertTrue(driver.says("from unit 1"), "its framework is that of unit 1 until changed");
        driver.shoot("form-carried");
        driver.press(KeyCode.TAB);
        driver.press(KeyCode.DIGIT1);
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
        driver.press(KeyCode.CONTROL, KeyCode.A);
        driver.type("the second defect");
        driver.press(KeyCode.ENTER);
        assertTrue(driver.says("The second defect"));
        driver.press(KeyCode.CONTROL, KeyCode.UP);
        assertTrue(driver.says("1 of 2"));
        driver.press(KeyCode.CONTROL, KeyCode.DOWN);
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
        driver.click("Remove unit …");
        assertTrue(driver.says("Your answer goes with it"), "says what goes with it");
        driver.click("Remove");
        assertEquals(1, open.study().units().of(source.id()).size());
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("it is back", () -> driver.says("of 2"));
        open.study().actAs("Coder B");
        assertEquals(1, open.study().units().of(source.id()).size(), "not told to others yet");
        open.study().actAs("Coder A");
    }
}
