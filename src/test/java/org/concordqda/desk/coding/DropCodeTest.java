package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.desk.InWindow;
import org.concordqda.model.CodeId;
import org.concordqda.model.Coding;
import org.concordqda.model.Source;
import org.concordqda.study.Codebooks;
import org.junit.jupiter.api.Test;

import java.util.List;

/// Codes dragged onto the text and text onto codes, in a real window.
@InWindow
class DropCodeTest extends DeskTest {
    private SourceTextView text;
    private Source crash;

    private List<Coding> codings() {
        return open.study().codings().of(crash.id());
    }

    private ListCell<?> row(String name) {
        return (ListCell<?>)
                driver.all(
                                n ->
                                        n instanceof ListCell<?> cell
                                                && cell.getItem() instanceof CodesView.Row r
                                                && r.name().equals(name))
                        .getFirst();
    }

    private String codeOf(String quote) {
        return codings().stream()
                .filter(c -> c.quote().equals(quote))
                .map(c -> open.study().codebooks().name(c.code()))
                .findFirst()
                .orElseThrow();
    }

    /// A code goes on the selection, without one on the comment under the mouse; the selected words on a code.
    @Test
    void codesAreDroppedOnTextAndTextOnCodes() {
        driver.click("Training crashes after cuDNN update");
        driver.click("Codes");
        text = (SourceTextView) driver.all(SourceTextView.class::isInstance).getFirst();
        crash = open.study().sources().byKey("mask-kit/maskrcnn#1938").orElseThrow();
        String all = open.study().sources().text(crash.id()).orElseThrow().text();
        int at = all.indexOf("same seed");
        Driver.now(() -> text.select(at, at + 9));
        driver.settle();
        Point2D onText = Driver.now(() -> text.localToScreen(200, 200));
        driver.drag(driver.middle(row("Workaround")), onText);
        driver.until("the code is on the passage", () -> codings().size() == 7);
        assertEquals("Workaround", codeOf("same seed"));

        int days = all.indexOf("two days");
        Driver.now(() -> text.select(days, days + 8));
        driver.settle();
        Point2D selected =
                Driver.now(
                        () -> {
                            Rectangle2D r = text.shape(days, days + 8).getFirst();
                            return text.localToScreen(
                                    r.getMinX() + r.getWidth() / 2, r.getMinY() + 8);
                        });
        driver.drag(selected, driver.middle(row("GPU usage")));
        driver.until("the passage is under the code", () -> codings().size() == 8);
        assertEquals("GPU usage", codeOf("two days"));

        int which = all.indexOf("Which GPU");
        Driver.now(() -> text.reveal(0));
        driver.settle();
        Point2D comment =
                Driver.now(
                        () -> {
                            Rectangle2D r = text.shape(which, which + 5).getFirst();
                            return text.localToScreen(r.getMinX() + 8, r.getMinY() + 8);
                        });
        driver.drag(driver.middle(row("Documentation")), comment);
        driver.until("the comment has the code", () -> codings().size() == 9);
        assertEquals(
                "Documentation",
                codings().stream()
                        .filter(c -> c.quote().startsWith("Which GPU"))
                        .map(c -> open.study().codebooks().name(c.code()))
                        .findFirst()
                        .orElseThrow());

        CodeId workaround = Codebooks.coded(open.study().codebooks().draft(), "Workaround").id();
        Driver.now(
                () -> {
                    open.study().codebooks().edit(workaround, "aliases", "Detour", false, "");
                    filter().setText("detou");
                });
        driver.until("found by its other name", () -> driver.says("Workaround"));
        assertTrue(shown("Workaround") && !shown("Documentation"));
        Driver.now(() -> filter().setText("zzz"));
        driver.until("none is found", () -> driver.says("No code is called so."));
    }

    private TextField filter() {
        return (TextField)
                driver.all(
                                n ->
                                        n instanceof TextField f
                                                && "Filter codes".equals(f.getPromptText()))
                        .getFirst();
    }

    private boolean shown(String name) {
        return !driver.all(
                        n ->
                                n instanceof ListCell<?> cell
                                        && cell.getItem() instanceof CodesView.Row r
                                        && r.name().equals(name))
                .isEmpty();
    }
}
