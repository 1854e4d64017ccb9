package org.concordqda.text;

import java.text.BreakIterator;
import java.util.Locale;

/// What people take for one character: a letter with its marks, an emoji with its parts, both halves of a
/// surrogate pair. Looks at a short stretch around a position, whatever the length of the text.
public final class Graphemes {
    /// UTF-16 code units looked at on each side.
    private static final int REACH = 64;

    private Graphemes() {}

    /// The nearest position at or before `at` that splits no character.
    public static int floor(String text, int at) {
        return snap(text, at, false);
    }

    /// The nearest position at or after `at` that splits no character.
    public static int ceil(String text, int at) {
        return snap(text, at, true);
    }

    /// The position one character on (`by` > 0) or back; at the ends of the text it stays.
    public static int step(String text, int at, int by) {
        return by > 0
                ? at >= text.length() ? text.length() : ceil(text, at + 1)
                : at <= 0 ? 0 : floor(text, at - 1);
    }

    private static int snap(String text, int at, boolean up) {
        if (at <= 0 || at >= text.length()) {
            return Math.clamp(at, 0, text.length());
        }
        // Between two plain letters nothing is split.
        if (text.charAt(at) < 0x300 && text.charAt(at - 1) < 0x300 && text.charAt(at) != '\n') {
            return at;
        }
        int low = Math.max(0, at - REACH);
        int high = Math.min(text.length(), at + REACH);
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text.substring(low, high));
        if (characters.isBoundary(at - low)) {
            return at;
        }
        int edge = up ? characters.following(at - low) : characters.preceding(at - low);
        return edge == BreakIterator.DONE ? at : low + edge;
    }
}
