package org.concordqda.model;

import java.util.Map;
import java.util.Optional;

/// A turn as a reader found it; positions in UTF-16 code units of the imported text.
///
/// @param kind body, comment, turn or mark
/// @param speaker speaker or author
/// @param role association or role
/// @param time as given, normalised to ISO 8601 or `hh:mm:ss`
/// @param labelStart start of the label
/// @param labelEnd end of the label; equal to the start when there is none
/// @param bodyStart start of what was said
/// @param bodyEnd end of what was said; may equal the start (an empty comment)
/// @param details permalink, bot, edited … by name
public record ImportedTurn(
        TurnKind kind,
        Optional<String> speaker,
        Optional<String> role,
        Optional<String> time,
        int labelStart,
        int labelEnd,
        int bodyStart,
        int bodyEnd,
        Map<String, String> details) {
    public ImportedTurn {
        details = Map.copyOf(details);
    }
}
