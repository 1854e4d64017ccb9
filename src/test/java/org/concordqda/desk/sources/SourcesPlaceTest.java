package org.concordqda.desk.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.model.Attribute.Of;
import org.concordqda.model.AttributeType;
import org.concordqda.model.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The table of sources, the preview of an import, attributes and cases, by mouse and by keyboard.
class SourcesPlaceTest extends DeskTest {
    private SourcesPlace place;
    private SourceTable table;

    @BeforeEach
    void go() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT1);
        driver.until("sources", () -> driver.says("8 sources"));
        place = (SourcesPlace) open.shell().here().orElseThrow();
        table = (SourceTable) driver.all(SourceTable.class::isInstance).getFirst();
    }

    private Node named(String accessible) {
        List<Node> found = driver.all(n -> accessible.equals(n.getAccessibleText()));
        if (found.isEmpty()) {
            throw new AssertionError("Nothing is called " + accessible);
        }
        return found.getFirst();
    }

    private void fill(String accessible, String words) {
        Node field =
                driver.all(n -> n instanceof TextField && accessible.equals(n.getAccessibleText()))
                        .getFirst();
        Driver.now(
                () -> {
                    field.requestFocus();
                    ((TextField) field).setText(words);
                });
        driver.settle();
    }

    private void choose(int... lines) {
        Driver.now(
                () -> {
                    table.requestFocus();
                    table.getSelectionModel().clearSelection();
                    for (int line : lines) {
                        table.getSelectionModel().select(line);
                    }
                });
        driver.settle();
    }

    private void run(String command) {
        Driver.now(
                () ->
                        open.shell()
                                .commands()
                                .filter(c -> c.name().equals(command))
                                .findFirst()
                                .orElseThrow()
                                .action()
                                .run());
        driver.settle();
    }

    private Source byKey(String key) {
        return open.study().sources().byKey(key).orElseThrow();
    }

    private SourceColumn column(SourcesModel model, String id) {
        return model.possible().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void filterSortGroupAndOpenByKeyboard() {
        driver.press(KeyCode.CONTROL, KeyCode.L);
        driver.type("crashes");
        assertTrue(driver.says("1 of 8 sources"), driver.words().toString());
        driver.press(KeyCode.ESCAPE);
        assertTrue(driver.says("8 sources"));
        driver.press(KeyCode.DOWN);
        assertTrue(Driver.now(table::isFocused));
        SourcesModel model = Driver.now(table::model);
        Driver.now(() -> table.getSortOrder().setAll(List.of(table.getColumns().get(3))));
        driver.settle();
        List<Integer> words =
                Driver.now(
                        () ->
                                table.getItems().stream()
                                        .map(r -> ((SourceRow.Of) r).of().source().words())
                                        .toList());
        assertEquals(words.stream().sorted().toList(), words);
        Driver.now(() -> model.group("kind"));
        driver.settle();
        assertEquals(10, Driver.now(() -> table.getItems().size()));
        choose(0);
        driver.press(KeyCode.ENTER);
        assertTrue(Driver.now(() -> table.getItems().size()) < 10, "a group closes by Enter");
        Driver.now(() -> model.group(""));
        Driver.now(() -> model.only(column(model, "kind"), java.util.Optional.of("transcript")));
        driver.settle();
        assertTrue(driver.says("1 of 8 sources"));
        choose(0);
        driver.press(KeyCode.ENTER);
        driver.until("the transcript is open", () -> driver.says("Mostly by stars"));
    }

    /// Names of 120 characters and of any script, in the smallest window: cut in the table, whole beside it,
    /// found by their words; the number of an issue stays in sight.
    @Test
    void namesOfAnyScriptStandInTheTable() throws IOException {
        List<String> titles =
                List.of(
                        "Loss becomes not a number when weights of another architecture are loaded "
                                .repeat(2)
                                .substring(0, 120),
                        "👩‍👩‍👧‍👦 كراش 😕 crash",
                        "训练损失变为NaN，预训练权重来自别人的模型",
                        "الخسارة تصبح غير رقمية بعد تحميل الأوزان",
                        "e\u0301toile n\u0303 \uac00\u11a8");
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < titles.size(); i++) {
            json.append(i > 0 ? "," : "")
                    .append(
                            "{\"html_url\":\"https://github.com/a-rather-long-owner/and-its-repository/issues/")
                    .append(4001 + i)
                    .append("\",\"number\":")
                    .append(4001 + i)
                    .append(",\"title\":\"")
                    .append(titles.get(i))
                    .append("\",\"body\":\"x\"}");
        }
        Path file = Files.writeString(folder.resolve("names.json"), json.append("]"));
        Driver.now(
                () -> {
                    driver.stage().setWidth(1000);
                    driver.stage().setHeight(700);
                    place.take(List.of(file));
                });
        driver.until("the preview", () -> driver.says("Import 5 sources"));
        driver.shoot("import-names");
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.until("stored", () -> driver.says("5 stored"));
        driver.press(KeyCode.ESCAPE);
        driver.until("in the table", () -> driver.says("13 sources"));
        for (String title : titles) {
            fill("Filter sources", title.substring(title.length() - 8));
            driver.until("found by its end", () -> driver.says("1 of 13 sources"));
        }
        fill("Filter sources", "repository#400");
        choose(0);
        driver.press(KeyCode.CONTROL, KeyCode.E);
        driver.until(
                "the whole title beside the table",
                () ->
                        driver.all(
                                                n ->
                                                        n instanceof Label l
                                                                && l.isWrapText()
                                                                && titles.getFirst()
                                                                        .equals(l.getText()))
                                        .size()
                                == 1);
        driver.until(
                "numbers in sight",
                () ->
                        driver.all(
                                                n ->
                                                        n instanceof Text t
                                                                && t.getText().contains("…")
                                                                && t.getText().endsWith("#4003"))
                                        .size()
                                == 1);
        driver.shoot("sources-names");
    }

    @Test
    void columnsAreRememberedForTheStudy() {
        SourcesModel model = Driver.now(table::model);
        Driver.now(() -> model.show(column(model, "state"), true));
        Driver.now(() -> model.show(column(model, "words"), false));
        driver.settle();
        Path study = open.study().info().path();
        run("Close the study");
        Driver.now(() -> window.open(study));
        driver.until("open again", () -> window.study().isPresent());
        open = Driver.now(() -> window.study().orElseThrow());
        go();
        List<String> ids =
                Driver.now(() -> table.getColumns().stream().map(c -> c.getId()).toList());
        assertTrue(ids.contains("state") && !ids.contains("words"), ids.toString());
    }

    @Test
    void aDropIsShownThenStoredWithItsSpeakersMerged() throws IOException {
        Path drop = Files.createDirectory(folder.resolve("drop"));
        String talk =
                "Speaker 1: How do you choose a model? 😕\nSpeaker 2: By stars. 因为别人也用。\n"
                        + "Speaker 1: And then?\nSpeaker 2: We run it.\nSpeaker 3: And it crashes.\n"
                        + "Speaker 3: Mostly.\nAside: no one\nSpeaker 2: Yes.\nAside: twice\n";
        Files.writeString(drop.resolve("Interview-07.txt"), talk);
        Files.writeString(
                drop.resolve("مقابلة طويلة الاسم ".repeat(5) + "x".repeat(30) + ".txt"),
                talk.replace("stars", "friends"));
        Files.writeString(drop.resolve("copy.txt"), talk);
        Files.write(drop.resolve("broken.docx"), new byte[] {1, 2, 3});
        Files.writeString(
                drop.resolve("issues.json"),
                """
                [{"html_url":"https://github.com/o/r/issues/1","number":1,"title":"One","body":"x","user":{"login":"ann"},"author_association":"NONE"},
                 {"html_url":"https://github.com/o/r/pull/2","number":2,"title":"Two","body":"y","pull_request":{}}]
                """);
        Driver.now(() -> place.take(List.of(drop)));
        driver.until("the preview", () -> driver.says("What these files bring"));
        assertEquals(8, open.study().sources().list().size());
        for (String said :
                List.of(
                        "3 new",
                        "1 twice in these files",
                        "1 × pull request left out",
                        "1 not readable",
                        "Import 3 sources")) {
            assertTrue(driver.says(said), said + " in " + driver.words());
        }
        assertTrue(driver.says("broken.docx"), "the bad file is named");
        driver.click("One");
        assertTrue(driver.says("issue · o/r#1 · 2 words · 0 comments"), driver.words().toString());
        assertTrue(driver.words().contains("ann"), "who has no part in it is not called “none”");
        driver.click("Interview-07");
        fill("Name of Speaker 3", "Speaker 2");
        driver.press(KeyCode.ENTER);
        Driver.now(() -> ((CheckBox) named("Aside is no speaker")).fire());
        @SuppressWarnings("unchecked")
        ComboBox<String> role = (ComboBox<String>) named("Role of Speaker 1");
        Driver.now(() -> role.setValue("interviewer"));
        driver.settle();
        assertTrue(
                driver.says("Comes in as Speaker 2 (5), Speaker 1 (2, interviewer)."),
                driver.words().toString());
        fill("Name of Speaker 1", "Interviewer 1");
        driver.press(KeyCode.ENTER);
        assertTrue(driver.says("Interviewer 1 (2, interviewer)."), driver.words().toString());
        fill("Name of Speaker 2", "Interviewer 2");
        driver.press(KeyCode.ENTER);
        @SuppressWarnings("unchecked")
        ComboBox<String> guessed = (ComboBox<String>) named("Role of Speaker 2");
        assertEquals("interviewer", Driver.now(guessed::getValue), "the role that comes in");
        Driver.now(() -> guessed.setValue("no role"));
        driver.settle();
        assertTrue(driver.says("Interviewer 2 (3)"), driver.words().toString());
        fill("Name of Speaker 2", "Speaker 2");
        driver.press(KeyCode.ENTER);
        fill("Name of Speaker 1", "Speaker 1");
        driver.press(KeyCode.ENTER);
        driver.shoot("import");
        Driver.now(
                () -> {
                    driver.stage().setWidth(1000);
                    driver.stage().setHeight(700);
                });
        driver.settle();
        driver.shoot("import-small");
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.until("stored", () -> driver.says("3 stored"));
        assertTrue(
                driver.says("1 is twice among these files, stored once"),
                driver.words().toString());
        assertFalse(driver.words().stream().anyMatch(w -> w.contains("here already")));
        driver.press(KeyCode.ESCAPE);
        driver.until("in the table", () -> driver.says("11 sources"));
        var turns = open.study().sources().turns(byKey("Interview-07.txt").text().orElseThrow());
        assertEquals(
                List.of("Speaker 1", "Speaker 2"),
                turns.stream().flatMap(t -> t.speaker().stream()).distinct().toList());
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("one undo takes all back", () -> driver.says("8 sources"));
        Driver.now(() -> place.take(List.of(drop)));
        driver.until("the preview", () -> driver.says("What these files bring"));
        driver.press(KeyCode.ESCAPE);
        assertEquals(8, open.study().sources().list().size());
        assertFalse(driver.says("What these files bring"));
    }

    @Test
    void attributesAndCasesAreEdited() throws IOException {
        open.study().attributes().add(Of.SOURCE, "stars", AttributeType.NUMBER, List.of());
        open.study()
                .attributes()
                .add(Of.SOURCE, "zoo or solo", AttributeType.CHOICE, List.of("zoo", "solo"));
        driver.settle();
        choose(0, 1);
        driver.until(
                "a field for it",
                () -> !driver.all(n -> "stars".equals(n.getAccessibleText())).isEmpty());
        fill("stars", "many");
        assertTrue(driver.says("“many” is not a number"), driver.words().toString());
        driver.press(KeyCode.ENTER);
        fill("stars", "12");
        driver.press(KeyCode.ENTER);
        List<Source> all = open.study().sources().list();
        assertEquals("12", open.study().sources().attributes(all.get(0).id()).get("stars"));
        assertEquals("12", open.study().sources().attributes(all.get(1).id()).get("stars"));
        driver.until("still chosen", () -> driver.says("2 chosen"));
        run("Put the chosen sources into a case");
        fill("Name of the case", "mask-kit");
        driver.click("Put in");
        driver.until(
                "in the case",
                () ->
                        open.study().cases().list().stream()
                                .anyMatch(c -> c.name().equals("mask-kit")));
        run("Leave the chosen sources out, or take them in");
        fill("Why, as it will stand in the report", "duplicate");
        driver.click("Leave out");
        driver.until("left out", () -> byKey(all.get(0).key()).excluded().equals("duplicate"));
        run("Leave the chosen sources out, or take them in");
        driver.until("in again", () -> byKey(all.get(0).key()).excluded().isEmpty());
        run("Take the chosen sources out of the study");
        driver.until("asked with what goes along", () -> driver.says("ratings"));
        driver.press(KeyCode.ESCAPE);
        driver.shoot("sources");
        Path participants =
                Files.writeString(
                        folder.resolve("participants.csv"),
                        "Participant,DL expertise,Years,\n3,Expert,7,\n4,Novice,2,\n");
        Driver.now(() -> place.take(List.of(participants)));
        driver.until(
                "its preview", () -> driver.says("2 rows: 0 are here, 2 make a new participant"));
        Driver.now(
                () ->
                        ((CheckBox)
                                        driver.all(
                                                        n ->
                                                                n instanceof CheckBox c
                                                                        && c.getText()
                                                                                .contains(
                                                                                        "p3.txt → 3"))
                                                .getFirst())
                                .fire());
        driver.settle();
        driver.shoot("attribute-table");
        driver.click("Import");
        driver.until(
                "inherited",
                () ->
                        "Expert"
                                .equals(
                                        open.study()
                                                .sources()
                                                .attributes(byKey("p3.txt").id())
                                                .get("DL expertise")));
        run("Attributes and cases");
        driver.settle();
        assertTrue(driver.says("ATTRIBUTES OF CASES, WHICH THEIR SOURCES INHERIT"));
        driver.shoot("attributes");
        fill("Name of stars", "stargazers");
        driver.press(KeyCode.ENTER);
        assertTrue(
                open.study().attributes().list().stream()
                        .anyMatch(a -> a.name().equals("stargazers")));
        driver.press(KeyCode.ESCAPE);
        Path csv = folder.resolve("out.csv");
        choose(0);
        Driver.now(() -> new BulkActs(open.session(), null, table::chosen).export(csv));
        driver.until("exported", () -> Files.exists(csv) && read(csv).lines().count() == 2);
        assertTrue(read(csv).contains("stargazers"), read(csv));
        Path within = csv.resolve("out.csv");
        Driver.now(() -> new BulkActs(open.session(), null, table::chosen).export(within));
        driver.until("why not", () -> driver.says("a file lies where a folder is needed"));
        driver.press(KeyCode.ESCAPE);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
