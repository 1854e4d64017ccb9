package org.concordqda.model;

import java.util.Optional;

/// What an answer rests on: a passage, or a link (the fixing pull request, another source).
///
/// @param id identity
/// @param rating the answer it belongs to
/// @param source the source the passage is in, or that the link names; empty for a link out of the study
/// @param span the passage in the source's text; empty for a link
/// @param quote the passage's words, or ""
/// @param link address or source key, or "" for a passage
public record Evidence(
        EvidenceId id,
        RatingId rating,
        Optional<SourceId> source,
        Optional<Span> span,
        String quote,
        String link) {
    /// What people read of it: the quote, or the link.
    public String words() {
        return quote.isEmpty() ? link : quote;
    }
}
