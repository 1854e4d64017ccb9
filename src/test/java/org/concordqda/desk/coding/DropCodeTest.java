package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Point2D;
import javafx.scene.control.ListCell;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.desk.InWindow;
import org.concordqda.model.Coding;
import org.concordqda.model.Source;
import org.junit.jupiter.api.Test;

import java.util.List;

/// Codes dragged onto the text, in a real window.
@InWindow
class DropCodeTest extends DeskTest {
    private SourceTextView text;
    private Source crash;

    private List<Coding> codings() {
        return open.study().codings().of(crash.id());
    }

    @Test
    void aCodeDroppedOnTheSelectionCodesIt() {
        driver.click("Training crashes after cuDNN update");
        driver.click("Codes");
        text = (SourceTextView) driver.all(SourceTextView.class::isInstance).getFirst();
        crash = open.study().sources().byKey("mask-kit/maskrcnn#1938").orElseThrow();
        String all = open.study().sources().text(crash.id()).orElseThrow().text();
        int at = all.indexOf("same seed");
        Driver.now(() -> text.select(at, at + 9));
        driver.settle();
        var row =
                driver.all(
                                n ->
                                        n instanceof ListCell<?> cell
                                                && cell.getItem() instanceof CodesView.Row r
                                                && r.name().equals("Workaround"))
                        .getFirst();
        Point2D onText = Driver.now(() -> text.localToScreen(200, 200));
        driver.drag(driver.middle(row), onText);
        driver.until("the code is on the passage", () -> codings().size() == 7);
        assertEquals(
                "Workaround",
                codings().stream()
                        .filter(c -> c.quote().equals("same seed"))
                        .map(c -> open.study().codebooks().name(c.code()))
                        .findFirst()
                        .orElseThrow());
    }
}
