package org.concordqda.analysis;

/// A column of a [Table].
///
/// @param name the header, unique in its table, without counts or glyphs
/// @param kind what its cells hold
/// @param width in characters of the sheet's font, from 1
public record Column(String name, Kind kind, int width) {
    /// What the cells of a column hold; any cell may also be empty.
    public enum Kind {
        /// A `String` or anything else shown by its `toString`.
        TEXT,
        /// A number that identifies, `Integer` or `Long`: never summed, never grouped.
        ID,
        /// A whole number, `Integer` or `Long`.
        WHOLE,
        /// A `Double`; NaN is an empty cell.
        NUMBER,
        /// A `Double` from 0 to 1, shown as percent where a sheet can; NaN is an empty cell.
        SHARE,
        /// An `Instant` in UTC, a `LocalDate`, or text where a date was not given as one.
        DATE,
        /// A `Boolean`.
        FLAG
    }

    /// Text of the usual width.
    public static Column text(String name) {
        return new Column(name, Kind.TEXT, 22);
    }

    /// Text of a width of its own.
    public static Column text(String name, int width) {
        return new Column(name, Kind.TEXT, width);
    }

    /// A number that identifies.
    public static Column id(String name) {
        return new Column(name, Kind.ID, Math.max(9, name.length() + 3));
    }

    /// A whole number.
    public static Column whole(String name) {
        return new Column(name, Kind.WHOLE, Math.clamp(name.length() + 4, 9, 40));
    }

    /// A number with decimals.
    public static Column number(String name) {
        return new Column(name, Kind.NUMBER, Math.clamp(name.length() + 4, 10, 40));
    }

    /// A share from 0 to 1.
    public static Column share(String name) {
        return new Column(name, Kind.SHARE, Math.clamp(name.length() + 4, 9, 40));
    }

    /// A moment or a day.
    public static Column date(String name) {
        return new Column(name, Kind.DATE, 20);
    }

    /// Yes or no.
    public static Column flag(String name) {
        return new Column(name, Kind.FLAG, Math.max(9, name.length() + 4));
    }

    /// Whether the column is to be calculated with.
    public boolean numeric() {
        return kind == Kind.WHOLE || kind == Kind.NUMBER || kind == Kind.SHARE;
    }
}
