package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.ScrollPane;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.study.FormStudies;
import org.concordqda.study.Study;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A form that is longer than its window.
class LongFormTest extends DeskTest {
    @Override
    protected Study make(Path where) {
        return FormStudies.make(where, 12);
    }

    private List<QuestionPane> panes() {
        return driver.all(QuestionPane.class::isInstance).stream()
                .map(QuestionPane.class::cast)
                .toList();
    }

    private ScrollPane scroll() {
        return driver.all(ScrollPane.class::isInstance).stream()
                .map(ScrollPane.class::cast)
                .filter(s -> s.getContent().lookup(".unit-dim") != null)
                .findFirst()
                .orElseThrow();
    }

    private static boolean inView(ScrollPane scroll, QuestionPane pane) {
        var at = scroll.sceneToLocal(pane.localToScene(pane.getLayoutBounds()));
        return at.getMaxY() > 0 && at.getMinY() < scroll.getHeight();
    }

    /// What is out of view is not made, and nothing moves when it is.
    @Test
    void aQuestionOutOfViewKeepsTheRoomOfItsValues() {
        driver.until("the form is there", () -> driver.says("Framework"));
        driver.settle();
        ScrollPane scroll = scroll();
        Map<QuestionPane, Double> rooms = new HashMap<>();
        for (QuestionPane pane : panes()) {
            assertFalse(pane.unseen() && inView(scroll, pane), "what is in view is there");
            if (pane.unseen()) {
                rooms.put(pane, pane.getHeight());
            }
        }
        assertTrue(rooms.size() >= 8, rooms.size() + " are out of view");
        double all = Driver.now(() -> scroll.getContent().getLayoutBounds().getHeight());
        for (double at = 0; at <= 1; at += 0.25) {
            double to = at;
            Driver.now(() -> scroll.setVvalue(to));
            driver.settle();
            assertFalse(panes().stream().anyMatch(p -> p.unseen() && inView(scroll, p)));
        }
        rooms.forEach(
                (pane, room) -> {
                    String name = pane.question().dimension().name();
                    assertFalse(pane.lookupAll(".value").isEmpty(), name);
                    assertEquals(room, pane.getHeight(), 0.5, name);
                });
        assertEquals(all, scroll.getContent().getLayoutBounds().getHeight(), 4);

        QuestionPane last = panes().getLast();
        Driver.now(last::requestFocus);
        driver.settle();
        assertTrue(inView(scroll, last), "the keyboard takes the view along");
        assertFalse(last.unseen());
    }
}
