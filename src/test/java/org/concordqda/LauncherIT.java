package org.concordqda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `target/app/bin/concord` as a person starts it: in a process of its own.
class LauncherIT {
    private static final Path APP = Path.of("target", "app").toAbsolutePath();

    @TempDir Path folder;

    private record Ended(int code, String out, String err) {}

    @BeforeAll
    static void onUnix() {
        assumeFalse(File.separatorChar == '\\', "concord.bat is not tested here");
    }

    @Test
    void startsThroughALinkInAFolderWithASpace() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("a folder"));
        Path link = Files.createSymbolicLink(odd.resolve("c"), APP.resolve("bin/concord"));
        Path again = Files.createSymbolicLink(odd.resolve("again"), Path.of("c"));
        for (Path start : List.of(link, again)) {
            Ended ended = run(start, Map.of(), "--version");
            assertEquals(0, ended.code(), ended.err());
            assertTrue(ended.out().startsWith("Concord "), ended.out());
        }
    }

    @Test
    void commandsLoadNoClassOfJavaFx() throws Exception {
        Map<String, String> options = Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + log());
        Ended ended =
                run(
                        APP.resolve("bin/concord"),
                        options,
                        "new",
                        folder.resolve("one study.concord").toString(),
                        "--coder",
                        "Lead");
        assertEquals(0, ended.code(), ended.err());
        String loaded = Files.readString(log());
        assertTrue(loaded.contains("org.concordqda.cli."), "the log holds the classes loaded");
        assertFalse(loaded.contains(" javafx."), "a class of JavaFX was loaded");
        assertEquals("", ended.err());
    }

    @Test
    void errorsGoToStandardErrorWithTheirCode() throws Exception {
        Ended ended = run(APP.resolve("bin/concord"), Map.of(), "status", "not there.concord");
        assertEquals(1, ended.code());
        assertEquals("", ended.out());
        assertTrue(ended.err().contains("not there.concord"), ended.err());
        assertEquals(2, run(APP.resolve("bin/concord"), Map.of(), "--no-such").code());
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        Ended ended =
                run(
                        APP.resolve("bin/concord"),
                        Map.of("JAVA_HOME", oldJava().toString()),
                        "--version");
        assertEquals(0, ended.code(), ended.err());
    }

    @Test
    void withoutANewEnoughJavaItSaysSo() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("app/bin"));
        Path start = Files.copy(APP.resolve("bin/concord"), bin.resolve("concord"));
        assertTrue(start.toFile().setExecutable(true));
        Files.writeString(bin.resolve("java-home"), folder.resolve("gone") + "\n");
        Path old = oldJava();
        Ended ended =
                run(
                        start,
                        Map.of(
                                "JAVA_HOME",
                                old.toString(),
                                "PATH",
                                old.resolve("bin") + File.pathSeparator + System.getenv("PATH")),
                        "--version");
        assertEquals(1, ended.code());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().contains("needs Java 25 or later"), ended.err());
    }

    /// A folder that looks like a JDK 17.
    private Path oldJava() throws IOException {
        Path home = folder.resolve("jdk 17");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"17.0.1\" 2021-10-19' >&2\n");
        assertTrue(java.toFile().setExecutable(true));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        return home;
    }

    private Path log() {
        return folder.resolve("loaded.txt");
    }

    private Ended run(Path start, Map<String, String> environment, String... args)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(start.toString()));
        command.addAll(List.of(args));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Ended(
                code,
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
