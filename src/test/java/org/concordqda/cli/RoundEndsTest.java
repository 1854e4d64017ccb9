package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// A round from its first day to its last without a window.
class RoundEndsTest {
    @TempDir Path folder;

    @Test
    void aRoundIsOpenedGivenSourcesUnsealedAndClosed() throws Exception {
        String study = folder.resolve("s.concord").toString();
        Path text = Files.writeString(folder.resolve("p1.txt"), "I: Why?\nP1: Stars.");
        Run.of("new", study, "--coder", "Ana").fine();
        Run.of("coder", study, "Ben").fine();
        Run.of("import", study, text, "--as", "Ana").fine();
        Run.of("round", study, "Pilot", "--open", "--blind", "--as", "Ana").fine();
        Run.of("round", study, "Pilot", "--assign", "Ana,Ben", "--as", "Ana").fine();
        assertTrue(Run.of("status", study, "--as", "Ana").fine().out().contains("Ben"));
        assertEquals(
                1,
                Run.of("round", study, "Main", "--open", "--assign", "Cleo", "--as", "Ana").code());
        assertEquals(
                1,
                Run.of("round", study, "Main", "--assign", "Ben", "--as", "Ana").code(),
                "not opened");
        Run nobody = Run.of("round", study, "Pilot", "--assign", "Cleo", "--as", "Ana");
        assertEquals(1, nobody.code());
        assertTrue(nobody.err().contains("Nobody here is called “Cleo”"), nobody.err());
        assertEquals(2, Run.of("round", study, "Pilot", "--source", "p1.txt").code());
        assertEquals(2, Run.of("round", study, "--unseal").code());
        assertTrue(
                Run.of("round", study, "Pilot", "--unseal", "--as", "Ana")
                        .fine()
                        .out()
                        .contains("unsealed"));
        Run again = Run.of("round", study, "Pilot", "--unseal", "--as", "Ana");
        assertEquals(1, again.code());
        assertTrue(again.err().contains("not sealed"), again.err());
        assertTrue(
                Run.of("round", study, "Pilot", "--close", "--as", "Ana")
                        .fine()
                        .out()
                        .contains("closed"));
        assertTrue(
                Run.of("round", study, "Pilot", "--reopen", "--as", "Ana")
                        .fine()
                        .out()
                        .contains("unsealed"));
    }
}
