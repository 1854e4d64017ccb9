package org.concordqda.store;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads some columns of one row, as deltas need them.
final class Columns {
    private Columns() {}

    static Map<String, @Nullable Object> values(Db db, String table, long id, List<String> names) {
        String sql =
                "SELECT "
                        + names.stream()
                                .map(n -> "typeof(" + quoted(n) + "), " + quoted(n))
                                .collect(Collectors.joining(", "))
                        + " FROM "
                        + quoted(table)
                        + " WHERE id = ?";
        Function<Row, Map<String, @Nullable Object>> mapper =
                row -> {
                    Map<String, @Nullable Object> found = new LinkedHashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        found.put(
                                names.get(i),
                                switch (row.text(2 * i + 1)) {
                                    case "null" -> null;
                                    case "integer" -> row.number(2 * i + 2);
                                    default -> row.text(2 * i + 2);
                                });
                    }
                    return found;
                };
        return db.one(sql, mapper, id)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Row " + id + " of " + table + " is not live"));
    }

    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Integer n -> (long) n;
            case Boolean b -> b ? 1L : 0L;
            case Enum<?> e -> e.name();
            default -> value;
        };
    }

    static String quoted(String column) {
        return '"' + column + '"';
    }
}
