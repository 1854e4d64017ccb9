package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.concordqda.settings.SettingsFile;
import org.concordqda.study.DeskStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The program started on a study file: the study, and the choices of a first start only where it cannot be
/// opened.
@OneWindow
class BeginWithStudyTest {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path folder;

    private Driver driver;

    private void begin(Path study) {
        SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
        file.save(org.concordqda.settings.Settings.initial().withCoder("Coder A"));
        driver = Driver.desk(file, study);
    }

    @AfterEach
    void close() {
        if (driver != null) {
            Driver.now(() -> driver.window().close());
            driver.close();
        }
    }

    @Test
    void theStudyIsShownAtItsFirstOpenSource() {
        Path study;
        try (var made = DeskStudies.make(folder)) {
            study = made.info().path();
        }
        begin(study);
        driver.until("the study is open", () -> driver.window().study().isPresent());
        assertTrue(driver.says("of 8 done"));
        assertFalse(driver.says("A study can also be dropped here."));
        assertEquals("CV reengineering – Concord", Driver.now(() -> driver.stage().getTitle()));
    }

    @Test
    void whatCannotBeOpenedIsSaidOverTheChoices() {
        begin(folder.resolve("gone.concord"));
        driver.until("it is said", () -> driver.says("There is no study at"));
        assertEquals("Concord", Driver.now(() -> driver.stage().getTitle()));
        assertTrue(driver.says("A study can also be dropped here."));
        driver.press(KeyCode.ESCAPE);
        assertFalse(driver.says("There is no study at"));
        assertFalse(driver.says("Opening gone.concord"));
    }
}
