package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.concordqda.desk.fx.Context;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Place;
import org.concordqda.study.StrainedStudies;
import org.concordqda.study.Study;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Two hundred codes, long names and words from right to left in a window of 1000 x 700, and in the 720 x 420
/// that a display scale of 200 % leaves of a small screen.
class SmallWindowTest extends DeskTest {
    /// Commands that ask the system for a file, leave the study, or only move.
    private static final String NOT_HERE =
            "(Code as|Work in|Import|Open another|Save a copy|Export|Write both|Close the study|Attributes from|Undo|Redo"
                    + "|Colours|Larger|Smaller|Window|Text at|Show the tour|Remove|Retire|Take this"
                    + "|Take my|Done|Next|Previous|To the|Go to|Back|Forward|Flag|How sure|Line numbers|Filter|Move"
                    + "|Put|Copy|Agreement:).*";

    @Override
    protected Study make(java.nio.file.Path where) {
        return StrainedStudies.make(where);
    }

    @Test
    void everyButtonIsInsideASmallWindowAndWhatIsCutIsTold() {
        List<String> outside = new ArrayList<>();
        size(720, 420);
        assertTrue(driver.says("70 % (of 100 %)"), "it says why all is small");
        for (Place place : open.shell().places()) {
            go(place);
            picture("scaled", place.name());
            outside(place.name(), outside);
            List<Command> commands = new ArrayList<>(Driver.now(place::commands));
            if (place.name().equals("Reports")) {
                Driver.now(() -> open.shell().commands().forEach(commands::add));
            }
            for (Command command : commands) {
                if (command.name().matches(NOT_HERE)) {
                    continue;
                }
                Driver.now(command.action());
                driver.settle();
                if (!driver.all(n -> n instanceof Sheets).isEmpty()) {
                    outside(command.name(), outside);
                    driver.press(KeyCode.ESCAPE);
                }
            }
        }
        size(1000, 700);
        assertFalse(driver.says("of 100 %"));
        for (Place place : open.shell().places()) {
            go(place);
            outside(place.name(), outside);
            prompts(place.name(), outside);
            severals(place.name(), outside);
            picture("strained", place.name());
        }
        assertEquals("", String.join("\n", outside));
        whatIsCutIsToldByTheMouse();
        hitsAmongHebrewAreReadFromTheRight();
    }

    /// That a question takes several values is said in full, however long the question is.
    private void severals(String place, List<String> cut) {
        List<Node> said = driver.all(n -> n instanceof Label l && "several".equals(l.getText()));
        assertTrue(!place.equals("Code") || !said.isEmpty(), "a question that takes several");
        said.stream()
                .filter(n -> Driver.now(() -> ((Label) n).isTextTruncated()))
                .forEach(n -> cut.add(place + ": several"));
    }

    private void whatIsCutIsToldByTheMouse() {
        go(open.shell().places().get(1));
        List<Node> cut =
                driver.all(
                        n ->
                                n instanceof Label l
                                        && l.isTextTruncated()
                                        && l.getTooltip() == null
                                        && l.getText().startsWith("Training "));
        Label label = (Label) cut.getFirst();
        driver.robot.moveTo(driver.middle(label));
        driver.until("its words", () -> label.getTooltip() != null);
        assertEquals(label.getText(), label.getTooltip().getText());
        Driver.now(() -> label.setText("Short"));
        driver.robot.moveTo(driver.middle(driver.find("QUEUE")));
        driver.settle();
        driver.robot.moveTo(driver.middle(label));
        driver.until("nothing is cut any more", () -> label.getTooltip() == null);
    }

    private void hitsAmongHebrewAreReadFromTheRight() {
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        driver.type("PyTorch");
        driver.until("hits", () -> driver.says("places in"));
        driver.picture("strained-find");
        Node hit =
                driver.all(
                                n ->
                                        n instanceof Label l
                                                && "PyTorch".equals(l.getText())
                                                && l.getParent() instanceof Context)
                        .getFirst();
        List<Node> row = Driver.now(() -> hit.getParent().getChildrenUnmodifiable());
        List<Double> places = row.stream().map(n -> driver.middle(n).getX()).toList();
        assertTrue(places.get(0) > places.get(1), "before it, at its right");
        assertTrue(places.get(1) > places.get(2), "after it, at its left");
        driver.press(KeyCode.ESCAPE);
    }

    private void size(double width, double height) {
        Driver.now(
                () -> {
                    driver.stage().setMinWidth(0);
                    driver.stage().setMinHeight(0);
                    driver.stage().setWidth(width);
                    driver.stage().setHeight(height);
                });
        driver.settle();
    }

    private void picture(String kind, String place) {
        driver.picture(kind + "-" + place.toLowerCase(Locale.ROOT));
    }

    /// Goes to a place and chooses what has the longest name there.
    private void go(Place place) {
        Driver.now(() -> open.shell().enter(place));
        driver.settle();
        if (place.name().equals("Code")) {
            driver.press(KeyCode.SHIFT, KeyCode.F6);
            driver.press(KeyCode.CONTROL, KeyCode.T);
        }
        Driver.now(
                () -> {
                    for (Node node :
                            driver.all(n -> n instanceof TreeView || n instanceof TableView)) {
                        if (node instanceof TreeView<?> tree) {
                            int at = Math.max(0, tree.getExpandedItemCount() - 20);
                            tree.getSelectionModel().select(at);
                            tree.scrollTo(Math.max(0, at - 4));
                        } else if (place.name().equals("Sources")
                                && node instanceof TableView<?> t) {
                            t.getSelectionModel().select(t.getItems().size() - 1);
                        }
                    }
                });
        driver.settle();
    }

    /// Prompts that are wider than their field.
    private void prompts(String where, List<String> outside) {
        for (Node node : driver.all(n -> n instanceof TextField f && f.getPromptText() != null)) {
            TextField field = (TextField) node;
            double words =
                    Driver.now(
                            () -> {
                                Text text = new Text(field.getPromptText());
                                text.setFont(field.getFont());
                                return text.getLayoutBounds().getWidth();
                            });
            double room =
                    field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
            if (words > room) {
                outside.add(where + ": “" + field.getPromptText() + "” " + words + " > " + room);
            }
        }
    }

    /// Buttons that do not lie in the window, but those that can be scrolled to.
    private void outside(String where, List<String> outside) {
        double width = driver.scene().getWidth() + 1;
        double height = driver.scene().getHeight() + 1;
        for (Node node : driver.all(n -> n instanceof ButtonBase && !scrolls(n))) {
            Bounds box = Driver.now(() -> node.localToScene(node.getLayoutBounds()));
            if (box.getMinX() < -1
                    || box.getMinY() < -1
                    || box.getMaxX() > width
                    || box.getMaxY() > height) {
                outside.add(where + ": " + ((ButtonBase) node).getText() + " at " + box);
            }
        }
    }

    private static boolean scrolls(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ScrollPane || at instanceof VirtualFlow<?>) {
                return true;
            }
        }
        return false;
    }
}
