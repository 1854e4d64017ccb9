package org.concordqda.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.concordqda.model.ImportedSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Word documents that Word's own library writes, and documents that mean harm.
class DocxReaderTest {
    @TempDir Path folder;

    private Path save(XWPFDocument document) throws IOException {
        Path file = folder.resolve("a.docx");
        try (OutputStream out = Files.newOutputStream(file)) {
            document.write(out);
        }
        return file;
    }

    /// Runs; one that begins with `*` is bold.
    private static XWPFParagraph paragraph(XWPFDocument document, String... runs) {
        XWPFParagraph paragraph = document.createParagraph();
        for (String text : runs) {
            XWPFRun run = paragraph.createRun();
            run.setBold(text.startsWith("*"));
            String[] lines = text.replaceFirst("^\\*", "").split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    run.addBreak();
                }
                run.setText(lines[i], i);
            }
        }
        return paragraph;
    }

    @Test
    void boldNamesWithoutColon() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            paragraph(document, "*Interview ", "in May");
            paragraph(document, "*Anna ", "How was it?");
            paragraph(document, "*Ben");
            paragraph(document, "Hard. ", "*Very", " hard.");
            paragraph(document, "It took 😀 weeks.");
            paragraph(document, "*Anna ", "And now?");
            paragraph(document, "*Ben");
            paragraph(document, "Fine.");
            ImportedSource source = Collected.of(KindHint.AUTO, save(document)).only();
            assertEquals(
                    """
                    MARK | - | - |  | Interview in May
                    TURN | Anna | - | Anna | How was it?
                    TURN | Ben | - | Ben | Hard. Very hard.⏎It took 😀 weeks.
                    TURN | Anna | - | Anna | And now?
                    TURN | Ben | - | Ben | Fine.
                    """,
                    Collected.turns(source));
        }
    }

    @Test
    void teamsExportHasNameTimeAndTextInOneParagraph() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            paragraph(document, "*Anna Lee", "   0:03\nHello.");
            paragraph(document, "*Ben Wu", "   1:00:05\nHi.\nThere.");
            paragraph(document, "*Anna Lee", "   1:02:00\nBye.");
            paragraph(document, "*Ben Wu", "   1:02:09\nBye.");
            assertEquals(
                    """
                    TURN | Anna Lee | 00:00:03 | Anna Lee   0:03 | Hello.
                    TURN | Ben Wu | 01:00:05 | Ben Wu   1:00:05 | Hi.⏎There.
                    TURN | Anna Lee | 01:02:00 | Anna Lee   1:02:00 | Bye.
                    TURN | Ben Wu | 01:02:09 | Ben Wu   1:02:09 | Bye.
                    """,
                    Collected.turns(Collected.of(KindHint.AUTO, save(document)).only()));
        }
    }

    @Test
    void headingsTablesTabsAndTextForm() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            paragraph(document, "Part one").setStyle("Heading1");
            paragraph(document, "Q:\tWhy?");
            paragraph(document, "A: Because.");
            paragraph(document, "");
            var table = document.createTable(1, 2);
            table.getRow(0).getCell(0).setText("Q: left");
            table.getRow(0).getCell(1).setText("A: right");
            ImportedSource source = Collected.of(KindHint.AUTO, save(document)).only();
            assertEquals("Part one\nQ:\tWhy?\nA: Because.\n\nQ: left\nA: right", source.text());
            assertEquals("MARK", source.turns().getFirst().kind().name());
            assertEquals(5, source.turns().size());
        }
    }

    private Path archive(String part, String content) throws IOException {
        Path file = folder.resolve("x.docx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(part));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static final String BODY =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                    + "<w:body>%s</w:body></w:document>";

    @Test
    void deletedTextFieldsAndTextBoxesAreNoText() throws IOException {
        Path file =
                archive(
                        "word/document.xml",
                        BODY.formatted(
                                "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del>"
                                        + "<w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r>"
                                        + "<w:r><w:pict><w:p><w:r><w:t>box</w:t></w:r></w:p></w:pict></w:r>"
                                        + "<w:hyperlink><w:r><w:t>c</w:t></w:r></w:hyperlink></w:p>"));
        assertEquals("abc", Collected.of(KindHint.AUTO, file).only().text());
    }

    @Test
    void entitiesAreRefused() throws IOException {
        Path file =
                archive(
                        "word/document.xml",
                        "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                                + BODY.formatted("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"));
        Collected all = Collected.of(KindHint.AUTO, file);
        assertEquals(0, all.sources.size());
        assertTrue(
                all.problems.getFirst().endsWith("XML that is refused (document types, entities)."),
                all.problems.getFirst());
    }

    @Test
    void bombsAndCutFilesAreRefused() throws IOException {
        Path file = folder.resolve("bomb.docx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("word/media/big"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 140; i++) {
                out.write(zeros);
            }
        }
        assertEquals(
                "bomb.docx, word/document.xml: a part of the file is larger than 128 MB, which is"
                        + " where reading stops.",
                Collected.of(KindHint.AUTO, file).problems.getFirst());
        Path whole = archive("word/document.xml", BODY.formatted("<w:p/>".repeat(5000)));
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(
                "x.docx: the Word document is damaged or cut off.",
                Collected.of(KindHint.AUTO, whole).problems.getFirst());
    }
}
