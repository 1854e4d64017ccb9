package org.concordqda.agreement;

/// (p_a − p_e)/(1 − p_e), undefined where chance leaves no room.
final class Chance {
    /// Nearer to 1 than this is 1: what is left is rounding.
    static final double NOTHING = 1e-12;

    private Chance() {}

    /// From both agreements times a whole number, `one`, that makes them whole numbers too: then nothing is
    /// rounded before the difference is taken, and where they are equal the value is 0, not what rounding
    /// leaves of it.
    static double corrected(double observed, double expected, double one) {
        double room = one - expected;
        return room < NOTHING * one || one == 0 ? Double.NaN : (observed - expected) / room;
    }
}
