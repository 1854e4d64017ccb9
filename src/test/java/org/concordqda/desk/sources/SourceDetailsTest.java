package org.concordqda.desk.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.model.Case;
import org.concordqda.model.SourceId;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Cases and attributes of the chosen sources beside the table, by keyboard.
class SourceDetailsTest extends DeskTest {
    private List<SourceId> members(String name) {
        return open.study().cases().list().stream()
                .filter(c -> c.name().equals(name))
                .map(Case::sources)
                .findFirst()
                .orElseThrow();
    }

    private String focused() {
        return Driver.now(
                () -> {
                    Node owner = driver.scene().getFocusOwner();
                    return owner == null ? "" : String.valueOf(owner.getAccessibleText());
                });
    }

    /// Tab comes by a case and Enter there does nothing: only Delete takes the source out, as one act, and the
    /// keyboard stays with the cases.
    @Test
    void enterOnACaseDoesNothingAndDeleteTakesOut() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT1);
        driver.until("sources", () -> driver.says("8 sources"));
        SourceTable table = (SourceTable) driver.all(SourceTable.class::isInstance).getFirst();
        Driver.now(() -> table.getSelectionModel().clearAndSelect(0));
        driver.settle();
        SourceId chosen = Driver.now(() -> table.chosen().getFirst().source().id());
        open.study().cases().put("repository", "alpha", List.of(chosen));
        open.study().cases().put("repository", "beta", List.of(chosen));
        driver.until("both cases", () -> driver.says("alpha") && driver.says("beta"));
        Driver.now(table::requestFocus);
        List<String> passed = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        for (Node at = table; seen.add(at); at = Driver.now(() -> driver.scene().getFocusOwner())) {
            passed.add(focused());
            Node from = at;
            Driver.now(() -> from.requestFocusTraversal(TraversalDirection.NEXT));
        }
        assertTrue(passed.contains("repository alpha"), passed.toString());
        assertFalse(passed.stream().anyMatch(n -> n.startsWith("Take out of")), passed.toString());
        Driver.now(() -> called("repository alpha").requestFocus());
        driver.press(KeyCode.ENTER);
        driver.press(KeyCode.SPACE);
        assertEquals(List.of(chosen), members("alpha"));
        driver.shoot("sources-case-chip");
        driver.press(KeyCode.DELETE);
        driver.until("taken out", () -> members("alpha").isEmpty());
        driver.until("on the next case", () -> focused().equals("repository beta"));
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("one undo", () -> members("alpha").equals(List.of(chosen)));
        Driver.now(() -> ((Button) called("Take out of beta (Delete)")).fire());
        driver.until("by the mouse", () -> members("beta").isEmpty());
    }

    private Node called(String accessible) {
        return driver.all(n -> accessible.equals(n.getAccessibleText())).getFirst();
    }
}
