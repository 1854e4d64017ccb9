package org.concordqda.desk.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.desk.Desks;
import org.concordqda.desk.Driver;
import org.concordqda.desk.OneWindow;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.job.Progress;
import org.concordqda.settings.SettingsFile;
import org.concordqda.study.AgreementView.By;
import org.concordqda.study.ScriptedStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The place Agreement on the sample study: every tab, its details, and the way out.
@OneWindow
class AgreementPlaceTest {
    @TempDir Path folder;
    private Driver driver;
    private AgreementPlace place;

    @Test
    void everyTabShowsNumbersAndWhatLiesBehindThem() {
        Path file = folder.resolve("sample.concord");
        ScriptedStudy.build(Path.of("samples"), file, Progress.NONE).close();
        driver = Driver.desk(new SettingsFile(folder.resolve("settings.json")));
        place = Desks.openAt(driver, file, "Ana", AgreementPlace.class);
        driver.until("agreement is computed", () -> table().getItems().size() == 11);
        dimensions();
        codes();
        pairs();
        sources();
        rounds();
        passages();
        workbook();
        small();
        Desks.close(driver);
    }

    private TableView<Line> table() {
        return place.table();
    }

    private void tab(KeyCode digit, By by, int atLeast) {
        driver.press(KeyCode.CONTROL, digit);
        driver.until(
                by + " is shown",
                () ->
                        place.model().state().get() instanceof AgreementModel.Shown s
                                && s.wanted().by() == by
                                && table().getItems().size() >= atLeast);
        driver.until("its detail is shown", () -> driver.says("Esc"));
    }

    private void select(String name) {
        Driver.now(
                () -> {
                    for (Line line : table().getItems()) {
                        if (line.cells().contains(name)) {
                            table().getSelectionModel().select(line);
                            table().scrollTo(line);
                            return;
                        }
                    }
                    throw new AssertionError("no row " + name);
                });
        driver.settle();
    }

    private void dimensions() {
        driver.until("the lowest is explained", () -> driver.says("EVERY COEFFICIENT"));
        driver.until("the table has the keyboard", () -> Driver.now(() -> table().isFocused()));
        select("DL stage");
        driver.until("its matrix", () -> driver.says("Ana down, Ben across"));
        driver.shoot("agreement");
        wholeNames("General programming defect", "DL-specific defect");
    }

    /// Names stand whole in the table, also beside a detail, and nothing is off its edge.
    private void wholeNames(String... names) {
        List<String> whole =
                driver.all(n -> n instanceof TableCell<?, ?>).stream()
                        .map(n -> (TableCell<?, ?>) n)
                        .filter(c -> !c.isTextTruncated())
                        .map(TableCell::getText)
                        .toList();
        for (String name : names) {
            assertTrue(whole.contains(name), name);
        }
        assertTrue(
                driver.all(
                                n ->
                                        n instanceof ScrollBar bar
                                                && bar.getOrientation() == Orientation.HORIZONTAL
                                                && bar.getParent().getParent() == table())
                        .isEmpty(),
                "all columns are in view");
    }

    private void codes() {
        tab(KeyCode.DIGIT2, By.CODE, 20);
        driver.shoot("agreement-code");
        wholeNames("Reengineering defect", "Research prototype");
    }

    private void pairs() {
        tab(KeyCode.DIGIT3, By.PAIR, 20);
        driver.shoot("agreement-pair");
    }

    private void sources() {
        tab(KeyCode.DIGIT4, By.SOURCE, 10);
        driver.shoot("agreement-source");
    }

    private void rounds() {
        tab(KeyCode.DIGIT5, By.ROUND, 10);
        select("DL stage");
        driver.until("the difference is told", () -> driver.says("DID IT HELP?"));
        driver.shoot("agreement-rounds");
        select("Challenge");
        driver.until("passages are planned too", () -> driver.says("HOW MANY UNITS ARE NEEDED"));
        driver.until(
                "from this pilot",
                () ->
                        driver.words().stream()
                                .anyMatch(
                                        w ->
                                                w.matches(
                                                        "About [\\d,]+ for α ± 0.10. Counted in .*")));
        driver.shoot("agreement-rounds-passages");
    }

    private void passages() {
        Driver.now(
                () ->
                        place.model()
                                .choose(
                                        place.model().loaded().rounds().stream()
                                                .filter(r -> r.name().equals("Themes"))
                                                .findFirst()
                                                .orElseThrow()));
        tab(KeyCode.DIGIT6, By.PASSAGES, 10);
        driver.until(
                "passages stand side by side",
                () -> driver.says("other edges") || driver.says("only "));
        driver.shoot("agreement-passages");
        wholeNames("Existing implementations", "Data pipeline");
        tab(KeyCode.DIGIT4, By.SOURCE, 3);
        driver.until("each source's passages", () -> driver.says("PASSAGES SIDE BY SIDE"));
        driver.shoot("agreement-source-passages");
        tab(KeyCode.DIGIT6, By.PASSAGES, 10);
    }

    private void workbook() {
        Path there = folder.resolve("agreement.xlsx");
        Sheets sheets = (Sheets) Driver.now(() -> driver.scene().getRoot().lookup(".scrim"));
        TableOutput output =
                new TableOutput(
                        driver.window().study().orElseThrow().session(), sheets, Optional::empty);
        try {
            Files.writeString(there, "worked on");
            Driver.now(() -> output.workbook(folder));
            driver.until("it asks", () -> driver.says("Replace agreement.xlsx?"));
            driver.press(KeyCode.ESCAPE);
            driver.settle();
            assertEquals("worked on", Files.readString(there));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void small() {
        Driver.now(
                () -> {
                    driver.stage().setWidth(1000);
                    driver.stage().setHeight(700);
                });
        driver.settle();
        driver.shoot("agreement-small-passages");
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        driver.settle();
        driver.shoot("agreement-small-empty");
        driver.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        driver.until("rounds again", () -> driver.says("from round to round"));
        select("General programming defect");
        driver.until("its detail lies over the table", () -> driver.says("ROUND BY ROUND"));
        driver.shoot("agreement-small");
    }
}
