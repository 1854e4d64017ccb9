package org.concordqda.desk.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.desk.Desks;
import org.concordqda.desk.Driver;
import org.concordqda.desk.OneWindow;
import org.concordqda.job.Progress;
import org.concordqda.settings.SettingsFile;
import org.concordqda.study.AgreementView.By;
import org.concordqda.study.RaterSheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Eleven coders and two hundred codes with long names: rows are made only for what is on show, and nothing
/// is cut off unsaid.
@OneWindow
class AgreementLargeTest {
    private static final int CODERS = 11;
    private static final int CODES = 200;
    private static final int UNITS = 1100;

    @TempDir Path folder;

    @Test
    void elevenCodersAndTwoHundredCodes() throws IOException {
        Path study = folder.resolve("large.concord");
        RaterSheets.study(
                sheets(),
                new RaterSheets.Options(
                        List.of("Unit"),
                        false,
                        Optional.empty(),
                        List.of(),
                        AgreementOptions.DEFAULT),
                study,
                "Wave",
                Progress.NONE);
        Driver driver = Driver.desk(new SettingsFile(folder.resolve("settings.json")));
        try {
            look(driver, study);
        } finally {
            Desks.close(driver);
        }
    }

    private static void look(Driver driver, Path study) {
        AgreementPlace place =
                Desks.openAt(driver, study, "Coder with a long name 0", AgreementPlace.class);
        driver.until("dimensions", () -> place.table().getItems().size() == 2);
        driver.until("the detail", () -> driver.says("EVERY COEFFICIENT"));
        Driver.now(() -> place.table().getSelectionModel().select(0));
        driver.until("what is not drawn", () -> driver.says("Drawn are the 24 most disputed of"));
        assertTrue(driver.words().contains("" + UNITS), "how many units there are");
        noNumberIsCut(driver);
        driver.shoot("agreement-large");
        driver.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        driver.until(
                "codes",
                () -> place.model().by.get() == By.CODE && place.table().getItems().size() > CODES);
        driver.settle();
        driver.until("one code against all others", () -> driver.says("all others"));
        noNumberIsCut(driver);
        driver.shoot("agreement-large-codes");
        int rows = driver.all(n -> n instanceof TableRow<?>).size();
        assertTrue(rows < 60, rows + " rows of " + place.table().getItems().size());
        driver.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        driver.until(
                "pairs",
                () ->
                        place.model().by.get() == By.PAIR
                                && place.table().getItems().size()
                                        == 2 * CODERS * (CODERS - 1) / 2);
        Driver.now(() -> place.table().getSortOrder().setAll(List.of(column(place, "α"))));
        driver.settle();
        List<Double> values = new ArrayList<>();
        for (Line line : place.table().getItems()) {
            line.lead(
                            new org.concordqda.analysis.AgreementTable(
                                    "", headsOf(place), List.of(), List.of()))
                    .ifPresent(e -> values.add(e.defined() ? e.value() : Double.MAX_VALUE));
        }
        assertEquals(values.stream().sorted().toList(), values, "sorted by α");
        driver.shoot("agreement-large-pairs");
    }

    private static void noNumberIsCut(Driver driver) {
        assertEquals(
                List.of(),
                driver.words().stream().filter(w -> w.matches("\\d+(\\.\\.\\.|…)")).toList());
    }

    private static List<org.concordqda.analysis.AgreementTable.Head> headsOf(AgreementPlace place) {
        return ((AgreementModel.Shown) place.model().state().get()).view().table().heads();
    }

    private static javafx.scene.control.TableColumn<Line, ?> column(
            AgreementPlace place, String name) {
        return place.table().getColumns().stream()
                .filter(c -> name.equals(c.getId()))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> sheets() throws IOException {
        List<Path> files = new ArrayList<>();
        Random random = new Random(5);
        int[] truth = random.ints(UNITS, 0, CODES).toArray();
        for (int g = 0; g < CODERS; g++) {
            StringBuilder text = new StringBuilder("Unit,Cause,Certain\n");
            for (int u = 0; u < truth.length; u++) {
                int at = random.nextInt(4) == 0 ? random.nextInt(CODES) : truth[u];
                text.append('u')
                        .append(u)
                        .append(",The cause of this defect is number ")
                        .append(at)
                        .append(" of a long list")
                        .append(" of causes that each take a line of their own".repeat(2))
                        .append(',')
                        .append(random.nextInt(5) == 0 ? "no" : "yes")
                        .append('\n');
            }
            Path file = folder.resolve("Coder with a long name " + g + ".csv");
            files.add(Files.writeString(file, text));
        }
        return files;
    }
}
