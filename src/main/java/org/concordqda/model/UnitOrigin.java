package org.concordqda.model;

/// Where a unit comes from.
public enum UnitOrigin {
    /// By import, or by a lead who unitized first; everybody sees it.
    GIVEN,
    /// By one coder in one round; invisible to others while the round is blind.
    FOUND
}
