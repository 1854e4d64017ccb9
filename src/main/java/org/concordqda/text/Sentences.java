package org.concordqda.text;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/// Where sentences and paragraphs begin, for comparing passages sentence by sentence. Pure functions, safe
/// in any thread; positions are UTF-16 and never split a character.
public final class Sentences {
    private Sentences() {}

    /// Starts of the sentences of a text, ascending; one never goes on over a line end or over one of the
    /// starts given (turns, comments).
    ///
    /// @param breaks positions where a sentence must begin, in any order
    public static int[] starts(String text, int... breaks) {
        int[] forced = Arrays.stream(breaks).filter(b -> b > 0 && b < text.length()).toArray();
        Arrays.sort(forced);
        Starts found = new Starts();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        int at = 0;
        int next = 0;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline + 1;
            while (next < forced.length && forced[next] <= at) {
                next++;
            }
            if (next < forced.length && forced[next] < end) {
                end = forced[next];
            }
            String line = text.substring(at, end);
            if (!line.isBlank()) {
                sentences.setText(line);
                int from = sentences.first();
                for (int to = sentences.next();
                        to != BreakIterator.DONE;
                        from = to, to = sentences.next()) {
                    if (!line.substring(from, to).isBlank()) {
                        found.add(at + from);
                    }
                }
            }
            at = end;
        }
        return found.all();
    }

    /// Starts of the paragraphs: lines with something in them that follow a line without.
    public static int[] paragraphs(String text) {
        Starts found = new Starts();
        boolean blank = true;
        int at = 0;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline + 1;
            boolean empty = text.substring(at, end).isBlank();
            if (blank && !empty) {
                found.add(at);
            }
            blank = empty;
            at = end;
        }
        return found.all();
    }

    /// A growing list of positions.
    private static final class Starts {
        private int[] list = new int[64];
        private int size;

        void add(int position) {
            if (size == list.length) {
                list = Arrays.copyOf(list, 2 * size);
            }
            list[size++] = position;
        }

        int[] all() {
            return Arrays.copyOf(list, size);
        }
    }
}
