package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Two spreadsheets dropped on the first screen are compared before anything else is asked.
class RaterCheckTest extends DeskTest {
    private static final Path EMSE =
            Path.of(System.getProperty("concord.shared", "../shared"), "data", "emse");

    @Test
    void twoSheetsAreComparedAndBecomeAStudy() throws IOException {
        Path ana = sheet("ana.csv", "PyTorch", "pytorch ", "Keras", "Keras", "Crash");
        Path ben = sheet("ben.csv", "PyTorch", "PyTorch", "Keras", "PyTorch", "Hang");
        Driver.now(() -> window.start());
        driver.settle();
        assertTrue(driver.says("Check two rater sheets"));
        RaterCheck check = Driver.now(() -> window.check(List.of(ana, ben)).orElseThrow());
        driver.until("the sheets are compared", () -> driver.says("Agreement of the sheets"));
        assertTrue(driver.says("ana, ben · 4 units, matched by"));
        assertTrue(driver.says("Cohen’s κ as written"));
        assertTrue(driver.says("CONFLICTS THAT COST MOST"));
        assertTrue(driver.says("0.5000"), "kappa of the stage with spelling folded");
        driver.shoot("rater-check");
        Driver.now(() -> check.make(folder.resolve("made.concord")));
        driver.until("the study is open", () -> driver.says("Sources") && driver.says("Round 1"));
        driver.press(KeyCode.ALT, KeyCode.DIGIT2);
        driver.until("a text that is not there", () -> driver.says("Text not imported"));
        driver.until("its key", () -> driver.words().contains("o/r#1"));
        assertFalse(driver.says("0 comments"), driver.words().toString());
        assertFalse(driver.says("Round Round"), driver.words().toString());
        driver.shoot("text-not-imported");
        driver.press(KeyCode.ALT, KeyCode.DIGIT5);
        driver.until("its agreement", () -> driver.says("Computed in"));
        assertTrue(driver.says("Framework"));
    }

    /// 23 of 80 and 51 of 80 are 28.75 % and 63.75 %, though their `double` is below.
    @Test
    void halvesAreRoundedAsSpreadsheetsDo() throws IOException {
        StringBuilder a = new StringBuilder("Issue,Stage\n");
        StringBuilder b = new StringBuilder("Issue,Stage\n");
        for (int i = 0; i < 80; i++) {
            String one = i < 23 || i % 2 == 0 ? "x" : "z";
            String other = i < 23 ? "q" : i < 29 ? "r" : one;
            a.append("o/r#").append(i).append(',').append(one).append('\n');
            b.append("o/r#").append(i).append(',').append(other).append('\n');
        }
        Path first = Files.writeString(folder.resolve("first.csv"), a);
        Path second = Files.writeString(folder.resolve("second.csv"), b);
        Driver.now(() -> window.start());
        Driver.now(() -> window.check(List.of(first, second)));
        driver.until("the sheets are compared", () -> driver.says("Agreement of the sheets"));
        assertTrue(driver.says("63.8 %"), "" + driver.words());
        assertTrue(driver.says("28.8 points"), "" + driver.words());
    }

    @Test
    void badSheetsAreSentences() throws IOException {
        Path good = sheet("ana.csv", "PyTorch", "pytorch ", "Keras", "Keras", "Crash");
        Path other = Files.writeString(folder.resolve("other.csv"), "Nr,Phase\n1,x\n2,y\n");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        Path heads = Files.writeString(folder.resolve("heads.csv"), "Issue,Framework\n");
        Path twice =
                Files.writeString(
                        folder.resolve("twice.csv"),
                        "Issue,Framework,Framework\no/r#1,a,b\no/r#2,b,c\n");
        Path docx = Files.writeString(folder.resolve("notes.docx"), "not a table");
        Driver.now(() -> window.start());
        said(List.of(good, other), "share no named column");
        said(List.of(good, empty), "empty");
        said(List.of(good, heads), "no rows");
        said(List.of(good), "two raters");
        said(List.of(docx, good), "notes.docx");
        said(List.of(folder.resolve("missing.csv"), good), "no such file");
        Driver.now(() -> window.check(List.of(good, twice)));
        driver.until("a header twice is told", () -> driver.says("a second column “Framework”"));
    }

    private void said(List<Path> files, String words) {
        Driver.now(() -> window.check(files));
        driver.until(words, () -> driver.says(words));
        assertFalse(driver.says("Exception"), "" + driver.words());
        driver.press(KeyCode.ESCAPE);
        driver.settle();
    }

    /// The eight kappas of the published re-pilot, to the fourth decimal.
    @Test
    void theRealRePilotSheets() {
        assumeTrue(Files.isDirectory(EMSE), "real data is not beside the project; skipped");
        Driver.now(() -> window.start());
        Driver.now(
                () ->
                        window.check(
                                List.of(
                                        EMSE.resolve("re-pilot-rater-1.xlsx"),
                                        EMSE.resolve("re-pilot-rater-2.xlsx"))));
        driver.until("the sheets are compared", () -> driver.says("Agreement of the sheets"));
        int found = 0;
        for (String kappa :
                List.of(
                        "1.0000", "0.9665", "0.9272", "0.3415", "0.8879", "0.8113", "0.6500",
                        "0.6871")) {
            found += driver.says(kappa) ? 1 : 0;
        }
        assertEquals(8, found, "" + driver.words());
        driver.shoot("rater-check-real");
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
