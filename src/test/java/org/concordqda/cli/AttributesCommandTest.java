package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `concord attributes` and `concord case`.
class AttributesCommandTest {
    @TempDir Path folder;

    private Path study() {
        Path study = folder.resolve("s.concord");
        Run.of("new", study, "--coder", "Ana").fine();
        return study;
    }

    @Test
    void aPublishedTableOfParticipantsWithItsInterviews() {
        Path data =
                Path.of(System.getProperty("concord.shared", "../shared"), "data", "transcripts");
        assumeTrue(Files.isDirectory(data), "real data is not beside the project; skipped");
        Path study = study();
        Run.of(
                        "import",
                        study,
                        data.resolve("Interview-03.docx"),
                        data.resolve("Interview-04.docx"))
                .fine();
        JsonNode dry =
                Run.of("attributes", study, data.resolve("participants.csv"), "--dry-run", "--json")
                        .fine()
                        .json();
        assertEquals("case", dry.get("of").asString());
        assertEquals(12, dry.get("added").asInt());
        assertEquals(6, dry.get("columns").size());
        assertEquals(2, dry.get("links").size());
        Run.of("attributes", study, data.resolve("participants.csv"), "--link").fine();
        JsonNode sources = Run.of("attributes", study, "--json").fine().json();
        assertEquals(2, sources.size());
        assertEquals("Startup", sources.get(0).get("Company type").asString());
        JsonNode cases = Run.of("attributes", study, "--of", "case", "--json").fine().json();
        assertEquals(12, cases.size());
        assertEquals("Interview-03.docx", cases.get(2).get("sources").asString());
        JsonNode again =
                Run.of("attributes", study, data.resolve("participants.csv"), "--json")
                        .fine()
                        .json();
        assertEquals(12, again.get("matched").asInt());
        assertEquals(0, again.get("added").asInt());
    }

    @Test
    void casesByHandAndWrongInput() throws IOException {
        Path study = study();
        Path talk = Files.writeString(folder.resolve("t.txt"), "A: one\nB: two\nA: 3\nB: 4\n");
        Run.of("import", study, talk).fine();
        JsonNode made =
                Run.of("case", study, "P1", "--source", "t.txt", "--set", "role=lead", "--json")
                        .fine()
                        .json();
        assertEquals(1, made.get("sources").asInt());
        assertEquals("lead", made.get("attributes").get("role").asString());
        assertEquals(
                "lead",
                Run.of("attributes", study, "--json").fine().json().get(0).get("role").asString());
        Run missing = Run.of("case", study, "P1", "--source", "none.txt");
        assertEquals(1, missing.code());
        assertTrue(missing.err().contains("There is no source “none.txt”"), missing.err());
        Path table = Files.writeString(folder.resolve("a.csv"), "key,role\nt.txt,lead\n");
        Run column = Run.of("attributes", study, table, "--key", "nothing");
        assertEquals(1, column.code());
        assertTrue(column.err().contains("has no column “nothing”; it has key, role"));
        assertEquals(2, Run.of("attributes", study, "--of", "planet").code());
    }
}
