package org.concordqda.agreement;

import java.util.Arrays;

/// All spans of one coder in one text, by start.
///
/// @param starts relative to the text
/// @param overlapping whether two of them share a position
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record Domain(int[] starts, int[] ends, int[] codes, boolean overlapping) {

    static Domain of(long[] spans, int[] first, int coder, int codes) {
        int from = first[coder * codes];
        int to = first[coder * codes + codes];
        int n = to - from;
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = (spans[from + i] & 0xFFFFFFFF00000000L) | i;
        }
        Arrays.sort(keys);
        int[] ofSpan = new int[n];
        for (int k = 0; k < codes; k++) {
            Arrays.fill(
                    ofSpan,
                    first[coder * codes + k] - from,
                    first[coder * codes + k + 1] - from,
                    k);
        }
        int[] starts = new int[n];
        int[] ends = new int[n];
        int[] code = new int[n];
        boolean overlapping = false;
        int last = 0;
        for (int i = 0; i < n; i++) {
            int at = (int) keys[i];
            starts[i] = Spans.start(spans[from + at]);
            ends[i] = Spans.end(spans[from + at]);
            code[i] = ofSpan[at];
            overlapping |= starts[i] < last;
            last = Math.max(last, ends[i]);
        }
        return new Domain(starts, ends, code, overlapping);
    }

    int size() {
        return starts.length;
    }
}
