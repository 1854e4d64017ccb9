package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.study.LongSources;
import org.concordqda.study.Study;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// A source with twenty thousand stored codings, in the whole desk.
class LongStudyTest extends DeskTest {
    private static final int CODINGS = 20_000;

    @Override
    protected Study make(Path where) {
        Study study = LongSources.study(where.resolve("long.concord"), "Coder A");
        try {
            LongSources.add(study, where, 400_000, CODINGS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return study;
    }

    private long stored() {
        return open.study().codings().list().size();
    }

    @Test
    void twentyThousandCodingsAreShownAndOneIsPutMovedTakenAndUndone() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT2);
        driver.until(
                "the text is there",
                () -> open.shell().here().filter(CodePlace.class::isInstance).isPresent());
        SourceTextView text = ((CodePlace) open.shell().here().orElseThrow()).text();
        driver.until("all are shown", () -> text.marks().size() == CODINGS);
        int far = Driver.now(() -> text.text().indexOf("we talk", 300_000));
        Driver.now(
                () -> {
                    text.requestFocus();
                    text.select(far, far + 7);
                });
        driver.settle();
        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.type("number 137");
        driver.press(KeyCode.ENTER);
        driver.until("one more", () -> text.marks().size() == CODINGS + 1);
        assertEquals(CODINGS + 1, stored());
        Mark made =
                Driver.now(
                        () ->
                                text.marks().touching(far, far + 7).stream()
                                        .filter(m -> m.start() == far && m.end() == far + 7)
                                        .findFirst()
                                        .orElseThrow());
        assertEquals("Code number 137", made.name());
        driver.shoot("long-study");
        Driver.now(
                () -> {
                    text.requestFocus();
                    text.active().set(made);
                });
        driver.press(KeyCode.ALT, KeyCode.RIGHT);
        assertTrue(
                open.study().codings().get(made.id()).quote().startsWith("we talk about"),
                open.study().codings().get(made.id()).quote());
        driver.press(KeyCode.DELETE);
        driver.until("it is taken", () -> text.marks().size() == CODINGS);
        assertEquals(CODINGS, stored());
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("it is back", () -> text.marks().size() == CODINGS + 1);
    }
}
