package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.study.DeskStudies;
import org.concordqda.study.Study;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class FindAndAutoCodeTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void make() {
        try (Study study = DeskStudies.make(folder)) {
            file = study.info().path();
        }
    }

    private Run run(String command, Object... args) {
        Object[] all = new Object[args.length + 4];
        all[0] = command;
        all[1] = file;
        System.arraycopy(args, 0, all, 2, args.length);
        all[all.length - 2] = "--as";
        all[all.length - 1] = "Coder A";
        return Run.of(all);
    }

    @Test
    void wordsAreFoundWithPositionsInCodePoints() {
        var hits = run("find", "mAP", "same", "--json", "--in", "text").fine().json();
        assertEquals("text", hits.get(0).get("kind").asString());
        assertTrue(hits.get(0).get("end").asInt() > hits.get(0).get("start").asInt());
        assertTrue(run("find", "Ampere").fine().out().contains("1 place"));
        assertTrue(run("find", "nowhereatall").fine().out().contains("0 places"));
        assertEquals(2, run("find", "x", "--limit", "0").code());
    }

    @Test
    void passagesAreShownThenCodedThenUndone() {
        var dry =
                run(
                                "autocode",
                                "--find",
                                "config",
                                "--code",
                                "Documentation",
                                "--dry-run",
                                "--json")
                        .fine()
                        .json();
        assertEquals(4, dry.get("found").asInt());
        assertEquals(0, dry.get("coded").asInt());
        String said = run("autocode", "--find", "config", "--code", "Documentation").fine().out();
        assertTrue(said.contains("4 passages in 4 sources, 4 coded"), said);
        assertTrue(
                run("autocode", "--find", "config", "--code", "Documentation")
                        .fine()
                        .out()
                        .contains("0 coded"));
        assertTrue(run("undo").fine().out().contains("code 4 passages"));
        assertTrue(
                run("autocode", "--speaker", "participant", "--code", "trust", "--extent", "turn")
                        .fine()
                        .out()
                        .contains("2 passages in 1 source"));
    }

    @Test
    void whatCannotBeMeantIsSaid() {
        assertEquals(2, run("autocode", "--code", "Trust").code());
        assertEquals(2, run("autocode", "--find", "a", "--regex", "b", "--code", "Trust").code());
        Run none = run("autocode", "--find", "config", "--code", "Nothing");
        assertEquals(1, none.code());
        assertTrue(none.err().contains("no code “Nothing”. Nothing was coded."), none.err());
        Run bad = run("autocode", "--regex", "([", "--code", "Trust");
        assertEquals(1, bad.code());
        assertTrue(bad.err().contains("not a regular expression"), bad.err());
    }
}
