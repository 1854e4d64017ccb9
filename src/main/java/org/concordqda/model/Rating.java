package org.concordqda.model;

import java.util.List;
import java.util.Optional;

/// A coder's answer to one dimension for one unit (or source). No codes means the empty set of a MANY
/// dimension, which is not the same as unanswered.
///
/// @param id identity
/// @param round in which round
/// @param coder whose
/// @param source of which source
/// @param unit of which unit; empty for a SOURCE dimension
/// @param dimension the question
/// @param codes the answer
/// @param otherText text given with an *Other* code, or ""
/// @param note note, or ""
/// @param certainty `low`, `medium`, `high` or ""
/// @param flags discuss, translated, second opinion
/// @param asWritten the value as the file had it, or ""
/// @param version codebook version it was made under
public record Rating(
        RatingId id,
        RoundId round,
        CoderId coder,
        SourceId source,
        Optional<UnitId> unit,
        DimensionId dimension,
        List<CodeId> codes,
        String otherText,
        String note,
        String certainty,
        List<String> flags,
        String asWritten,
        VersionId version) {
    /// The words for how sure an answer is.
    public static final List<String> CERTAINTIES = List.of("low", "medium", "high");

    /// The words that call for another look at an answer.
    public static final List<String> FLAG_WORDS =
            List.of("discuss", "second opinion", "translated");

    public Rating {
        codes = List.copyOf(codes);
        flags = List.copyOf(flags);
    }
}
