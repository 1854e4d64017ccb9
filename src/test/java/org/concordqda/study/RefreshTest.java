package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.concordqda.model.Coding;
import org.concordqda.model.Doubt;
import org.concordqda.model.ImportChoices;
import org.concordqda.model.ImportReport;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.SpeakerChoice;
import org.concordqda.model.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A source is refreshed from a newer file: codings and decisions about speakers stay, own corrections are
/// made again, comments edited are marked, and undo gives back what was.
class RefreshTest {
    private static final ImportChoices REFRESH =
            new ImportChoices(List.of(), Set.of(), ImportChoices.Changed.REFRESH);

    @TempDir Path folder;
    private Study study;
    private RoundId round;

    @BeforeEach
    void make() {
        study = Fixtures.study(folder);
        round = study.rounds().open("Open", false);
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), study.check().findings());
        study.close();
    }

    private ImportReport read(String name, String content, ImportChoices choices)
            throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        try (StagedImport staged =
                study.imports().stage(List.of(file), "auto", false, Progress.NONE)) {
            return staged.store(choices, Progress.NONE);
        }
    }

    private SourceText text(SourceId source) {
        return study.sources().text(source).orElseThrow();
    }

    private Coding code(SourceId source, String words) {
        int at = text(source).text().indexOf(words);
        return study.codings()
                .get(
                        study.codings()
                                .apply(
                                        round,
                                        source,
                                        at,
                                        at + words.length(),
                                        study.codebooks()
                                                .draft()
                                                .dimensions()
                                                .getLast()
                                                .codes()
                                                .getLast()
                                                .id()));
    }

    private void correct(SourceId source, String old, String fresh) {
        Corrections corrections = new Corrections(study);
        int at = text(source).text().indexOf(old);
        corrections.apply(
                corrections.edit(text(source), at, at + old.length(), fresh), Progress.NONE);
    }

    private String quote(Coding coding) {
        Coding now = study.codings().get(coding.id());
        assertEquals(text(now.source()).id(), now.text());
        return now.quote();
    }

    private static String issue(String body, String... comments) {
        StringBuilder json =
                new StringBuilder(
                        "[{\"number\":7,\"title\":\"Loss 😀\",\"state\":\"OPEN\",\"url\":\"https://github.com/o/r/issues/7\",\"author\":{\"login\":\"ana\"},\"createdAt\":\"2021-01-01T00:00:00Z\",\"body\":\""
                                + body
                                + "\",\"comments\":[");
        for (int i = 0; i < comments.length; i++) {
            String[] parts = comments[i].split("\\|", 2);
            json.append(i > 0 ? "," : "")
                    .append(
                            "{\"id\":\"IC_%s\",\"author\":{\"login\":\"bo\"},\"authorAssociation\":\"NONE\",\"body\":\"%s\",\"createdAt\":\"2021-01-0%dT00:00:00Z\",\"url\":\"https://github.com/o/r/issues/7#issuecomment-%s\"}"
                                    .formatted(parts[0], parts[1], 2 + i, parts[0]));
        }
        return json.append("]}]").toString();
    }

    @Test
    void anIssueWithNewAndEditedComments() throws IOException {
        read("a.json", issue("It is NaN.", "1|Which GPU?", "2|An Ampere card.", "3|spam"), REFRESH);
        SourceId source = study.sources().byKey("o/r#7").orElseThrow().id();
        List<Turn> before = study.sources().turns(text(source).id());
        Coding body = code(source, "NaN");
        Coding gpu = code(source, "Which GPU?");
        Coding card = code(source, "Ampere card");
        Coding spam = code(source, "spam");
        correct(source, "Ampere", "[vendor]");
        new Doubts(study).accept(new Doubts(study).list());
        var rows = RowImages.tables(study);

        ImportReport report =
                read(
                        "a.json",
                        issue(
                                "It is NaN.",
                                "0|First!",
                                "1|Which GPU, and driver?",
                                "2|An Ampere card.",
                                "4|Bye"),
                        REFRESH);
        assertEquals(List.of("o/r#7"), report.refreshed());
        String said = report.notes().getLast();
        assertTrue(said.contains("2 comments new, 1 comment edited, 1 comment gone"), said);
        assertTrue(said.contains("1 correction made again"), said);
        String now = text(source).text();
        assertTrue(
                now.contains("First!") && now.contains("[vendor] card") && !now.contains("Ampere"),
                now);
        assertEquals(4, text(source).version());
        assertEquals("NaN", quote(body));
        assertEquals("[vendor] card", quote(card));
        assertEquals("Which GPU, and driver?", quote(gpu));
        List<Doubt> doubts = new Doubts(study).list();
        assertEquals(
                Set.of(gpu.id().value(), spam.id().value()),
                Set.copyOf(doubts.stream().map(Doubt::target).toList()));
        List<Turn> after = study.sources().turns(text(source).id());
        assertEquals(5, after.size());
        assertEquals(before.get(1).id(), after.get(2).id(), "the comment is the same");
        assertFalse(after.get(2).details().getOrDefault("changed", "").isEmpty());
        assertTrue(after.get(3).details().getOrDefault("changed", "").isEmpty());
        assertEquals(1, study.sources().search("driver", 5).size());
        assertEquals(0, study.sources().search("spam", 5).size());

        ImportReport same =
                read(
                        "a.json",
                        issue(
                                "It is NaN.",
                                "0|First!",
                                "1|Which GPU, and driver?",
                                "2|An Ampere card.",
                                "4|Bye"),
                        REFRESH);
        assertEquals(List.of("o/r#7"), same.unchanged());
        assertEquals(4, text(source).version());
        study.history().undo();
        assertEquals(rows, RowImages.tables(study));
        study.history().redo();
        assertEquals("[vendor] card", quote(card));
    }

    @Test
    void theFileWinsWhereItChangedTheSameWords() throws IOException {
        read("a.json", issue("The los is NaN.", "1|x"), REFRESH);
        SourceId source = study.sources().byKey("o/r#7").orElseThrow().id();
        correct(source, "los", "lass");
        ImportReport report = read("a.json", issue("The loss is NaN.", "1|x"), REFRESH);
        assertTrue(text(source).text().contains("The loss is NaN."));
        assertTrue(report.notes().getLast().contains("left out"), report.notes().toString());
        assertEquals(
                List.of("o/r#7"),
                read("a.json", issue("Another."), ImportChoices.DEFAULT).different(),
                "without refresh the study's text stays");
    }

    @Test
    void aTranscriptKeepsWhatWasDecidedAboutSpeakers() throws IOException {
        String first = "Q: How do you choose?\nAnna: By stars.\nQ: And then?\nAnna: I read it.";
        read(
                "p.txt",
                first,
                new ImportChoices(
                        List.of(SpeakerChoice.rename("Anna", "P3")),
                        Set.of(),
                        ImportChoices.Changed.KEEP));
        SourceId source = study.sources().byKey("p.txt").orElseThrow().id();
        Coding stars = code(source, "By stars.");
        read(
                "p.txt",
                "Q: How do you choose a model?\nAnna: By stars.\nQ: And then?\nAnna: I read it.\nQ: Thanks.\nAnna: Bye.",
                REFRESH);
        assertEquals("By stars.", quote(stars));
        assertEquals(List.of(), new Doubts(study).list());
        List<Turn> turns = study.sources().turns(text(source).id());
        assertEquals(
                List.of("Q", "P3", "Q", "P3", "Q", "Anna"),
                turns.stream().map(Turn::speaker).map(Optional::orElseThrow).toList());
        assertEquals(6, turns.stream().map(Turn::ordinal).distinct().count());
    }
}
