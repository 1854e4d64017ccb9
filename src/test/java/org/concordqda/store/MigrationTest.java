package org.concordqda.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.ConcordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/// A file of schema 1 is brought forward with a backup beside it; a newer one is left alone.
class MigrationTest {
    @TempDir Path folder;

    @Test
    void aFileOfSchemaOneIsBroughtForward() throws Exception {
        Path file = folder.resolve("old study 😀.concord");
        String sql;
        try (InputStream in = StudyFile.class.getResourceAsStream("0001.sql")) {
            sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = c.createStatement()) {
            s.execute("PRAGMA application_id = " + StudyFile.APPLICATION_ID);
            for (String one : sql.replaceAll("(?m)^--.*$", "").split(";\\s*(?:\\n|$)")) {
                if (!one.isBlank()) {
                    s.execute(one);
                }
            }
            s.execute(
                    "INSERT INTO entry(id, guid, at, program, schema, kind, words) VALUES (1, 'g',"
                            + " '2026-01-01T00:00:00Z', '0', 1, 'source.import', '{}')");
            s.execute(
                    "INSERT INTO source_all(id, guid, kind, key, title, made_by) VALUES (1, 's',"
                            + " 'DOCUMENT', 'a.txt', 'a', 1)");
            s.execute(
                    "INSERT INTO source_text_all(id, source, version, text_form, text, sha256, length,"
                            + " length_cp, words, made_by) VALUES (1, 1, 1, 1, 'a', '"
                            + org.concordqda.text.Hashes.sha256("a")
                            + "', 1, 1, 1, 1)");
            s.execute("PRAGMA user_version = 1");
        }
        try (StudyFile study = StudyFile.open(file, "test")) {
            assertEquals(Migrations.LATEST, study.read().number("PRAGMA user_version"));
            assertEquals(1, study.read().number("SELECT revision FROM source WHERE id = 1"));
            assertEquals(
                    "import",
                    study.read()
                            .one("SELECT origin FROM source_text", r -> r.text(1))
                            .orElseThrow());
            assertEquals(List.of(), study.check().findings());
        }
        Path backups = folder.resolve("old study 😀.concord-backups");
        try (Stream<Path> kept = Files.list(backups)) {
            assertEquals(1, kept.count());
        }
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = c.createStatement()) {
            s.execute("PRAGMA user_version = 99");
        }
        byte[] before = Files.readAllBytes(file);
        ConcordException refused =
                assertThrows(ConcordException.class, () -> StudyFile.open(file, "test"));
        assertTrue(refused.getMessage().contains("newer Concord"), refused.getMessage());
        assertEquals(
                java.util.Arrays.hashCode(before),
                java.util.Arrays.hashCode(Files.readAllBytes(file)));
    }
}
