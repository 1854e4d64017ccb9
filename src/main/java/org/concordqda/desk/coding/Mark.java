package org.concordqda.desk.coding;

import javafx.scene.paint.Color;

import org.concordqda.model.CodingId;

/// A coding as the text view draws it.
///
/// @param id the coding
/// @param start first position, in UTF-16 code units of the source text
/// @param end position after the last
/// @param colour the full colour of its code
/// @param name what is written beside its stripe
/// @param detail said when the mouse rests on it (code path, coder, memo)
public record Mark(CodingId id, int start, int end, Color colour, String name, String detail) {}
