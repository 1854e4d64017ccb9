package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.model.Dimension;
import org.concordqda.model.Scope;
import org.concordqda.study.DeskStudies;
import org.concordqda.study.Study;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/// A study whose codebook asks of whole units only, and that has no round yet.
class InVivoTest extends DeskTest {
    @Override
    protected Study make(Path where) {
        return DeskStudies.ofUnitsAlone(where);
    }

    private List<Dimension> forPassages() {
        return open.study().codebooks().draft().dimensions().stream()
                .filter(d -> d.scope() == Scope.PASSAGE)
                .toList();
    }

    private boolean speaksOfRounds() {
        return driver
                        .all(
                                n ->
                                        n.getAccessibleText() != null
                                                && n.getAccessibleText()
                                                        .startsWith("Round to code"))
                        .stream()
                        .anyMatch(Node::isVisible)
                || driver.says("Round Coding");
    }

    @Test
    void oneEnterMakesRoomForACodeOfThePassagesOwnWords() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT2);
        driver.until("the text", () -> driver.says("It cost me two days to find."));
        SourceTextView text =
                (SourceTextView) driver.all(SourceTextView.class::isInstance).getFirst();
        String words = Driver.now(() -> text.text());
        int at = words.indexOf("cost me");
        Driver.now(
                () -> {
                    text.requestFocus();
                    text.select(at, at + "cost me two days".length());
                });
        driver.settle();
        driver.press(KeyCode.CONTROL, KeyCode.I);
        driver.until("asked", () -> driver.says("The codebook has no codes for passages yet"));
        driver.shoot("code-in-vivo-first");
        driver.press(KeyCode.ESCAPE);
        assertEquals(List.of(), forPassages());
        driver.press(KeyCode.CONTROL, KeyCode.I);
        driver.press(KeyCode.ENTER);
        driver.until("coded", () -> open.study().codings().list().size() == 1);
        assertEquals("Codes", forPassages().getFirst().name());
        assertEquals("cost me two days", forPassages().getFirst().codes().getFirst().name());
        driver.settle();
        assertFalse(speaksOfRounds(), "the one round that came by itself is not spoken of");
        driver.shoot("code-in-vivo-made");

        // The same words again are the same code.
        Driver.now(() -> text.select(at, at + "cost me two days".length() - 1));
        Driver.now(() -> text.select(at, at + "cost me two days".length()));
        driver.settle();
        driver.press(KeyCode.CONTROL, KeyCode.I);
        driver.settle();
        assertEquals(1, forPassages().getFirst().codes().size());

        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("one undo", () -> forPassages().isEmpty());
        assertEquals(List.of(), open.study().codings().list());
        assertFalse(speaksOfRounds(), "nor when nothing is coded in it any more");
        assertEquals("begin coding", open.study().history().undoable().orElseThrow());
        Driver.now(() -> open.study().rounds().open("Pilot", false));
        driver.until("two rounds", this::speaksOfRounds);
    }
}
