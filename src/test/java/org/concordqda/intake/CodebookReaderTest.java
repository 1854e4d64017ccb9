package org.concordqda.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.Scope;
import org.concordqda.report.CodebookYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class CodebookReaderTest {
    @TempDir Path folder;

    @Test
    void templatesComeBackByteForByte() {
        List<ImportedCodebook> all = Templates.list();
        assertEquals(3, all.size());
        for (ImportedCodebook template : all) {
            assertEquals(Templates.yaml(template.key()), CodebookYaml.write(template));
        }
        Dimension reporter =
                Templates.load("DL Reengineering DEFECTS").dimensions().stream()
                        .filter(d -> d.key().equals("reporter"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(4, reporter.checks().size());
        assertEquals("screening", reporter.askedWhen().orElseThrow().dimension());
        assertEquals(
                "There is no codebook template “none”; there are dl-defects, dl-process,"
                        + " dl-lifecycle.",
                assertThrows(ConcordException.class, () -> Templates.load("none")).getMessage());
    }

    @Test
    void strangeTextSurvivesYaml() {
        List<String> texts =
                List.of(
                        "no",
                        "Yes",
                        "1",
                        "1.5",
                        "2020-01-01",
                        "~",
                        "null",
                        "- a",
                        "-a",
                        "a: b",
                        "a:b",
                        "a #b",
                        "#a",
                        "'a'",
                        "\"a\"",
                        " a ",
                        "a\nb\n",
                        "a\tb",
                        "{a}",
                        "[a]",
                        "*a",
                        "&a",
                        "!a",
                        "|",
                        ">",
                        "%a",
                        "@a",
                        "`a",
                        "a:",
                        "\\",
                        "é 😀 中文",
                        "\u0007",
                        "...",
                        "---",
                        "0x1F",
                        ".inf",
                        "<<",
                        "=",
                        "\uFEFFa",
                        "? a",
                        "a, b",
                        "12:30:00",
                        "y",
                        "1_000",
                        "\u2028");
        StringBuilder yaml =
                new StringBuilder("concord-codebook: 1\nname: x\ndimensions:\n  - name: d\n");
        ImportedCodebook plain = CodebookReader.readYaml(yaml.toString(), "x");
        Dimension d = plain.dimensions().getFirst();
        for (String text : texts) {
            Dimension asked =
                    new Dimension(
                            d.id(),
                            "",
                            "d",
                            "d",
                            List.of(text, "z"),
                            text,
                            d.scope(),
                            d.choice(),
                            d.scale(),
                            d.appliesTo(),
                            d.askedWhen(),
                            false,
                            d.reliability(),
                            "",
                            text,
                            List.of(),
                            List.of());
            ImportedCodebook book = new ImportedCodebook("k", "n", "", text, "", List.of(asked));
            String written = CodebookYaml.write(book);
            ImportedCodebook back = CodebookReader.readYaml(written, "x");
            assertEquals(text, back.description(), written);
            assertEquals(asked.aliases(), back.dimensions().getFirst().aliases(), written);
            assertEquals(text, back.dimensions().getFirst().question(), written);
        }
    }

    private static final String HEAD = "concord-codebook: 1\nname: Mine\ndimensions:\n";

    private static void refused(String yaml, String sentence) {
        ConcordException e =
                assertThrows(
                        ConcordException.class,
                        () -> CodebookReader.readYaml(HEAD + yaml, "my.yaml"));
        assertEquals("my.yaml, " + sentence, e.getMessage());
    }

    @Test
    void yamlFaultsHaveTheirLine() {
        refused(
                "  - name: A\n    scop: UNIT\n",
                "line 5: “scop” means nothing for a dimension; known are aliases, appliesTo,"
                        + " askedWhen, carried, checks, choice, codes, guid, key, name, question,"
                        + " reliability, reliabilityReason, scale, scope, source.");
        refused(
                "  - name: A\n    scope: WHOLE\n",
                "line 5: “scope” cannot be “WHOLE”; it is one of SOURCE, UNIT, PASSAGE.");
        refused(
                "  - name: A\n    codes:\n      - name: X\n      - name: ' x '\n",
                "line 7: the code “ x ” is there already (line 6).");
        refused(
                "  - name: A\n  - name: a\n",
                "line 5: the dimension “a” is there already (line 4).");
        refused(
                "  - name: A\n    askedWhen:\n      dimension: B\n      values: [x]\n",
                "line 6: there is no dimension “B”.");
        refused(
                "  - name: A\n"
                        + "    askedWhen: {dimension: B, values: [x]}\n"
                        + "    codes: [{name: y}]\n"
                        + "  - name: B\n"
                        + "    askedWhen: {dimension: A, values: [y]}\n"
                        + "    codes: [{name: x}]\n",
                "line 8: the dimension “B” waits for itself through askedWhen.");
        refused(
                "  - name: A\n"
                        + "    codes: [{name: x}]\n"
                        + "    checks:\n"
                        + "      - {when: q, dimension: A, values: [x], warn: w}\n",
                "line 7: the dimension “A” has no code “q”.");
        refused("  - name: A\n    name: B\n", "line 5: “name” is there twice.");
        refused(
                "  - name: &a A\n  - name: *a\n",
                "line 5: anchors and aliases of YAML are not used here.");
        refused("  - question: q\n", "line 4: a dimension needs “name”.");
        refused(
                "  - name: A\n    codes:\n      - name: X\n        colour: red\n",
                "line 7: “red” is not a colour such as \"#3f7fd9\".");
    }

    @Test
    void brokenYamlAndOtherVersions() {
        assertTrue(
                assertThrows(
                                ConcordException.class,
                                () -> CodebookReader.readYaml("a: [1", "b.yaml"))
                        .getMessage()
                        .startsWith("b.yaml, line "));
        assertEquals(
                "b.yaml, line 1: this is a codebook of version 2; version 1 is read.",
                assertThrows(
                                ConcordException.class,
                                () -> CodebookReader.readYaml("concord-codebook: 2", "b.yaml"))
                        .getMessage());
    }

    private static String tree(List<Code> codes, String in) {
        StringBuilder out = new StringBuilder();
        for (Code c : codes) {
            out.append(in)
                    .append(c.name())
                    .append(" [")
                    .append(c.key())
                    .append("] ")
                    .append(c.definition())
                    .append('\n')
                    .append(tree(c.children(), in + "  "));
        }
        return out.toString();
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("book.csv"), text);
    }

    @Test
    void pathsInCsv() throws IOException {
        List<String> notes = new ArrayList<>();
        ImportedCodebook book =
                CodebookReader.read(
                        csv(
                                """
                                Dimension;Code path;Definition;Include when;Aliases;Scope;Choice;Who
                                Stage;;Where is it?;;;;;
                                Stage;Training;d1;i1;a, b;UNIT;many;me
                                Stage;Data > Corrupt;d3;;x;;;
                                Stage;Data;d2;;"p, q; r";;;
                                Symptom;Crash;d4;;;SOURCE;;
                                """),
                        notes::add);
        assertEquals(List.of("columns not used: Who."), notes);
        assertEquals("book", book.name());
        Dimension stage = book.dimensions().getFirst();
        assertEquals("Where is it?", stage.question());
        assertEquals(Choice.MANY, stage.choice());
        assertEquals(
                "Training [training] d1\nData [data] d2\n  Corrupt [data/corrupt] d3\n",
                tree(stage.codes(), ""));
        assertEquals(List.of("a", "b"), stage.codes().get(0).aliases());
        assertEquals(List.of("p, q", "r"), stage.codes().get(1).aliases());
        assertEquals(Scope.SOURCE, book.dimensions().get(1).scope());
    }

    @Test
    void levelsThemesAndParents() throws IOException {
        assertEquals(
                "A [a] \n  B [a/b] x\n  C [a/c] y\nD [d] z\n",
                tree(
                        CodebookReader.read(csv("Level 1,Level 2,Definition\nA,B,x\n,C,y\nD,,z\n"))
                                .dimensions()
                                .getFirst()
                                .codes(),
                        ""));
        Dimension themes =
                CodebookReader.read(csv("Theme,Code,Description\nT,c1,x\nT,c2,y\n"))
                        .dimensions()
                        .getFirst();
        assertEquals("T [t] \n  c1 [t/c1] x\n  c2 [t/c2] y\n", tree(themes.codes(), ""));
        assertEquals(Scope.PASSAGE, themes.scope());
        assertEquals(
                "A [a] \n  B [a/b] \n    C [a/b/c] \n",
                tree(
                        CodebookReader.read(csv("code,parent\nC,B\nB,A\nA,\n"))
                                .dimensions()
                                .getFirst()
                                .codes(),
                        ""));
    }

    private void refusedCsv(String text, String sentence) throws IOException {
        Path file = csv(text);
        assertEquals(
                "book.csv" + sentence,
                assertThrows(ConcordException.class, () -> CodebookReader.read(file)).getMessage());
    }

    @Test
    void tableFaultsHaveTheirLine() throws IOException {
        refusedCsv(
                "code,definition\nA > B,x\n",
                ", line 2: the code “B” has no parent: no row is “A”.");
        refusedCsv(
                "code,parent\nA,B\nB,A\n",
                ", line 2: the code “A” is below itself: its parents form a circle.");
        refusedCsv(
                "code,definition\nA,x\na ,y\n",
                ", line 3: the code “a” is there already (line 2).");
        refusedCsv(
                "who,definition\nA,x\n",
                ", line 1: no column is named code, code path or level 1, so there are no codes to"
                        + " read.");
        refusedCsv(
                "code,special\nA,odd\n",
                ", line 2: “special” cannot be “odd”; it is one of ORDINARY, NOT_APPLICABLE,"
                        + " NOT_MENTIONED, UNSURE, OTHER, NONE_OF_THESE.");
    }

    @Test
    void aSheetPerDimension() throws IOException {
        Path file = folder.resolve("b.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            for (String sheet : List.of("Practice", "Challenge")) {
                var s = book.createSheet(sheet);
                s.createRow(0).createCell(0).setCellValue("Code");
                s.createRow(1).createCell(0).setCellValue("One of " + sheet);
            }
            book.write(out);
        }
        ImportedCodebook book = CodebookReader.read(file);
        assertEquals("Practice", book.dimensions().get(0).name());
        assertEquals("One of Challenge", book.dimensions().get(1).codes().getFirst().name());
    }
}
