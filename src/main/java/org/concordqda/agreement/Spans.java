package org.concordqda.agreement;

import java.util.Arrays;

/// Sorted lists of half-open intervals, each packed into a long as `start << 32 | end`, both relative to
/// the beginning of their text and so never negative. Lists are disjoint; their elements may touch.
final class Spans {
    private Spans() {}

    static long pack(int start, int end) {
        return ((long) start << 32) | end;
    }

    static int start(long span) {
        return (int) (span >>> 32);
    }

    static int end(long span) {
        return (int) span;
    }

    static int length(long span) {
        return end(span) - start(span);
    }

    /// Writes the union of the overlapping ones of `[from, to)` at `at`, which is not beyond `from`.
    ///
    /// @return where the next list may start
    static int merge(long[] spans, int from, int to, int at) {
        int kept = at;
        for (int i = from; i < to; i++) {
            long span = spans[i];
            if (kept > at && start(span) < end(spans[kept - 1])) {
                int end = Math.max(end(span), end(spans[kept - 1]));
                spans[kept - 1] = pack(start(spans[kept - 1]), end);
            } else {
                spans[kept++] = span;
            }
        }
        return kept;
    }

    static int segmentEnd(int[] starts, int length, int segment) {
        return segment + 1 < starts.length ? starts[segment + 1] : length;
    }

    /// The segment that holds a position.
    static int segment(int[] starts, int position) {
        int found = Arrays.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2;
    }

    /// Adds to `covered` how many positions of each segment the spans cover.
    ///
    /// @return the segments after this index are untouched
    static int cover(long[] spans, int from, int to, int[] starts, int length, int[] covered) {
        int s = 0;
        int touched = 0;
        for (int i = from; i < to; i++) {
            int at = start(spans[i]);
            int end = end(spans[i]);
            while (segmentEnd(starts, length, s) <= at) {
                s++;
            }
            while (at < end) {
                int stop = Math.min(end, segmentEnd(starts, length, s));
                covered[s] += stop - at;
                touched = s + 1;
                at = stop;
                if (at < end) {
                    s++;
                }
            }
        }
        return touched;
    }

    static long total(long[] spans, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += length(spans[i]);
        }
        return sum;
    }
}
