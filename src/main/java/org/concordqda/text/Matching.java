package org.concordqda.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Which pieces of two sequences are the same, in order. Short stretches by Myers' greedy algorithm (“An O(ND)
/// Difference Algorithm”, 1986); long ones are first cut at pieces that occur once on each side (patience
/// diff, Bram Cohen), so that time stays near O(n log n). Pure.
final class Matching {
    /// Stretches up to this many pieces on both sides together go to Myers.
    private static final int SHORT = 4_000;

    /// More differences than this are not worth the time: the stretch counts as another.
    private static final int MOST_EDITS = 1_200;

    private final int[] a;
    private final int[] b;
    private final int[] partner;
    private final Deque<int[]> open = new ArrayDeque<>();

    private final boolean anchorsOnly;

    private Matching(int[] a, int[] b, boolean anchorsOnly) {
        this.anchorsOnly = anchorsOnly;
        this.a = a;
        this.b = b;
        partner = new int[a.length];
        Arrays.fill(partner, -1);
    }

    /// For each piece of `a` the index of its partner in `b`, ascending, or -1.
    ///
    /// @param anchorsOnly match what is equal at both ends or occurs once on each side, nothing else: of lines,
    ///     since blank ones would pair whatever stands between them
    static int[] of(int[] a, int[] b, boolean anchorsOnly) {
        Matching matching = new Matching(a, b, anchorsOnly);
        matching.open.push(new int[] {0, a.length, 0, b.length});
        while (!matching.open.isEmpty()) {
            int[] s = matching.open.pop();
            matching.stretch(s[0], s[1], s[2], s[3]);
        }
        return matching.partner;
    }

    private void stretch(int from, int to, int bFrom, int bTo) {
        int a0 = from;
        int a1 = to;
        int b0 = bFrom;
        int b1 = bTo;
        while (a0 < a1 && b0 < b1 && a[a0] == b[b0]) {
            partner[a0++] = b0++;
        }
        while (a0 < a1 && b0 < b1 && a[a1 - 1] == b[b1 - 1]) {
            partner[--a1] = --b1;
        }
        if (a0 == a1 || b0 == b1) {
            return;
        }
        if (anchorsOnly || a1 - a0 + b1 - b0 > SHORT || !myers(a0, a1, b0, b1)) {
            anchors(a0, a1, b0, b1);
        }
    }

    /// Cuts at pieces that occur once on each side, along the longest run of them in order.
    private void anchors(int a0, int a1, int b0, int b1) {
        Map<Integer, int[]> seen = new HashMap<>();
        for (int i = a0; i < a1; i++) {
            int at = i;
            seen.compute(a[i], (k, v) -> v == null ? new int[] {at, -1} : new int[] {-1, -1});
        }
        for (int j = b0; j < b1; j++) {
            int[] place = seen.get(b[j]);
            if (place != null && place[0] >= 0) {
                if (place[1] >= 0) {
                    place[0] = -1;
                } else {
                    place[1] = j;
                }
            }
        }
        int[] first = new int[seen.size()];
        int count = 0;
        for (int i = a0; i < a1; i++) {
            int[] place = seen.get(a[i]);
            if (place != null && place[0] == i && place[1] >= 0) {
                first[count++] = i;
            }
        }
        int[] second = new int[count];
        for (int k = 0; k < count; k++) {
            int[] place = seen.get(a[first[k]]);
            second[k] = place == null ? -1 : place[1];
        }
        int[] kept = longestRun(second, count);
        int i = a0;
        int j = b0;
        for (int k : kept) {
            partner[first[k]] = second[k];
            open.push(new int[] {i, first[k], j, second[k]});
            i = first[k] + 1;
            j = second[k] + 1;
        }
        if (kept.length > 0) {
            open.push(new int[] {i, a1, j, b1});
        }
    }

    /// Indices of a longest ascending subsequence.
    private static int[] longestRun(int[] values, int count) {
        int[] tails = new int[count];
        int[] before = new int[count];
        int length = 0;
        for (int k = 0; k < count; k++) {
            int lo = 0;
            int hi = length;
            while (lo < hi) {
                int mid = (lo + hi) >>> 1;
                if (values[tails[mid]] < values[k]) {
                    lo = mid + 1;
                } else {
                    hi = mid;
                }
            }
            before[k] = lo > 0 ? tails[lo - 1] : -1;
            tails[lo] = k;
            length = Math.max(length, lo + 1);
        }
        int[] run = new int[length];
        int at = length > 0 ? tails[length - 1] : -1;
        for (int k = length - 1; k >= 0; k--) {
            run[k] = at;
            at = before[at];
        }
        return run;
    }

    /// Whether the stretch was matched; false when it differs too much.
    private boolean myers(int a0, int a1, int b0, int b1) {
        int n = a1 - a0;
        int m = b1 - b0;
        int most = Math.min(n + m, MOST_EDITS);
        int[] v = new int[2 * most + 3];
        int zero = most + 1;
        int[][] trace = new int[most + 1][];
        for (int d = 0; d <= most; d++) {
            trace[d] = Arrays.copyOfRange(v, zero - d - 1, zero + d + 2);
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || (k != d && v[zero + k - 1] < v[zero + k + 1]);
                int x = down ? v[zero + k + 1] : v[zero + k - 1] + 1;
                int y = x - k;
                while (x < n && y < m && a[a0 + x] == b[b0 + y]) {
                    x++;
                    y++;
                }
                v[zero + k] = x;
                if (x >= n && y >= m) {
                    walkBack(trace, d, n, m, a0, b0);
                    return true;
                }
            }
        }
        return false;
    }

    private void walkBack(int[][] trace, int edits, int n, int m, int a0, int b0) {
        int x = n;
        int y = m;
        for (int d = edits; d >= 0; d--) {
            int[] v = trace[d];
            int k = x - y;
            // trace[d] holds diagonals -d-1 .. d+1; index of diagonal k is k + d + 1.
            boolean down = k == -d || (k != d && v[k + d] < v[k + d + 2]);
            int fromK = down ? k + 1 : k - 1;
            int fromX = d == 0 ? 0 : v[fromK + d + 1];
            int fromY = d == 0 ? 0 : fromX - fromK;
            while (x > fromX && y > fromY) {
                x--;
                y--;
                partner[a0 + x] = b0 + y;
            }
            x = fromX;
            y = fromY;
        }
    }
}
