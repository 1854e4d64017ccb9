package org.concordqda.desk.fx;

import java.util.Locale;

/// How well a few typed letters fit a name: all must occur in order; beginnings of words and runs count
/// most. Pure functions.
public final class Fuzzy {
    private Fuzzy() {}

    /// The fit, higher is better; negative when the letters do not occur in order.
    public static int score(String typed, String name) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        String text = name.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return 0;
        }
        int whole = text.indexOf(wanted);
        if (whole >= 0) {
            boolean begins = whole == 0 || !Character.isLetterOrDigit(text.charAt(whole - 1));
            return 1000 + (begins ? 500 : 0) - whole - (text.length() - wanted.length());
        }
        int score = 0;
        int at = 0;
        int last = -2;
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            if (c == ' ') {
                continue;
            }
            int found = best(text, c, at);
            if (found < 0) {
                return -1;
            }
            boolean begins = found == 0 || !Character.isLetterOrDigit(text.charAt(found - 1));
            score += begins ? 12 : found == last + 1 ? 8 : 1;
            last = found;
            at = found + 1;
        }
        return Math.max(0, score * 4 - text.length() / 4);
    }

    /// The next occurrence at the beginning of a word if there is one, else just the next.
    private static int best(String text, char c, int from) {
        int next = text.indexOf(c, from);
        for (int i = next; i >= 0; i = text.indexOf(c, i + 1)) {
            if (i == from || i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1))) {
                return i;
            }
        }
        return next;
    }
}
