package org.concordqda.model;

/// How the values of a dimension relate.
public enum Scale {
    /// They are only different.
    NOMINAL,
    /// They are ranked in the codebook's order.
    ORDINAL
}
