package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.RoundId;
import org.concordqda.study.ScriptedStudy;
import org.concordqda.study.Study;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The tables of the place Agreement, printed: they hold the same numbers as `concord agreement`.
class AgreementByTest {
    @TempDir static Path folder;
    private static Path study;

    @BeforeAll
    static void build() {
        study = folder.resolve("s.concord");
        ScriptedStudy.build(Path.of("samples"), study, Progress.NONE).close();
    }

    private static Run run(Object... words) {
        List<Object> all = new ArrayList<>(List.of("agreement", study, "--as", "Ana"));
        all.addAll(List.of(words));
        return Run.of(all.toArray());
    }

    @Test
    void everyTableHoldsTheNumbersOfTheList() {
        JsonNode list = run("--round", "Main", "--json").fine().json();
        JsonNode codes = run("--round", "Main", "--by", "code", "--json").fine().json();
        JsonNode pairs = run("--round", "Main", "--by", "pair", "--json").fine().json();
        int compared = 0;
        for (JsonNode row : list) {
            if (!row.get("statistic").asString().equals("cohen_kappa")
                    || !row.get("scope").asString().startsWith("pair=Ana,Ben")) {
                continue;
            }
            for (JsonNode pair : pairs) {
                if (pair.get("Dimension").asString().equals(row.get("dimension").asString())
                        && pair.get("Coder").asString().equals("Ana")
                        && pair.get("with").asString().equals("Ben")) {
                    assertEquals(row.get("n").asInt(), pair.get("n").asInt());
                    assertEquals(row.get("value").isNull(), pair.get("κ").isNull());
                    if (!row.get("value").isNull()) {
                        assertEquals(row.get("value").asDouble(), pair.get("κ").asDouble(), 1e-12);
                    }
                    compared++;
                }
            }
        }
        assertEquals(11, compared);
        for (JsonNode code : codes) {
            assertTrue(code.get("used").asInt() > 0, "unused codes are left out: " + code);
            assertTrue(
                    !code.get("α").isNull() || !code.get("undefined").asString().isEmpty(),
                    "an empty number has its reason: " + code);
        }
        assertTrue(codes.size() > 30);
    }

    @Test
    void sourcesRoundsAndPassages() {
        JsonNode sources = run("--round", "Main", "--by", "source", "--json").fine().json();
        double before = -1;
        for (JsonNode source : sources) {
            double share = source.get("agree").asDouble();
            assertEquals(
                    source.get("equal").asDouble() / source.get("pairs").asDouble(), share, 1e-12);
            assertTrue(share >= before, "least agreed upon first");
            assertTrue(
                    source.get("low").asDouble() < share && share <= source.get("high").asDouble());
            before = share;
        }
        String pooled = run("--round", "Main", "--by", "source").fine().out();
        assertTrue(pooled.contains("pooled over 11 dimensions"), pooled);
        JsonNode stage =
                run("--round", "Main", "--by", "source", "--dimension", "DL stage", "--json")
                        .fine()
                        .json();
        assertTrue(stage.get(0).has("α"));
        JsonNode read = run("--by", "source", "--round", "Themes", "--json").fine().json();
        assertTrue(read.size() > 1, "" + read);
        double below = -2;
        int defined = 0;
        for (JsonNode source : read) {
            if (!source.get("uα").isNull()) {
                assertTrue(source.get("uα").asDouble() >= below, "least agreed upon first");
                below = source.get("uα").asDouble();
                defined++;
            }
        }
        assertTrue(defined > 1, "" + read);
        JsonNode rounds = run("--by", "round", "--json").fine().json();
        assertTrue(rounds.get(0).has("Pilot") && rounds.get(0).has("Main low"), "" + rounds.get(0));
        JsonNode passages = run("--round", "Themes", "--by", "passages", "--json").fine().json();
        assertEquals("all codes", passages.get(0).get("Code").asString());
        assertEquals(0.8750, passages.get(0).get("uα").asDouble(), 0.00005);
        JsonNode turns =
                run("--round", "Themes", "--by", "passages", "--granularity", "turn", "--json")
                        .fine()
                        .json();
        assertFalse(turns.get(0).has("uα"));
        String latex = run("--round", "Main", "--by", "dimension", "--latex").fine().out();
        assertTrue(latex.contains("\\toprule") && latex.contains("$\\alpha$"), latex);
        assertFalse(latex.contains("-0.0000"), latex);
        for (String by : List.of("", "dimension", "code", "pair", "passages")) {
            List<String> words = new ArrayList<>(List.of("--confidence", "0.9"));
            if (!by.isEmpty()) {
                words.addAll(List.of("--by", by));
            }
            String text = run(words.toArray()).fine().out();
            assertTrue(text.contains("90 % interval"), text);
            assertFalse(text.contains("95 %"), text);
        }
        assertTrue(
                run("--round", "Main", "--by", "dimension")
                        .fine()
                        .out()
                        .contains("α of several values is that with MASI distance"));
    }

    @Test
    void coderFilterAndBadWords() {
        JsonNode two =
                run("--round", "Main", "--by", "pair", "--coder", "Ana", "--coder", "Chi", "--json")
                        .fine()
                        .json();
        for (JsonNode row : two) {
            assertEquals("Chi", row.get("with").asString());
        }
        assertTrue(run("--by", "moon").err().contains("dimension, code, pair"));
        assertTrue(run("--by", "code", "--coder", "Zed").err().contains("no coder “Zed”"));
        assertTrue(run("--by", "code", "--statistic", "x").err().contains("cohen_kappa"));
        assertTrue(run("--by", "code", "--csv", "--latex").err().contains("exclude"));
        assertTrue(run("--by", "code", "--trend").err().contains("--by prints one table"));
    }

    /// A coder whose round is still blind sees no number made of others' work, not even “the other coded
    /// nothing here”.
    @Test
    void aBlindRoundComparesNobody() throws java.io.IOException {
        Path blind = folder.resolve("blind.concord");
        Files.copy(study, blind);
        try (Study open = Study.open(blind)) {
            open.actAs("Ana");
            RoundId round = open.rounds().open("Blind", true);
            var source =
                    open.sources().list().stream()
                            .filter(s -> s.kind() == org.concordqda.model.SourceKind.TRANSCRIPT)
                            .findFirst()
                            .orElseThrow();
            var code =
                    open.codebooks().draft().dimensions().stream()
                            .filter(d -> d.scope() == org.concordqda.model.Scope.PASSAGE)
                            .findFirst()
                            .orElseThrow()
                            .codes()
                            .getFirst();
            for (String who : List.of("Ben", "Ana")) {
                open.actAs(who);
                open.codings().apply(round, source.id(), 10, 40, code.id());
                open.rounds().mark(round, source.id(), AssignmentState.DONE);
            }
        }
        JsonNode rows =
                Run.of("agreement", blind, "--as", "Ana", "--round", "Blind", "--json")
                        .fine()
                        .json();
        assertTrue(rows.size() > 0);
        rows.forEach(row -> assertTrue(row.get("value").isNull(), "" + row));
        String text = Run.of("agreement", blind, "--as", "Ana", "--round", "Blind").fine().out();
        assertTrue(text.contains("blind"), text);
        String trend = Run.of("agreement", blind, "--as", "Ana", "--by", "round").fine().out();
        assertTrue(trend.contains("Blind is blind and left out"), trend);
    }
}
