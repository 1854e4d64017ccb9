package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// Memos from the command line.
class MemoCommandTest {
    @TempDir Path folder;

    @Test
    void memosAreWrittenListedAndSearched() {
        String study = folder.resolve("s.concord").toString();
        assertEquals(0, Run.of("new", study, "--coder", "Ana").code());
        assertEquals(0, Run.of("memo", "add", study, "Trust comes from stars.").code());
        assertEquals(
                0,
                Run.of(
                                "memo",
                                "add",
                                study,
                                "We met.\nWe split Crash.",
                                "--kind",
                                "meeting",
                                "--on-coder",
                                "Ana",
                                "--title",
                                "Monday")
                        .code());
        Run list = Run.of("memo", "list", study);
        assertTrue(list.out().contains("[meeting] Monday"), list.out());
        assertTrue(list.out().contains("Trust comes from stars."));
        assertTrue(list.out().contains("2 memos"));
        Run found = Run.of("memo", "search", study, "stars", "trust", "--json");
        assertTrue(found.out().contains("\"about\" : \"study\""), found.out());
        assertTrue(!found.out().contains("Monday"));
        Run kinds = Run.of("memo", "list", study, "--kind", "meeting", "--about", "coder");
        assertTrue(kinds.out().contains("1 memo"));
        assertEquals(1, Run.of("memo", "add", study, "x", "--on-source", "no/such#1").code());
        assertEquals(1, Run.of("memo", "add", study, "  ").code());
        assertEquals(2, Run.of("memo", "list", study, "--kind", "poem").code());
    }

    @Test
    void aMemoCanBeOnACodeACaseOrAUnit() throws Exception {
        String study = folder.resolve("s.concord").toString();
        Path text = Files.writeString(folder.resolve("p1.txt"), "I: Why? P1: Stars.");
        assertEquals(0, Run.of("new", study, "--coder", "Ana", "--codebook", "dl-defects").code());
        assertEquals(0, Run.of("import", study, text.toString()).code());
        assertEquals(0, Run.of("case", study, "P1", "--source", "p1.txt").code());
        assertEquals(
                0,
                Run.of("memo", "add", study, "broad", "--on-code", "Symptom > Memory exhaustion")
                        .code());
        assertEquals(0, Run.of("memo", "add", study, "shy", "--on-case", "P1").code());
        Run none = Run.of("memo", "add", study, "odd", "--on-source", "p1.txt", "--on-unit", "9");
        assertEquals(1, none.code());
        assertTrue(none.err().contains("no unit “9”"), none.err());
        assertEquals(
                0,
                Run.of("memo", "add", study, "odd", "--on-source", "p1.txt", "--on-unit", "1")
                        .code());
        assertTrue(Run.of("memo", "list", study, "--about", "code").out().contains("broad"));
        assertTrue(Run.of("memo", "list", study, "--about", "case").out().contains("shy"));
        assertTrue(Run.of("memo", "list", study, "--about", "unit").out().contains("odd"));
        Run nowhere = Run.of("memo", "add", study, "x", "--on-unit", "1");
        assertEquals(1, nowhere.code());
        assertTrue(nowhere.err().contains("--on-source KEY"), nowhere.err());
        assertEquals(1, Run.of("memo", "add", study, "x", "--on-case", "P9").code());
        Run code = Run.of("memo", "add", study, "x", "--on-code", "Memry exhaustion");
        assertEquals(1, code.code());
        assertTrue(code.err().contains("Memory exhaustion"), code.err());
    }
}
