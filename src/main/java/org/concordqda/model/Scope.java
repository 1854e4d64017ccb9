package org.concordqda.model;

/// What a dimension is asked of.
public enum Scope {
    /// The whole source (screening).
    SOURCE,
    /// Each unit of a source.
    UNIT,
    /// Passages of the text.
    PASSAGE
}
