package org.concordqda.agreement;

/// How far two sets of codes are from each other. Two empty sets agree; an empty and a non-empty one do
/// not agree at all.
public enum SetDistance {
    /// 1 − |A ∩ B| / |A ∪ B|.
    JACCARD,
    /// 1 − J·M (Passonneau 2006), M = 1 for equal sets, 2/3 when one holds the other, 1/3 when they
    /// overlap, 0 when they do not.
    MASI;

    /// The agreement 1 − distance of two bit sets of one length.
    double closeness(long[] a, long[] b) {
        return closeness(a, b, size(a), size(b));
    }

    static int size(long[] set) {
        int size = 0;
        for (long word : set) {
            size += Long.bitCount(word);
        }
        return size;
    }

    /// The same when the sizes are known.
    double closeness(long[] a, long[] b, int left, int right) {
        int both = 0;
        for (int i = 0; i < a.length; i++) {
            both += Long.bitCount(a[i] & b[i]);
        }
        return closeness(both, left, right);
    }

    /// The same from the sizes of the intersection and of both sets.
    double closeness(int both, int left, int right) {
        if (both == 0) {
            return left + right == 0 ? 1 : 0;
        }
        int either = left + right - both;
        double jaccard = (double) both / either;
        if (this == JACCARD || both == either) {
            return jaccard;
        }
        return both == left || both == right ? jaccard * 2 / 3 : jaccard / 3;
    }
}
