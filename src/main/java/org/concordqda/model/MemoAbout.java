package org.concordqda.model;

/// What a memo can be about.
public enum MemoAbout {
    /// The study as a whole: the analytic journal.
    STUDY,
    /// A source.
    SOURCE,
    /// A passage of a source.
    PASSAGE,
    /// A unit of a source.
    UNIT,
    /// A code of the codebook.
    CODE,
    /// A code on a passage.
    CODING,
    /// An answer to a question of the form.
    RATING,
    /// A person who codes.
    CODER,
    /// A round.
    ROUND,
    /// A case: participant, repository.
    CASE
}
