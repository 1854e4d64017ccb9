package org.concordqda.intake;

import org.concordqda.text.Words;

/// Something at the beginning of a line that could name a speaker.
///
/// @param name as written, blanks collapsed
/// @param time as `hh:mm:ss`, or ""
/// @param start first position in the line
/// @param end position behind it, its time and its colon
/// @param shape how it is marked
record Label(String name, String time, int start, int end, Shape shape) {
    /// How a label is marked, surest first.
    enum Shape {
        /// `Name 00:12`, `NAME (00:01:02):`
        TIMED,
        /// `Name:`
        COLON,
        /// `[Name]`
        BRACKET,
        /// A bold beginning, or a bold line
        BOLD
    }

    /// What makes two labels one speaker.
    String key() {
        return Words.key(name);
    }
}
