package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Correcting and refreshing texts through the command line.
class CorrectCommandTest {
    @TempDir Path folder;
    private Path study;

    @BeforeEach
    void make() throws IOException {
        study = folder.resolve("naïve study 😀.concord");
        Run.of("new", study, "--codebook", "dl-defects", "--coder", "Ana").fine();
        Path one =
                Files.writeString(
                        folder.resolve("p1.txt"),
                        "Interviewer: Who trained it?\nAnna: Anna did, with Annabel.\nInterviewer: And?\nAnna: The los was NaN 😀.");
        Path two =
                Files.writeString(
                        folder.resolve("p2.txt"),
                        "Interviewer: Who?\nBo: Anna.\nInterviewer: And?\nBo: Nobody else.");
        Run.of("import", study, one, two).fine();
    }

    private Run correct(Object... args) {
        Object[] all = new Object[args.length + 2];
        all[0] = "correct";
        all[1] = study;
        System.arraycopy(args, 0, all, 2, args.length);
        return Run.of(all);
    }

    @Test
    void aWordIsCorrectedDryThenDoneAndUndone() {
        Run dry = correct("p1.txt", "--find", "los", "--replace", "loss", "--dry-run").fine();
        assertTrue(dry.out().contains("line 4") && dry.out().contains("{+loss+}"), dry.out());
        assertTrue(correct("p1.txt", "--versions").fine().out().lines().count() == 1);
        Run done = correct("p1", "--find", "los", "--replace", "loss").fine();
        assertTrue(done.out().contains("1 place in 1 source corrected"), done.out());
        assertEquals(2, correct("p1.txt", "--versions", "--json").fine().json().size());
        assertTrue(Run.of("check", study).fine().out().contains("whole"));
        assertTrue(Run.of("undo", study).fine().out().contains("correct line 4 of p1.txt"));
        assertTrue(
                correct("p1.txt", "--find", "los was", "--replace", "x", "--dry-run").code() == 0);
        Run line = correct("p1.txt", "--at", "4", "--replace", "Anna: It was NaN.").fine();
        assertTrue(line.out().contains("corrected"), line.out());
        assertTrue(correct("--doubtful").fine().out().contains("Nothing waits"));
    }

    @Test
    void aNameIsMaskedEverywhere() {
        Run many = correct("p1.txt", "--find", "Anna", "--replace", "P1", "--word");
        assertEquals(1, many.code());
        assertTrue(many.err().contains("3 places"), many.err());
        var done =
                correct("--everywhere", "--word", "--find", "Anna", "--replace", "P1", "--json")
                        .fine()
                        .json();
        assertEquals(4, done.get("places").asInt());
        assertEquals(2, done.get("sources").asInt());
        Run log = Run.of("log", study, "--last", "1").fine();
        assertFalse(log.out().contains("Anna"), log.out());
        String again =
                correct("--everywhere", "--word", "--any-case", "--find", "p1", "--replace", "P2")
                        .fine()
                        .out();
        assertTrue(again.contains("Stays beside the texts: the name “p1.txt”."), again);
        assertTrue(
                correct("p1", "--find", "Annabel", "--replace", "P4")
                        .fine()
                        .out()
                        .contains("1 place in"));
    }

    @Test
    void wrongUsesAreSaid() {
        assertEquals(2, correct("p1.txt", "--find", "x").code());
        assertEquals(2, correct("p1.txt", "--replace", "x").code());
        assertEquals(2, correct("p1.txt", "--everywhere", "--find", "a", "--replace", "x").code());
        for (Run refused :
                new Run[] {
                    correct("p1.txt", "--find", "nowhere", "--replace", "x"),
                    correct("p9.txt", "--find", "a", "--replace", "x"),
                    correct("p1.txt", "--at", "99", "--replace", "x"),
                    correct("p", "--at", "1", "--replace", "x"),
                }) {
            assertEquals(1, refused.code(), refused.out());
            assertFalse(refused.err().contains("Exception"), refused.err());
            assertFalse(refused.err().isBlank());
        }
    }
}
