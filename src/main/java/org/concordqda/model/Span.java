package org.concordqda.model;

/// A stretch `[start, end)` of one version of a source's text, in both units the program knows. Made only
/// by `org.concordqda.text.Positions`, which writes the two pairs together.
///
/// @param start first position, in UTF-16 code units
/// @param end position after the last, in UTF-16 code units; greater than `start`
/// @param startCp `start` in Unicode code points
/// @param endCp `end` in Unicode code points
public record Span(int start, int end, int startCp, int endCp) {
    public Span {
        if (start < 0 || end < start || startCp < 0 || endCp < startCp) {
            throw new IllegalArgumentException("Not a span: [" + start + ", " + end + ")");
        }
    }

    /// UTF-16 code units covered.
    public int length() {
        return end - start;
    }

    /// Whether the two stretches share a character.
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
