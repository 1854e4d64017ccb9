package org.concordqda.model;

import java.util.List;

/// A plain table of spans as a file gives it: who put which code where in one text.
///
/// @param coders in order of appearance, also those who coded nothing
/// @param codes in the order of their code points
public record SpanSheet(List<String> coders, List<String> codes, List<Span> spans) {
    public SpanSheet {
        coders = List.copyOf(coders);
        codes = List.copyOf(codes);
        spans = List.copyOf(spans);
    }

    /// One row: positions `start` to before `end`.
    ///
    /// @param coder index of the coder
    /// @param code index of the code
    /// @param row of the file, from 1
    public record Span(int coder, int start, int end, int code, int row) {}
}
