package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Place;
import org.concordqda.model.CodeId;
import org.concordqda.study.Codebooks;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Walks every place as somebody without a mouse, and as somebody without eyes.
class KeysAndFocusTest extends DeskTest {
    @Test
    void everyPlaceCanBeUsedByKeyboardAndByEar() {
        List<String> wrong = new ArrayList<>();
        Set<String> drawn = new HashSet<>();
        for (Place place : open.shell().places()) {
            Driver.now(() -> open.shell().enter(place));
            driver.settle();
            clashes(place.name(), wrong);
            nameless(place.name(), wrong);
            unreachable(place.name(), wrong, drawn);
            arrows(place.name(), wrong);
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void roundsAndReportsTakeTheKeyboardWhereItIsSeen() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT4);
        driver.until("the rounds", () -> driver.says("Open a round"));
        driver.settle();
        assertTrue(owner() instanceof javafx.scene.control.ButtonBase, "" + owner());
        driver.press(KeyCode.CONTROL, KeyCode.N);
        driver.type("Second round\n");
        driver.until("it is open", () -> driver.says("Second round"));
        driver.settle();
        assertTrue(owner() instanceof javafx.scene.control.ButtonBase, "" + owner());
        driver.press(KeyCode.ALT, KeyCode.DIGIT6);
        driver.until(
                "the primary act of Reports has it",
                () -> owner() != null && owner().getStyleClass().contains("primary"));
    }

    private Node owner() {
        return Driver.now(() -> driver.scene().getFocusOwner());
    }

    /// An act makes the opener of a sheet anew: the keyboard stays in the place, not on the rail.
    @Test
    void theKeyboardStaysInThePlaceWhenWhatHadItIsMadeAnew() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT3);
        driver.until("the codebook", () -> driver.says("Data pipeline"));
        driver.click("Data pipeline");
        driver.settle();
        Place place = open.shell().here().orElseThrow();
        Node retire = driver.find("Retire");
        Driver.now(retire::requestFocus);
        driver.press(KeyCode.SPACE);
        driver.until("it is retired", () -> driver.says("Offer again"));
        driver.until("the keyboard is in the place", () -> within(place.view()));
    }

    /// A menu is open in the place that is left; the keyboard comes along, and every list that opens has a
    /// ground of its own.
    @Test
    void theKeyboardComesAlongIntoEveryPlace() {
        for (Place place : open.shell().places()) {
            driver.press(KeyCode.ALT, KeyCode.DIGIT1);
            driver.until("sources", () -> driver.says("8 sources"));
            driver.click("Only");
            Driver.now(() -> open.shell().enter(place));
            driver.settle();
            Node content = place.view().getParent();
            driver.until(place.name() + " has the keyboard", () -> within(content));
        }
    }

    @Test
    void aListThatOpensHidesWhatIsBelow() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT4);
        driver.until("rounds", () -> !driver.all(ComboBox.class::isInstance).isEmpty());
        ComboBox<?> box = (ComboBox<?>) driver.all(ComboBox.class::isInstance).getFirst();
        Driver.now(box::show);
        driver.settle();
        Region list =
                Driver.now(
                        () -> (Region) ((ComboBoxListViewSkin<?>) box.getSkin()).getPopupContent());
        assertTrue(
                Driver.now(
                        () ->
                                list.getBackground() != null
                                        && list.getBackground().getFills().getLast().getFill()
                                                instanceof Color c
                                        && c.isOpaque()));
        Driver.now(box::hide);
    }

    private boolean within(Node place) {
        return Driver.now(
                () -> {
                    Node at = driver.scene().getFocusOwner();
                    while (at != null && !at.equals(place)) {
                        at = at.getParent();
                    }
                    return at != null;
                });
    }

    private void clashes(String place, List<String> wrong) {
        Map<String, List<String>> byKey = new HashMap<>();
        for (Command command : Driver.now(() -> open.shell().commands().toList())) {
            if (command.key() != null) {
                byKey.computeIfAbsent(command.keys(), k -> new ArrayList<>()).add(command.name());
            }
        }
        byKey.forEach(
                (key, names) -> {
                    if (names.size() > 1) {
                        wrong.add(place + ": " + key + " means " + names);
                    }
                });
    }

    private List<Node> focusable() {
        return driver.all(n -> n.isFocusTraversable() && !n.isDisabled() && shown(n));
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.isDisabled()) {
                return false;
            }
        }
        return node.getLayoutBounds().getWidth() > 0;
    }

    private void nameless(String place, List<String> wrong) {
        for (Node node : focusable()) {
            boolean named =
                    Driver.now(
                            () ->
                                    said(node.getAccessibleText())
                                            || node instanceof Labeled l && said(l.getText())
                                            || node instanceof TextInputControl t
                                                    && said(t.getPromptText()));
            if (!named) {
                wrong.add(place + ": no accessible name on " + name(node));
            }
        }
    }

    private static boolean said(String words) {
        return words != null && !words.isBlank();
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName()
                + " "
                + node.getStyleClass()
                + " “"
                + node.getAccessibleText()
                + "”";
    }

    /// Tab from the first control comes by every other and back; and one sees where one is.
    private void unreachable(String place, List<String> wrong, Set<String> drawn) {
        Set<Node> wanted = new LinkedHashSet<>(focusable());
        // Of toggles that exclude one another Tab need only reach one: arrows go to the others.
        wanted.removeIf(
                n -> n instanceof ToggleButton t && t.getToggleGroup() != null && !t.isSelected());
        Node first = wanted.iterator().next();
        Driver.now(first::requestFocus);
        Set<Node> reached = new HashSet<>();
        Node at = first;
        for (int i = 0; i < 400 && reached.add(at); i++) {
            String kind = at.getClass().getSimpleName() + at.getStyleClass();
            // Fields draw a caret, and a question of the form stays marked while the text has the
            // keyboard.
            boolean itself =
                    at instanceof TextInputControl
                            || at instanceof jfx.incubator.scene.control.richtext.RichTextArea
                            || at.getStyleClass().contains("unit-dim");
            if (!itself && drawn.add(kind) && !visibleFocus(at)) {
                wrong.add(place + ": focus is not seen on " + name(at));
            }
            Node from = at;
            Driver.now(
                    () -> {
                        from.requestFocus();
                        from.requestFocusTraversal(TraversalDirection.NEXT);
                    });
            at = Driver.now(() -> driver.scene().getFocusOwner());
        }
        assertEquals(first, at, place + ": Tab goes round");
        for (Node node : focusable()) {
            if (wanted.contains(node) && !reached.contains(node)) {
                wrong.add(place + ": Tab does not reach " + name(node));
            }
        }
    }

    /// From the chosen toggle of a group the arrows come by all others, and each is chosen.
    private void arrows(String place, List<String> wrong) {
        for (Node node : focusable()) {
            if (!(node instanceof ToggleButton first)
                    || first.getToggleGroup() == null
                    || !first.equals(first.getToggleGroup().getToggles().getFirst())) {
                continue;
            }
            Driver.now(
                    () -> {
                        first.setSelected(true);
                        first.requestFocus();
                    });
            int all = first.getToggleGroup().getToggles().size();
            for (int i = 1; i < all; i++) {
                driver.press(KeyCode.RIGHT);
                driver.settle();
                Node now = Driver.now(() -> driver.scene().getFocusOwner());
                // What is shown for one may bring its own copy of the group.
                if (!(now instanceof ToggleButton t)
                        || !t.isSelected()
                        || t.getToggleGroup().getToggles().indexOf(t) != i) {
                    wrong.add(
                            place + ": arrow " + i + " of " + name(first) + " is at " + name(now));
                }
            }
        }
    }

    /// Both pictures are taken at once: what is read in the background and comes in between would move things,
    /// or take the keyboard.
    private boolean visibleFocus(Node node) {
        driver.settle();
        return Driver.now(
                () -> {
                    node.requestFocus();
                    WritableImage with = driver.scene().snapshot(null);
                    if (node.getScene() == null || !node.isFocused()) {
                        return true; // made anew when it got the keyboard, or hands it on
                    }
                    var box = node.localToScene(node.getLayoutBounds());
                    focusable().stream()
                            .filter(n -> n != node && !inside(n, node))
                            .findFirst()
                            .get()
                            .requestFocus();
                    WritableImage without = driver.scene().snapshot(null);
                    int changed = 0;
                    int left = Math.max(0, (int) box.getMinX() - 4);
                    int top = Math.max(0, (int) box.getMinY() - 4);
                    int right = (int) Math.min(with.getWidth(), box.getMaxX() + 4);
                    int bottom = (int) Math.min(with.getHeight(), box.getMaxY() + 4);
                    for (int x = left; x < right; x++) {
                        for (int y = top; y < bottom; y++) {
                            if (with.getPixelReader().getArgb(x, y)
                                    != without.getPixelReader().getArgb(x, y)) {
                                changed++;
                            }
                        }
                    }
                    return changed >= 12;
                });
    }

    private static boolean inside(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    @Test
    void escapePutsEveryCardAwayAndGivesTheKeyboardBack() {
        Map<String, KeyCode[]> cards =
                Map.of(
                        "palette", new KeyCode[] {KeyCode.CONTROL, KeyCode.K},
                        "keys", new KeyCode[] {KeyCode.F1},
                        "settings", new KeyCode[] {KeyCode.CONTROL, KeyCode.COMMA},
                        "history", new KeyCode[] {KeyCode.CONTROL, KeyCode.H},
                        "find", new KeyCode[] {KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F},
                        "rule", new KeyCode[] {KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A});
        for (Map.Entry<String, KeyCode[]> card : cards.entrySet()) {
            Node before = Driver.now(() -> driver.scene().getFocusOwner());
            driver.press(card.getValue());
            assertTrue(sheetShown(), card.getKey());
            Node owner = Driver.now(() -> driver.scene().getFocusOwner());
            assertTrue(inside(owner, sheets()), card.getKey() + " takes the keyboard");
            driver.press(KeyCode.ESCAPE);
            assertFalse(sheetShown(), card.getKey());
            assertEquals(before, Driver.now(() -> driver.scene().getFocusOwner()), card.getKey());
        }
    }

    private Node sheets() {
        return driver.all(n -> n instanceof Sheets).getFirst();
    }

    private boolean sheetShown() {
        return !driver.all(n -> n instanceof Sheets).isEmpty();
    }

    @Test
    void keysOfAFieldStayInTheField() {
        TextField filter =
                (TextField)
                        driver.all(
                                        n ->
                                                n instanceof TextField f
                                                        && String.valueOf(f.getAccessibleText())
                                                                .toLowerCase(java.util.Locale.ROOT)
                                                                .contains("filter"))
                                .getFirst();
        int codings = open.study().codings().list().size();
        Driver.now(filter::requestFocus);
        driver.type("cu");
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        assertFalse("cu".equals(filter.getText()), "undo is the field's");
        assertEquals(codings, open.study().codings().list().size());
        Driver.now(() -> filter.setText(""));
        driver.type("f?");
        assertEquals("f?", filter.getText());
        assertFalse(sheetShown(), "? typed is no command");
    }

    @Test
    void thePaletteFindsCommandsOfThePlaceAndRemembersThem() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT2);
        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.type("histo");
        assertTrue(driver.says("EVERYWHERE"));
        driver.press(KeyCode.ENTER);
        driver.until("history", () -> driver.says("Undo to here"));
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.ALT, KeyCode.DIGIT1);
        driver.press(KeyCode.CONTROL, KeyCode.K);
        assertTrue(driver.says("RECENT"), "works from every place, recent first");
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.ALT, KeyCode.DIGIT2);
        driver.type("?");
        driver.until("all keys", this::sheetShown);
        Set<String> said = driver.words().stream().collect(Collectors.toSet());
        for (Place place : open.shell().places()) {
            for (Command command : Driver.now(place::commands)) {
                assertTrue(command.key() == null || said.contains(command.name()), command.name());
            }
        }
        driver.type("in vivo");
        assertFalse(driver.says("Go to Rounds"));
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.ESCAPE);
        CodeId code = Codebooks.coded(open.study().codebooks().draft(), "Workaround").id();
        Driver.now(() -> open.study().codebooks().edit(code, "aliases", "Detour", false, ""));
        driver.press(KeyCode.CONTROL, KeyCode.T);
        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.type("detou");
        driver.until(
                "a code is found by its other name",
                () -> driver.words().stream().anyMatch(w -> w.endsWith("· also called Detour")));
        driver.press(KeyCode.ESCAPE);
    }
}
