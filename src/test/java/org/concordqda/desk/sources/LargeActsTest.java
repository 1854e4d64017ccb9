package org.concordqda.desk.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.desk.OtherWork;
import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.model.Attribute.Of;
import org.concordqda.model.AttributeType;
import org.concordqda.model.Source;
import org.concordqda.study.DeskWorkload;
import org.concordqda.study.Study;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Acts on many sources go on beside the window, can be cancelled, and give back what was typed when they
/// are refused.
class LargeActsTest extends DeskTest {
    private static final int ISSUES = 520;

    @Override
    protected Study make(Path where) {
        try {
            Study study = Study.open(DeskWorkload.make(where, ISSUES, 1, 1));
            study.actAs("Lead");
            study.attributes().add(Of.SOURCE, "stars", AttributeType.NUMBER, List.of());
            return study;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void chooseAll() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT1);
        driver.until("the table is there", () -> driver.says(ISSUES + 1 + " sources"));
        TableView<?> table = (TableView<?>) driver.all(TableView.class::isInstance).getFirst();
        Driver.now(() -> table.getSelectionModel().selectAll());
        driver.settle();
    }

    private void fill(String name, String words) {
        TextField field =
                (TextField)
                        driver.all(
                                        n ->
                                                n instanceof TextField
                                                        && name.equals(n.getAccessibleText()))
                                .getLast();
        Driver.now(() -> field.setText(words));
    }

    private String typed(String name) {
        return ((TextField)
                        driver.all(
                                        n ->
                                                n instanceof TextField
                                                        && name.equals(n.getAccessibleText()))
                                .getLast())
                .getText();
    }

    private long having(String value) {
        return open.study().sources().attributes().values().stream()
                .filter(v -> value.equals(v.get("stars")))
                .count();
    }

    @Test
    void manySourcesAreChangedBesideTheWindow() throws IOException {
        chooseAll();
        AtomicInteger shown = new AtomicInteger();
        Jobs jobs = open.session().jobs();
        Driver.now(() -> jobs.running().subscribe(() -> shown.addAndGet(jobs.running().size())));
        driver.click("Set …");
        fill("Attribute", "stars");
        fill("Value (nothing removes it)", "many");
        driver.click("Set");
        driver.until("it is refused", () -> driver.says("Not finished"));
        assertEquals(0, having("many"));
        driver.press(KeyCode.ESCAPE);
        driver.until("the card is back", () -> driver.says("Set an attribute of"));
        assertEquals("many", typed("Value (nothing removes it)"), "what was typed stays");
        // Refused a second time, it is said a second time.
        driver.click("Set");
        driver.until("it is refused again", () -> driver.says("Not finished"));
        driver.press(KeyCode.ESCAPE);
        fill("Value (nothing removes it)", "12");
        driver.click("Set");
        driver.until("it is set", () -> having("12") == ISSUES + 1);
        assertTrue(shown.get() > 0, "it was shown as under way");
        assertFalse(driver.says("Not finished"));

        // Begun and cancelled at once: nothing of it is stored.
        driver.click("Set …");
        fill("Attribute", "stars");
        fill("Value (nothing removes it)", "13");
        Driver.now(
                () -> {
                    ((javafx.scene.control.Button) driver.find("Set")).fire();
                    jobs.cancelAll();
                });
        driver.until("it is over", () -> jobs.running().isEmpty());
        assertEquals(ISSUES + 1, having("12") + having("13"));
        assertTrue(having("13") == 0 || having("12") == 0, "all or nothing");
        assertEquals(ISSUES + 1, open.study().sources().list().stream().map(Source::id).count());

        anImportIsCancelledAndNothingElse(jobs);
    }

    /// While other work goes on, which was begun before.
    private void anImportIsCancelledAndNothingElse(Jobs jobs) throws IOException {
        Path file = Files.writeString(folder.resolve("talk.txt"), "Ann: Hm.\nBea: Ah.\n");
        Sheets sheets = (Sheets) Driver.now(() -> driver.scene().getRoot().lookup(".scrim"));
        OtherWork other = new OtherWork();
        Driver.now(
                () -> {
                    other.begin(jobs);
                    new ImportFlow(open.session(), sheets).read(List.of(file), false);
                });
        driver.click("Cancel");
        assertFalse(sheets.isVisible());
        other.end();
        driver.until("all is over", () -> jobs.running().isEmpty());
        assertTrue(driver.says("Cancelled: Reading. The study is as it was."));
        assertFalse(driver.says("Cancelled: Weighing"));
    }
}
