package org.concordqda.desk.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeCell;
import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.model.Check;
import org.concordqda.model.Dimension;
import org.concordqda.study.CodebookFields;
import org.junit.jupiter.api.Test;

import java.util.List;

/// A check that is being put together stays while the codebook changes; one that is there goes with Delete alone.
class CheckFormTest extends DeskTest {
    @Test
    void staysWhileTheCodebookChanges() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT3);
        driver.until("the tree", () -> driver.says("Data pipeline"));
        driver.click(
                driver.all(
                                n ->
                                        n instanceof TreeCell<?> c
                                                && c.getItem() instanceof CodebookNode node
                                                && node.name().equals("DL stage"))
                        .getFirst());
        driver.until("its fields", () -> !driver.all(this::isPlus).isEmpty());
        Driver.now(() -> ((Button) driver.all(this::isPlus).getFirst()).fire());
        driver.settle();
        Driver.now(() -> combo("When").getSelectionModel().select(2));
        Driver.now(() -> combo("Other dimension").getSelectionModel().select(1));
        Driver.now(() -> combo("Value").getSelectionModel().select(1));
        String other = Driver.now(() -> combo("Other dimension").getValue());
        Node warn = sentence();
        Driver.now(warn::requestFocus);
        driver.type("Rare together");

        Check elsewhere =
                new Check(
                        stage().allCodes().getFirst().key(),
                        dimension(other).key(),
                        List.of(dimension(other).allCodes().getFirst().key()),
                        "From elsewhere");
        change(new CodebookFields(open.study()), elsewhere);
        driver.until("it is there", () -> driver.says("From elsewhere"));
        assertEquals("Rare together", Driver.now(() -> ((TextInputControl) sentence()).getText()));
        assertTrue(Driver.now(() -> sentence().isFocused()), "one goes on typing");

        driver.press(KeyCode.ENTER);
        driver.until("both are stored", () -> stage().checks().size() == 2);
        Check made = stage().checks().getLast();
        assertEquals(stage().allCodes().get(2).key(), made.when());
        assertEquals(dimension(other).key(), made.dimension());
        assertEquals(List.of(dimension(other).allCodes().get(1).key()), made.values());
        driver.until("the form is closed", () -> !driver.all(this::isPlus).isEmpty());
        checksGoWithDeleteAlone();
    }

    /// Enter goes on everywhere else; on a check it takes nothing away.
    private void checksGoWithDeleteAlone() {
        Dimension stage = dimension("DL stage");
        List<Check> checks =
                List.of("a", "b").stream()
                        .map(
                                w ->
                                        new Check(
                                                stage.allCodes().getFirst().key(),
                                                dimension("Framework").key(),
                                                List.of(
                                                        dimension("Framework")
                                                                .allCodes()
                                                                .getFirst()
                                                                .key()),
                                                "Sentence " + w))
                        .toList();
        Driver.now(
                () ->
                        new CodebookFields(open.study())
                                .change(CodebookFields.withChecks(stage, checks), false, ""));
        driver.until("both are there", () -> driver.says("Sentence b"));
        Node first = check("Sentence a");
        Driver.now(first::requestFocus);
        driver.press(KeyCode.ENTER);
        driver.press(KeyCode.SPACE);
        assertEquals(2, dimension("DL stage").checks().size());
        Node cross =
                driver.all(
                                n ->
                                        n instanceof Button
                                                && "Remove this check (Delete)"
                                                        .equals(n.getAccessibleText()))
                        .getFirst();
        assertFalse(cross.isFocusTraversable(), "Tab passes by");
        driver.shoot("codebook-checks");
        driver.press(KeyCode.DELETE);
        driver.until("one is left", () -> dimension("DL stage").checks().size() == 1);
        driver.until("on the next", () -> Driver.now(() -> check("Sentence b").isFocused()));
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("one undo", () -> dimension("DL stage").checks().equals(checks));
    }

    private Node check(String sentence) {
        return driver.all(
                        n ->
                                n.getAccessibleText() != null
                                        && n.getAccessibleText().startsWith("Check: ")
                                        && n.getAccessibleText().contains(sentence))
                .getFirst();
    }

    private void change(CodebookFields fields, Check check) {
        Driver.now(
                () -> fields.change(CodebookFields.withChecks(stage(), List.of(check)), false, ""));
    }

    private Dimension stage() {
        return dimension("DL stage");
    }

    private Dimension dimension(String name) {
        return open.study().codebooks().draft().dimensions().stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean isPlus(Node n) {
        return n instanceof Button b && "+ Check".equals(b.getText());
    }

    private Node sentence() {
        return driver.all(
                        n ->
                                n instanceof TextInputControl f
                                        && "Sentence that warns".equals(f.getAccessibleText()))
                .getFirst();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> combo(String name) {
        return (ComboBox<String>)
                driver.all(n -> n instanceof ComboBox<?> c && name.equals(c.getAccessibleText()))
                        .getFirst();
    }
}
