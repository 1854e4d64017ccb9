package org.concordqda.agreement;

/// (p_a − p_e)/(1 − p_e), undefined where chance leaves no room.
final class Chance {
    /// Nearer to 1 than this is 1: what is left is rounding.
    static final double NOTHING = 1e-12;

    private Chance() {}

    static double corrected(double observed, double expected) {
        return 1 - expected < NOTHING ? Double.NaN : (observed - expected) / (1 - expected);
    }
}
