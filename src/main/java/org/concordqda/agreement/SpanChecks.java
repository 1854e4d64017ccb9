package org.concordqda.agreement;

/// What a source and its spans must satisfy, each failure a sentence.
final class SpanChecks {
    private SpanChecks() {}

    static void check(
            String name,
            int begin,
            int length,
            boolean[] present,
            int codes,
            int[] coder,
            int[] start,
            int[] end,
            int[] code) {
        if (length < 1) {
            throw new SpanException(
                    "The text"
                            + of(name)
                            + " has a length of "
                            + length
                            + "; it needs one position or more.",
                    -1);
        }
        if ((long) begin + length > Integer.MAX_VALUE) {
            throw new SpanException(
                    "The text" + of(name) + " ends beyond position " + Integer.MAX_VALUE + ".", -1);
        }
        int n = coder.length;
        if (start.length != n || end.length != n || code.length != n) {
            throw new SpanException(
                    "The columns of the spans" + of(name) + " have different lengths.", -1);
        }
        for (int i = 0; i < n; i++) {
            String where = "The span " + start[i] + "–" + end[i] + of(name);
            if (end[i] == start[i]) {
                throw new SpanException(where + " is empty: it has no length.", i);
            }
            if (end[i] < start[i]) {
                throw new SpanException(where + " ends before it starts.", i);
            }
            if (start[i] < begin || end[i] > begin + length) {
                throw new SpanException(
                        where
                                + " lies outside the text, which goes from "
                                + begin
                                + " to "
                                + (begin + length)
                                + ".",
                        i);
            }
            if (coder[i] < 0 || coder[i] >= present.length || code[i] < 0 || code[i] >= codes) {
                throw new SpanException(where + " has an unknown coder or code.", i);
            }
            if (!present[coder[i]]) {
                throw new SpanException(
                        where + " is of a coder who is said not to have opened the text.", i);
            }
        }
    }

    /// Starts relative to the text, the first moved to 0.
    static int[] segments(String name, int begin, int length, int[] starts) {
        if (starts.length == 0) {
            throw new SpanException("The text" + of(name) + " was given no segments.", -1);
        }
        int[] relative = new int[starts.length];
        for (int i = 0; i < starts.length; i++) {
            long at = (long) starts[i] - begin;
            if (at < 0 || at >= length || (i > 0 && starts[i] <= starts[i - 1])) {
                throw new SpanException(
                        "The segment that starts at "
                                + starts[i]
                                + of(name)
                                + " is outside the text or out of order.",
                        -1);
            }
            relative[i] = (int) at;
        }
        relative[0] = 0;
        return relative;
    }

    private static String of(String name) {
        return name.isBlank() ? "" : " of “" + name + "”";
    }
}
