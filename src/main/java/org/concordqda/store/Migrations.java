package org.concordqda.store;

import org.concordqda.model.ConcordException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Numbered SQL files, forward only; `user_version` says which was the last. A file of a newer program is
/// refused; before an older one is brought forward a backup is made beside it.
final class Migrations {
    /// Schema version this program writes.
    static final int LATEST = 6;

    private Migrations() {}

    static void create(Db db) {
        db.exec("PRAGMA page_size = 8192");
        db.exec("PRAGMA application_id = " + StudyFile.APPLICATION_ID);
        run(db, 1, LATEST);
    }

    static void refuseOther(Db db, Path path) {
        long id = db.number("PRAGMA application_id");
        if (id != StudyFile.APPLICATION_ID) {
            throw new ConcordException(path + " is not a Concord study; it was left as it is.");
        }
        long version = db.number("PRAGMA user_version");
        if (version > LATEST) {
            throw new ConcordException(
                    path
                            + " was written by a newer Concord (schema "
                            + version
                            + ", this one knows "
                            + LATEST
                            + "); update the program to open it.");
        }
    }

    static void upgrade(Db db, Path path) {
        int version = (int) db.number("PRAGMA user_version");
        if (version < LATEST) {
            Backups.beforeMigration(db, path, version);
            run(db, version + 1, LATEST);
        }
    }

    private static void run(Db db, int from, int to) {
        for (int version = from; version <= to; version++) {
            db.exec("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                for (String statement : statements(version)) {
                    db.exec(statement);
                }
                db.exec("PRAGMA user_version = " + version);
                db.exec("COMMIT");
                done = true;
            } finally {
                if (!done) {
                    db.exec("ROLLBACK");
                }
            }
        }
    }

    /// Statements end with a semicolon at the end of a line; comments start a line.
    private static String[] statements(int version) {
        String name = "%04d.sql".formatted(version);
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Migration " + name + " is missing");
            }
            String sql =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceAll("(?m)^--.*$", "")
                            .strip();
            return sql.split(";\\s*(?:\\n|$)");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
