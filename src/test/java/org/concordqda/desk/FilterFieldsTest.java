package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.concordqda.desk.fx.Sheets;
import org.concordqda.model.MemoKind;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// Every field that narrows a list has the same keys.
class FilterFieldsTest extends DeskTest {
    private TextField field(String name) {
        return (TextField)
                driver.all(n -> n instanceof TextField && name.equals(n.getAccessibleText()))
                        .getFirst();
    }

    private static String words(TextField field) {
        return Driver.now(() -> field.getText());
    }

    private String keyboard() {
        return Driver.now(() -> driver.scene().getFocusOwner().getAccessibleText());
    }

    private boolean card() {
        return !driver.all(n -> n instanceof Sheets).isEmpty();
    }

    @Test
    void escapeTakesTheWordsAwayAndThenGivesTheKeyboardBack() {
        Map<String, String> lists =
                Map.of(
                        "Filter sources", "Sources",
                        "Filter the queue", "Sources to code",
                        "Filter codes", "Codes for passages",
                        "Filter the codebook", "Codebook");
        Map<KeyCode, List<String>> places =
                Map.of(
                        KeyCode.DIGIT1, List.of("Filter sources"),
                        KeyCode.DIGIT2, List.of("Filter the queue", "Filter codes"),
                        KeyCode.DIGIT3, List.of("Filter the codebook"));
        places.forEach(
                (digit, fields) -> {
                    driver.press(KeyCode.ALT, digit);
                    for (String name : fields) {
                        if (name.equals("Filter codes")) {
                            driver.click("Codes");
                        }
                        TextField field = field(name);
                        Driver.now(field::requestFocus);
                        driver.type("tr");
                        assertEquals("tr", words(field), name);
                        driver.press(KeyCode.ESCAPE);
                        assertEquals("", words(field), name);
                        assertTrue(Driver.now(field::isFocused), name);
                        driver.press(KeyCode.ESCAPE);
                        assertEquals(lists.get(name), keyboard(), name);
                    }
                });
    }

    @Test
    void onACardTheWordsGoFirstAndDownChoosesTheFirst() {
        open.study()
                .memos()
                .write(
                        MemoKind.REFLEXIVE,
                        "Tired",
                        "Harsh.",
                        List.of(open.study().memos().journal()));
        Map<String, KeyCode[]> cards =
                Map.of(
                        "Search memos",
                        new KeyCode[] {KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J},
                        "Filter by what was done or who did it",
                        new KeyCode[] {KeyCode.CONTROL, KeyCode.H},
                        "Look for a key or for what it does",
                        new KeyCode[] {KeyCode.F1});
        cards.forEach(
                (name, keys) -> {
                    driver.press(keys);
                    driver.until(name, this::card);
                    TextField field = field(name);
                    Driver.now(field::requestFocus);
                    driver.type("e");
                    driver.press(KeyCode.ESCAPE);
                    assertEquals("", words(field), name);
                    assertTrue(card(), name);
                    if (!name.startsWith("Look")) {
                        driver.until("read", () -> !list().getItems().isEmpty());
                        driver.press(KeyCode.DOWN);
                        Node owner = Driver.now(() -> driver.scene().getFocusOwner());
                        ListView<?> list = assertInstanceOf(ListView.class, owner, name);
                        assertEquals(0, list.getSelectionModel().getSelectedIndex(), name);
                        Driver.now(field::requestFocus);
                    }
                    driver.press(KeyCode.ESCAPE);
                    assertFalse(card(), name);
                });
    }

    private ListView<?> list() {
        Node card = driver.all(n -> n instanceof Sheets).getFirst();
        return (ListView<?>) Driver.now(() -> card.lookup(".list-view"));
    }
}
