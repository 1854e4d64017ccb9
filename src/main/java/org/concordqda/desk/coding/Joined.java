package org.concordqda.desk.coding;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Emoji and other characters of two UTF-16 code units as parts of their own: in words that are shaped together
/// JavaFX on Linux takes them for one unit, and every place behind them would be off (decision 19).
final class Joined {
    /// More than that in a line are a script, not emoji.
    private static final int MOST = 200;

    private Joined() {}

    /// The parts of a line, in order; together they are the line, and there is at least one.
    static List<String> parts(String line) {
        long wide = line.chars().filter(c -> Character.isHighSurrogate((char) c)).count();
        if (wide == 0 || wide > MOST) {
            return List.of(line);
        }
        List<String> parts = new ArrayList<>();
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        int plain = 0;
        int from = 0;
        for (int to = characters.next(); to != BreakIterator.DONE; to = characters.next()) {
            if (hasWide(line, from, to)) {
                add(parts, line, plain, from);
                add(parts, line, from, to);
                plain = to;
            }
            from = to;
        }
        add(parts, line, plain, line.length());
        return parts;
    }

    private static boolean hasWide(String line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isHighSurrogate(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void add(List<String> parts, String line, int from, int to) {
        if (from < to) {
            parts.add(line.substring(from, to));
        }
    }
}
