package org.concordqda.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.ImportedSource;
import org.concordqda.model.TurnKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TranscriptReaderTest {
    @TempDir Path folder;

    private ImportedSource read(String text) throws IOException {
        return Collected.of(KindHint.AUTO, Files.writeString(folder.resolve("a.txt"), text)).only();
    }

    private void turns(String text, String expected) throws IOException {
        assertEquals(expected, Collected.turns(read(text)));
    }

    @Test
    void inlineNamesWithSeveralParagraphs() throws IOException {
        turns(
                """
                Interview of 3 May

                Interviewer: How did you start?
                Anna Lee: We cloned it.
                Note: the build was old.

                It took weeks: see https://example.org
                https: is not a person
                Interviewer: And then?
                Anna Lee: Then it ran.
                """,
                """
                MARK | - | - |  | Interview of 3 May
                TURN | Interviewer (interviewer) | - | Interviewer: | How did you start?
                TURN | Anna Lee | - | Anna Lee: | We cloned it.⏎Note: the build was old.⏎⏎It took weeks: see https://example.org⏎https: is not a person
                TURN | Interviewer (interviewer) | - | Interviewer: | And then?
                TURN | Anna Lee | - | Anna Lee: | Then it ran.
                """);
    }

    @Test
    void namesOnTheirOwnLineAndMarks() throws IOException {
        turns(
                """
                Speaker 1:
                [inaudible 00:06:59]
                Speaker 2:
                One.

                Two.
                [crosstalk 00:07:10]
                Three.
                Speaker 1: Five.
                Speaker 1:12
                Four.\
                """,
                """
                TURN | Speaker 1 | - | Speaker 1: | [inaudible 00:06:59]
                TURN | Speaker 2 | - | Speaker 2: | One.⏎⏎Two.
                MARK | - | - |  | [crosstalk 00:07:10]
                TURN | Speaker 2 | - |  | Three.
                TURN | Speaker 1 | - | Speaker 1: | Five.
                TURN | Speaker 1 | - | Speaker 1:12 | Four.
                """);
    }

    @Test
    void timedNames() throws IOException {
        turns(
                """
                ANNA (00:01:02): Hello there.
                Ben [1:02:03] Yes.
                Speaker 3  00:12
                Well.
                [00:14] ANNA: Back at 10:30 we
                met again at 11:15
                00:00:20 Ben: Bye.
                """,
                """
                TURN | ANNA | 00:01:02 | ANNA (00:01:02): | Hello there.
                TURN | Ben | 01:02:03 | Ben [1:02:03] | Yes.
                TURN | Speaker 3 | 00:00:12 | Speaker 3  00:12 | Well.
                TURN | ANNA | 00:00:14 | [00:14] ANNA: | Back at 10:30 we⏎met again at 11:15
                TURN | Ben | 00:00:20 | 00:00:20 Ben: | Bye.
                """);
    }

    @Test
    void bracketedNames() throws IOException {
        turns(
                "[Anna]\nOne.\n[pause]\n[Ben] Two.\n[Anna]\nThree.\n[Ben]\nFour.",
                """
                TURN | Anna | - | [Anna] | One.
                MARK | - | - |  | [pause]
                TURN | Ben | - | [Ben] | Two.
                TURN | Anna | - | [Anna] | Three.
                TURN | Ben | - | [Ben] | Four.
                """);
    }

    @Test
    void anyScript() throws IOException {
        turns(
                "采访者:你好吗?\n王伟:很好。\n采访者:谢谢。\n王伟:再见。",
                """
                TURN | 采访者 | - | 采访者: | 你好吗?
                TURN | 王伟 | - | 王伟: | 很好。
                TURN | 采访者 | - | 采访者: | 谢谢。
                TURN | 王伟 | - | 王伟: | 再见。
                """);
        turns(
                "Анна Петрова: Да.\nمحمد علي: نعم\nАнна Петрова: Нет.\nمحمد علي: لا",
                """
                TURN | Анна Петрова | - | Анна Петрова: | Да.
                TURN | محمد علي | - | محمد علي: | نعم
                TURN | Анна Петрова | - | Анна Петрова: | Нет.
                TURN | محمد علي | - | محمد علي: | لا
                """);
    }

    @Test
    void listedOnceIsEnoughAndOnceAloneIsSaid() throws IOException {
        ImportedSource source =
                read(
                        """
                        Participants: Ann (PI), Bo and Cy
                        Ann: One.
                        Bo: Two.
                        Ann: Three.
                        Dee: Four.
                        """);
        assertEquals("Ann; Bo", source.attributes().get("speakers"));
        assertEquals(
                List.of(
                        "Encoding: UTF-8.",
                        "Speakers: Ann (2 turns), Bo (1 turn).",
                        "Not taken for speakers: “Dee”."),
                source.detected());
    }

    @Test
    void twoInterviewersByRole() throws IOException {
        ImportedSource source =
                read("Interviewer 1: A?\nP1: B.\nInterviewer 2: C?\nP1: D.\nP2: E.");
        assertEquals("Interviewer 1; P1; Interviewer 2; P2", source.attributes().get("speakers"));
        assertEquals("interviewer", source.turns().get(2).role().orElseThrow());
        assertEquals("participant", source.turns().get(4).role().orElseThrow());
    }

    @Test
    void withoutSpeakersEveryParagraphIsATurn() throws IOException {
        turns(
                "The first thing: it broke.\n\nWe fixed it.",
                """
                TURN | - | - |  | The first thing: it broke.
                TURN | - | - |  | We fixed it.
                """);
    }

    @Test
    void encodingsAreSaidAndGiveOneText() throws IOException {
        String text = "Zoë: café – “yes”\nBen: naïve\nZoë: oui\nBen: 5 €";
        String[][] cases = {
            {"UTF-8", "", "Encoding: UTF-8."},
            {"UTF-8", "EFBBBF", "Encoding: UTF-8, by its byte order mark."},
            {"UTF-16LE", "FFFE", "Encoding: UTF-16, by its byte order mark."},
            {"UTF-16BE", "FEFF", "Encoding: UTF-16, by its byte order mark."},
            {"UTF-16LE", "", "Encoding: UTF-16, told by its zero bytes."},
            {"UTF-16BE", "", "Encoding: UTF-16, told by its zero bytes."},
            {"windows-1252", "", "Encoding: Windows-1252, because it is not UTF-8."},
        };
        for (String[] each : cases) {
            byte[] mark = java.util.HexFormat.of().parseHex(each[1]);
            byte[] body = text.replace("\n", "\r\n").getBytes(Charset.forName(each[0]));
            byte[] all = new byte[mark.length + body.length];
            System.arraycopy(mark, 0, all, 0, mark.length);
            System.arraycopy(body, 0, all, mark.length, body.length);
            Path file = Files.write(folder.resolve("e.txt"), all);
            ImportedSource source = Collected.of(KindHint.AUTO, file).only();
            assertEquals(text, source.text(), String.join(" ", each));
            assertEquals(each[2], source.detected().getFirst());
            assertEquals(4, source.turns().size());
        }
        Path latin =
                Files.write(
                        folder.resolve("l.txt"),
                        "Zoë\u0081 è".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "Encoding: Latin-1, because it is not UTF-8.",
                Collected.of(KindHint.AUTO, latin).only().detected().getFirst());
    }

    @Test
    void lineEndsAndLastLine() throws IOException {
        assertEquals("a\nb\nc\n", read("a\r\nb\rc\n\n").text());
        assertEquals("a", read("a\n").text());
        assertEquals("\na", read("\na").text());
    }

    @Test
    void badFilesAreSentences() throws IOException {
        Files.writeString(folder.resolve("a.docx"), "no zip");
        Files.writeString(folder.resolve("b.txt"), "");
        Files.writeString(folder.resolve("c.txt"), " \n ");
        Files.write(folder.resolve("d.txt"), new byte[] {1, 0, 0, 0, 5, 0, 0});
        Files.write(folder.resolve("e.docx"), new byte[] {'P', 'K', 3, 4, 9, 9});
        Files.writeString(folder.resolve("f.pdf"), "x");
        Files.writeString(folder.resolve("g.txt"), "Ann: hi\nBen: ho\nAnn: he\n");
        Collected all = Collected.of(KindHint.AUTO, folder, folder.resolve("f.pdf"));
        assertEquals(1, all.sources.size());
        assertEquals(
                List.of(
                        "a.docx: the file is named .docx but is not a Word document (not a zip"
                                + " archive).",
                        "b.txt: the file is empty.",
                        "c.txt: the file holds no text.",
                        "d.txt: the file is not text: it holds zero bytes.",
                        "e.docx: the archive holds no Word document (word/document.xml is"
                                + " missing).",
                        "f.pdf: a .pdf file is not read as a source; .txt, .md, .docx, .json and"
                                + " .jsonl are."),
                all.problems);
        assertEquals(List.of("file of another kind f.pdf "), all.leftOut);
    }

    @Test
    void spansNeverOverlapAndKindsFit() throws IOException {
        ImportedSource source = read("Ann: 😀 hi\n\nBen:\nAnn: he\nBen: x");
        assertEquals(
                "😀 hi",
                source.text()
                        .substring(
                                source.turns().get(0).bodyStart(),
                                source.turns().get(0).bodyEnd()));
        assertEquals(source.turns().get(1).bodyStart(), source.turns().get(1).bodyEnd());
        assertTrue(source.turns().stream().allMatch(t -> t.kind() == TurnKind.TURN));
    }
}
