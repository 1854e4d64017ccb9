package org.concordqda.model;

/// A code on a passage.
///
/// @param id identity
/// @param guid identity that travels
/// @param round in which round
/// @param coder whose
/// @param source where
/// @param text which text version the span counts in
/// @param span the passage
/// @param code the code
/// @param quote the passage's words
/// @param memo the memo on this coding, or ""
/// @param exemplar chosen as an example of the code
public record Coding(
        CodingId id,
        String guid,
        RoundId round,
        CoderId coder,
        SourceId source,
        TextId text,
        Span span,
        CodeId code,
        String quote,
        String memo,
        boolean exemplar) {}
