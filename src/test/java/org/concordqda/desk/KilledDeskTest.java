package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.concordqda.Concord;
import org.concordqda.settings.Settings;
import org.concordqda.settings.SettingsFile;
import org.concordqda.study.DeskStudies;
import org.concordqda.study.Study;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The real program in a process of its own, driven by the keyboard and ended from outside while one codes.
@OneWindow
@InWindow
class KilledDeskTest {
    @TempDir private Path folder;
    private final List<Process> started = new ArrayList<>();
    private Path study;
    private SettingsFile settings;
    private FxRobot keys;

    @BeforeEach
    void makeStudy() {
        Driver.start();
        keys = new FxRobot();
        try (Study made = DeskStudies.make(folder)) {
            study = made.info().path();
        }
        settings = new SettingsFile(folder.resolve("config/concord/settings.json"));
        settings.save(Settings.initial().withCoder("Coder A").withTourSeen());
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aDeskThatIsKilledLosesNoActAndComesBackToItsPlace()
            throws InterruptedException, IOException {
        int before = codings().size();
        Process desk = desk();
        until("its place is kept", () -> !place().isEmpty());
        keys.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        String first = place().split(":")[1];
        until("another source", () -> !place().split(":")[1].equals(first));
        for (int i = 1; i <= 3; i++) {
            code(before + i);
        }
        until("its place is kept", () -> place().split(":").length > 2 && caret() > 0);
        long source = Long.parseLong(place().split(":")[1]);
        int caret = caret();
        desk.destroyForcibly().waitFor();
        assertTrue(Files.exists(folder.resolve("config/concord/concord.log")), "it keeps a log");

        try (Study left = Study.open(study)) {
            assertTrue(left.writable(), "the dead desk's lock does not hold");
            assertEquals(List.of(), left.check().findings());
        }
        List<Stored> kept = codings();
        assertEquals(before + 3, kept.size(), "no act is lost");

        desk();
        code(before + 4);
        Stored next = codings().getLast();
        assertEquals(source, next.source(), "the same source");
        assertTrue(next.start() >= caret - 1, "begun at " + next.start() + " not " + caret);
    }

    @Test
    void aSecondDeskReadsAndTheFirstKeepsItsActs() throws InterruptedException, IOException {
        int before = codings().size();
        desk();
        code(before + 1);
        Process second = desk();
        // It takes the keyboard; what it is asked to store it refuses.
        assertTrue(second.isAlive());
        apply();
        keys.sleep(500);
        keys.push(KeyCode.ESCAPE);
        second.destroyForcibly().waitFor();
        assertEquals(before + 1, codings().size(), "only the first writes");
        try (Study reading = Study.open(study)) {
            assertFalse(reading.writable(), "the first still has it");
            assertEquals(List.of(), reading.check().findings());
        }
    }

    /// Starts one; it is there once it says that its window can be used.
    private Process desk() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (option.startsWith("--") || option.startsWith("-Dprism")) {
                command.add(option);
            }
        }
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dconcord.start.log=INFO",
                        Concord.class.getName(),
                        study.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", VirtualScreen.display());
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("desk.log").toFile()));
        Process process = builder.start();
        started.add(process);
        until(
                "desk " + started.size() + " can be used",
                () -> log().split("can be used", -1).length > started.size());
        return process;
    }

    /// Puts a code on the next word, again where the keys got lost, until the study holds that many codings.
    private void code(int wanted) {
        until(
                wanted + " codings",
                () -> {
                    apply();
                    for (int i = 0; i < 40 && codings().size() < wanted; i++) {
                        keys.sleep(50);
                    }
                    return codings().size() >= wanted;
                });
    }

    private void apply() {
        keys.push(KeyCode.SHIFT, KeyCode.F6);
        keys.push(KeyCode.RIGHT);
        keys.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        keys.push(KeyCode.CONTROL, KeyCode.K);
        keys.sleep(300);
        for (KeyCode letter :
                List.of(KeyCode.W, KeyCode.O, KeyCode.R, KeyCode.K, KeyCode.A, KeyCode.R)) {
            keys.push(letter);
        }
        keys.sleep(300);
        keys.push(KeyCode.ENTER);
    }

    /// The codings as they are stored, oldest first: read beside the desk, without taking its lock.
    private List<Stored> codings() {
        List<Stored> all = new ArrayList<>();
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + study);
                var rows =
                        db.createStatement()
                                .executeQuery("SELECT source, start FROM coding ORDER BY id")) {
            while (rows.next()) {
                all.add(new Stored(rows.getLong(1), rows.getInt(2)));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    private record Stored(long source, int start) {}

    /// Where the desk says that work stands, or "".
    private String place() {
        return settings.load().places().getOrDefault(study.toString(), "");
    }

    private int caret() {
        return Integer.parseInt(place().split(":")[2]);
    }

    private void until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + 90_000_000_000L;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "Never came true: " + what + "; it is at " + place() + "\n" + log());
            }
            keys.sleep(200);
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("desk.log"));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
