package org.concordqda.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.concordqda.model.ConcordException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A study whose file is moved, deleted or replaced, whose disk is full, whose name is odd: a sentence, what
/// was stored is kept, and nothing of another file is touched.
class StudyFilePlaceTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("a study, 50% #1 — 😀 é.concord");
    }

    private static long add(StudyFile study, String name) {
        return study.journal()
                .write(
                        new Journal.Words(
                                Optional.empty(), "test", "add", Map.of(), Optional.empty(), false),
                        tx -> {
                            Map<String, Object> row = new LinkedHashMap<>();
                            row.put("guid", name);
                            row.put("name", name);
                            row.put("kind", "PERSON");
                            return tx.insert("coder", row);
                        });
    }

    private static List<String> names(StudyFile study) {
        return study.read().list("SELECT name FROM coder ORDER BY id", r -> r.text(1));
    }

    private static String refused(StudyFile study) {
        ConcordException e = assertThrows(ConcordException.class, () -> add(study, "late"));
        assertFalse(e.getMessage().contains("SQL"), e.getMessage());
        return e.getMessage();
    }

    @Test
    void aFileThatVanishesIsToldAndItsContentSaved() {
        Path copy = folder.resolve("copy.concord");
        try (StudyFile study = StudyFile.create(file, "test")) {
            add(study, "Ana");
            deleteAll();
            String said = refused(study);
            assertTrue(said.contains("no longer there") && said.contains("Save a copy"), said);
            assertEquals(List.of("Ana"), names(study), "it can still be read");
            study.backup(copy);
        }
        assertFalse(Files.exists(file));
        try (StudyFile study = StudyFile.open(copy, "test")) {
            assertEquals(List.of("Ana"), names(study));
            assertEquals(List.of(), study.check().findings());
        }
    }

    private void deleteAll() {
        try {
            Files.delete(file);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFileThatWasReplacedIsLeftAlone() throws Exception {
        Path other = folder.resolve("other.concord");
        try (StudyFile study = StudyFile.create(other, "test")) {
            add(study, "Someone else");
        }
        byte[] before = Files.readAllBytes(other);
        try (StudyFile study = StudyFile.create(file, "test")) {
            add(study, "Ana");
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            assertTrue(refused(study).contains("replaced by another file"));
            study.backup(folder.resolve("mine.concord"));
        }
        assertArrayEquals(before, Files.readAllBytes(file), "the other file is as it was");
        try (StudyFile study = StudyFile.open(file, "test")) {
            assertEquals(List.of("Someone else"), names(study));
            assertEquals(List.of(), study.check().findings());
        }
        try (StudyFile study = StudyFile.open(folder.resolve("mine.concord"), "test")) {
            assertEquals(List.of("Ana"), names(study));
        }
    }

    @Test
    void aFileThatWasRenamedKeepsAllThatWasStored() throws Exception {
        Path renamed = folder.resolve("renamed.concord");
        try (StudyFile study = StudyFile.create(file, "test")) {
            add(study, "Ana");
            Files.move(file, renamed);
            assertTrue(refused(study).contains("no longer there"));
        }
        try (StudyFile study = StudyFile.open(renamed, "test")) {
            assertEquals(List.of("Ana"), names(study));
            assertEquals(List.of(), study.check().findings());
        }
    }

    @Test
    void aFullDiskLosesNothingStoredBefore() {
        try (StudyFile study = StudyFile.create(file, "test")) {
            add(study, "Ana");
            study.journal()
                    .write(
                            new Journal.Words(
                                    Optional.empty(),
                                    "test",
                                    "x",
                                    Map.of(),
                                    Optional.empty(),
                                    false),
                            tx -> {
                                tx.read().exec("PRAGMA max_page_count = 1");
                                return null;
                            });
            ConcordException full =
                    assertThrows(ConcordException.class, () -> add(study, "x".repeat(1_000_000)));
            assertTrue(full.getMessage().contains("disk is full"), full.getMessage());
            assertEquals(List.of("Ana"), names(study));
            assertEquals(List.of(), study.check().findings());
        }
        try (StudyFile study = StudyFile.open(file, "test")) {
            assertEquals(List.of("Ana"), names(study));
            add(study, "Ben");
        }
    }

    /// An open file goes on being written whatever its permissions become; where a system refuses, it says so.
    @Test
    void aPlaceThatTurnsReadOnlyWhileOpenLosesNothing() throws Exception {
        assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"),
                "Needs permissions as Unix has them.");
        List<String> stored = new ArrayList<>();
        try {
            try (StudyFile study = StudyFile.create(file, "test")) {
                for (String name : List.of("Ana", "Ben", "Cem")) {
                    try {
                        add(study, name);
                        stored.add(name);
                    } catch (ConcordException e) {
                        assertFalse(String.valueOf(e.getMessage()).contains("SQL"));
                    }
                    permissions("r--r--r--", "r-xr-xr-x");
                }
                assertEquals(stored, names(study));
            }
            try (StudyFile study = StudyFile.open(file, "test")) {
                assertEquals(stored, names(study), "it can be read where it is");
                assertEquals(Files.isWritable(file), study.writable(), "and only read");
            }
        } finally {
            permissions("rw-r--r--", "rwxr-xr-x");
        }
        try (StudyFile study = StudyFile.open(file, "test")) {
            assertTrue(study.writable(), "closing gave everything back");
            assertEquals(stored, names(study));
            add(study, "Dan");
            assertEquals(List.of(), study.check().findings());
        }
    }

    /// The two tests of permissions, in a process of their own that is bound by them.
    public static final class Bound {
        public static void main(String[] args) throws Exception {
            StudyFilePlaceTest place = new StudyFilePlaceTest();
            for (String name : List.of("place", "lock")) {
                place.folder = Files.createDirectory(Path.of(args[0], name));
                place.name();
                if (name.equals("place")) {
                    place.aPlaceThatTurnsReadOnlyWhileOpenLosesNothing();
                } else {
                    place.aLockOfAnotherPersonLeavesTheStudyToBeRead();
                }
            }
            Path probe = Files.createFile(Path.of(args[0], "bound"));
            probe.toFile().setWritable(false);
            System.out.println(Files.isWritable(probe) ? "not bound" : "bound and well");
        }
    }

    /// Who may write everything runs them without that right, as it is given up in a container.
    @Test
    @EnabledOnOs(OS.LINUX)
    void permissionsAreMetByWhoMayWriteEverythingToo() throws Exception {
        Path probe = Files.createFile(folder.resolve("probe"));
        assumeTrue(
                probe.toFile().setWritable(false) && Files.isWritable(probe),
                "The tests themselves are bound by permissions.");
        List<String> without = List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");
        assumeTrue(run(without, List.of("true")).code == 0, "Needs setpriv of util-linux.");
        Ran ran =
                run(
                        without,
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Bound.class.getName(),
                                folder.toString()));
        assertTrue(ran.said.contains("bound and well"), ran.said);
    }

    private record Ran(int code, String said) {}

    private static Ran run(List<String> before, List<String> command) throws Exception {
        List<String> all = new ArrayList<>(before);
        all.addAll(command);
        try {
            Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), said);
        } catch (IOException notThere) {
            return new Ran(-1, "");
        }
    }

    /// Left behind by a program of another person, in a folder both may write to.
    @Test
    void aLockOfAnotherPersonLeavesTheStudyToBeRead() throws Exception {
        try (StudyFile study = StudyFile.create(file, "test")) {
            add(study, "Ana");
        }
        Path lock = Files.createFile(file.resolveSibling(file.getFileName() + "-lock"));
        assumeTrue(
                lock.toFile().setWritable(false) && !Files.isWritable(lock),
                "Needs a person whom permissions bind.");
        try (StudyFile study = StudyFile.open(file, "test")) {
            assertFalse(study.writable());
            assertEquals(List.of("Ana"), names(study));
        }
    }

    /// A command that ends while the window, which was opened after it began, still reads the study.
    @Test
    void closingWhileAnotherReadsIsNoFailure() throws Exception {
        StudyFile first = StudyFile.create(file, "test");
        add(first, "Ana");
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(StudyFile.class);
        said.start();
        log.addAppender(said);
        try (StudyFile second = StudyFile.open(file, "test")) {
            assertFalse(second.writable());
            first.close();
            assertEquals(List.of("Ana"), names(second));
        } finally {
            log.detachAppender(said);
        }
        // Other tests that run at the same time close studies too.
        assertEquals(
                List.of(),
                List.copyOf(said.list).stream()
                        .map(ILoggingEvent::getFormattedMessage)
                        .filter(line -> line.contains(file.toString()))
                        .toList());
        try (StudyFile third = StudyFile.open(file, "test")) {
            assertTrue(third.writable());
            assertEquals(List.of("Ana"), names(third));
        }
        assertFalse(Files.exists(file.resolveSibling(file.getFileName() + "-wal")));
    }

    private void permissions(String ofFiles, String ofFolder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var all = Files.list(folder)) {
            for (Path each : all.toList()) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(ofFiles));
            }
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(ofFolder));
    }

    @Test
    void aFileCutShortSaysSo() throws Exception {
        try (StudyFile study = StudyFile.create(file, "test")) {
            add(study, "Ana");
        }
        for (long length : new long[] {0, 50, 5_000, 20_000, 100_000}) {
            Path cut = folder.resolve("cut-" + length + ".concord");
            Files.copy(file, cut);
            try (RandomAccessFile f = new RandomAccessFile(cut.toFile(), "rw")) {
                f.setLength(length);
            }
            ConcordException e =
                    assertThrows(
                            ConcordException.class,
                            () -> {
                                try (StudyFile study = StudyFile.open(cut, "test")) {
                                    names(study);
                                }
                            });
            assertTrue(
                    e.getMessage().contains("not a Concord study")
                            || e.getMessage().contains("is empty")
                            || e.getMessage().contains("damaged"),
                    e.getMessage());
            assertEquals(length, Files.size(cut), "it was left as it is");
            assertFalse(Files.exists(folder.resolve(cut.getFileName() + "-lock")));
        }
    }
}
