package org.concordqda.model;

/// What is claimed about the reliability of a dimension.
public enum Reliability {
    /// A coefficient is computed.
    MEASURED,
    /// Differences are settled by discussion; a coefficient is informative.
    DISCUSSED,
    /// No coefficient, nothing red, nothing missing.
    NOT_CLAIMED
}
