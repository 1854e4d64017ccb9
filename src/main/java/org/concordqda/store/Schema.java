package org.concordqda.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the file says of its own tables: their columns and which refer to which. Read once per file.
final class Schema {
    /// `child_all.column` refers to a row of `parent_all`.
    record Reference(String child, String column, String parent) {}

    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();

    Schema(Db db) {
        List<String> tables =
                db.list(
                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE"
                                + " '%\\_all' ESCAPE '\\' ORDER BY name",
                        row -> row.text(1));
        for (String physical : tables) {
            String table = physical.substring(0, physical.length() - "_all".length());
            columns.put(
                    table,
                    db.list("SELECT name FROM pragma_table_info(?)", row -> row.text(1), physical));
            db.each(
                    "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)",
                    row -> {
                        String parent = row.text(2);
                        if (parent.endsWith("_all")) {
                            references.add(
                                    new Reference(
                                            table,
                                            row.text(1),
                                            parent.substring(0, parent.length() - 4)));
                        }
                    },
                    physical);
        }
    }

    /// Names of all journaled tables, without `_all`.
    List<String> tables() {
        return List.copyOf(columns.keySet());
    }

    /// Columns of a journaled table; refuses any other name, since names go into SQL.
    List<String> columns(String table) {
        List<String> found = columns.get(table);
        if (found == null) {
            throw new IllegalArgumentException("No journaled table is called " + table);
        }
        return found;
    }

    List<Reference> referencesTo(String parent) {
        return references.stream().filter(r -> r.parent().equals(parent)).toList();
    }

    List<Reference> referencesFrom(String child) {
        return references.stream().filter(r -> r.child().equals(child)).toList();
    }
}
