package org.concordqda.desk.coding;

import org.concordqda.model.SourceText;
import org.concordqda.model.Turn;
import org.concordqda.text.Blocks;
import org.concordqda.text.Graphemes;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The lines of the text view over a source, and the one place that maps a place on screen to a position in
/// the source and back. Headers of turns are lines without text; blank lines, fences and speaker labels are
/// not shown. Immutable; built in O(n), without the toolkit.
final class SourceLayout {
    /// Longest stretch put into one paragraph of the view; longer lines are split at a space.
    private static final int LONGEST = 2_400;

    private final String text;
    private final List<Turn> turns;
    private final List<Line> lines = new ArrayList<>();
    private int turnLast = -1;
    private int @Nullable [] breaks;

    SourceLayout(SourceText source, List<Turn> turns) {
        this.text = source.text();
        this.turns = List.copyOf(turns);
        int at = 0;
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            int head = turn.label().length() > 0 ? turn.label().start() : turn.body().start();
            addText(at, head, at == 0 ? Look.TITLE : Look.PROSE, -1);
            boolean named = turn.speaker().isPresent() || turn.time().isPresent();
            if (named) {
                lines.add(new Line(Look.HEADER, turn.body().start(), turn.body().start(), i, true));
            }
            addText(turn.body().start(), turn.body().end(), Look.PROSE, i);
            at = Math.max(at, turn.body().end());
        }
        addText(at, text.length(), Look.PROSE, -1);
        if (lines.isEmpty()) {
            lines.add(new Line(Look.PROSE, 0, 0, -1, false));
        }
    }

    /// How a line looks.
    enum Look {
        HEADER,
        TITLE,
        PROSE,
        CODE,
        QUOTE
    }

    /// A paragraph of the view.
    ///
    /// @param look how it looks
    /// @param start first position in the source
    /// @param end position after the last
    /// @param turn which turn it belongs to, -1 for none
    /// @param gap whether room is left above it
    record Line(Look look, int start, int end, int turn, boolean gap) {}

    int size() {
        return lines.size();
    }

    Line line(int index) {
        return lines.get(index);
    }

    Turn turn(int index) {
        return turns.get(index);
    }

    String textOf(int index) {
        Line line = lines.get(index);
        return text.substring(line.start(), line.end());
    }

    String text() {
        return text;
    }

    /// The source position of a place in the view.
    int offset(int line, int column) {
        Line at = lines.get(Math.clamp(line, 0, lines.size() - 1));
        return Math.min(at.start() + column, at.end());
    }

    /// The line that shows a source position, or the nearest one before it.
    int lineAt(int offset) {
        int lo = 0;
        int hi = lines.size() - 1;
        while (lo < hi) {
            int mid = (lo + hi + 1) >>> 1;
            if (lines.get(mid).start() <= offset) {
                lo = mid;
            } else {
                hi = mid - 1;
            }
        }
        // A header begins where its first line begins and shows no text itself.
        return lo;
    }

    /// The line to begin with where a position is to be the first: with the header where a turn begins there.
    int topLineAt(int offset) {
        int line = lineAt(offset);
        return line > 0
                        && lines.get(line).start() == offset
                        && lines.get(line - 1).start() == offset
                ? line - 1
                : line;
    }

    /// The column of a source position within a line.
    int column(int line, int offset) {
        Line at = lines.get(line);
        return Math.clamp(offset, at.start(), at.end()) - at.start();
    }

    /// What of a stretch of the source is words on screen: without white space at its ends, and without the
    /// label of the next turn, where it ends at the beginning of that turn's first line; whole characters. Empty
    /// when it is nothing else.
    Optional<Stretch> words(int from, int to) {
        int low = lineAt(from);
        while (low < lines.size() && lines.get(low).end() <= from) {
            low++;
        }
        int high = lineAt(to - 1);
        while (high > low && lines.get(high).start() == lines.get(high).end()) {
            high--;
        }
        if (low > high) {
            return Optional.empty();
        }
        int start = Math.max(from, lines.get(low).start());
        int end = Math.min(to, lines.get(high).end());
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (start < end && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return start < end
                ? Optional.of(new Stretch(Graphemes.floor(text, start), Graphemes.ceil(text, end)))
                : Optional.empty();
    }

    /// From a position of the source to another.
    record Stretch(int start, int end) {}

    /// The number of the stored text's line that a line of the view begins on, from 1.
    int lineNumber(int index) {
        int start = lines.get(index).start();
        int at = Arrays.binarySearch(breaks(), start);
        return (at >= 0 ? at : -at - 1) + 1;
    }

    /// Positions of the line ends; found when first asked for.
    private int[] breaks() {
        if (breaks == null) {
            breaks =
                    IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').toArray();
        }
        return breaks;
    }

    /// Whether the line above or below continues this block of code.
    boolean sameBlock(int index, int other) {
        return other >= 0
                && other < lines.size()
                && lines.get(other).look() == Look.CODE
                && (other < index ? !lines.get(index).gap() : !lines.get(other).gap());
    }

    private void addText(int start, int end, Look plain, int turn) {
        if (start >= end) {
            return;
        }
        boolean gap = turn < 0 || turn == turnLast;
        turnLast = turn;
        for (Blocks.Line line : Blocks.lines(text, start, end)) {
            switch (line.kind()) {
                case BLANK, FENCE -> gap = true;
                default -> {
                    Look look =
                            switch (line.kind()) {
                                case CODE -> Look.CODE;
                                case QUOTE -> Look.QUOTE;
                                default -> plain;
                            };
                    boolean change = !lines.isEmpty() && lines.getLast().look() != look;
                    split(look, line.start(), line.end(), turn, gap || change);
                    gap = false;
                }
            }
        }
    }

    private void split(Look look, int start, int end, int turn, boolean gap) {
        int at = start;
        boolean first = true;
        while (end - at > LONGEST) {
            int cut = at + LONGEST;
            int space = text.lastIndexOf(' ', cut);
            int stop = space > at + LONGEST / 2 ? space + 1 : cut;
            if (Character.isLowSurrogate(text.charAt(stop))) {
                stop--;
            }
            lines.add(new Line(look, at, stop, turn, gap && first));
            first = false;
            at = stop;
        }
        lines.add(new Line(look, at, end, turn, gap && first));
    }
}
