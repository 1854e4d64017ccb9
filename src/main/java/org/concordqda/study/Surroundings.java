package org.concordqda.study;

import org.concordqda.model.Turn;
import org.concordqda.study.AutoCodes.Reach;
import org.concordqda.text.Graphemes;

import java.text.BreakIterator;
import java.util.Locale;

/// What is coded around a hit in one turn: characters as people see them are never cut (a letter keeps its
/// marks, a joined emoji stays whole). One thread.
final class Surroundings {
    private final Reach reach;
    private final Turn turn;
    private final String text;
    private final BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);

    /// The sentence looked at.
    private int begin;

    private int next;

    /// @param text of the source
    Surroundings(Reach reach, String text, Turn turn) {
        this.reach = reach;
        this.turn = turn;
        this.text = text;
        if (reach == Reach.SENTENCE) {
            sentences.setText(text.substring(from(), turn.body().end()));
            next = sentences.next();
        }
    }

    private int from() {
        return turn.body().start();
    }

    /// Start and end of what is coded.
    ///
    /// @param start of the hit, in the source; not before the hit asked for last
    /// @param end of the hit, behind `start`
    int[] around(int start, int end) {
        return switch (reach) {
            case WORDS -> new int[] {Graphemes.floor(text, start), Graphemes.ceil(text, end)};
            case SENTENCE -> sentence(start, end);
            case TURN -> new int[] {from(), turn.body().end()};
        };
    }

    private int[] sentence(int start, int end) {
        int first = from() + part(start - from());
        part(Math.max(start, end - 1) - from());
        int stop = from() + next;
        while (stop > end && Character.isWhitespace(text.charAt(stop - 1))) {
            stop--;
        }
        return new int[] {first, stop};
    }

    /// Goes on to the sentence that holds the position; looking backwards is slow in long texts.
    ///
    /// @return where it begins
    private int part(int at) {
        while (next <= at) {
            begin = next;
            next = sentences.next();
        }
        return begin;
    }
}
