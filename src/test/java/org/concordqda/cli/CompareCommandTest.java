package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Two raters' sheets, compared and made a study of.
class CompareCommandTest {
    private static final Path EMSE =
            Path.of(System.getProperty("concord.shared", "../shared"), "data", "emse");

    @TempDir Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Map<String, JsonNode> kappas(JsonNode all, String reading) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (JsonNode row : all.get("rows")) {
            if (row.get("statistic").asString().equals("cohen_kappa")
                    && row.get("scope").asString().equals("all")
                    && row.get("reading").asString().equals(reading)) {
                found.put(row.get("dimension").asString(), row);
            }
        }
        return found;
    }

    @Test
    void theRePilotSheets() {
        assumeTrue(Files.isDirectory(EMSE), "real data is not beside the project; skipped");
        Object[] words = {
            "compare",
            EMSE.resolve("re-pilot-rater-1.xlsx"),
            EMSE.resolve("re-pilot-rater-2.xlsx"),
            "--unit",
            "Issue #",
            "--by-order",
            "--codebook",
            "dl-defects",
            "--json"
        };
        JsonNode all = Run.of(words).fine().json();
        assertEquals(64, all.get("units").asInt());
        Map<String, JsonNode> folded = kappas(all, "folded");
        double[] expected = {1.0, 0.9665, 0.9272, 0.3415, 0.8879, 0.8113, 0.65, 0.6871};
        int found = 0;
        for (double value : expected) {
            for (JsonNode row : folded.values()) {
                if (!row.get("value").isNull()
                        && Math.abs(row.get("value").asDouble() - value) < 0.00005) {
                    found++;
                    assertEquals(value == 0.65 ? 63 : 64, row.get("n").asInt());
                    break;
                }
            }
        }
        assertEquals(expected.length, found, "" + folded);
        int codes = 0;
        for (JsonNode row : kappas(all, "codes").values()) {
            String dimension = row.get("codebookDimension").asString();
            if (dimension.equals("General programming defect")) {
                assertEquals(0.8294, row.get("value").asDouble(), 0.00005);
                codes++;
            } else if (dimension.equals("DL-specific defect")) {
                assertEquals(0.7349, row.get("value").asDouble(), 0.00005);
                assertEquals(63, row.get("n").asInt());
                codes++;
            }
        }
        assertEquals(2, codes);
    }

    @Test
    void spellingConflictsAndUnmatchedUnits() throws IOException {
        Path a =
                file(
                        "ana.csv",
                        ",Id,Stage,Only Ana\n1,a,Training,x\n2,b,training ,x\n3,c,Modeling,x\n"
                                + "4,d,Data,x\n5,e,Data,x\n6,f,,x\n");
        Path b =
                file(
                        "ben.csv",
                        ",Id,Stage\n9,a,training\n8,b,Training\n7,c,Data\n6,d,Modeling\n5,e,Data\n"
                                + "4,f,Data\n3,g,Data\n");
        Run run = Run.of("compare", a, b, "--unit", "Id", "--json").fine();
        JsonNode all = run.json();
        assertEquals("[\"ana\",\"ben\"]", all.get("coders").toString());
        JsonNode written = kappas(all, "written").get("Stage");
        JsonNode folded = kappas(all, "folded").get("Stage");
        assertEquals(5, folded.get("n").asInt());
        assertEquals(1, folded.get("missing").asInt());
        assertEquals((3 / 5.0 - 9 / 25.0) / (1 - 9 / 25.0), folded.get("value").asDouble(), 1e-9);
        assertTrue(written.get("value").asDouble() < folded.get("value").asDouble());
        assertEquals(1, kappas(all, "folded").size(), "index and lonely columns are no dimensions");
        assertEquals("[\"g\"]", all.get("unmatched").get("ben").toString());
        JsonNode conflict = all.get("conflicts").get(0);
        assertEquals(2, conflict.get("count").asInt());
        assertEquals(0.4, conflict.get("agreementRise").asDouble(), 1e-9);
        String text = Run.of("compare", a, b, "--unit", "Id").fine().out();
        assertTrue(text.contains("Only ben rated 1 units: g"), text);
        assertTrue(text.contains("only ana"), text);
    }

    @Test
    void sheetsBecomeAStudy() throws IOException {
        Path a = file("ana.csv", "Id,Stage?,Cause\na,Training,x\nb,training ,y\nb,Data,x\n");
        Path b = file("ben.csv", "Id,Stage?,Cause\na,Training,x\nb,Data,x\nb,DATA,y\n");
        Path study = folder.resolve("made.concord");
        Run made =
                Run.of(
                                "compare",
                                a,
                                b,
                                "--unit",
                                "Id",
                                "--by-order",
                                "--into",
                                study,
                                "--coder",
                                "Ana",
                                "--coder",
                                "Ben")
                        .fine();
        assertTrue(made.out().contains("12 ratings"), made.out());
        JsonNode rows = Run.of("agreement", study, "--json").fine().json();
        JsonNode compared =
                Run.of("compare", a, b, "--unit", "Id", "--by-order", "--json").fine().json();
        int same = 0;
        for (JsonNode row : rows) {
            if (row.get("statistic").asString().equals("cohen_kappa")
                    && row.get("scope").asString().equals("all")) {
                JsonNode folded = kappas(compared, "folded").get(row.get("dimension").asString());
                assertEquals(folded.get("value").asDouble(), row.get("value").asDouble(), 1e-9);
                same++;
            }
        }
        assertEquals(2, same);
        assertEquals(
                1, Run.of("compare", a, b, "--unit", "Id", "--by-order", "--into", study).code());
        assertTrue(Files.exists(study), "what was there stays");
    }

    /// 23 of 80 is 28.75 %, and its `double` 28.749999999999996: printed as a spreadsheet does, in the window too
    /// ([org.concordqda.desk.RaterCheckTest]).
    @Test
    void halvesAreRoundedAsSpreadsheetsDo() throws IOException {
        StringBuilder a = new StringBuilder("Id,Stage\n");
        StringBuilder b = new StringBuilder("Id,Stage\n");
        for (int i = 0; i < 80; i++) {
            a.append(i).append(i % 3 == 0 ? ",z\n" : ",x\n");
            b.append(i).append(i % 3 == 0 ? ",z\n" : i < 35 ? ",y\n" : ",x\n");
        }
        Run run =
                Run.of("compare", file("a.csv", a + ""), file("b.csv", b + ""), "--unit", "Id")
                        .fine();
        String cost =
                run.out().lines().filter(l -> l.matches("Stage +x +y +.*")).findFirst().orElse("");
        assertTrue(cost.contains(" 23 ") && cost.contains("28.8 %"), run.out());
        assertEquals("0.6250", AgreementText.value(0.62499999999999978));
    }

    @Test
    void badInputIsASentence() throws IOException {
        Path a = file("a.csv", "Id,Stage\n1,x\n1,y\n");
        Path b = file("b.csv", "Id,Stage\n1,x\n2,y\n");
        Path c = file("c.csv", "Id,Other\n1,x\n");
        assertTrue(Run.of("compare", a, b, "--unit", "Id").err().contains("--by-order"));
        assertTrue(Run.of("compare", b, c, "--unit", "Id").err().contains("share no named column"));
        assertTrue(Run.of("compare", b, c, "--unit", "Nr").err().contains("no column “Nr”"));
        assertTrue(Run.of("compare", b, "--unit", "Id").err().contains("two raters"));
        Run twice = Run.of("compare", b, b, "--unit", "Id");
        assertEquals(1, twice.code());
        assertTrue(twice.err().contains("--coder"), twice.err());
        Run none = Run.of("compare", b, folder.resolve("none.csv"), "--unit", "Id");
        assertEquals(1, none.code());
        assertFalse(none.err().contains("Exception"), none.err());
    }
}
