package org.concordqda.text;

import java.util.ArrayList;
import java.util.List;

/// What changed between two texts, word by word: the longest common subsequence of their words, with the
/// blanks between words kept. Pure; any thread.
public final class WordDiff {
    /// Longer texts are compared as a whole: the table of 2,000 x 2,000 words takes 16 MB.
    private static final int MOST = 2_000;

    private WordDiff() {}

    /// What happened to a stretch.
    public enum Op {
        SAME,
        REMOVED,
        ADDED
    }

    /// A stretch of text and what happened to it.
    public record Piece(Op op, String text) {}

    /// The pieces in reading order; those not added give `old`, those not removed give `now`.
    public static List<Piece> of(String old, String now) {
        List<String> a = words(old);
        List<String> b = words(now);
        List<Piece> pieces = new ArrayList<>();
        if (a.size() > MOST || b.size() > MOST) {
            if (!old.equals(now)) {
                add(pieces, Op.REMOVED, old);
                add(pieces, Op.ADDED, now);
            } else {
                add(pieces, Op.SAME, old);
            }
            return pieces;
        }
        int[][] longest = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                longest[i][j] =
                        a.get(i).equals(b.get(j))
                                ? longest[i + 1][j + 1] + 1
                                : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                add(pieces, Op.SAME, a.get(i++));
                j++;
            } else if (i < a.size() && (j == b.size() || longest[i + 1][j] >= longest[i][j + 1])) {
                add(pieces, Op.REMOVED, a.get(i++));
            } else {
                add(pieces, Op.ADDED, b.get(j++));
            }
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Op op, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().op() == op) {
            pieces.set(pieces.size() - 1, new Piece(op, pieces.getLast().text() + text));
        } else {
            pieces.add(new Piece(op, text));
        }
    }

    /// Words, each with the blanks after it; a CJK character is a word.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean ends =
                    next >= text.length()
                            || (Character.isWhitespace(c)
                                    && !Character.isWhitespace(text.codePointAt(next)))
                            || Character.isIdeographic(c);
            if (ends) {
                words.add(text.substring(start, next));
                start = next;
            }
            i = next;
        }
        return words;
    }
}
