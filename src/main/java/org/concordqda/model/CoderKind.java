package org.concordqda.model;

/// Who a coder is.
public enum CoderKind {
    /// A person.
    PERSON,
    /// The settled values; never a rater in agreement.
    CONSENSUS,
    /// A machine; never mixed with people.
    MODEL
}
