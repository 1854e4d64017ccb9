package org.concordqda.agreement;

/// The SplitMix64 generator: one long of state, so every replicate has its own at no cost.
final class SplitMix {
    private long state;

    /// @param seed mixed first, so that neighbouring seeds give unrelated streams
    SplitMix(long seed) {
        state = mix(seed + 0x632BE59BD9B4E019L);
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /// Uniform in [0, 1).
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /// Uniform in 0 … bound − 1; the bias is below bound / 2⁶⁴.
    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(next(), bound);
    }

    private static long mix(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
