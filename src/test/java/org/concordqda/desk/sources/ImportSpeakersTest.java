package org.concordqda.desk.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.model.Turn;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the reader of a transcript did not take for a speaker, decided in the preview.
class ImportSpeakersTest extends DeskTest {
    private static final String LONG = "Maria-Magdalena Ludovika von Hohenlohe-Schillingsfürst";

    private Node named(String accessible) {
        return driver.all(n -> accessible.equals(n.getAccessibleText())).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is called " + accessible));
    }

    private void fire(String accessible) {
        Driver.now(
                () -> {
                    if (named(accessible) instanceof CheckBox box) {
                        box.fire();
                    } else {
                        ((Button) named(accessible)).fire();
                    }
                });
        driver.settle();
    }

    private List<String> speakers(String key) {
        var text = open.study().sources().byKey(key).orElseThrow().text().orElseThrow();
        return open.study().sources().turns(text).stream()
                .map(Turn::speaker)
                .flatMap(java.util.Optional::stream)
                .toList();
    }

    @Test
    void namesThatStandOnceAreTakenAndOthersRejected() throws IOException {
        driver.press(KeyCode.ALT, KeyCode.DIGIT1);
        driver.until("sources", () -> driver.says("8 sources"));
        StringBuilder talk =
                new StringBuilder(
                        "Anna: Who joins? 😕\nBen: Look.\nRené: I join, "
                                + "since the model that we had reused crashed. ".repeat(4)
                                + "\nL.: Me too.\nAside: no\nAnna: And?\nAside: once more\nBen: Yes.\n");
        for (int i = 0; i < 30; i++) {
            talk.append("Error").append((char) ('A' + i % 26)).append(i).append(": odd\n");
        }
        talk.append(LONG).append(": At last.\nBen: So.\n").append(LONG).append(": Good.\n");
        Path first = Files.writeString(folder.resolve("first.txt"), talk);
        Path second =
                Files.writeString(
                        folder.resolve("second.txt"),
                        "Anna: One.\nRené: Here as well.\nAnna: Two.\nL.: Three.\n");
        SourcesPlace place = (SourcesPlace) open.shell().here().orElseThrow();
        Driver.now(() -> place.take(List.of(first, second)));
        driver.until("the preview", () -> driver.says("Import 2 sources"));
        assertTrue(driver.says("NOT TAKEN FOR SPEAKERS"), driver.words().toString());
        assertTrue(driver.says("txt · 4 speakers"), driver.words().toString());
        driver.shoot("import-untaken");
        fire("René is a speaker");
        assertEquals(
                "Name of René",
                Driver.now(() -> driver.stage().getScene().getFocusOwner().getAccessibleText()));
        assertTrue(driver.says("txt · 5 speakers"), "the list counts again");
        assertTrue(driver.words().stream().anyMatch(w -> w.contains("René (1)")), "and the turns");
        Driver.now(
                () ->
                        ((CheckBox)
                                        driver.all(
                                                        n ->
                                                                n instanceof CheckBox c
                                                                        && c.getText()
                                                                                .startsWith("Also"))
                                                .getFirst())
                                .fire());
        fire("L. is a speaker");
        rename("L.", "Lea");
        rename(LONG, "Participant 3");
        assertTrue(
                driver.all(
                                        n ->
                                                n instanceof Text t
                                                        && t.getText().startsWith("was Maria")
                                                        && !t.getText().contains("…"))
                                .size()
                        == 1,
                "what a name was is not cut");
        fire("Aside is no speaker");
        driver.shoot("import-taken");
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.until("stored", () -> driver.says("2 stored"));
        ScrollPane report =
                (ScrollPane)
                        driver.all(
                                        n ->
                                                n instanceof ScrollPane s
                                                        && Driver.now(
                                                                                () ->
                                                                                        s.getContent()
                                                                                                .lookupAll(
                                                                                                        ".ok"))
                                                                        .size()
                                                                > 0)
                                .getLast();
        driver.shoot("import-stored");
        assertTrue(
                Driver.now(
                        () ->
                                report.getContent().getLayoutBounds().getHeight()
                                        <= report.getViewportBounds().getHeight() + 1),
                "where there is room nothing scrolls");
        driver.press(KeyCode.ESCAPE);
        driver.until("in the table", () -> driver.says("10 sources"));
        assertEquals(
                List.of(
                        "Anna",
                        "Ben",
                        "René",
                        "Lea",
                        "Anna",
                        "Ben",
                        "Participant 3",
                        "Ben",
                        "Participant 3"),
                speakers("first.txt"));
        assertEquals(List.of("Anna", "René", "Anna"), speakers("second.txt"));
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("one undo takes all back", () -> driver.says("8 sources"));
    }

    private void rename(String label, String name) {
        Driver.now(
                () -> {
                    TextField field = (TextField) named("Name of " + label);
                    field.requestFocus();
                    field.setText(name);
                });
        driver.press(KeyCode.ENTER);
        driver.settle();
    }
}
