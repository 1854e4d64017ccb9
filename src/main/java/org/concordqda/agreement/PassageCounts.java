package org.concordqda.agreement;

import java.util.List;

/// The counts that stand beside a coefficient of passages.
///
/// @param n positions of the sources that somebody opened; for unitizing coefficients spans
/// @param pairable those in sources that two coders opened
/// @param missing positions × coders not opened; for unitizing coefficients sources × coders
/// @param dropped those left out
record PassageCounts(int n, int pairable, int missing, int dropped) {

    static PassageCounts places(List<Continuum> sources, int coders) {
        long n = 0;
        long pairable = 0;
        long missing = 0;
        long dropped = 0;
        for (Continuum source : sources) {
            int m = source.presentCoders().length;
            n += m > 0 ? source.length() : 0;
            pairable += m > 1 ? source.length() : 0;
            dropped += m > 1 ? 0 : source.length();
            missing += m > 0 ? (long) (coders - m) * source.length() : 0;
        }
        return new PassageCounts(clamp(n), clamp(pairable), clamp(missing), clamp(dropped));
    }

    static PassageCounts spans(Continua continua, int coders) {
        long n = 0;
        long pairable = 0;
        long missing = 0;
        for (Continuum source : continua.sources()) {
            int m = source.presentCoders().length;
            n += source.spanCount();
            pairable += m > 1 ? source.spanCount() : 0;
            missing += coders - m;
        }
        return new PassageCounts(clamp(n), clamp(pairable), clamp(missing), clamp(n - pairable));
    }

    private static int clamp(long value) {
        return (int) Math.min(Integer.MAX_VALUE, value);
    }
}
