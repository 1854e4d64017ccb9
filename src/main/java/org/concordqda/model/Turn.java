package org.concordqda.model;

import java.util.Map;
import java.util.Optional;

/// A stretch of a source with a speaker or author.
///
/// @param id identity
/// @param source whose
/// @param ordinal place in the source, from 0
/// @param kind body, comment, turn or mark
/// @param speaker speaker or author
/// @param role association of an author (owner, member, contributor …) or role of a speaker (interviewer)
/// @param time ISO 8601 for comments, `hh:mm:ss` for transcripts, as given
/// @param label where the label stands in the text; empty span (start = end) when there is none
/// @param body where what was said stands
/// @param details permalink, bot, edited … as text by name
public record Turn(
        TurnId id,
        SourceId source,
        int ordinal,
        TurnKind kind,
        Optional<String> speaker,
        Optional<String> role,
        Optional<String> time,
        Span label,
        Span body,
        Map<String, String> details) {
    public Turn {
        details = Map.copyOf(details);
    }
}
