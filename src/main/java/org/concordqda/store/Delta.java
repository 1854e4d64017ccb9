package org.concordqda.store;

import org.jspecify.annotations.Nullable;

/// What an entry did to rows `row..rowEnd` of one table.
///
/// @param table name without `_all`
/// @param op insert, update or hide
/// @param row first row id
/// @param rowEnd last row id; for an update the same as `row`
/// @param before changed columns before, as JSON; updates only
/// @param after changed columns after, as JSON; updates only
record Delta(
        String table,
        Op op,
        long row,
        long rowEnd,
        @Nullable String before,
        @Nullable String after) {
    enum Op {
        INSERT,
        UPDATE,
        HIDE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
