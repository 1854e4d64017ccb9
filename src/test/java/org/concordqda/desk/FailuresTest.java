package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;

import javafx.application.Platform;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URL;
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
    void theDesksLogIsAFile() throws IOException, JoranException {
        Path log = folder.resolve("concord.log");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("concord.log", log.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL rules = FailuresTest.class.getResource("/logback-desk.xml");
        configurator.doConfigure(rules);
        context.getLogger("org.concordqda.test")
                .error("Unexpected", new IllegalStateException("why"));
        context.stop();
        String written = Files.readString(log);
        assertTrue(written.contains("Unexpected") && written.contains("why"), written);
        assertTrue(written.contains("FailuresTest.java"), "with the place: " + written);
    }
}
