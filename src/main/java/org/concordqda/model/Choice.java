package org.concordqda.model;

/// How many values a dimension takes.
public enum Choice {
    /// Exactly one.
    ONE,
    /// Any number, also none.
    MANY
}
