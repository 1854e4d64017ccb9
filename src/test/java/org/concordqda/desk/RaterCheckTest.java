package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Two spreadsheets dropped on the first screen are compared before anything else is asked.
class RaterCheckTest extends DeskTest {
    @Test
    void twoSheetsAreCompared() throws IOException {
        Path ana = sheet("ana.csv", "PyTorch", "pytorch ", "Keras", "Keras", "Crash");
        Path ben = sheet("ben.csv", "PyTorch", "PyTorch", "Keras", "PyTorch", "Hang");
        Driver.now(() -> window.start());
        driver.settle();
        assertTrue(driver.says("Check two rater sheets"));
        Driver.now(() -> window.check(List.of(ana, ben)));
        driver.until("the sheets are compared", () -> driver.says("Agreement of the sheets"));
        assertTrue(driver.says("ana and ben · 4 units, matched by the column “Issue”"));
        assertTrue(driver.says("κ as written"));
        assertTrue(
                driver.says("Conflicts that cost most") || driver.says("CONFLICTS THAT COST MOST"));
        assertTrue(driver.says("0.5000"), "kappa of the stage with spelling folded");
        driver.shoot("rater-check");
        Driver.now(() -> window.check(List.of(folder.resolve("missing.csv"), ben)));
        driver.until("a missing file is a sentence", () -> driver.says("no such file"));
    }

    private Path sheet(String name, String a, String b, String c, String d, String symptom)
            throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "Issue,Framework,Symptom\n"
                        + "o/r#1,"
                        + a
                        + ",Crash\no/r#2,"
                        + b
                        + ",Hang\no/r#3,"
                        + c
                        + ","
                        + symptom
                        + "\no/r#4,"
                        + d
                        + ",Crash\n");
    }
}
