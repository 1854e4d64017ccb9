package org.concordqda.store;

import org.concordqda.model.ConcordException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// A study's database and the few ways to ask it. Any thread may call. The writer has one connection, and
/// calls take turns; readers have a few lines to the file, so that a short question never waits behind a long
/// one. Each call sees what is committed when it begins.
public final class Db {
    /// One for each thread that works in the background of a window, and one for the window.
    private static final int LINES = 5;

    private final String name;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Supplier<Optional<Connection>> more;
    private boolean closed;

    Db(Connection connection, String name) {
        this(connection, name, Optional::empty);
    }

    /// @param more opens another line for readers; empty when there can be none
    Db(Connection connection, String name, Supplier<Optional<Connection>> more) {
        this.name = name;
        this.more = more;
        lines.add(new Line(connection));
    }

    /// The line this thread has, else a free one, else another, else the first one's turn.
    private Line line() {
        for (Line line : lines) {
            if (line.mine()) {
                return line.lock();
            }
        }
        for (Line line : lines) {
            if (line.free()) {
                return line;
            }
        }
        return another().orElseGet(() -> first().lock());
    }

    private synchronized Optional<Line> another() {
        if (closed || lines.size() >= LINES) {
            return Optional.empty();
        }
        Optional<Line> opened = more.get().map(c -> new Line(c).lock());
        opened.ifPresent(lines::add);
        return opened;
    }

    private Line first() {
        return lines.getFirst();
    }

    /// Every row, mapped, in the query's order.
    public <T> List<T> list(String sql, Function<Row, T> mapper, @Nullable Object... args) {
        List<T> all = new ArrayList<>();
        each(sql, row -> all.add(mapper.apply(row)), args);
        return all;
    }

    /// The first row, mapped.
    public <T> Optional<T> one(String sql, Function<Row, T> mapper, @Nullable Object... args) {
        List<T> all = list(sql, mapper, args);
        return all.isEmpty() ? Optional.empty() : Optional.ofNullable(all.getFirst());
    }

    /// The number in the first column of the first row, 0 when there is no row.
    public long number(String sql, @Nullable Object... args) {
        return one(sql, row -> row.number(1), args).orElse(0L);
    }

    /// Gives each row to `visitor` in the query's order, holding none.
    public void each(String sql, Consumer<Row> visitor, @Nullable Object... args) {
        Line line = line();
        try {
            PreparedStatement statement = line.take(sql);
            boolean well = false;
            try {
                bind(statement, args);
                try (ResultSet rs = statement.executeQuery()) {
                    Row row = new Row(rs);
                    while (rs.next()) {
                        visitor.accept(row);
                    }
                }
                well = true;
            } finally {
                line.giveBack(sql, statement, well);
            }
        } catch (SQLException e) {
            throw explained(e);
        } finally {
            line.unlock();
        }
    }

    /// Runs one statement that changes rows; how many.
    int run(String sql, @Nullable Object... args) {
        Watched.row();
        Line line = first().lock();
        try {
            PreparedStatement statement = line.take(sql);
            boolean well = false;
            try {
                bind(statement, args);
                int changed = statement.executeUpdate();
                well = true;
                return changed;
            } finally {
                line.giveBack(sql, statement, well);
            }
        } catch (SQLException e) {
            throw explained(e);
        } finally {
            line.unlock();
        }
    }

    /// Runs plain statements without parameters (pragmas, begin, commit).
    void exec(String sql) {
        Line line = first().lock();
        try (var statement = line.connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw explained(e);
        } finally {
            line.unlock();
        }
    }

    /// Holds the connection for a whole transaction, so that no other thread's statement gets inside.
    void lock() {
        var _ = first().lock();
    }

    void unlock() {
        first().unlock();
    }

    /// A statement of the caller's own, for bulk work inside [#lock]; the caller closes it.
    PreparedStatement prepare(String sql) {
        try {
            return first().connection().prepareStatement(sql);
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    void close() {
        synchronized (this) {
            closed = true;
        }
        for (Line line : lines) {
            try {
                line.close();
            } catch (SQLException e) {
                throw explained(e);
            }
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object... args) throws SQLException {
        for (int i = 0; i < args.length; i++) {
            Object arg = args[i];
            switch (arg) {
                case null -> statement.setObject(i + 1, null);
                case Long n -> statement.setLong(i + 1, n);
                case Integer n -> statement.setInt(i + 1, n);
                case Boolean b -> statement.setInt(i + 1, b ? 1 : 0);
                case String s -> statement.setString(i + 1, s);
                case byte[] b -> statement.setBytes(i + 1, b);
                case Enum<?> e -> statement.setString(i + 1, e.name());
                default ->
                        throw new IllegalArgumentException("No column holds a " + arg.getClass());
            }
        }
    }

    static ConcordException broken(SQLException e) {
        return new ConcordException("The study file could not be read: " + e.getMessage(), e);
    }

    ConcordException explained(SQLException e) {
        return explained(name, e);
    }

    /// Whether something failed because another program reads or writes the file.
    static boolean isHeld(ConcordException e) {
        return e.getCause() instanceof SQLiteException s
                && switch (s.getResultCode()) {
                    case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED -> true;
                    default -> false;
                };
    }

    /// What went wrong with a file, in words.
    static ConcordException explained(String name, SQLException e) {
        if (e instanceof SQLiteException s) {
            return switch (s.getResultCode()) {
                case SQLITE_FULL ->
                        new ConcordException(
                                name
                                        + ": the disk is full. Nothing of this act was stored;"
                                        + " everything before it is safe. Free some space and try"
                                        + " again.",
                                e);
                case SQLITE_READONLY,
                        SQLITE_READONLY_DIRECTORY,
                        SQLITE_READONLY_DBMOVED,
                        SQLITE_CANTOPEN,
                        SQLITE_PERM ->
                        new ConcordException(
                                name
                                        + ": the study cannot be written here (read-only, moved or"
                                        + " gone). Nothing of this act was stored; everything"
                                        + " before it is safe.",
                                e);
                case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED ->
                        new ConcordException(
                                name
                                        + ": another program holds the study. Nothing of this act"
                                        + " was stored; try again when it is closed.",
                                e);
                case SQLITE_NOTADB,
                        SQLITE_CORRUPT,
                        SQLITE_CORRUPT_INDEX,
                        SQLITE_CORRUPT_SEQUENCE,
                        SQLITE_CORRUPT_VTAB ->
                        new ConcordException(
                                name
                                        + ": this is not a study, or the file is damaged. Nothing"
                                        + " was changed; open a backup instead.",
                                e);
                case SQLITE_ERROR ->
                        new ConcordException(
                                name
                                        + ": "
                                        + (String.valueOf(e.getMessage()).contains("no such")
                                                ? "a part of the study is missing; another program"
                                                        + " may have changed the file. Nothing was"
                                                        + " changed here; if it does not come back,"
                                                        + " open a backup."
                                                : e.getMessage()),
                                e);
                default ->
                        s.getResultCode().name().startsWith("SQLITE_IOERR")
                                ? new ConcordException(
                                        name
                                                + ": the place the study is in could not be read or"
                                                + " written (unplugged, disconnected or failing)."
                                                + " Nothing of this act was stored; everything"
                                                + " before it is safe. Try again when it is back.",
                                        e)
                                : new ConcordException(name + ": " + e.getMessage(), e);
            };
        }
        return new ConcordException(name + ": " + e.getMessage(), e);
    }
}
