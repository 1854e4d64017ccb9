package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What `concord agreement` adds on request, on a study of three raters and two rounds.
class AgreementSectionsTest {
    @TempDir Path folder;

    private Path study() throws IOException {
        Path study = folder.resolve("s.concord");
        String[][] values = {
            {"x", "y", "x", "x", "y", "y", "x", "y"},
            {"x", "y", "y", "x", "y", "x", "x", "y"},
            {"x", "y", "x", "x", "y", "y", "y", "y"},
            {"x", "y", "x", "x", "y", "y", "x", "y"},
            {"x", "y", "x", "x", "y", "y", "x", "y"},
            {"x", "y", "x", "y", "y", "y", "x", "y"}
        };
        List<Object> words = new ArrayList<>(List.of("compare"));
        for (int i = 0; i < 3; i++) {
            words.add(sheet("c" + i, values[i]));
        }
        words.addAll(List.of("--unit", "Id", "--round", "Pilot", "--into", study));
        Run.of(words.toArray()).fine();
        for (int i = 0; i < 3; i++) {
            Run.of(
                            "ratings",
                            study,
                            sheet("again" + i, values[3 + i]),
                            "--coder",
                            "c" + i,
                            "--round",
                            "Again",
                            "--unit",
                            "Id",
                            "--as",
                            "c0")
                    .fine();
        }
        return study;
    }

    private Path sheet(String name, String... values) throws IOException {
        StringBuilder text = new StringBuilder("Id,Stage\n");
        for (int u = 0; u < values.length; u++) {
            text.append('u').append(u).append(',').append(values[u]).append('\n');
        }
        return Files.writeString(folder.resolve(name + ".csv"), text.toString());
    }

    private static List<JsonNode> scoped(JsonNode rows, String scope) {
        List<JsonNode> found = new ArrayList<>();
        rows.forEach(
                r -> {
                    if (r.get("scope").asString().startsWith(scope)) {
                        found.add(r);
                    }
                });
        return found;
    }

    @Test
    void aRoundInWhichNobodyIsDoneSaysSo() throws IOException {
        Path talk = Files.writeString(folder.resolve("talk.txt"), "Ana: Hello.\nBen: Hello.\n");
        Path study = folder.resolve("new.concord");
        Run.of("new", study, "--codebook", "dl-process", "--coder", "Ana").fine();
        Run.of("import", study, talk).fine();
        Run.of("code", study, "talk.txt", "Model analysis", "--turn", "1").fine();
        String said = Run.of("agreement", study).fine().out();
        assertTrue(said.contains("Round Coding · nobody is done with anything"), said);
    }

    @Test
    void rowsOfEverySection() throws IOException {
        Path study = study();
        JsonNode rows =
                Run.of(
                                "agreement",
                                study,
                                "--json",
                                "--leave-one-out",
                                "--difference",
                                "Pilot,Again",
                                "--trend",
                                "--plan",
                                "0.2",
                                "--replicates",
                                "200")
                        .fine()
                        .json();
        assertEquals(6, scoped(rows, "without=").size());
        assertEquals(2, scoped(rows, "trend").size());
        List<JsonNode> plan = scoped(rows, "plan=0.2");
        assertEquals(2, plan.size());
        assertTrue(plan.getFirst().get("units").asInt() > 8);
        JsonNode difference = scoped(rows, "difference=Pilot,Again").getFirst();
        double pilot = scoped(rows, "trend").get(0).get("value").asDouble();
        double again = scoped(rows, "trend").get(1).get("value").asDouble();
        assertEquals(again - pilot, difference.get("value").asDouble(), 1e-9);
        assertEquals(8, difference.get("n").asInt());
        assertTrue(difference.get("ciLow").asDouble() < again - pilot);
        String text =
                Run.of("agreement", study, "--trend", "--plan", "0.2", "--leave-one-out")
                        .fine()
                        .out();
        assertTrue(text.contains("units needed") && text.contains("without c1"), text);
    }

    @Test
    void aRoundHasItsPolicyAndStatistic() throws IOException {
        Path study = study();
        JsonNode opened =
                Run.of(
                                "round",
                                study,
                                "Main",
                                "--open",
                                "--blind",
                                "--missing",
                                "complete",
                                "--primary",
                                "gwet_ac",
                                "--as",
                                "c0",
                                "--json")
                        .fine()
                        .json();
        assertEquals("complete", opened.get(0).get("missing").asString());
        assertEquals("gwet_ac", opened.get(0).get("primary").asString());
        assertEquals("blind", opened.get(0).get("state").asString());
        assertEquals(3, Run.of("round", study, "--json").fine().json().size());
        // The sheets of the pilot are there already: its statistic stays, its policy may change.
        Run late = Run.of("round", study, "Pilot", "--primary", "gwet_ac", "--as", "c0");
        assertEquals(1, late.code());
        assertTrue(late.err().contains("before ratings can be compared"), late.err());
        Run.of("round", study, "Pilot", "--missing", "pairwise", "--as", "c0").fine();
        JsonNode rows = Run.of("agreement", study, "--round", "Pilot", "--json").fine().json();
        assertEquals("pairwise", rows.get(0).get("policy").asString());
        assertEquals(2, Run.of("round", study, "--primary", "gwet_ac").code());
        assertEquals(2, Run.of("round", study, "Pilot", "--primary", "ku_alpha").code());
        assertTrue(Run.of("round", study, "None").err().contains("--open"));
    }

    @Test
    void badWordsAreExplained() throws IOException {
        Path study = study();
        assertTrue(
                Run.of("agreement", study, "--difference", "Pilot").err().contains("two rounds"));
        assertTrue(Run.of("agreement", study, "--difference", "Pilot,None").err().contains("None"));
        assertTrue(Run.of("agreement", study, "--plan", "3").err().contains("between 0 and 1"));
    }
}
