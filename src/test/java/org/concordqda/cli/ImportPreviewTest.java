package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `concord import --dry-run` and the decisions about speakers on the command line.
class ImportPreviewTest {
    @TempDir Path folder;

    @Test
    void dryRunThenTheSameWithDecisions() throws IOException {
        Path study = folder.resolve("s.concord");
        Run.of("new", study, "--coder", "Ana").fine();
        Path talk =
                Files.writeString(
                        folder.resolve("t.txt"),
                        "Spk 1: How?\nSpk 2: We cloned it.\nSpk 1: And?\nSpk 2: It ran.\nTip: no\n"
                                + "Spk 1: So?\nSpk 3: Same as Spk 2.\nSpk 3: Yes.\n");
        Run dry =
                Run.of(
                                "import",
                                study,
                                talk,
                                "--dry-run",
                                "--speaker",
                                "Spk 3=Spk 2",
                                "--interviewer",
                                "spk 1",
                                "--reject-speaker",
                                "Nobody",
                                "--json")
                        .fine();
        assertTrue(dry.err().contains("Nobody in these files is labelled “Nobody”."), dry.err());
        JsonNode source = dry.json().get("sources").get(0);
        assertEquals("new", source.get("standing").asString());
        assertEquals(2, source.get("speakers").size());
        assertEquals("Spk 2", source.get("speakers").get(0).get("name").asString());
        assertEquals(4, source.get("speakers").get(0).get("turns").asInt());
        assertEquals("interviewer", source.get("speakers").get(1).get("role").asString());
        JsonNode status = Run.of("status", study, "--json").fine().json();
        assertEquals(0, status.get("sources").get("transcript").asInt());
        Run words = Run.of("import", study, talk, "--dry-run").fine();
        assertTrue(words.out().contains("1 source would come in"), words.out());
        assertTrue(words.out().contains("nothing was stored"), words.out());
        assertTrue(words.out().contains("Spk 3: 2 turns"), words.out());
        Run.of("import", study, talk, "--speaker", "Spk 3=Spk 2").fine();
        assertTrue(Run.of("import", study, talk).fine().out().contains("Nothing changed."));
        assertEquals(2, Run.of("import", study, talk, "--speaker", "Spk 3").code());
        assertEquals(2, Run.of("import", study, talk, "--changed", "perhaps").code());
    }

    /// A name that stands there once is listed with its words, and taken where a person says so.
    @Test
    void aSpeakerThatWasNotTakenIsTaken() throws IOException {
        Path study = folder.resolve("s.concord");
        Run.of("new", study, "--coder", "Ana").fine();
        Path talk =
                Files.writeString(
                        folder.resolve("t.txt"),
                        "Anna: How?\nBen: We cloned it.\nRené: I ran it.\nL.: Twice.\nAnna: And?\nBen: Yes.\n");
        Run dry = Run.of("import", study, talk, "--dry-run").fine();
        assertTrue(dry.out().contains("no speaker: René: 1 time, “I ran it.”"), dry.out());
        Run taken =
                Run.of(
                                "import",
                                study,
                                talk,
                                "--dry-run",
                                "--accept-speaker",
                                "rené",
                                "--accept-speaker",
                                "Zoe",
                                "--json")
                        .fine();
        assertEquals("Nobody in these files is labelled “Zoe”.", taken.err().strip());
        JsonNode source = taken.json().get("sources").get(0);
        assertEquals(3, source.get("speakers").size());
        assertEquals("L.", source.get("notTaken").get(0).get("name").asString());
        assertEquals(1, source.get("notTaken").size());
        Path copy = Files.copy(talk, folder.resolve("copy.txt"));
        Run both = Run.of("import", study, talk, copy, "--accept-speaker", "René").fine();
        assertTrue(both.out().contains("1 source added, 1 twice among these files."), both.out());
        Run again = Run.of("import", study, copy).fine();
        assertTrue(again.out().contains("1 was there already and is unchanged."), again.out());
        String attributes = Run.of("attributes", study, "--json").fine().out();
        assertTrue(attributes.contains("Anna; Ben; René"), attributes);
        Run.of("undo", study).fine();
        assertEquals(
                0,
                Run.of("status", study, "--json")
                        .fine()
                        .json()
                        .get("sources")
                        .get("transcript")
                        .asInt());
    }

    /// The other text is not in the study but in these files; where ratings name the issue by its number
    /// alone, the first text fills it.
    @Test
    void twoTextsOfOneIssueAreToldWithTheirFiles() throws IOException {
        Path study = folder.resolve("s.concord");
        Run.of("new", study, "--codebook", "dl-defects", "--coder", "Ana").fine();
        Path sheet = Files.writeString(folder.resolve("r.csv"), "issue,Framework\n#7,PyTorch\n");
        Run.of("ratings", study, sheet, "--coder", "Ana", "--round", "R", "--unit", "issue").fine();
        Path april = issue("april.json", "It hangs.");
        Path may = issue("may.json", "It hangs on two cards.");
        String dry = Run.of("import", study, april, may, "--dry-run").fine().out();
        assertTrue(dry.contains("(brings the missing text: #7, "), dry);
        assertTrue(dry.contains("(second text: the first is in april.json, "), dry);
        String done = Run.of("import", study, april, may).fine().out();
        assertTrue(done.startsWith("0 sources added, 1 filled that had no text."), done);
        assertTrue(
                done.contains(
                        "o/r#7 has another text in may.json; that of april.json was stored."
                                + " (--changed both takes both.)"),
                done);
        JsonNode status = Run.of("status", study, "--json").fine().json();
        assertEquals(1, status.get("sources").get("issue").asInt(), status.toString());
        String both = Run.of("import", study, april, may, "--changed", "both").fine().out();
        assertTrue(both.startsWith("1 source added, 1 was there already"), both);
        Run.of("check", study).fine();
    }

    private Path issue(String file, String body) throws IOException {
        return Files.writeString(
                folder.resolve(file),
                "[{\"html_url\":\"https://github.com/o/r/issues/7\",\"number\":7,\"title\":\"S\",\"body\":\""
                        + body
                        + "\"}]");
    }
}
