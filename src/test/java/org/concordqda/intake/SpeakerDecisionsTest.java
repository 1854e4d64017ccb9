package org.concordqda.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.concordqda.model.ImportPreview.Untaken;
import org.concordqda.model.ImportedSource;
import org.concordqda.model.LineFormat;
import org.concordqda.model.SpeakerChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a person decides about speakers changes turns and never the text.
class SpeakerDecisionsTest {
    private static final String TEXT =
            """
            Speaker 1: How did you start? 😕
            Speaker 2: We cloned it.
            Warum: 因为
            [laughter]
            Warum: once more
            Speaker 2: Then it ran.
            Speaker 3: I am Speaker 2 too.
            """;

    @TempDir Path folder;

    private ImportedSource read() throws IOException {
        return Collected.of(KindHint.AUTO, Files.writeString(folder.resolve("a.txt"), TEXT)).only();
    }

    private static ImportedSource apply(ImportedSource source, SpeakerChoice... choices) {
        ImportedSource decided = new SpeakerDecisions(List.of(choices)).apply(source);
        assertEquals(source.text(), decided.text());
        assertEquals(source.fileHash(), decided.fileHash());
        return decided;
    }

    @Test
    void mergedRenamedRejectedAndGivenARole() throws IOException {
        ImportedSource decided =
                apply(
                        read(),
                        SpeakerChoice.rename("speaker  2", "P7"),
                        SpeakerChoice.rename("Speaker 3", "P7"),
                        SpeakerChoice.reject("Warum"),
                        SpeakerChoice.role("Speaker 1", SpeakerChoice.INTERVIEWER));
        assertEquals(
                "Speakers: Speaker 1 (1 turn, interviewer), P7 (4 turns, participant).",
                decided.detected().stream()
                        .filter(s -> s.startsWith("Speakers"))
                        .findFirst()
                        .orElseThrow());
        assertEquals(
                """
                TURN | Speaker 1 (interviewer) | - | Speaker 1: | How did you start? 😕
                TURN | P7 (participant) | - | Speaker 2: | We cloned it.⏎Warum: 因为
                MARK | - | - |  | [laughter]
                TURN | P7 (participant) | - |  | Warum: once more
                TURN | P7 (participant) | - | Speaker 2: | Then it ran.
                TURN | P7 (participant) | - | Speaker 3: | I am Speaker 2 too.
                """,
                Collected.turns(decided));
        assertEquals("Speaker 1; P7", decided.attributes().get("speakers"));
    }

    @Test
    void aChoiceForOneFileLeavesTheOthersAlone() throws IOException {
        ImportedSource source = read();
        SpeakerChoice elsewhere =
                new SpeakerChoice(
                        "b.txt", "Speaker 1", Optional.of("Ana"), Optional.empty(), false);
        assertSame(source, new SpeakerDecisions(List.of(elsewhere)).apply(source));
        ImportedSource here =
                apply(
                        source,
                        SpeakerChoice.rename("Speaker 1", "Interviewer"),
                        new SpeakerChoice(
                                "a.txt", "Speaker 1", Optional.of("Ana"), Optional.of(""), false));
        assertEquals("Ana", here.turns().getFirst().speaker().orElseThrow());
        assertEquals(Optional.empty(), here.turns().getFirst().role());
    }

    @Test
    void withAllRejectedTheTextIsNobodys() throws IOException {
        ImportedSource decided =
                apply(
                        read(),
                        SpeakerChoice.reject("Speaker 1"),
                        SpeakerChoice.reject("Speaker 2"),
                        SpeakerChoice.reject("Speaker 3"),
                        SpeakerChoice.reject("Warum"));
        assertEquals(
                """
                TURN | - | - |  | Speaker 1: How did you start? 😕
                TURN | - | - |  | Speaker 2: We cloned it.
                TURN | - | - |  | Warum: 因为
                MARK | - | - |  | [laughter]
                TURN | - | - |  | Warum: once more
                TURN | - | - |  | Speaker 2: Then it ran.
                TURN | - | - |  | Speaker 3: I am Speaker 2 too.
                """,
                Collected.turns(decided));
        assertEquals(null, decided.attributes().get("speakers"));
    }

    /// A name that stands there once is told with its first words, and the turns are those the reader makes of a
    /// label that it knows; what is no label of this text changes nothing.
    @Test
    void aLabelThatWasNotTakenIsTaken() throws IOException {
        ImportedSource source =
                Collected.of(
                                KindHint.AUTO,
                                Files.writeString(
                                        folder.resolve("once.txt"),
                                        """
                                        L.: Before all of us
                                        Anna: Who joins? 😕
                                        Ben: Look.
                                        René (00:01:02):
                                        I join late. 因为
                                        And I go on.
                                        [laughter]
                                        Still me.
                                        Error: it said
                                        Anna: And?
                                        my boss: quoted here
                                        Ben: Yes.
                                        Error: twice, as it goes
                                        and so he said: no
                                        and so he said: never
                                        """))
                        .only();
        List<Untaken> untaken = SpeakerLabels.untaken(source);
        assertEquals(
                List.of(
                        new Untaken("L.", 1, "Before all of us"),
                        new Untaken("René", 1, "I join late. 因为"),
                        new Untaken("and so he said", 2, "no")),
                untaken);
        assertSame(
                source, new SpeakerDecisions(List.of(SpeakerChoice.accept("Ina"))).apply(source));
        ImportedSource decided =
                apply(
                        source,
                        SpeakerChoice.reject("Error"),
                        SpeakerChoice.accept("René"),
                        SpeakerChoice.rename("L.", "Lea"),
                        SpeakerChoice.accept("My Boss"));
        assertEquals(
                """
                TURN | Lea | - | L.: | Before all of us
                TURN | Anna | - | Anna: | Who joins? 😕
                TURN | Ben | - | Ben: | Look.
                TURN | René | 00:01:02 | René (00:01:02): | I join late. 因为⏎And I go on.
                MARK | - | - |  | [laughter]
                TURN | René | - |  | Still me.⏎Error: it said
                TURN | Anna | - | Anna: | And?
                TURN | my boss | - | my boss: | quoted here
                TURN | Ben | - | Ben: | Yes.⏎Error: twice, as it goes⏎and so he said: no⏎and so he said: never
                """,
                Collected.turns(decided));
        assertEquals("Lea; Anna; Ben; René; my boss", decided.attributes().get("speakers"));
        assertTrue(
                decided.detected().stream().noneMatch(s -> s.startsWith("Not taken")),
                decided.detected().toString());
        ImportedSource back =
                apply(source, SpeakerChoice.accept("René"), SpeakerChoice.reject("René"));
        assertEquals(Collected.turns(source), Collected.turns(back));
    }

    /// Bold says who speaks in a Word file: it is known still when the file is staged.
    @Test
    void aBoldNameIsTakenAfterStaging() throws IOException {
        Path file = folder.resolve("bold.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            for (String line : List.of("*Anna| asks", "*René| answers", "", "*Anna| goes on")) {
                XWPFParagraph paragraph = document.createParagraph();
                for (String run : line.split("\\|")) {
                    XWPFRun words = paragraph.createRun();
                    words.setBold(run.startsWith("*"));
                    words.setText(run.replace("*", ""));
                }
            }
            document.write(out);
        }
        try (StagedSources staged = new StagedSources()) {
            staged.add(Collected.of(KindHint.AUTO, file).only());
            assertEquals(
                    List.of(new Untaken("René", 1, "answers")),
                    SpeakerLabels.untaken(staged.get(0)));
            assertEquals(
                    """
                    TURN | Anna | - | Anna | asks
                    TURN | René | - | René | answers
                    TURN | Anna | - | Anna | goes on
                    """,
                    Collected.turns(apply(staged.get(0), SpeakerChoice.accept("rené"))));
        }
    }

    @Test
    void whatStandsBeforeTheFirstSpeakerIsAMark() throws IOException {
        assertEquals(
                "MARK | - | - |  | Speaker 1: How did you start? 😕",
                Collected.turns(apply(read(), SpeakerChoice.reject("Speaker 1")))
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void stagedSourcesComeBackAsTheyWere() throws IOException {
        ImportedSource source = read();
        ImportedSource odd =
                new ImportedSource(
                        source.kind(),
                        "odd\ud83d.txt",
                        "عنوان 😕",
                        source.text(),
                        1,
                        source.turns(),
                        source.attributes(),
                        Optional.of("2024-01-01"),
                        Optional.empty(),
                        "odd.txt",
                        source.fileHash(),
                        new byte[200_000],
                        List.of("one", "two"),
                        List.of(new LineFormat(0, 3, false), new LineFormat(2, 0, true)));
        try (StagedSources staged = new StagedSources()) {
            for (int i = 0; i < 40; i++) {
                staged.add(i % 2 == 0 ? source : odd);
            }
            for (int i = 39; i >= 0; i--) {
                ImportedSource back = staged.get(i);
                ImportedSource was = i % 2 == 0 ? source : odd;
                assertEquals(was.key(), back.key());
                assertEquals(was.title(), back.title());
                assertEquals(was.text(), back.text());
                assertEquals(was.turns(), back.turns());
                assertEquals(was.attributes(), back.attributes());
                assertEquals(was.created(), back.created());
                assertEquals(was.detected(), back.detected());
                assertEquals(was.formats(), back.formats());
                assertEquals(was.original().length, back.original().length);
            }
        }
    }
}
