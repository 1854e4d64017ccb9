package org.concordqda.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How a table is to be read as attributes.
///
/// @param of whether its rows are sources or cases
/// @param kind of the cases (`participant`)
/// @param key the column that says which source or case a row is
/// @param skipped columns that are left out
/// @param link whether cases get the sources that [Preview#links] names
public record AttributeMapping(
        Attribute.Of of, String kind, String key, Set<String> skipped, boolean link) {
    public AttributeMapping {
        skipped = Set.copyOf(skipped);
    }

    /// The kind of cases that a column named so holds: `Participant ID` → `participant`.
    public static String kindOf(String column) {
        String word =
                column.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("(?:[ _-]*(?:id|name|key|number|no\\.?|#))+$", "");
        word = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return word.isEmpty() ? "case" : word;
    }

    /// What a table would bring.
    ///
    /// @param rows rows with anything in the key column
    /// @param matched rows whose source or case is in the study
    /// @param added rows that make a new case
    /// @param columns what becomes of each named column but the key
    /// @param unmatched keys of rows that fit no source; they are left out
    /// @param wrong values that do not fit their attribute's type, one sentence each; while there are any
    ///     nothing is stored
    /// @param links sources that seem to belong to the cases, by the number in their titles
    /// @param notes what else a person should know, one sentence each
    public record Preview(
            int rows,
            int matched,
            int added,
            List<Column> columns,
            List<String> unmatched,
            List<String> wrong,
            List<Link> links,
            List<String> notes) {
        public Preview {
            columns = List.copyOf(columns);
            unmatched = List.copyOf(unmatched);
            wrong = List.copyOf(wrong);
            links = List.copyOf(links);
            notes = List.copyOf(notes);
        }
    }

    /// A column that becomes an attribute.
    ///
    /// @param name the column's name and the attribute's
    /// @param type the attribute's type, or for a new one the type its values have
    /// @param fresh whether the attribute is new
    /// @param values how many rows have a value
    /// @param example the first value
    public record Column(
            String name, AttributeType type, boolean fresh, int values, String example) {}

    /// A source that seems to belong to a case.
    ///
    /// @param name of the case
    /// @param source key of the source
    public record Link(String name, String source) {}
}
