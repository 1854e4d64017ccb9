package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;

import javafx.application.Platform;
import javafx.scene.input.KeyCode;

import org.concordqda.LogRules;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What nobody foresaw is said in a sentence, once, and the desk goes on; details are in the log.
class FailuresTest extends DeskTest {
    @Test
    void whatNobodyForesawIsSaidAndTheDeskGoesOn() {
        int before = open.study().codings().list().size();
        for (int i = 0; i < 30; i++) {
            Platform.runLater(
                    () -> {
                        throw new ArrayIndexOutOfBoundsException("in every frame");
                    });
        }
        driver.until("it is said", () -> driver.says("Something unforeseen happened"));
        assertTrue(driver.says("ArrayIndexOutOfBoundsException"));
        driver.press(KeyCode.ESCAPE);
        driver.until("once", () -> !driver.says("Something unforeseen happened"));
        driver.press(KeyCode.ALT, KeyCode.DIGIT1);
        driver.until("it goes on", () -> driver.says("Import …"));
        assertEquals(before, open.study().codings().list().size());
    }

    @Test
    void theDesksLogIsAFile() throws IOException {
        Path log = folder.resolve("concord.log");
        System.setProperty("concord.log", log.toString());
        LoggerContext context = new LoggerContext();
        try {
            context.setMDCAdapter(new LogbackMDCAdapter());
            new LogRules().configure(context);
        } finally {
            System.clearProperty("concord.log");
        }
        context.getLogger("org.concordqda.test")
                .error("Unexpected", new IllegalStateException("why"));
        context.stop();
        String written = Files.readString(log);
        assertTrue(written.contains("Unexpected") && written.contains("why"), written);
        assertTrue(written.contains("FailuresTest.java"), "with the place: " + written);
    }
}
