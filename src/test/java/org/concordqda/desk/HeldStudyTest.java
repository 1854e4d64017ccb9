package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.concordqda.study.HeldFirmlyTest;
import org.concordqda.study.Memos;
import org.concordqda.study.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/// The study can no longer be written while the desk is open, because another program holds the file: a
/// sentence, nothing stored is lost, and what was typed stays until it can be stored.
class HeldStudyTest extends DeskTest {
    private static final String TYPED = "Why do re-users trust stars?";

    private List<Memos.Memo> memos() {
        return open.study().memos().list();
    }

    private boolean stands() {
        return !driver.all(n -> n instanceof TextInputControl t && TYPED.equals(t.getText()))
                .isEmpty();
    }

    @Test
    void whatIsTypedStaysUntilItCanBeStored() throws SQLException {
        int codings = open.study().codings().list().size();
        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.type("analytic jour");
        driver.press(KeyCode.ENTER);
        driver.until("the editor", () -> driver.says("Memos"));
        try (Connection other =
                        DriverManager.getConnection("jdbc:sqlite:" + open.study().info().path());
                Statement holds = other.createStatement()) {
            holds.execute("BEGIN IMMEDIATE");
            driver.type(TYPED);
            driver.until("it is said", () -> driver.says("another program holds the study"));
            assertFalse(driver.says("SQLITE"), "in words of people");
            assertFalse(driver.says("Exception"), "no stack trace");
            driver.press(KeyCode.ESCAPE);
            driver.until("what was typed stands there", this::stands);
            assertEquals(0, memos().size());
            // Leaving does not throw it away either.
            driver.press(KeyCode.ESCAPE);
            driver.until("it is said again", () -> driver.says("another program holds the study"));
            driver.press(KeyCode.ESCAPE);
            driver.until("and stands there still", this::stands);
            holds.execute("ROLLBACK");
        }
        driver.press(KeyCode.ESCAPE);
        driver.until("it is stored", () -> memos().size() == 1);
        assertEquals(TYPED, memos().getFirst().body());
        assertEquals(codings, open.study().codings().list().size());
        assertTrue(open.study().check().findings().isEmpty());
    }

    @Test
    void whatIsDoneElsewhereIsSeenWhereItIsOnlyRead() {
        Path study = open.study().info().path();
        leave();
        try (Study elsewhere = Study.open(study)) {
            elsewhere.actAs("Coder B");
            Driver.now(() -> window.open(study));
            driver.until("it is open", () -> window.study().isPresent());
            open = Driver.now(() -> window.study().orElseThrow());
            driver.until("to be read", () -> driver.says("Read-only"));
            driver.press(KeyCode.ALT, KeyCode.DIGIT4);
            driver.until("the rounds", () -> driver.says("Open a round"));
            assertFalse(driver.says("Elsewhere"));
            elsewhere.rounds().open("Elsewhere", false);
            driver.until("the other's round", () -> driver.says("Elsewhere"));
            assertFalse(driver.says("All changes saved"), "nothing is saved here");
        }
        leave();
    }

    /// A file dialog of the system opens and closes every file of the folder it shows, in this process.
    @Test
    @EnabledOnOs(OS.LINUX)
    void theDeskHoldsItsStudyThoughSomethingLookedAtItsFiles() throws Exception {
        Path locks = Path.of("/proc/locks");
        assumeTrue(Files.isReadable(locks), "this system does not tell its locks");
        Path study = open.study().info().path();
        Object inode = Files.getAttribute(study, "unix:ino");
        driver.until("held firmly", () -> lines(locks).anyMatch(l -> holds(l, inode)));
        try (Stream<Path> files = Files.list(study.getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.readAllBytes(file);
            }
        }
        assertEquals(List.of("0", "reads"), HeldFirmlyTest.another(study));
        leave();
        assertEquals(List.of("0", "writes"), HeldFirmlyTest.another(study));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a line of the system's locks is of the kind that belongs to an open file, on this file.
    private static boolean holds(String line, Object inode) {
        return line.contains("OFDLCK") && line.contains(":" + inode + " ");
    }
}
