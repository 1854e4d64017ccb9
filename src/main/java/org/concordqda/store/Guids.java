package org.concordqda.store;

import java.security.SecureRandom;
import java.util.UUID;

/// UUIDs of version 7 (RFC 9562): they grow with time, so an index on them stays compact.
public final class Guids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Guids() {}

    /// A new guid, lower case.
    public static String next() {
        long random = RANDOM.nextLong();
        long high = (System.currentTimeMillis() << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
        long low = (random & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
