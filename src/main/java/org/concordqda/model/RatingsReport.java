package org.concordqda.model;

import java.util.List;

/// What a ratings import did, or would do.
///
/// @param rows data rows read
/// @param units units the rows named
/// @param newSources keys of sources made without text, because no source has the key
/// @param stored ratings stored now
/// @param same ratings that were there already with the same value
/// @param blanks cells that were blank, nan, null, none or #N/A
/// @param columns which column became which dimension
/// @param leftOut columns that fit no dimension, with what was in them
/// @param mappings values that were not written exactly as the code is named, and how they were read
/// @param duplicates rows that repeat an earlier row in every cell; kept
/// @param notes anything else a person should know, one sentence each
public record RatingsReport(
        int rows,
        int units,
        List<String> newSources,
        int stored,
        int same,
        int blanks,
        List<Column> columns,
        List<String> leftOut,
        List<Mapping> mappings,
        List<String> duplicates,
        List<String> notes) {
    /// A column and the dimension it became.
    public record Column(String column, String dimension) {}

    /// A value as written and the code it was read as.
    ///
    /// @param how `spelling` (case, spaces), `alias`, `mapped` (told to), `added` (made a code)
    public record Mapping(String dimension, String written, String code, String how, int count) {}

    /// A value no code or alias explains.
    ///
    /// @param nearest names of the codes that look most like it
    public record Unknown(String dimension, String value, int count, List<String> nearest) {
        public Unknown {
            nearest = List.copyOf(nearest);
        }
    }

    public RatingsReport {
        newSources = List.copyOf(newSources);
        columns = List.copyOf(columns);
        leftOut = List.copyOf(leftOut);
        mappings = List.copyOf(mappings);
        duplicates = List.copyOf(duplicates);
        notes = List.copyOf(notes);
    }
}
