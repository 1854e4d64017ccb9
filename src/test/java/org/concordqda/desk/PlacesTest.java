package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;

import org.concordqda.model.Round;
import org.junit.jupiter.api.Test;

/// Every place shows what it is for, in light and dark.
class PlacesTest extends DeskTest {
    @Test
    void everyPlaceShowsItsContent() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT1);
        driver.until("sources", () -> driver.says("8 sources"));
        driver.shoot("sources");
        driver.press(KeyCode.ALT, KeyCode.DIGIT3);
        driver.until("codebook", () -> driver.says("DL stage"));
        driver.click("Environment");
        assertTrue(driver.says("used"));
        driver.shoot("codebook");
        driver.press(KeyCode.ALT, KeyCode.DIGIT4);
        driver.until("rounds", () -> driver.says("Re-pilot"));
        assertTrue(driver.says("8 of 8 done"));
        driver.shoot("rounds");
        driver.press(KeyCode.ALT, KeyCode.DIGIT5);
        driver.until("a blind round is not compared", () -> driver.says("Re-pilot is blind"));
        Driver.now(
                () -> {
                    var study = open.study();
                    for (var source : study.sources().list()) {
                        study.rounds()
                                .mark(
                                        study.rounds().list().getFirst().id(),
                                        source.id(),
                                        org.concordqda.model.AssignmentState.DONE);
                    }
                    study.rounds().unseal(study.rounds().list().getFirst().id());
                });
        driver.until("agreement is computed", () -> driver.says("Computed in"));
        driver.shoot("agreement");
        driver.press(KeyCode.ALT, KeyCode.DIGIT6);
        driver.until("reports", () -> driver.says("summary.xlsx"));
        driver.shoot("reports");
        driver.press(KeyCode.ALT, KeyCode.DIGIT2);
        driver.until("code", () -> driver.says("2 of 8 done") || driver.says("8 of 8 done"));
        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.shoot("palette");
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.F1);
        driver.shoot("keys");
        driver.press(KeyCode.ESCAPE);
        Driver.now(() -> window.start());
        driver.settle();
        assertTrue(driver.says("RECENT STUDIES"));
        driver.shoot("start");
    }

    private Round round() {
        return open.study().rounds().byName("Re-pilot").orElseThrow();
    }

    @SuppressWarnings("unchecked") // by its name
    private ComboBox<Object> choice(String name) {
        return (ComboBox<Object>)
                driver.all(n -> name.equals(n.getAccessibleText())).stream()
                        .findFirst()
                        .orElseThrow();
    }
}
