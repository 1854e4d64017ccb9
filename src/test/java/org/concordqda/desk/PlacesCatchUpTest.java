package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.TableView;

import org.concordqda.desk.session.Place;
import org.concordqda.model.AssignmentState;
import org.junit.jupiter.api.Test;

import java.util.List;

/// A place one comes back to shows what happened meanwhile, and reads nothing when nothing did.
class PlacesCatchUpTest extends DeskTest {
    private Place place(String name) {
        return open.shell().places().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void go(String name) {
        Driver.now(() -> open.shell().enter(place(name)));
        driver.settle();
    }

    /// Whether going there makes anything be read.
    private boolean reads(String name) {
        boolean reading =
                Driver.now(
                        () -> {
                            open.shell().enter(place(name));
                            return open.session().jobs().reading();
                        });
        driver.settle();
        return reading;
    }

    @Test
    void whatWasDoneElsewhereIsThereAndNothingIsReadTwice() {
        for (Place each : open.shell().places()) {
            go(each.name());
        }
        driver.until("all is read", () -> !open.session().jobs().reading());
        // Reports looks at what it would write each time.
        for (Place each : open.shell().places().subList(0, 5)) {
            assertFalse(reads(each.name()), each.name() + " as it was left is not read again");
        }
        go("Rounds");
        assertTrue(driver.says("2 of 8 done"), driver.words()::toString);
        go("Sources");
        Driver.now(
                () -> {
                    var study = open.study();
                    var source = study.sources().byKey("p3.txt").orElseThrow();
                    study.rounds()
                            .mark(
                                    study.rounds().list().getFirst().id(),
                                    source.id(),
                                    AssignmentState.DONE);
                    study.attributes().set(List.of(source.id()), "severity", "high");
                });
        driver.settle();
        assertTrue(reads("Rounds"));
        assertTrue(driver.says("3 of 8 done"), driver.words()::toString);
        assertTrue(reads("Code"));
        assertTrue(driver.says("3 of 8 done"), driver.words()::toString);
        assertFalse(reads("Codebook"), "no use of a code changed");
        assertTrue(reads("Agreement"));
        assertFalse(reads("Sources"), "it was read where the act was seen");
        assertFalse(
                driver.all(n -> n instanceof TableView<?> t && !t.getItems().isEmpty()).isEmpty());
        Driver.now(() -> open.session().undo());
        driver.settle();
        go("Rounds");
        assertTrue(driver.says("3 of 8 done"), "undone was the attribute");
    }
}
