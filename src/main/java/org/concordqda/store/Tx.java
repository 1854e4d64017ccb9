package org.concordqda.store;

import org.concordqda.model.ConcordException;
import org.concordqda.store.Delta.Op;
import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The only thing that writes. Lives inside one [Journal#write]; every row it touches is covered by a
/// delta, so undo needs no code per act. Rows inserted or hidden in a run of ids share one delta.
public final class Tx {
    private final Db db;
    private final Schema schema;
    private final FullText fullText;
    private final long entry;
    private final List<Delta> deltas = new ArrayList<>();

    /// Index into `deltas` of each table's last delta: order matters only within a table.
    private final Map<String, Integer> last = new HashMap<>();

    private final Map<String, Long> nextId = new HashMap<>();
    private final Map<String, Bulk> bulks = new LinkedHashMap<>();
    private final Map<String, Updates> updates = new LinkedHashMap<>();

    /// Turns whose place was changed, with the place before; full text follows at the end.
    private final Map<Long, FullText.Place> movedTurns = new LinkedHashMap<>();

    Tx(Db db, Schema schema, FullText fullText, long entry) {
        this.db = db;
        this.schema = schema;
        this.fullText = fullText;
        this.entry = entry;
    }

    /// Reads what this transaction sees, its own rows included.
    public Db read() {
        flush();
        return db;
    }

    /// Id of the entry being written.
    public long entry() {
        return entry;
    }

    /// Inserts a row.
    ///
    /// @param table name without `_all`
    /// @param row values by column; text, whole numbers, booleans, enums, bytes or null
    /// @return the new row's id
    public long insert(String table, Map<String, ? extends @Nullable Object> row) {
        String[] columns = row.keySet().toArray(String[]::new);
        return bulk(table, columns).add(row.values().toArray());
    }

    /// A fast way to insert many rows of the same columns.
    public Bulk bulk(String table, String... columns) {
        List<String> known = schema.columns(table);
        for (String column : columns) {
            if (!known.contains(column)) {
                throw new IllegalArgumentException(table + " has no column " + column);
            }
        }
        String sql =
                "INSERT INTO "
                        + table
                        + "_all(id, made_by, "
                        + Arrays.stream(columns)
                                .map(Columns::quoted)
                                .collect(Collectors.joining(", "))
                        + ") VALUES (?, "
                        + entry
                        + ", ?".repeat(columns.length)
                        + ")";
        return bulks.computeIfAbsent(
                sql, words -> new Bulk(table, columns.length, db.prepare(words)));
    }

    /// Changes columns of a live row; columns that already have the value are left alone.
    ///
    /// @return whether anything changed
    public boolean update(String table, long id, Map<String, ? extends @Nullable Object> changes) {
        flush();
        List<String> names = List.copyOf(changes.keySet());
        if (!schema.columns(table).containsAll(names)) {
            throw new IllegalArgumentException(table + " lacks one of " + names);
        }
        Map<String, @Nullable Object> before = Columns.values(db, table, id, names);
        Map<String, @Nullable Object> old = new LinkedHashMap<>();
        Map<String, @Nullable Object> now = new LinkedHashMap<>();
        for (String name : names) {
            Object wanted = Columns.plain(changes.get(name));
            if (!Objects.equals(before.get(name), wanted)) {
                old.put(name, before.get(name));
                now.put(name, wanted);
            }
        }
        if (now.isEmpty()) {
            return false;
        }
        movesTurn(table, id);
        set(db, table, id, now);
        add(new Delta(table, Op.UPDATE, id, id, Json.write(old), Json.write(now)));
        return true;
    }

    /// A fast way to change the same columns of many live rows, for who has read them already.
    public Updates updates(String table, String... columns) {
        if (!schema.columns(table).containsAll(List.of(columns))) {
            throw new IllegalArgumentException(table + " lacks one of " + List.of(columns));
        }
        String sql =
                "UPDATE "
                        + table
                        + "_all SET "
                        + Arrays.stream(columns)
                                .map(c -> Columns.quoted(c) + " = ?")
                                .collect(Collectors.joining(", "))
                        + " WHERE id = ? AND removed_by IS NULL";
        return updates.computeIfAbsent(
                sql, words -> new Updates(this, table, columns, db.prepare(words)));
    }

    void movesTurn(String table, long id) {
        if (table.equals("turn")) {
            sendInserts();
            movedTurns.computeIfAbsent(id, fullText::place);
        }
    }

    /// Hides a live row; hiding a hidden one is refused.
    public void hide(String table, long id) {
        flush();
        schema.columns(table);
        int changed =
                db.run(
                        "UPDATE "
                                + table
                                + "_all SET removed_by = ? WHERE id = ? AND removed_by IS NULL",
                        entry,
                        id);
        if (changed == 0) {
            throw new IllegalStateException("Row " + id + " of " + table + " is not live");
        }
        if (table.equals("turn")) {
            fullText.hide(id, id);
        }
        extend(table, Op.HIDE, id);
    }

    /// Hides every live row that a condition names; how many.
    ///
    /// @param where SQL over the table's columns, with `?` for `args`; never from outside the program
    public int hideWhere(String table, String where, @Nullable Object... args) {
        flush();
        schema.columns(table);
        List<Long> ids =
                db.list(
                        "SELECT id FROM "
                                + Columns.quoted(table)
                                + " WHERE ("
                                + where
                                + ") ORDER BY id",
                        row -> row.number(1),
                        args);
        long[] all = ids.stream().mapToLong(Long::longValue).toArray();
        for (int i = 0; i < all.length; ) {
            int j = i;
            while (j + 1 < all.length && all[j + 1] == all[j] + 1) {
                j++;
            }
            db.run(
                    "UPDATE " + table + "_all SET removed_by = ? WHERE id BETWEEN ? AND ?",
                    entry,
                    all[i],
                    all[j]);
            if (table.equals("turn")) {
                fullText.hide(all[i], all[j]);
            }
            add(new Delta(table, Op.HIDE, all[i], all[j], null, null));
            i = j + 1;
        }
        return all.length;
    }

    /// Rows written so far touch nothing: an act that changed nothing leaves no entry.
    boolean empty() {
        return deltas.isEmpty();
    }

    /// Sends what is batched, brings full text up to date and stores the deltas.
    void finish() {
        flush();
        movedTurns.forEach(fullText::moved);
        try (PreparedStatement statement =
                db.prepare(
                        "INSERT INTO delta(entry, tbl, op, row, row_end, before, after) VALUES (?,"
                                + " ?, ?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (Delta delta : deltas) {
                if (delta.table().equals("turn") && delta.op() == Op.INSERT) {
                    fullText.show(delta.row(), delta.rowEnd());
                }
                Db.bind(
                        statement,
                        entry,
                        delta.table(),
                        delta.op().word(),
                        delta.row(),
                        delta.rowEnd(),
                        delta.before(),
                        delta.after());
                statement.addBatch();
                if (++waiting % Bulk.BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw db.explained(e);
        }
    }

    void close() {
        try {
            for (Bulk bulk : bulks.values()) {
                bulk.statement.close();
            }
            for (Updates update : updates.values()) {
                update.close();
            }
        } catch (SQLException e) {
            throw Db.broken(e);
        }
    }

    void sendInserts() {
        for (Bulk bulk : bulks.values()) {
            bulk.send();
        }
    }

    ConcordException explained(SQLException e) {
        return db.explained(e);
    }

    static void set(Db db, String table, long id, Map<String, @Nullable Object> values) {
        String sql =
                "UPDATE "
                        + table
                        + "_all SET "
                        + values.keySet().stream()
                                .map(c -> Columns.quoted(c) + " = ?")
                                .collect(Collectors.joining(", "))
                        + " WHERE id = ?";
        @Nullable Object[] args = Arrays.copyOf(values.values().toArray(), values.size() + 1);
        args[values.size()] = id;
        db.run(sql, args);
    }

    private void flush() {
        sendInserts();
        for (Updates update : updates.values()) {
            update.send();
        }
    }

    private void extend(String table, Op op, long id) {
        Integer at = last.get(table);
        if (at != null) {
            Delta d = deltas.get(at);
            if (d.op() == op && d.rowEnd() + 1 == id) {
                deltas.set(at, new Delta(table, op, d.row(), id, null, null));
                return;
            }
        }
        add(new Delta(table, op, id, id, null, null));
    }

    void add(Delta delta) {
        last.put(delta.table(), deltas.size());
        deltas.add(delta);
    }

    private long newId(String table) {
        long id =
                nextId.computeIfAbsent(
                        table,
                        t -> db.number("SELECT coalesce(max(id), 0) + 1 FROM " + t + "_all"));
        nextId.put(table, id + 1);
        return id;
    }

    /// Inserts rows of one table, in batches.
    public final class Bulk {
        static final int BATCH = 500;

        private final String table;
        private final int width;
        private final PreparedStatement statement;
        private int waiting;

        Bulk(String table, int width, PreparedStatement statement) {
            this.table = table;
            this.width = width;
            this.statement = statement;
        }

        /// Adds a row; values in the order of the columns.
        ///
        /// @return its id
        public long add(@Nullable Object... values) {
            if (values.length != width) {
                throw new IllegalArgumentException(
                        width + " columns, " + values.length + " values");
            }
            Watched.row();
            long id = newId(table);
            try {
                statement.setLong(1, id);
                for (int i = 0; i < width; i++) {
                    bind(i + 2, values[i]);
                }
                statement.addBatch();
                if (++waiting >= BATCH) {
                    send();
                }
            } catch (SQLException e) {
                throw db.explained(e);
            }
            extend(table, Op.INSERT, id);
            return id;
        }

        private void bind(int at, @Nullable Object value) throws SQLException {
            switch (value) {
                case null -> statement.setObject(at, null);
                case Long n -> statement.setLong(at, n);
                case Integer n -> statement.setInt(at, n);
                case String s -> statement.setString(at, s);
                case Boolean b -> statement.setInt(at, b ? 1 : 0);
                case Enum<?> e -> statement.setString(at, e.name());
                case byte[] b -> statement.setBytes(at, b);
                default ->
                        throw new IllegalArgumentException("No column holds a " + value.getClass());
            }
        }

        /// Parents go first: a child that arrives before its parent makes SQLite look through every table
        /// for such children at each parent that follows.
        void send() {
            if (waiting > 0) {
                waiting = 0;
                for (Schema.Reference r : schema.referencesFrom(table)) {
                    for (Bulk other : bulks.values()) {
                        if (other != this && other.table.equals(r.parent())) {
                            other.send();
                        }
                    }
                }
                try {
                    statement.executeBatch();
                } catch (SQLException e) {
                    throw db.explained(e);
                }
            }
        }
    }
}
