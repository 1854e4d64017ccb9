package org.concordqda.agreement;

/// What weights measure distance on.
public enum Scaling {
    /// Numbers by their value, labels by their rank.
    AUTO,
    /// The place in the list of categories, 1 to q (as scikit-learn and R's irr do).
    RANKS,
    /// The numeric value (as irrCAC and nltk do); labels that are not all numbers fall back to ranks, and
    /// [Agreement#remarks] says so.
    VALUES
}
