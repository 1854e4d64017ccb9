package org.concordqda.store;

import org.concordqda.model.ConcordException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Copies of a study, made through SQLite's own backup so that they are whole even while it is written to.
/// They lie in `NAME.concord-backups` beside it; the newest ten are kept.
final class Backups {
    private static final int KEPT = 10;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private Backups() {}

    static void beforeMigration(Db db, Path study, int version) {
        Path folder = study.resolveSibling(study.getFileName() + "-backups");
        try {
            Files.createDirectories(folder);
            copy(
                    db,
                    study,
                    folder.resolve(
                            STAMP.format(LocalDateTime.now(java.time.ZoneId.systemDefault()))
                                    + "-before-schema-"
                                    + (version + 1)
                                    + ".concord"));
            rotate(folder);
        } catch (IOException e) {
            throw new ConcordException(
                    "No backup of "
                            + study
                            + " could be made, so it was not brought forward: "
                            + e.getMessage(),
                    e);
        }
    }

    /// Copies to a temporary name first, so that a file of the wanted name is always whole.
    static void copy(Db db, Path study, Path to) {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            db.exec("VACUUM INTO '" + part.toAbsolutePath().toString().replace("'", "''") + "'");
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ConcordException(
                    "The backup "
                            + to
                            + " of "
                            + study
                            + " could not be written: "
                            + e.getMessage(),
                    e);
        }
    }

    private static void rotate(Path folder) throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.list(folder)) {
            old =
                    files.filter(f -> f.toString().endsWith(".concord"))
                            .sorted(Comparator.comparing(Path::toString).reversed())
                            .skip(KEPT)
                            .toList();
        }
        for (Path file : old) {
            Files.delete(file);
        }
    }
}
