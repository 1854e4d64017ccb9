package org.concordqda.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/// The row a query stands on; columns count from 1. Valid only inside the mapper it was given to.
public final class Row {
    private final ResultSet rs;

    Row(ResultSet rs) {
        this.rs = rs;
    }

    /// A column that is never null, as text.
    public String text(int column) {
        try {
            String value = rs.getString(column);
            return value == null ? "" : value;
        } catch (SQLException e) {
            throw Db.broken(e);
        }
    }

    /// A column that may be null, as text.
    public Optional<String> maybeText(int column) {
        try {
            return Optional.ofNullable(rs.getString(column));
        } catch (SQLException e) {
            throw Db.broken(e);
        }
    }

    /// A whole number; null reads as 0.
    public long number(int column) {
        try {
            return rs.getLong(column);
        } catch (SQLException e) {
            throw Db.broken(e);
        }
    }

    /// A whole number that fits an int; null reads as 0.
    public int integer(int column) {
        try {
            return rs.getInt(column);
        } catch (SQLException e) {
            throw Db.broken(e);
        }
    }

    /// A whole number that may be null.
    public OptionalLong maybeNumber(int column) {
        try {
            long value = rs.getLong(column);
            return rs.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
        } catch (SQLException e) {
            throw Db.broken(e);
        }
    }

    /// Whether a column is not 0.
    public boolean flag(int column) {
        return number(column) != 0;
    }

    /// Bytes; null reads as none.
    public byte[] bytes(int column) {
        try {
            byte[] value = rs.getBytes(column);
            return value == null ? new byte[0] : value;
        } catch (SQLException e) {
            throw Db.broken(e);
        }
    }
}
