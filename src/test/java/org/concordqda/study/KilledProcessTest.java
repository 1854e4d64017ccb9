package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.MemoKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process that acts without pause is killed in the middle: every act it was told is stored is there, and
/// the file is whole.
class KilledProcessTest {
    @TempDir Path folder;

    /// Writes memos for ever and says each one that is stored.
    public static final class Victim {
        public static void main(String[] args) {
            Study study = Study.open(Path.of(args[0]));
            for (int i = 1; ; i++) {
                study.memos()
                        .write(MemoKind.ANALYTIC, "memo " + i, "text 😀 ".repeat(50), List.of());
                System.out.println(i);
                System.out.flush();
            }
        }
    }

    @Test
    void nothingThatWasStoredIsLost() throws Exception {
        Path file = folder.resolve("test.concord");
        Fixtures.study(folder).close();
        for (int round = 0; round < 3; round++) {
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Victim.class.getName(),
                                    file.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            int told = 0;
            try (BufferedReader out =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8))) {
                String line;
                while ((line = out.readLine()) != null) {
                    told = Integer.parseInt(line);
                    if (told == 20 + 13 * round) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
            assertTrue(told >= 20, "the process ended by itself");
            try (Study study = Study.open(file)) {
                assertTrue(study.writable(), "the dead process's lock does not hold");
                List<String> titles = new ArrayList<>();
                study.memos().list().forEach(m -> titles.add(m.title()));
                assertTrue(titles.contains("memo " + told), titles.size() + " memos, told " + told);
                assertTrue(titles.size() >= told);
                assertEquals(List.of(), study.check().findings());
                while (study.history()
                        .undoable()
                        .filter(w -> w.startsWith("write the memo"))
                        .isPresent()) {
                    study.history().undo();
                }
                assertEquals(List.of(), study.memos().list());
            }
            assertTrue(Files.notExists(folder.resolve("test.concord-wal")), "one file remains");
        }
    }

    /// Says whether it may write the study.
    public static final class Other {
        public static void main(String[] args) {
            try (Study study = Study.open(Path.of(args[0]))) {
                System.out.println(study.writable());
            }
        }
    }

    private static String another(Path file) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Other.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }

    @Test
    void aSecondOpeningHereGivesTheLockToNobody() throws Exception {
        Path file = folder.resolve("test.concord");
        try (Study study = Fixtures.study(folder)) {
            assertTrue(study.writable());
            try (Study again = Study.open(folder.resolve(".").resolve("test.concord"))) {
                assertFalse(again.writable());
            }
            assertEquals("false", another(file), "the first still writes, and alone");
        }
        assertEquals("true", another(file));
    }
}
