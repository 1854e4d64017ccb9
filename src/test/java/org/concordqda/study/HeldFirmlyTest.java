package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.MemoKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.DriverManager;
import java.util.List;

/// Somebody reads an open study with R or Python after a file dialog of the program looked at its files: acts go
/// on to be stored where the next opening finds them, and a second Concord still only reads.
public class HeldFirmlyTest {
    @TempDir Path folder;

    /// Another program: it reads the study and goes.
    public static final class Reader {
        public static void main(String[] args) throws Exception {
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + args[0]);
                    var rows = other.createStatement().executeQuery("SELECT count(*) FROM memo")) {
                System.out.println(rows.getInt(1));
            }
            try (Study study = Study.open(Path.of(args[0]))) {
                System.out.println(study.writable() ? "writes" : "reads");
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anActAfterOthersLookedIsNotLost() throws Exception {
        Path file = folder.resolve("test.concord");
        Path log = folder.resolve("test.concord-wal");
        try (Study study = Fixtures.study(folder)) {
            study.holdFirmly();
            memo(study, "before");
            for (String name : List.of("", "-wal", "-shm", "-lock")) {
                // What a file dialog does, to see what kind of file it is.
                Files.readAllBytes(folder.resolve("test.concord" + name));
            }
            Object was = key(log);
            assertEquals(List.of("1", "reads"), another(file));
            assertTrue(Files.exists(log), "the log is still there");
            assertEquals(was, key(log), "and the same one");
            memo(study, "after");

            // What a crash would leave.
            Path left = Files.createDirectory(folder.resolve("left"));
            Files.copy(file, left.resolve("test.concord"));
            Files.copy(log, left.resolve("test.concord-wal"));
            try (Study again = Study.open(left.resolve("test.concord"))) {
                assertEquals(2, again.memos().list().size());
                assertEquals(List.of(), again.check().findings());
            }
        }
        assertTrue(Files.notExists(log), "one file remains");
        assertTrue(Files.notExists(folder.resolve("test.concord-shm")), "one file remains");
        assertEquals(List.of("2", "writes"), another(file));
    }

    private static void memo(Study study, String title) {
        study.memos().write(MemoKind.ANALYTIC, title, "words", List.of());
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /// What another program finds: how many memos, and whether it could write the study.
    public static List<String> another(Path file) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Reader.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said.lines().toList();
    }
}
