package org.concordqda.desk.coding;

import javafx.scene.paint.Color;

import org.concordqda.model.CodingId;

/// A coding as the text view draws it.
///
/// @param id the coding
/// @param start first position, in UTF-16 code units of the source text
/// @param end position after the last
/// @param colour the full colour of its code; another coder's: the colour of the coder
/// @param name what is written beside its stripe
/// @param detail said when the mouse rests on it (code path, round, coder, memo)
/// @param round the round it was made in as people call it, or "" where that is the one the person is in
/// @param mine whether it is the person's own
/// @param exemplar whether it was chosen as an example of its code
public record Mark(
        CodingId id,
        int start,
        int end,
        Color colour,
        String name,
        String detail,
        String round,
        boolean mine,
        boolean exemplar) {
    /// The person's own of the round they are in, not an example.
    public Mark(CodingId id, int start, int end, Color colour, String name, String detail) {
        this(id, start, end, colour, name, detail, "", true, false);
    }

    /// What is written beside its stripe: a star before an example.
    String label() {
        return exemplar ? "★ " + name : name;
    }

    /// The same with its round, where that is another.
    String said() {
        return round.isEmpty() ? label() : label() + ", " + round;
    }
}
