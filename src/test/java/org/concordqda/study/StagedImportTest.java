package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Cancelled;
import org.concordqda.job.Progress;
import org.concordqda.model.ImportChoices;
import org.concordqda.model.ImportPreview;
import org.concordqda.model.ImportReport;
import org.concordqda.model.SpeakerChoice;
import org.concordqda.model.Turn;
import org.concordqda.model.TurnKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// An import is read before it is stored: the preview says what would come, and storing is one act.
class StagedImportTest {
    private static final String TALK =
            "Interviewer: How?\nP1: We cloned it.\nInterviewer: And then?\nP1: It ran.\n";

    @TempDir Path folder;
    private Study study;
    private Path drop;

    @BeforeEach
    void files() throws IOException {
        study = Fixtures.study(folder);
        drop = Files.createDirectory(folder.resolve("drop"));
        Files.writeString(drop.resolve("a.txt"), TALK);
        Files.writeString(drop.resolve("copy of a.txt"), TALK);
        Files.writeString(drop.resolve("b.txt"), TALK.replace("ran", "crashed 😕"));
        Files.write(drop.resolve("bad.docx"), new byte[] {1, 2, 3});
        Files.writeString(
                drop.resolve("issues.json"),
                """
                [{"html_url":"https://github.com/o/r/issues/1","number":1,"title":"One","body":"x"},
                 {"html_url":"https://github.com/o/r/pull/2","number":2,"title":"Two","body":"y","pull_request":{}},
                 {"html_url":"https://github.com/o/r/issues/3","number":3,"title":"Three","body":null}]
                """);
    }

    @org.junit.jupiter.api.AfterEach
    void close() {
        study.close();
    }

    private StagedImport stage(boolean pullRequests) {
        return study.imports().stage(List.of(drop), "auto", pullRequests, Progress.NONE);
    }

    private static List<String> standings(ImportPreview preview) {
        return preview.items().stream().map(i -> i.key() + " " + i.standing()).toList();
    }

    @Test
    void previewStoresNothingAndTellsHowEachFileStands() {
        DeskStudies.add(study, Fixtures.issue("o/r#1", "another body"));
        try (StagedImport staged = stage(false)) {
            ImportPreview preview = staged.preview();
            assertEquals(
                    List.of(
                            "a.txt NEW",
                            "b.txt NEW",
                            "copy of a.txt TWICE",
                            "o/r#1 CHANGED",
                            "o/r#3 NEW"),
                    standings(preview));
            assertEquals(1, preview.leftOut().get("pull request"));
            assertEquals(1, preview.problems().size());
            assertTrue(preview.problems().getFirst().sentence().startsWith("bad.docx"));
            assertEquals(
                    "Interviewer 2 interviewer",
                    preview.items().getFirst().speakers().stream()
                            .map(s -> s.name() + " " + s.turns() + " " + s.role().orElse("-"))
                            .findFirst()
                            .orElseThrow());
            assertEquals(1, study.sources().list().size());
            // Between preview and storing other acts go on, and what they bring is recognised.
            DeskStudies.add(study, Fixtures.issue("o/r#3"));
            ImportReport report = staged.store(ImportChoices.DEFAULT, Progress.NONE);
            assertEquals(List.of("a.txt", "b.txt"), report.added());
            assertEquals(List.of("o/r#1", "o/r#3"), report.different());
            assertEquals(List.of(new ImportReport.Twice("copy of a.txt", "a.txt")), report.twice());
            assertEquals(List.of(), report.unchanged());
        }
        study.history().undo();
        assertEquals(2, study.sources().list().size());
        study.history().redo();
        assertEquals(4, study.sources().list().size());
        try (StagedImport again = stage(true)) {
            assertEquals(
                    List.of(
                            "a.txt SAME",
                            "b.txt SAME",
                            "copy of a.txt TWICE",
                            "o/r#1 CHANGED",
                            "o/r#2 NEW",
                            "o/r#3 CHANGED"),
                    standings(again.preview()));
            assertTrue(again.preview().leftOut().isEmpty());
            ImportReport report = again.store(ImportChoices.DEFAULT, Progress.NONE);
            assertEquals(List.of("a.txt", "b.txt"), report.unchanged());
            assertEquals(List.of(new ImportReport.Twice("copy of a.txt", "a.txt")), report.twice());
        }
        assertEquals(List.of(), study.check().findings());
    }

    @Test
    void choicesDecideSpeakersWhatIsLeftOutAndWhatComesBeside() {
        DeskStudies.add(study, Fixtures.issue("o/r#1", "another body"));
        ImportChoices choices =
                new ImportChoices(
                        List.of(
                                SpeakerChoice.rename("P1", "Anna"),
                                SpeakerChoice.reject("Interviewer")),
                        Set.of(1),
                        ImportChoices.Changed.BOTH);
        try (StagedImport staged = stage(false)) {
            assertEquals("Anna", staged.speakers(0, choices.speakers()).getFirst().name());
            assertEquals(1, staged.speakers(0, choices.speakers()).size());
            assertEquals(
                    "Interviewer: How?",
                    staged.decided(0, choices.speakers(), 5).begins().getFirst().words());
            assertEquals(
                    List.of("a.txt", "o/r#1 (2)", "o/r#3"),
                    staged.store(choices, Progress.NONE).added());
        }
        var source = study.sources().byKey("a.txt").orElseThrow();
        List<Turn> turns = study.sources().turns(source.text().orElseThrow());
        assertEquals(TurnKind.MARK, turns.getFirst().kind(), "said by nobody");
        assertEquals(turns.size() - 1, source.turns(), "a mark is no turn");
        assertEquals(source.turns(), study.sources().removal(List.of(source.id())).turns());
        Turn turn = turns.getLast();
        assertEquals("Anna", turn.speaker().orElseThrow());
        assertEquals(
                TALK.strip(),
                study.sources()
                        .text(study.sources().byKey("a.txt").orElseThrow().id())
                        .orElseThrow()
                        .text()
                        .strip());
        assertEquals(List.of(), study.check().findings());
    }

    /// Who leaves a file out does not want its copy either.
    @Test
    void aCopyIsLeftOutWithItsOriginal() {
        ImportChoices choices = new ImportChoices(List.of(), Set.of(0), ImportChoices.Changed.KEEP);
        try (StagedImport staged = stage(false)) {
            assertEquals(
                    List.of("b.txt", "o/r#1", "o/r#3"),
                    staged.store(choices, Progress.NONE).added());
        }
    }

    private static String issue(String body) {
        return "[{\"html_url\":\"https://github.com/o/r/issues/7\",\"number\":7,\"title\":\"Seven\",\"body\":\""
                + body
                + "\"}]";
    }

    /// Two exports of one issue: neither is in the study, so nothing may be said of the study.
    @Test
    void anotherTextInTheSameFilesIsToldWithItsFile() throws IOException {
        Path files = Files.createDirectory(folder.resolve("exports"));
        Files.writeString(files.resolve("april.json"), issue("It hangs."));
        Files.writeString(files.resolve("may.json"), issue("It hangs on two cards."));
        ImportReport.Clash clash = new ImportReport.Clash("o/r#7", "may.json", "april.json");
        for (ImportChoices.Changed changed :
                List.of(ImportChoices.Changed.KEEP, ImportChoices.Changed.REFRESH)) {
            try (StagedImport staged =
                    study.imports().stage(List.of(files), "auto", false, Progress.NONE)) {
                ImportPreview preview = staged.preview();
                assertEquals(List.of("o/r#7 NEW", "o/r#7 CLASHES"), standings(preview));
                assertEquals(
                        "second text: the first is in april.json",
                        preview.standing(preview.items().get(1)));
                ImportReport report =
                        staged.store(
                                new ImportChoices(List.of(), Set.of(), changed), Progress.NONE);
                assertEquals(List.of(clash), report.clashing());
                assertEquals(List.of(), report.different());
                assertEquals(List.of(), report.refreshed());
            }
            study.history().undo();
        }
        try (StagedImport staged =
                study.imports().stage(List.of(files), "auto", false, Progress.NONE)) {
            // Who leaves the first out takes the second.
            ImportReport report =
                    staged.store(
                            new ImportChoices(List.of(), Set.of(0), ImportChoices.Changed.KEEP),
                            Progress.NONE);
            assertEquals(List.of("o/r#7"), report.added());
            assertEquals(
                    "Seven\n\nIt hangs on two cards.",
                    study.sources()
                            .text(study.sources().byKey("o/r#7").orElseThrow().id())
                            .orElseThrow()
                            .text());
        }
        study.history().undo();
        try (StagedImport staged =
                study.imports().stage(List.of(files), "auto", false, Progress.NONE)) {
            ImportReport report =
                    staged.store(
                            new ImportChoices(List.of(), Set.of(), ImportChoices.Changed.BOTH),
                            Progress.NONE);
            assertEquals(List.of("o/r#7", "o/r#7 (2)"), report.added());
        }
    }

    /// Files of one name that were named one by one are told apart by their folders, as those of a folder are.
    @Test
    void filesOfOneNameComeInTogetherAndTheUndoNamesWhatCame() throws IOException {
        List<Path> talks = new java.util.ArrayList<>();
        for (String who : List.of("P1", "P2", "P3")) {
            Path at = Files.createDirectory(folder.resolve(who));
            talks.add(Files.writeString(at.resolve("talk.txt"), TALK.replace("P1", who)));
        }
        talks.add(talks.getFirst());
        talks.add(drop.resolve("bad.docx"));
        talks.add(
                Files.writeString(
                        Files.createDirectory(folder.resolve("P4")).resolve("talk.txt"), " "));
        talks.add(folder.resolve("missing.txt"));
        ImportReport report = study.imports().sources(talks, "auto", Progress.NONE);
        assertEquals(List.of("talk.txt", "P2/talk.txt", "P3/talk.txt"), report.added());
        assertEquals(List.of(new ImportReport.Twice("talk.txt", "talk.txt")), report.twice());
        assertEquals(
                List.of("bad.docx", "P4/talk.txt", "missing.txt"),
                report.problems().stream().map(p -> p.file()).toList(),
                "told apart");
        assertEquals(
                "import talk.txt, P2/talk.txt, P3/talk.txt",
                study.history().undoable().orElseThrow());
        study.history().undo();
        study.imports().sources(List.of(drop), "auto", Progress.NONE);
        assertEquals("import drop", study.history().undoable().orElseThrow());
    }

    @Test
    void otherActsGoOnWhileFilesAreRead() {
        DeskStudies.add(study, Fixtures.issue("x/y#9", "body"));
        int[] acts = {0};
        Progress busy =
                new Progress() {
                    @Override
                    public void report(double fraction, String message) {
                        if (acts[0] == 0) {
                            acts[0]++;
                            // In this very thread: inside the import's transaction it would fail.
                            study.attributes()
                                    .set(
                                            List.of(
                                                    study.sources()
                                                            .byKey("x/y#9")
                                                            .orElseThrow()
                                                            .id()),
                                            "note",
                                            "while reading");
                        }
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                };
        try (StagedImport staged = study.imports().stage(List.of(drop), "auto", false, busy)) {
            assertEquals(1, acts[0]);
            assertEquals(4, staged.store(ImportChoices.DEFAULT, Progress.NONE).added().size());
        }
    }

    @Test
    void cancelledWhileStoringLeavesNothing() {
        Progress stop =
                new Progress() {
                    private int reports;

                    @Override
                    public void report(double fraction, String message) {
                        reports++;
                    }

                    @Override
                    public boolean cancelled() {
                        return reports > 0;
                    }
                };
        try (StagedImport staged = stage(false)) {
            assertThrows(Cancelled.class, () -> staged.store(ImportChoices.DEFAULT, stop));
        }
        assertEquals(0, study.sources().list().size());
        assertEquals(List.of(), study.check().findings());
    }
}
