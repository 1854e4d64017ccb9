package org.concordqda.store;

import org.concordqda.store.Delta.Op;
import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Changes the same columns of rows of one table, in batches.
public final class Updates {
    private final Tx tx;
    private final String table;
    private final String[] columns;
    private final PreparedStatement statement;
    private int waiting;

    Updates(Tx tx, String table, String[] columns, PreparedStatement statement) {
        this.tx = tx;
        this.table = table;
        this.columns = columns;
        this.statement = statement;
    }

    /// Changes a live row; nothing happens when it has the values already.
    ///
    /// @param before its values now, in the order of the columns
    /// @param after its values from now on
    public void set(long id, @Nullable Object[] before, @Nullable Object[] after) {
        Watched.row();
        Map<String, @Nullable Object> old = new LinkedHashMap<>();
        Map<String, @Nullable Object> now = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            if (!Objects.equals(Columns.plain(before[i]), Columns.plain(after[i]))) {
                old.put(columns[i], before[i]);
                now.put(columns[i], after[i]);
            }
        }
        if (now.isEmpty()) {
            return;
        }
        tx.movesTurn(table, id);
        @Nullable Object[] args = Arrays.copyOf(after, after.length + 1);
        args[after.length] = id;
        try {
            Db.bind(statement, args);
            statement.addBatch();
        } catch (SQLException e) {
            throw tx.explained(e);
        }
        tx.add(new Delta(table, Op.UPDATE, id, id, Json.write(old), Json.write(now)));
        if (++waiting >= Tx.Bulk.BATCH) {
            send();
        }
    }

    void send() {
        if (waiting == 0) {
            return;
        }
        waiting = 0;
        tx.sendInserts();
        try {
            for (int changed : statement.executeBatch()) {
                if (changed != 1) {
                    throw new IllegalStateException("A row of " + table + " is not live");
                }
            }
        } catch (SQLException e) {
            throw tx.explained(e);
        }
    }

    void close() throws SQLException {
        statement.close();
    }
}
