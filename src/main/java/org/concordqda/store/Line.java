package org.concordqda.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// One connection of a [Db]. Calls take turns; statements are prepared once and kept.
final class Line {
    private static final int KEPT = 120;

    private final Connection connection;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(64, 0.75f, true);

    Line(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /// Whether this thread has it now.
    boolean mine() {
        return turn.isHeldByCurrentThread();
    }

    /// Takes it if nobody has it; whether it was taken.
    boolean free() {
        return turn.tryLock();
    }

    /// Waits for its turn.
    Line lock() {
        turn.lock();
        return this;
    }

    void unlock() {
        turn.unlock();
    }

    void close() throws SQLException {
        turn.lock();
        try {
            for (PreparedStatement statement : idle.values()) {
                statement.close();
            }
            idle.clear();
            connection.close();
        } finally {
            turn.unlock();
        }
    }

    PreparedStatement take(String sql) throws SQLException {
        // Taken out while in use, so that a query inside a query of the same words gets its own.
        PreparedStatement kept = idle.remove(sql);
        return kept != null ? kept : connection.prepareStatement(sql);
    }

    /// A statement that failed is thrown away, and what closing it says must not hide the first error.
    void giveBack(String sql, PreparedStatement statement, boolean well) throws SQLException {
        if (!well) {
            try {
                statement.close();
            } catch (SQLException second) {
                org.slf4j.LoggerFactory.getLogger(Line.class).debug("Closing", second);
            }
            return;
        }
        statement.clearParameters();
        PreparedStatement other = idle.put(sql, statement);
        if (other != null) {
            other.close();
        }
        if (idle.size() > KEPT) {
            var eldest = idle.entrySet().iterator();
            eldest.next().getValue().close();
            eldest.remove();
        }
    }
}
