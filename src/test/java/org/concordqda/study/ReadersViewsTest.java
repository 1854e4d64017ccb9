package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.concordqda.job.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The views that R and Python read, in an SQLite that is not ours: those of researchers are often years old.
class ReadersViewsTest {
    /// A subquery's order by a column that is not its own; before SQLite 3.41 that was an error in ON.
    private static final Pattern ORDER_FROM_OUTSIDE =
            Pattern.compile("FROM \\w+ t\\b[^()]*ORDER BY[^()]*\\b(?!t\\.)\\w+\\.\\w+");

    @TempDir static Path folder;
    private static Path file;

    @BeforeAll
    static void build() throws IOException {
        file = folder.resolve("views.concord");
        ScriptedStudy.build(Path.of("samples"), file, Progress.NONE).close();
    }

    @Test
    void noViewOrdersASubqueryByAColumnFromOutside() throws SQLException {
        views().forEach((name, sql) -> assertFalse(ORDER_FROM_OUTSIDE.matcher(sql).find(), name));
        assertTrue(
                ORDER_FROM_OUTSIDE
                        .matcher("(SELECT t.id FROM x t WHERE t.a = o.a ORDER BY t.v = r.v DESC)")
                        .find());
    }

    @Test
    void theSqliteOfThisMachineReadsEveryView() throws Exception {
        assumeTrue(runs("sqlite3", "-version") == 0, "there is no sqlite3 on this machine");
        for (String name : views().keySet()) {
            assertEquals(
                    0,
                    runs("sqlite3", "-readonly", file.toString(), "SELECT count(*) FROM " + name),
                    name);
        }
    }

    private static Map<String, String> views() throws SQLException {
        Map<String, String> views = new LinkedHashMap<>();
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + file);
                var s = c.createStatement();
                var r =
                        s.executeQuery(
                                "SELECT name, sql FROM sqlite_master"
                                        + " WHERE type = 'view' AND name GLOB 'v_*'")) {
            while (r.next()) {
                views.put(r.getString(1), r.getString(2));
            }
        }
        assertTrue(views.size() >= 4, "views: " + views.keySet());
        return views;
    }

    private static int runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                System.err.println(said);
            }
            return code;
        } catch (IOException e) {
            return -1;
        }
    }
}
