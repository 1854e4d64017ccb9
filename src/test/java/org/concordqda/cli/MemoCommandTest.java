package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
