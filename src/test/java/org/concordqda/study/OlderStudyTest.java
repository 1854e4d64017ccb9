package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.concordqda.store.StudyFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A whole study as each older program left it: brought forward it holds every row it held, gives the same
/// numbers, and what was done in the older program can be undone.
class OlderStudyTest {
    @TempDir static Path folder;
    private static Path now;

    /// How a file of a schema is taken back to the one before; its views are then made as they were.
    private static final Map<Integer, List<String>> BACK =
            Map.of(
                    6,
                    List.of("DROP VIEW v_ratings", "DROP VIEW v_codings"),
                    5,
                    List.of("DROP INDEX rating_code_code", "DROP INDEX rating_round"),
                    4,
                    List.of(
                            "DROP VIEW doubt",
                            "DROP VIEW v_codings",
                            "DROP TABLE doubt_all",
                            "ALTER TABLE source_text_all DROP COLUMN origin",
                            "ALTER TABLE source_all DROP COLUMN revision"),
                    3,
                    List.of("DROP VIEW v_ratings", "DROP VIEW v_codings"),
                    2,
                    List.of(
                            "DROP VIEW v_evidence",
                            "DROP VIEW v_memos",
                            "DROP VIEW memo_link",
                            "DROP INDEX memo_link_text",
                            "DROP INDEX coding_memo",
                            "DROP INDEX rating_note",
                            "ALTER TABLE memo_link_all DROP COLUMN text",
                            "ALTER TABLE memo_link_all DROP COLUMN start",
                            "ALTER TABLE memo_link_all DROP COLUMN end",
                            "ALTER TABLE memo_link_all DROP COLUMN start_cp",
                            "ALTER TABLE memo_link_all DROP COLUMN end_cp",
                            "ALTER TABLE memo_link_all DROP COLUMN quote",
                            "ALTER TABLE memo_link_all DROP COLUMN before_hash",
                            "ALTER TABLE memo_link_all DROP COLUMN after_hash"));

    @BeforeAll
    static void build() throws IOException {
        now = folder.resolve("now.concord");
        Path samples = Path.of("samples");
        assertTrue(
                Files.exists(samples.resolve("study.yaml")), "the samples are part of the project");
        try (Study study = ScriptedStudy.build(samples, now, Progress.NONE)) {
            study.memos()
                    .write(
                            org.concordqda.model.MemoKind.ANALYTIC,
                            "",
                            "Why stars?",
                            List.of(study.memos().journal()));
        }
    }

    @ParameterizedTest(name = "schema {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aStudyOfEveryOlderSchemaGoesOn(int schema) throws Exception {
        Path old = folder.resolve("old " + schema + ".concord");
        Files.copy(now, old);
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + old);
                Statement s = c.createStatement()) {
            for (int from = 6; from > schema; from--) {
                for (String statement : BACK.get(from)) {
                    s.execute(statement);
                }
                Map<String, String> views = new TreeMap<>();
                for (int before = 1; before < from; before++) {
                    views(before).forEach(v -> views.put(v.split("\\s+")[2], v));
                }
                for (String view : views.values()) {
                    s.execute(view.replaceFirst("CREATE VIEW", "CREATE VIEW IF NOT EXISTS"));
                }
            }
            s.execute("PRAGMA user_version = " + schema);
        }
        List<String> ratings = rows(now, "SELECT * FROM v_ratings ORDER BY id");
        List<String> codings = rows(now, "SELECT * FROM v_codings ORDER BY id");
        List<String> memos = rows(now, "SELECT * FROM v_memos ORDER BY id");
        assertTrue(ratings.size() > 300 && codings.size() > 50 && memos.size() == 1);
        try (Study study = Study.open(old)) {
            assertEquals(List.of(), study.check().findings());
            study.actAs(study.coders().list().getFirst().name());
            assertTrue(study.history().undo().contains("memo"));
        }
        assertEquals(ratings, rows(old, "SELECT * FROM v_ratings ORDER BY id"));
        assertEquals(codings, rows(old, "SELECT * FROM v_codings ORDER BY id"));
        assertEquals(0, rows(old, "SELECT * FROM v_memos").size(), "the memo was undone");
    }

    private static List<String> rows(Path file, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            while (r.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
                    row.append(r.getString(i)).append('|');
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    /// The views that a schema makes, to be made again where they are gone.
    private static List<String> views(int schema) throws IOException {
        try (InputStream in = StudyFile.class.getResourceAsStream("%04d.sql".formatted(schema))) {
            String sql =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceAll("(?m)^--.*$", "");
            List<String> found = new ArrayList<>();
            for (String one : sql.split(";\\s*(?:\\n|$)")) {
                String statement = one.strip();
                if (statement.startsWith("CREATE VIEW ")) {
                    found.add(statement);
                }
            }
            return found;
        }
    }
}
