package org.concordqda.agreement;

import java.util.Arrays;

/// Lengths with the cluster each belongs to, to be sorted longest first. Not thread-safe.
final class LengthList {
    private long[] packed = new long[64];
    private int n;

    void add(int length, int cluster) {
        packed = n == packed.length ? Arrays.copyOf(packed, 2 * n) : packed;
        packed[n++] = ((long) length << 32) | cluster;
    }

    /// `length << 32 | cluster`, longest first.
    long[] sorted() {
        long[] ascending = Arrays.copyOf(packed, n);
        Arrays.sort(ascending);
        for (int i = 0, j = n - 1; i < j; i++, j--) {
            long swap = ascending[i];
            ascending[i] = ascending[j];
            ascending[j] = swap;
        }
        return ascending;
    }
}
