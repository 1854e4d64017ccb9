package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Real files of other people's studies, run through the command line without a hand-made fix.
class RealInputTest {
    private static final Path DATA =
            Path.of(System.getProperty("concord.shared", "../shared"), "data");

    @TempDir Path folder;

    @BeforeEach
    void present() {
        assumeTrue(Files.isDirectory(DATA), "real data is not beside the project; skipped");
    }

    @Test
    void publishedDefects() {
        Path study = folder.resolve("published.concord");
        Run.of("new", study, "--codebook", "dl-defects").fine();
        Run ratings =
                Run.of(
                                "ratings",
                                study,
                                DATA.resolve("emse/defects.csv"),
                                "--coder",
                                "Published",
                                "--round",
                                "Published",
                                "--unit",
                                "URL",
                                "--by-order",
                                "--unknown",
                                "add")
                        .fine();
        assertTrue(
                ratings.out().contains("348 rows, 348 units; 3,480 ratings stored"), ratings.out());
        assertTrue(ratings.out().contains("unnamed column 1"), "the index column is told");
        assertTrue(
                ratings.out()
                        .contains("“Repo type”: fits no dimension, 2 different values, 1 blank"));
        assertTrue(ratings.out().contains("“no ” → No"), "a trailing space is told");
        assertTrue(ratings.out().contains("693#issue-549261146"), "the odd key is told");
        assertEquals(2, ratings.out().lines().filter(l -> l.contains("repeats row")).count());
        JsonNode status = Run.of("status", study, "--json").fine().json();
        assertEquals(334, status.get("sources").get("issue").asInt());
        assertEquals(334, status.get("sourcesWithoutText").asInt());
        assertEquals(3480, status.get("ratings").asInt());

        Run again =
                Run.of(
                                "ratings",
                                study,
                                DATA.resolve("emse/defects.csv"),
                                "--coder",
                                "Published",
                                "--round",
                                "Published",
                                "--unit",
                                "URL",
                                "--by-order")
                        .fine();
        assertTrue(again.out().contains("0 ratings stored, 3,480 there already"), again.out());
        assertTrue(again.out().contains("Nothing changed."));
    }

    @Test
    void rePilotKappas() {
        Path study = folder.resolve("repilot.concord");
        Run.of("new", study, "--codebook", "dl-defects", "--coder", "Lead").fine();
        for (int rater = 1; rater <= 2; rater++) {
            Run.of(
                            "ratings",
                            study,
                            DATA.resolve("emse/re-pilot-rater-" + rater + ".xlsx"),
                            "--coder",
                            "R" + rater,
                            "--round",
                            "Re-pilot",
                            "--unit",
                            "Issue #",
                            "--by-order")
                    .fine();
        }
        Map<String, Double> written = new LinkedHashMap<>();
        written.put("Framework", 1.0000);
        written.put("Same code", 0.9665);
        written.put("Same data", 0.9272);
        written.put("DL stage", 0.3415);
        written.put("Symptom", 0.8879);
        written.put("General programming defect", 0.8113);
        written.put("DL-specific defect", 0.6500);
        written.put("Manifestation", 0.6871);
        assertKappas(written, Run.of("agreement", study, "--json", "--as-written").fine().json());
        Map<String, Double> codes = new LinkedHashMap<>(written);
        codes.put("General programming defect", 0.8294);
        codes.put("DL-specific defect", 0.7349);
        assertKappas(codes, Run.of("agreement", study, "--json").fine().json());
    }

    @Test
    void restListOfFiveHundredItems() {
        Path study = folder.resolve("rails.concord");
        Run.of("new", study).fine();
        JsonNode first =
                Run.of("import", study, DATA.resolve("issues/rest-list-rails.json"), "--json")
                        .fine()
                        .json();
        assertEquals(123, first.get("added").size());
        assertEquals(377, first.get("leftOut").get("pull request").asInt());
        JsonNode second =
                Run.of("import", study, DATA.resolve("issues/rest-list-rails.json"), "--json")
                        .fine()
                        .json();
        assertEquals(0, second.get("added").size());
        assertEquals(123, second.get("unchanged").asInt());
        JsonNode check = Run.of("check", study, "--json").fine().json();
        assertTrue(check.get("whole").asBoolean());
        assertEquals(123, check.get("texts").asInt());
    }

    @Test
    void interviews() {
        Path study = folder.resolve("interviews.concord");
        Run.of("new", study, "--codebook", "dl-process").fine();
        JsonNode report =
                Run.of(
                                "import",
                                study,
                                DATA.resolve("transcripts"),
                                "--kind",
                                "transcript",
                                "--json")
                        .json();
        assertEquals(3, report.get("added").size());
        assertTrue(Run.of("check", study, "--json").fine().json().get("whole").asBoolean());
    }

    private static void assertKappas(Map<String, Double> expected, JsonNode rows) {
        Map<String, Double> found = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            if (row.get("statistic").asString().equals("cohen_kappa")
                    && row.get("scope").asString().equals("all")) {
                String dimension = row.get("dimension").asString();
                found.put(dimension, row.get("value").asDouble());
                assertEquals(
                        dimension.equals("DL-specific defect") ? 63 : 64, row.get("n").asInt());
                assertEquals(
                        dimension.equals("DL-specific defect") ? 1 : 0, row.get("missing").asInt());
            }
        }
        assertEquals(expected.keySet().size(), found.size());
        expected.forEach((d, value) -> assertEquals(value, found.get(d), 0.00005, d));
    }
}
