package org.concordqda.model;

/// One change of a text: `[start, end)` becomes `text`. An empty stretch is an insertion, an empty text a
/// deletion. Positions in UTF-16 code units, never inside a surrogate pair.
///
/// @param start first position that changes
/// @param end position after the last, not less than `start`
/// @param text what stands there afterwards
public record Edit(int start, int end, String text) {
    public Edit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Not a stretch: [" + start + ", " + end + ")");
        }
    }
}
