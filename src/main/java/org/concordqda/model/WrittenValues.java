package org.concordqda.model;

import java.util.List;

/// What files said, beside [RatingColumns]: one number per rating into a short list of distinct values.
///
/// @param of index into `values` per rating of the columns, -1 for a rating made by hand
/// @param values distinct values, exactly as written
public record WrittenValues(int[] of, List<String> values) {
    /// Nothing came from a file.
    public static final WrittenValues NONE = new WrittenValues(new int[0], List.of());

    public WrittenValues {
        values = List.copyOf(values);
    }

    /// Index of a rating's written value, -1 when there is none.
    public int at(int rating) {
        return rating < of.length ? of[rating] : -1;
    }
}
