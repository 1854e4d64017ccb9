package org.concordqda.study;

import org.concordqda.model.Turn;
import org.concordqda.study.AutoCodes.Reach;

import java.text.BreakIterator;
import java.util.Locale;

/// What is coded around a hit in one turn: characters as people see them are never cut (a letter keeps its
/// marks, a joined emoji stays whole). One thread.
final class Surroundings {
    private final Reach reach;
    private final Turn turn;
    private final String text;
    private final BreakIterator breaks;

    /// The sentence or character looked at.
    private int begin;

    private int next;

    /// @param text of the source
    Surroundings(Reach reach, String text, Turn turn) {
        this.reach = reach;
        this.turn = turn;
        this.text = text;
        String body = reach == Reach.TURN ? "" : text.substring(from(), turn.body().end());
        this.breaks =
                reach == Reach.SENTENCE
                        ? BreakIterator.getSentenceInstance(Locale.ROOT)
                        : BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(body);
        next = breaks.next();
    }

    private int from() {
        return turn.body().start();
    }

    /// Start and end of what is coded.
    ///
    /// @param start of the hit, in the source; not before the hit asked for last
    /// @param end of the hit, behind `start`
    int[] around(int start, int end) {
        if (reach == Reach.TURN) {
            return new int[] {from(), turn.body().end()};
        }
        int first = from() + part(start - from());
        part(Math.max(start, end - 1) - from());
        int stop = from() + next;
        while (reach == Reach.SENTENCE
                && stop > end
                && Character.isWhitespace(text.charAt(stop - 1))) {
            stop--;
        }
        return new int[] {first, stop};
    }

    /// Goes on to the part that holds the position; looking backwards is slow in long texts.
    ///
    /// @return where the part begins
    private int part(int at) {
        while (next <= at) {
            begin = next;
            next = breaks.next();
        }
        return begin;
    }
}
