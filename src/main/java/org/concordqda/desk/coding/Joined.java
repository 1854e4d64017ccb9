package org.concordqda.desk.coding;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A line cut around characters of two UTF-16 code units, such as emoji: JavaFX on Linux counts them as one in words that it
/// shapes together (decision 19).
final class Joined {
    /// More cuts than that in a line are a script of its own.
    private static final int MOST = 400;

    private Joined() {}

    /// The parts of a line, in order; together they are the line, and there is at least one.
    static List<String> parts(String line) {
        if (line.chars().noneMatch(c -> Character.isHighSurrogate((char) c))) {
            return List.of(line);
        }
        List<String> parts = new ArrayList<>();
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        int begin = 0;
        int from = 0;
        boolean before = false;
        for (int to = characters.next(); to != BreakIterator.DONE; to = characters.next()) {
            boolean wide =
                    line.substring(from, to)
                            .chars()
                            .anyMatch(c -> Character.isHighSurrogate((char) c));
            if (from > begin && (wide || before)) {
                parts.add(line.substring(begin, from));
                begin = from;
            }
            before = wide;
            from = to;
        }
        parts.add(line.substring(begin));
        return parts.size() > MOST ? List.of(line) : parts;
    }
}
