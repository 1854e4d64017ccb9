package org.concordqda.desk.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.job.Progress;
import org.concordqda.model.ImportChoices;
import org.concordqda.study.StagedImport;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// The preview while a long text is read beside the window: nothing of it is done on the window's own thread,
/// and who goes on loses no choice.
class ImportSheetTest extends DeskTest {
    private final List<ImportChoices> stored = new ArrayList<>();

    private Node named(String accessible) {
        return driver.all(n -> accessible.equals(n.getAccessibleText())).getFirst();
    }

    private StagedImport show() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("one.txt", "two.txt", "three.txt")) {
            files.add(
                    Files.writeString(
                            folder.resolve(name),
                            "Anna: What do you reuse in "
                                    + name
                                    + "?\nBen: A model.\nRené: I as well.\nAnna: Which?\nBen: Theirs.\n"));
        }
        StagedImport staged = show(files);
        driver.until("what was not taken", () -> driver.says("NOT TAKEN FOR SPEAKERS"));
        return staged;
    }

    private StagedImport show(List<Path> files) {
        StagedImport staged = open.study().imports().stage(files, "auto", false, Progress.NONE);
        Sheets sheets = (Sheets) Driver.now(() -> driver.scene().getRoot().lookup(".scrim"));
        Driver.now(
                () -> {
                    ImportSheet sheet =
                            new ImportSheet(
                                    staged, open.session().jobs(), () -> {}, stored::add, () -> {});
                    sheets.show(sheet);
                    sheet.ready();
                });
        return staged;
    }

    private List<String> counts() {
        return driver
                .all(n -> n instanceof Label l && l.getText().matches("txt · \\d speakers"))
                .stream()
                .map(n -> Driver.now(() -> ((Label) n).getText()))
                .toList();
    }

    private static List<String> three(int speakers) {
        return Collections.nCopies(3, "txt · " + speakers + " speakers");
    }

    @Test
    void aChoiceForAllIsCountedEverywhereAndTheWindowNeverWaits() throws IOException {
        try (StagedImport staged = show()) {
            assertEquals(three(2), counts());
            Driver.now(() -> ((Button) named("René is a speaker")).fire());
            driver.until("in the files nobody opened too", () -> counts().equals(three(3)));
            ListView<?> list = (ListView<?>) named("Sources found");
            synchronized (staged) {
                // Somebody else reads: whoever on the window's thread did too would stand still
                // here.
                Driver.now(() -> list.getSelectionModel().select(1));
                assertTrue(driver.says("two.txt"), "what is known is there at once");
                Driver.now(() -> list.getSelectionModel().select(0));
                Driver.now(() -> list.getSelectionModel().select(2));
            }
            driver.until("the last is there", () -> driver.says("What do you reuse in three.txt?"));
            assertFalse(driver.says("What do you reuse in two.txt?"));
            TextField name = (TextField) named("Name of René");
            synchronized (staged) {
                Driver.now(name::requestFocus);
                Driver.now(() -> name.setText("Renée"));
                Driver.now(() -> ((Button) named("Import 3 sources")).fire());
                assertEquals(1, stored.size(), "with what still stands in the field");
            }
            assertEquals(
                    List.of("Anna", "Ben", "Renée"),
                    staged.speakers(2, stored.getFirst().speakers()).stream()
                            .map(s -> s.name())
                            .sorted()
                            .toList());
        }
        stored.clear();
        twoTextsOfOneIssueAreChosenBetween();
    }

    private void twoTextsOfOneIssueAreChosenBetween() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("april.json", "may.json")) {
            files.add(
                    Files.writeString(
                            folder.resolve(name),
                            "[{\"html_url\":\"https://github.com/o/r/issues/7\",\"number\":7,\"title\":\"It hangs\",\"body\":\""
                                    + name
                                    + "\"}]"));
        }
        try (StagedImport staged = show(files)) {
            ListView<?> list = (ListView<?>) named("Sources found");
            Driver.now(() -> list.getSelectionModel().select(1));
            driver.until("which", () -> driver.says("second text: the first is in april.json"));
            driver.shoot("import-two-texts");
            assertTrue(driver.says("Import 1 source"));
            ComboBox<?> how = (ComboBox<?>) named("Sources of which these files have two texts");
            assertEquals(2, Driver.now(() -> how.getItems().size()), "nothing to refresh here");
            Driver.now(() -> how.getSelectionModel().select(1));
            driver.until("both", () -> driver.says("Import 2 sources"));
            Driver.now(() -> how.getSelectionModel().select(0));
            Driver.now(() -> list.getSelectionModel().select(0));
            Driver.now(list::requestFocus);
            driver.press(KeyCode.SPACE);
            driver.until("the other alone", () -> driver.says("Import 1 source"));
            Driver.now(() -> ((Button) named("Import 1 source")).fire());
            assertEquals(Set.of(0), stored.getFirst().leftOut());
            assertEquals(
                    List.of("o/r#7"),
                    staged.store(stored.getFirst(), Progress.NONE).added(),
                    "the second text");
        }
    }
}
