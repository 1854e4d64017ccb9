package org.concordqda.desk.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.desk.InWindow;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.study.CodebookShape;
import org.concordqda.study.Codebooks;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Codes dragged within the tree, in a real window.
@InWindow
class DragCodeTest extends DeskTest {
    private Node cell(String name) {
        return driver.all(
                        n ->
                                n instanceof TreeCell<?> c
                                        && c.getItem() instanceof CodebookNode node
                                        && node.code().isPresent()
                                        && node.name().equals(name))
                .getFirst();
    }

    private List<String> stages() {
        return open.study().codebooks().draft().dimension("dl-stage").orElseThrow().codes().stream()
                .map(Code::name)
                .toList();
    }

    @Test
    void aCodeIsDroppedBeforeAnotherAndUnderOne() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT3);
        driver.until("the tree", () -> driver.says("Data pipeline"));
        TreeView<?> tree = (TreeView<?>) driver.all(TreeView.class::isInstance).getFirst();
        Set<Double> heights = new HashSet<>();
        Driver.now(() -> tree.heightProperty().subscribe(h -> heights.add(h.doubleValue())));
        Point2D environment = driver.middle(cell("Environment"));
        driver.drag(driver.middle(cell("Training")), environment.add(0, -13));
        driver.until(
                "it stands first",
                () ->
                        stages().equals(
                                        List.of(
                                                "Training",
                                                "Environment",
                                                "Data pipeline",
                                                "Modeling")));
        driver.drag(driver.middle(cell("Modeling")), driver.middle(cell("Environment")));
        driver.until("it stands under it", () -> stages().size() == 3);
        assertEquals(1, heights.size(), "lines stay where they are under the pointer: " + heights);
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("both are undone", () -> stages().getFirst().equals("Environment"));
        assertEquals(4, stages().size());
        CodeId used =
                Codebooks.coded(open.study().codebooks().draft(), "Passages > Documentation").id();
        Driver.now(
                () -> {
                    new CodebookShape(open.study()).retire(used, true);
                    tree.scrollTo(tree.getExpandedItemCount() - 1);
                });
        driver.until("retired and used", () -> driver.says("retired · 2"));
    }
}
