package org.concordqda.desk;

import org.concordqda.settings.SettingsFile;
import org.concordqda.study.DeskStudies;
import org.concordqda.study.Study;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// A whole desk on a small real study, for tests of its places.
@OneWindow
public abstract class DeskTest {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    protected Path folder;

    protected Driver driver;
    protected DeskWindow window;
    protected OpenStudy open;

    /// The study to open; another where a test needs one.
    protected Study make(Path where) {
        return DeskStudies.make(where);
    }

    /// Closes the study, as somebody who goes back to the start.
    protected void leave() {
        Driver.now(() -> window.start());
        driver.settle();
    }

    @BeforeEach
    void openDesk() {
        Path study;
        try (var made = make(folder)) {
            study = made.info().path();
        }
        driver = Driver.desk(new SettingsFile(folder.resolve("settings.json")));
        window = driver.window();
        Driver.now(() -> window.settings(window.settings().withCoder("Coder A")));
        Driver.now(() -> window.open(study));
        driver.until("the study is open", () -> window.study().isPresent());
        open = Driver.now(() -> window.study().orElseThrow());
    }

    @AfterEach
    void closeDesk() {
        Driver.now(() -> window.close());
        driver.close();
    }
}
