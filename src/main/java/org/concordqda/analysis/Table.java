package org.concordqda.analysis;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A tidy table: one header, one thing per row, each column of one kind. Rows are streamed and may be asked
/// for more than once; they must then be the same. Sheets, CSV, JSON, Markdown and LaTeX all come from it.
///
/// @param name what people read; sheet and file names are made from it
/// @param columns at least one, names unique
/// @param rows the rows, in order
public record Table(String name, List<Column> columns, Rows rows) {
    /// Where rows come from.
    @FunctionalInterface
    public interface Rows {
        /// Gives every row to the sink, in order.
        void each(Sink sink);
    }

    /// Where rows go to.
    @FunctionalInterface
    public interface Sink {
        /// Takes a row: one value per column, null for an empty cell. The array is not kept.
        void row(@Nullable Object... values);
    }

    public Table {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "Two columns of “" + name + "” are named " + column.name());
            }
        }
    }

    /// Headers, in order.
    public List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /// Whether there is no row at all; asks for no more than the first.
    public boolean empty() {
        try {
            rows.each(
                    values -> {
                        throw new Found();
                    });
            return true;
        } catch (Found found) {
            return false;
        }
    }

    /// Ends a walk over rows of which one was enough.
    private static final class Found extends RuntimeException {
        private Found() {
            super("a row", null, false, false);
        }
    }

    /// All rows in memory, for small tables and tests; empty cells are null.
    public List<List<@Nullable Object>> list() {
        List<List<@Nullable Object>> all = new ArrayList<>();
        rows.each(
                values -> {
                    List<@Nullable Object> row = new ArrayList<>(values.length);
                    Collections.addAll(row, values);
                    all.add(Collections.unmodifiableList(row));
                });
        return all;
    }

    /// Names made unique without a case, so that they can be headers: what repeats gets ` (2)`, ` (3)` …
    public static List<String> unique(List<String> names) {
        Set<String> taken = new HashSet<>();
        List<String> unique = new ArrayList<>();
        for (String name : names) {
            String fresh = name;
            for (int i = 2; !taken.add(fresh.toLowerCase(Locale.ROOT)); i++) {
                fresh = name + " (" + i + ")";
            }
            unique.add(fresh);
        }
        return unique;
    }
}
