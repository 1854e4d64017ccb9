package org.concordqda.model;

/// What is done with units that not every coder rated; named in every output.
public enum MissingPolicy {
    /// All ratings there are (Gwet's forms).
    AVAILABLE,
    /// For each pair the units both rated.
    PAIRWISE,
    /// Only units everybody rated.
    COMPLETE,
    /// A missing rating counts as a value of its own.
    CATEGORY
}
