package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

import org.concordqda.job.Progress;
import org.concordqda.settings.SettingsFile;
import org.concordqda.study.ScriptedStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// The sample study in the desk, also in a small window.
@OneWindow
class DeskSampleTest {
    @TempDir Path folder;

    @Test
    void theSampleStudyIsReadCodedAndCompared() {
        Path samples = Path.of("samples");
        assumeTrue(Files.exists(samples.resolve("study.yaml")), "no samples here");
        Path file = folder.resolve("sample.concord");
        String coder;
        try (var study = ScriptedStudy.build(samples, file, Progress.NONE)) {
            coder = study.coders().list().getFirst().name();
        }
        try (Driver driver = Driver.desk(new SettingsFile(folder.resolve("settings.json")))) {
            DeskWindow window = driver.window();
            Driver.now(() -> window.settings(window.settings().withCoder(coder)));
            Driver.now(() -> window.open(file));
            driver.until("it is open", () -> window.study().isPresent());
            driver.press(KeyCode.ALT, KeyCode.DIGIT2);
            driver.until("a source is open", () -> driver.says("opened this"));
            driver.shoot("sample-code");
            driver.press(KeyCode.CONTROL, KeyCode.L);
            driver.type("interview");
            driver.until("it is in the queue", () -> driver.says("transcript · 28 turns"));
            driver.click("transcript · 28 turns");
            driver.until("its text", () -> driver.says("Can you describe your role?"));
            driver.click("Codes");
            driver.press(KeyCode.SHIFT, KeyCode.F6);
            driver.shoot("sample-interview");
            driver.press(KeyCode.ALT, KeyCode.DIGIT5);
            driver.until("agreement is computed", () -> driver.says("Computed in"));
            assertTrue(driver.says("DL stage"));
            driver.shoot("sample-agreement");
            driver.press(KeyCode.ALT, KeyCode.DIGIT3);
            driver.until("the codebook", () -> driver.says("Framework"));
            driver.shoot("sample-codebook");
            Driver.now(
                    () -> {
                        driver.stage().setWidth(1000);
                        driver.stage().setHeight(700);
                    });
            driver.press(KeyCode.ALT, KeyCode.DIGIT2);
            driver.shoot("sample-code-small");
            assertTrue(
                    Driver.now(
                            () -> {
                                var root = driver.stage().getScene().getRoot();
                                var text = root.lookup(".source-view");
                                var side = root.lookup(".side-panel");
                                return text.localToScene(text.getBoundsInLocal()).getMaxX()
                                        <= side.localToScene(side.getBoundsInLocal()).getMinX() + 1;
                            }),
                    "nothing of the text lies under the form");
            assertTrue(
                    Driver.now(
                            () -> {
                                var head = (Pane) driver.stage().getScene().lookup(".source-head");
                                return head.getChildren().stream()
                                        .filter(Node::isVisible)
                                        .allMatch(
                                                n ->
                                                        n.getBoundsInParent().getMaxX()
                                                                <= head.getWidth());
                            }),
                    "no chip over the text is cut");
            Driver.now(() -> window.close());
        }
    }
}
