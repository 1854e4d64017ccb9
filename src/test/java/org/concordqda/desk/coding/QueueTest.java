package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.model.AssignmentState;
import org.junit.jupiter.api.Test;

import java.util.List;

/// The queue of a round: filtered, sorted, finished, reopened, come back to.
class QueueTest extends DeskTest {
    private List<String> titles() {
        return Driver.now(
                () ->
                        list().getItems().stream()
                                .map(e -> ((QueueEntry) e).source().title())
                                .toList());
    }

    private ListView<?> list() {
        return (ListView<?>)
                driver.all(
                                n ->
                                        n instanceof ListView<?>
                                                && "Sources to code".equals(n.getAccessibleText()))
                        .getFirst();
    }

    private void filter(String words) {
        driver.press(KeyCode.CONTROL, KeyCode.L);
        driver.press(KeyCode.CONTROL, KeyCode.A);
        if (words.isEmpty()) {
            driver.press(KeyCode.DELETE);
        } else {
            driver.type(words);
        }
    }

    private void sort(QueueOrder order) {
        ComboBox<?> box =
                (ComboBox<?>)
                        driver.all(n -> "Sort the queue".equals(n.getAccessibleText())).getFirst();
        Driver.now(() -> box.getSelectionModel().select(order.ordinal()));
        driver.settle();
    }

    @Test
    void itIsFilteredByTextLabelAndStateAndSorted() {
        assertEquals(8, titles().size());
        filter("docs");
        assertEquals(List.of("Docs: pretrained weights moved"), titles(), "by label and title");
        filter("bug in progress");
        assertEquals(3, titles().size(), "by label and state together");
        filter("to do");
        assertEquals(2, titles().size(), "an interview whose passages are coded is begun");
        filter("nothing of the kind");
        assertTrue(driver.says("Nothing fits the filter"));
        filter("");
        sort(QueueOrder.TITLE);
        assertEquals("Anchors differ from darknet", titles().getFirst());
        sort(QueueOrder.COMMENTS);
        assertEquals("Interview P3, practitioner", titles().getFirst(), "four turns");
        sort(QueueOrder.STATE);
        assertTrue(titles().getLast().startsWith("mAP"), "the finished ones come last");
        sort(QueueOrder.RANDOM);
        List<String> one = titles();
        TextField seed =
                (TextField)
                        driver.all(n -> "Seed of the random order".equals(n.getAccessibleText()))
                                .getFirst();
        Driver.now(() -> seed.setText("2"));
        assertNotEquals(one, titles());
        Driver.now(() -> seed.setText("1"));
        assertEquals(one, titles(), "one seed, one order");
        filter("docs");
        driver.press(KeyCode.ENTER);
        driver.until(
                "Enter opens the first that fits",
                () -> Driver.now(() -> list().isFocused()) && driver.says("gan-zoo/pix2pix#61"));
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.until("it asks once", () -> open.session().notice().get().contains("Still open"));
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.until(
                "more is said to be there",
                () -> open.session().notice().get().contains("holds more"));
    }

    /// Before it is read it is not said to be empty.
    @Test
    void aQueueThatIsNotReadYetSaysNothing() {
        QueueModel fresh = Driver.now(() -> new QueueModel(open.session()));
        QueueView view = Driver.now(() -> new QueueView(fresh, id -> {}));
        assertEquals(List.of(), said(view));
        Driver.now(() -> fresh.update(() -> {}));
        driver.until("read", () -> !said(view).isEmpty());
        assertTrue(said(view).getFirst().contains(" of 8 done"), said(view).toString());
    }

    private static List<String> said(QueueView view) {
        return Driver.now(
                () ->
                        view.lookupAll(".label").stream()
                                .map(n -> ((javafx.scene.control.Label) n).getText())
                                .filter(t -> t.contains("done") || t.contains("No sources"))
                                .toList());
    }

    @Test
    void aFinishedSourceIsReopened() {
        driver.click("Loss is NaN from step 200");
        assertTrue(driver.says("2 of 8 done"));
        driver.click("Reopen");
        driver.until("it is open again", () -> driver.says("1 of 8 done"));
        var source = open.study().sources().byKey("yolo-lab/detector#310").orElseThrow();
        var round = open.study().rounds().list().getFirst().id();
        assertTrue(
                open.study().rounds().assignments(round).stream()
                        .anyMatch(
                                a ->
                                        a.source().equals(source.id())
                                                && a.coder().equals(open.study().actor())
                                                && a.state() == AssignmentState.IN_PROGRESS));
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("undone", () -> driver.says("2 of 8 done"));
        open.study().rounds().close(round, true);
        driver.settle();
        driver.click("Reopen");
        driver.until(
                "a closed round stays as it is",
                () -> driver.says("is closed, so what was coded in it stays as it is"));
        assertTrue(driver.says("2 of 8 done"));
    }

    @Test
    void itGoesBackToWhereIWas() {
        driver.click("Training crashes after cuDNN update");
        SourceTextView text =
                (SourceTextView) driver.all(SourceTextView.class::isInstance).getFirst();
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);
        assertTrue(driver.says("2 of 2"));
        Driver.now(() -> text.reveal(250));
        driver.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        driver.until("the next source", () -> driver.says("P3"));
        assertFalse(driver.says("2 of 2"));
        driver.press(KeyCode.CONTROL, KeyCode.PAGE_UP);
        driver.until("the second unit again", () -> driver.says("2 of 2"));
        assertEquals(250, Driver.now(() -> caret(text)), "and the caret where it was");
        sort(QueueOrder.TITLE);
        var path = open.study().info().path();
        leave();
        Driver.now(() -> window.open(path));
        driver.until("open again", () -> window.study().isPresent() && driver.says("2 of 2"));
        SourceTextView again =
                (SourceTextView) driver.all(SourceTextView.class::isInstance).getFirst();
        assertEquals(250, Driver.now(() -> caret(again)));
        assertEquals("Anchors differ from darknet", titles().getFirst(), "sorted as it was");
    }

    private static int caret(SourceTextView text) {
        return text.caret().get();
    }
}
