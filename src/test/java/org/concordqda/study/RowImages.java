package org.concordqda.study;

import org.concordqda.store.Db;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Row images of a whole study, and what an act makes of them.
final class RowImages {
    private RowImages() {}

    record Key(String table, long id) {
        Key row() {
            int dot = table.indexOf('.');
            return dot < 0 ? this : new Key(table.substring(0, dot), id);
        }
    }

    /// Row images before and after an act; an absent row is hidden or not made yet.
    record Image(Map<Key, String> before, Map<Key, String> after) {}

    /// Whether an act touched a row of the other, one that refers to one of its rows, or took away one that
    /// its rows refer to.
    static boolean touches(Image later, Image image) {
        return touches(later.after, image)
                || touches(later.before, image)
                || later.before.keySet().stream()
                        .filter(gone -> !later.after.containsKey(gone))
                        .anyMatch(
                                gone ->
                                        image.before.values().stream()
                                                .anyMatch(
                                                        v ->
                                                                (";" + v)
                                                                        .contains(
                                                                                ";"
                                                                                        + gone.row()
                                                                                                .table
                                                                                        + "="
                                                                                        + gone.id
                                                                                        + ";")));
    }

    private static boolean touches(Map<Key, String> rows, Image image) {
        java.util.Set<Key> own = new java.util.HashSet<>();
        image.before.keySet().forEach(k -> own.add(k.row()));
        image.after.keySet().forEach(k -> own.add(k.row()));
        return rows.entrySet().stream()
                .anyMatch(
                        row ->
                                own.contains(row.getKey().row())
                                        || image.after.keySet().stream()
                                                .anyMatch(
                                                        m ->
                                                                !m.row()
                                                                                .table
                                                                                .equals(
                                                                                        row.getKey()
                                                                                                .row()
                                                                                                .table)
                                                                        && row.getValue()
                                                                                .contains(
                                                                                        "=" + m.id
                                                                                                + ";")));
    }

    static Map<Key, String> applied(
            Map<Key, String> state, Map<Key, String> from, Map<Key, String> to) {
        Map<Key, String> result = new HashMap<>(state);
        from.keySet().forEach(result::remove);
        result.putAll(to);
        return result;
    }

    static Image difference(Map<Key, String> before, Map<Key, String> after) {
        Map<Key, String> old = new HashMap<>();
        Map<Key, String> now = new HashMap<>();
        before.forEach(
                (k, v) -> {
                    if (!v.equals(after.get(k))) {
                        old.put(k, v);
                    }
                });
        after.forEach(
                (k, v) -> {
                    if (!v.equals(before.get(k))) {
                        now.put(k, v);
                    }
                });
        return new Image(old, now);
    }

    /// Every live row of every journaled table; `made_by` is left out, it never changes.
    static Map<Key, String> tables(Study study) {
        Map<Key, String> rows = new HashMap<>();
        var db = study.file().read();
        for (String physical :
                db.list(
                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE"
                                + " '%\\_all' ESCAPE '\\'",
                        r -> r.text(1))) {
            // One string for one name: thousands of keys are then alike at a glance.
            String table = physical.substring(0, physical.length() - 4).intern();
            List<String> columns =
                    new ArrayList<>(
                            db.list(
                                    "SELECT name FROM pragma_table_info(?)",
                                    r -> r.text(1),
                                    physical));
            columns.removeAll(List.of("deflated", "made_by"));
            if (table.equals("code_text")) {
                // Several coders change different fields of one code, each their own.
                for (String column : columns) {
                    read(db, physical, List.of(column), (table + "." + column).intern(), rows);
                }
            } else {
                read(db, physical, columns, table, rows);
            }
        }
        return rows;
    }

    /// The database itself makes one text of a row's values: there are thousands of rows after each act.
    private static void read(
            Db db, String physical, List<String> columns, String named, Map<Key, String> rows) {
        String values =
                columns.stream()
                        .map(c -> "'" + c + "=' || coalesce(\"" + c + "\", '∅') || ';'")
                        .collect(Collectors.joining(" || "));
        db.each(
                "SELECT id, " + values + " FROM " + physical + " WHERE removed_by IS NULL",
                r -> rows.put(new Key(named, r.number(1)), r.text(2)));
    }
}
