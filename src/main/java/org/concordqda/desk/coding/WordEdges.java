package org.concordqda.desk.coding;

import java.text.BreakIterator;
import java.util.Locale;

/// Steps through a text by words, as edges of passages move.
final class WordEdges {
    /// Characters looked at on each side; a longer word is stepped through in pieces.
    private static final int REACH = 200;

    private WordEdges() {}

    /// The next end (or beginning) of a word after (`by` > 0) or before a position.
    static int step(String text, int from, int by, boolean end) {
        int low = Math.max(0, from - REACH);
        int high = Math.min(text.length(), from + REACH);
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text.substring(low, high));
        int at = from - low;
        do {
            int next = by > 0 ? words.following(at) : words.preceding(at);
            if (next == BreakIterator.DONE) {
                return by > 0 ? high : low;
            }
            at = next;
        } while (at > 0 && at < high - low && !edge(text, low + at, end));
        return low + at;
    }

    /// Whether a word ends (or begins) here.
    private static boolean edge(String text, int at, boolean end) {
        return !Character.isWhitespace(text.charAt(end ? at - 1 : at));
    }
}
