package org.concordqda.intake;

import org.concordqda.model.LineFormat;

import java.util.ArrayList;
import java.util.List;

/// The lines of a transcript and what its format says of each.
///
/// @param lines in order; a line break inside a paragraph begins a new line
record Paragraphs(List<Line> lines) {
    /// @param text the line without its end
    /// @param start its first position in the whole text
    /// @param bold how many characters at its beginning are bold
    /// @param heading whether its style is that of a heading
    record Line(String text, int start, int bold, boolean heading) {}

    /// The text of the source: lines joined by LF.
    String text() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            if (line.start() > 0) {
                text.append('\n');
            }
            text.append(line.text());
        }
        return text.toString();
    }

    /// What the format says of lines, where it says something.
    List<LineFormat> formats() {
        List<LineFormat> formats = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.bold() > 0 || line.heading()) {
                formats.add(new LineFormat(i, line.bold(), line.heading()));
            }
        }
        return formats;
    }

    /// Lines of plain text; the line end of the last line begins no further line.
    static Paragraphs ofText(String text) {
        Builder builder = new Builder();
        int from = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            builder.add(text.substring(from, at), 0, false);
            from = at + 1;
        }
        if (from < text.length()) {
            builder.add(text.substring(from), 0, false);
        }
        return builder.build();
    }

    /// Collects lines.
    static final class Builder {
        private final List<Line> lines = new ArrayList<>();
        private int next;

        /// Adds a paragraph, which may hold line ends.
        ///
        /// @param bold how many of its first characters are bold
        void add(String paragraph, int bold, boolean heading) {
            int from = 0;
            while (true) {
                int end = paragraph.indexOf('\n', from);
                String text = end < 0 ? paragraph.substring(from) : paragraph.substring(from, end);
                int boldHere = Math.clamp(bold - from, 0, text.length());
                lines.add(new Line(text, next, boldHere, heading));
                next += text.length() + 1;
                if (end < 0) {
                    return;
                }
                from = end + 1;
            }
        }

        Paragraphs build() {
            return new Paragraphs(List.copyOf(lines));
        }
    }
}
