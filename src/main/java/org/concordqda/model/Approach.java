package org.concordqda.model;

/// The approach a study states; it sets defaults and wording only.
public enum Approach {
    /// Content analysis.
    CONTENT_ANALYSIS,
    /// Codebook or framework analysis.
    CODEBOOK,
    /// Coding reliability.
    CODING_RELIABILITY,
    /// Reflexive thematic analysis.
    REFLEXIVE,
    /// Grounded theory.
    GROUNDED_THEORY
}
