package org.concordqda.study;

import org.concordqda.model.ConcordException;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.concordqda.text.Hashes;
import org.concordqda.text.Positions;

import java.util.Map;

/// Spans of a stored text as rows hold them: both kinds of positions, the quote, and what tells a damaged
/// offset.
final class PassageSpans {
    private PassageSpans() {}

    /// The span between two UTF-16 positions; no character is split.
    ///
    /// @throws ConcordException when it is empty or outside the text
    static Span of(SourceText text, int start, int end) {
        return of(new Positions(text.text()), text, start, end);
    }

    static Span of(Positions positions, SourceText text, int start, int end) {
        if (start < 0 || end > text.text().length() || start >= end) {
            throw new ConcordException(
                    "That passage is empty or outside the text; nothing was coded.");
        }
        int from = positions.snap(start);
        int to = positions.snap(end);
        // An end inside a character takes the character in rather than leaving half of it.
        int last = to < end ? Math.min(text.text().length(), to + 2) : to;
        return positions.span(from, last);
    }

    /// Writes where a passage stands, its words and what surrounds it into a row.
    static void put(Map<String, ? super Object> row, SourceText text, Span span) {
        row.put("start", span.start());
        row.put("end", span.end());
        row.put("start_cp", span.startCp());
        row.put("end_cp", span.endCp());
        row.put("quote", text.text().substring(span.start(), span.end()));
        row.put("before_hash", Hashes.before(text.text(), span));
        row.put("after_hash", Hashes.after(text.text(), span));
    }
}
