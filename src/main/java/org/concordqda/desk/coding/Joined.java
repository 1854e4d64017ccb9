package org.concordqda.desk.coding;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A line cut where JavaFX on Linux mistakes places in words that it shapes together (decision 19): around characters of two
/// UTF-16 code units, such as emoji, which it counts as one; and, right to left, between letters and Latin punctuation,
/// which come from two fonts and would be put in the wrong order.
final class Joined {
    /// More cuts than that in a line are a script of its own.
    private static final int MOST = 400;

    private enum Kind {
        WORDS,
        LATIN,
        WIDE
    }

    private Joined() {}

    /// The parts of a line, in order; together they are the line, and there is at least one.
    static List<String> parts(String line) {
        boolean wide = line.chars().anyMatch(c -> Character.isHighSurrogate((char) c));
        boolean rightToLeft = line.chars().anyMatch(Joined::rightToLeft);
        if (!wide && !rightToLeft) {
            return List.of(line);
        }
        List<String> parts = new ArrayList<>();
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        int begin = 0;
        int from = 0;
        Kind kind = Kind.WORDS;
        for (int to = characters.next(); to != BreakIterator.DONE; to = characters.next()) {
            Kind next = kind(line, from, to, kind, rightToLeft);
            if (from > begin && (next != kind || next == Kind.WIDE)) {
                parts.add(line.substring(begin, from));
                begin = from;
            }
            kind = next;
            from = to;
        }
        parts.add(line.substring(begin));
        return parts.size() > MOST ? List.of(line) : parts;
    }

    private static Kind kind(String line, int from, int to, Kind before, boolean rightToLeft) {
        for (int i = from; i < to; i++) {
            if (Character.isHighSurrogate(line.charAt(i))) {
                return Kind.WIDE;
            }
        }
        char c = line.charAt(from);
        if (!rightToLeft) {
            return Kind.WORDS;
        }
        if (Character.isWhitespace(c)) {
            return before == Kind.LATIN ? Kind.LATIN : Kind.WORDS;
        }
        return c < 0x300 || (c >= 0x2010 && c < 0x2070) ? Kind.LATIN : Kind.WORDS;
    }

    private static boolean rightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
