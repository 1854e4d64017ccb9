package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.Approach;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.Scope;
import org.concordqda.store.Journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Large studies for the benchmarks, made through the services' own doors, and the same rows by plain JDBC.
public final class StoreWorkload {
    /// Codes per dimension.
    public static final int CODES = 5;

    private StoreWorkload() {}

    /// A study with `dimensions` ONE dimensions of five codes each.
    public static Study study(Path file, int dimensions) {
        List<Dimension> all = new ArrayList<>();
        for (int d = 0; d < dimensions; d++) {
            Code[] codes = new Code[CODES];
            for (int c = 0; c < CODES; c++) {
                codes[c] = Fixtures.code("Code " + c);
            }
            all.add(Fixtures.dimension("Dimension " + d, Scope.UNIT, Choice.ONE, codes));
        }
        return Study.create(
                file,
                new Study.Start(
                        "Large",
                        Approach.CODEBOOK,
                        "Lead",
                        List.of(new ImportedCodebook("", "Large", "", "", "", all))));
    }

    /// Imports `units × dimensions` ratings of each coder, four of five agreeing, through the ratings
    /// import; one act.
    public static void rate(Study study, int units, int dimensions, String... coders) {
        List<String> columns = new ArrayList<>(List.of("unit"));
        for (int d = 0; d < dimensions; d++) {
            columns.add("Dimension " + d);
        }
        List<RatingsImport.Sheet> sheets = new ArrayList<>();
        java.util.Random random = new java.util.Random(7);
        for (int k = 0; k < coders.length; k++) {
            List<List<String>> rows = new ArrayList<>(units);
            for (int u = 0; u < units; u++) {
                List<String> row = new ArrayList<>(dimensions + 1);
                row.add("owner/repo#" + (u + 1));
                for (int d = 0; d < dimensions; d++) {
                    int truth = (u * 31 + d * 17) % CODES;
                    int value = random.nextInt(5) == 0 ? random.nextInt(CODES) : truth;
                    row.add("Code " + value);
                }
                rows.add(row);
            }
            sheets.add(
                    new RatingsImport.Sheet(
                            new ImportedTable("bench", coders[k], columns, rows, 2), coders[k]));
        }
        RatingsImport.run(
                study,
                sheets,
                new RatingsImport.Options(
                        "Main", List.of("unit"), Map.of(), Map.of(), false, false),
                Progress.NONE);
    }

    /// Stores rating rows in bulk, as an import does once it knows them: one act of `count` ratings over
    /// `count / dimensions` units that exist.
    public static void storeRows(Study study, int count) {
        study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "ratings.import", "store rows"),
                        tx -> {
                            var rating =
                                    tx.bulk(
                                            "rating",
                                            "round",
                                            "coder",
                                            "source",
                                            "unit",
                                            "dimension",
                                            "version",
                                            "as_written");
                            var code = tx.bulk("rating_code", "rating", "code");
                            for (int i = 0; i < count; i++) {
                                long unit = i / 10 + 1;
                                long id =
                                        rating.add(
                                                1L,
                                                2L,
                                                unit,
                                                unit,
                                                (long) (i % 10 + 1),
                                                2L,
                                                "Code 1");
                                code.add(id, (long) (i % 50 + 1));
                            }
                            return null;
                        });
    }

    /// The same rows in the same tables and indexes by plain JDBC, one transaction.
    public static void storePlain(Path file, int count) throws SQLException {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
                var setup = c.createStatement()) {
            setup.execute("PRAGMA journal_mode = WAL");
            setup.execute("PRAGMA synchronous = FULL");
            setup.execute("PRAGMA foreign_keys = ON");
            setup.execute("PRAGMA cache_size = -32000");
            c.setAutoCommit(false);
            try (PreparedStatement rating =
                            c.prepareStatement(
                                    "INSERT INTO rating_all(id, made_by, round, coder, source,"
                                            + " unit, dimension, version, as_written) VALUES (?, 1, ?,"
                                            + " ?, ?, ?, ?, ?, ?)");
                    PreparedStatement code =
                            c.prepareStatement(
                                    "INSERT INTO rating_code_all(id, made_by, rating, code) VALUES"
                                            + " (?, 1, ?, ?)")) {
                for (int i = 0; i < count; i++) {
                    long unit = i / 10 + 1;
                    rating.setLong(1, i + 1);
                    rating.setLong(2, 1);
                    rating.setLong(3, 2);
                    rating.setLong(4, unit);
                    rating.setLong(5, unit);
                    rating.setLong(6, i % 10 + 1);
                    rating.setLong(7, 2);
                    rating.setString(8, "Code 1");
                    rating.addBatch();
                    code.setLong(1, i + 1);
                    code.setLong(2, i + 1);
                    code.setLong(3, i % 50 + 1);
                    code.addBatch();
                    if (i % 500 == 499) {
                        rating.executeBatch();
                        code.executeBatch();
                    }
                }
                rating.executeBatch();
                code.executeBatch();
            }
            c.commit();
        }
    }

    /// Reads them back by plain JDBC with the join a person would write; how many.
    public static int readPlain(Path file) throws SQLException {
        int rows = 0;
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = c.createStatement();
                ResultSet rs =
                        statement.executeQuery(
                                "SELECT r.id, r.round, r.coder, r.source, r.unit, r.dimension,"
                                        + " rc.code FROM rating r LEFT JOIN rating_code rc ON rc.rating"
                                        + " = r.id ORDER BY r.id")) {
            long sum = 0;
            while (rs.next()) {
                for (int i = 1; i <= 7; i++) {
                    sum += rs.getLong(i);
                }
                rows++;
            }
            if (sum == 0) {
                throw new IllegalStateException("nothing read");
            }
        }
        return rows;
    }

    /// Commits that change one row each and nothing else, by plain JDBC with the same durability; seconds.
    public static double bareCommits(Path file, int count, int turn) throws SQLException {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
                var setup = c.createStatement()) {
            setup.execute("PRAGMA journal_mode = WAL");
            setup.execute("PRAGMA synchronous = FULL");
            try (PreparedStatement update =
                    c.prepareStatement("UPDATE rating_all SET note = ? WHERE id = ?")) {
                long start = System.nanoTime();
                for (int i = 0; i < count; i++) {
                    update.setString(1, "bare " + turn + " " + i);
                    update.setLong(2, i + 1);
                    update.executeUpdate();
                }
                return (System.nanoTime() - start) / 1e9;
            }
        }
    }

    /// Acts that change one row each, with their journal entries; seconds.
    public static double acts(Study study, int count, int turn) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long row = i + 1;
            String note = "act " + turn + " " + i;
            study.file()
                    .journal()
                    .write(
                            Journal.Words.of(study.actor(), "rating.note", "note"),
                            tx -> tx.update("rating", row, Map.of("note", note)));
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
