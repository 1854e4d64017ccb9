package org.concordqda.study;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            String table = physical.substring(0, physical.length() - 4);
            List<String> columns =
                    db.list("SELECT name FROM pragma_table_info(?)", r -> r.text(1), physical);
            db.each(
                    "SELECT * FROM " + physical + " WHERE removed_by IS NULL",
                    r -> {
                        Map<String, String> values = new LinkedHashMap<>();
                        for (int i = 0; i < columns.size(); i++) {
                            if (!columns.get(i).equals("deflated")) {
                                values.put(columns.get(i), r.maybeText(i + 1).orElse("∅"));
                            }
                        }
                        values.remove("made_by");
                        long id = r.number(1);
                        if (table.equals("code_text")) {
                            // Several coders change different fields of one code, each their own.
                            values.forEach(
                                    (k, v) ->
                                            rows.put(
                                                    new Key(table + "." + k, id),
                                                    k + "=" + v + ";"));
                            return;
                        }
                        StringBuilder out = new StringBuilder();
                        values.forEach((k, v) -> out.append(k).append('=').append(v).append(';'));
                        rows.put(new Key(table, id), out.toString());
                    });
        }
        return rows;
    }
}
