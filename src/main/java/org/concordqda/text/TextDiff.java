package org.concordqda.text;

import org.concordqda.model.Edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What changed from one text to another: the same beginning and end are taken off, then lines and then
/// words are matched ([Matching]). Edits are of whole words, since a coding of a misheard word is a coding of
/// the word that stands there afterwards; they never split a surrogate pair. About O(n log n) however
/// different the texts are; a wholly other stretch becomes one edit. Pure.
public final class TextDiff {
    private TextDiff() {}

    /// The edits that make `fresh` of `old`, in order, not touching.
    public static List<Edit> edits(String old, String fresh) {
        List<Edit> edits = new ArrayList<>();
        int head = head(old, fresh);
        int tail = tail(old, fresh, head);
        // Whole lines only: what the lines that differ share is found word by word, from their
        // beginning.
        head = old.lastIndexOf('\n', head - 1) + 1;
        int line = old.indexOf('\n', Math.max(head, old.length() - tail));
        tail = line < 0 ? 0 : old.length() - line - 1;
        int oldEnd = old.length() - tail;
        int freshEnd = fresh.length() - tail;
        gap(edits, old, head, oldEnd, fresh, head, freshEnd, Level.LINES);
        return new TextChange(old, edits).edits();
    }

    private enum Level {
        LINES,
        WORDS,
        WHOLE
    }

    /// Whether a position stands inside a word.
    public static boolean cutsWord(String text, int at) {
        return at > 0
                && at < text.length()
                && inWord(text.codePointBefore(at))
                && inWord(text.codePointAt(at));
    }

    private static boolean inWord(int c) {
        return (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK)
                && !Character.isIdeographic(c);
    }

    private static void gap(
            List<Edit> edits, String a, int a0, int a1, String b, int b0, int b1, Level level) {
        if (a0 == a1 || b0 == b1 || level == Level.WHOLE) {
            if (a0 < a1 || b0 < b1) {
                edits.add(new Edit(a0, a1, b.substring(b0, b1)));
            }
            return;
        }
        Level next = level == Level.LINES ? Level.WORDS : Level.WHOLE;
        int[] aCuts = cuts(a, a0, a1, level);
        int[] bCuts = cuts(b, b0, b1, level);
        Map<String, Integer> ids = new HashMap<>();
        int[] partner = Matching.of(ids(a, aCuts, ids), ids(b, bCuts, ids), level == Level.LINES);
        int i = 0;
        int j = 0;
        int n = aCuts.length - 1;
        int m = bCuts.length - 1;
        while (i < n || j < m) {
            int k = i;
            while (k < n && partner[k] < 0) {
                k++;
            }
            int to = k < n ? partner[k] : m;
            if (k > i || to > j) {
                gap(edits, a, aCuts[i], aCuts[k], b, bCuts[j], bCuts[to], next);
            }
            i = k + 1;
            j = to + 1;
        }
    }

    /// Where the pieces begin, and where the last ends. A word is a run of letters, digits and marks; any
    /// other character stands alone, a Chinese one too.
    private static int[] cuts(String text, int from, int to, Level level) {
        int[] cuts = new int[16];
        int count = 0;
        int at = from;
        while (at < to) {
            if (count + 2 > cuts.length) {
                cuts = java.util.Arrays.copyOf(cuts, cuts.length * 2);
            }
            cuts[count++] = at;
            at = level == Level.LINES ? lineEnd(text, at, to) : wordEnd(text, at, to);
        }
        cuts[count++] = to;
        return java.util.Arrays.copyOf(cuts, count);
    }

    private static int lineEnd(String text, int at, int to) {
        int end = text.indexOf('\n', at, to);
        return end < 0 ? to : end + 1;
    }

    private static int wordEnd(String text, int at, int to) {
        int end = at + Character.charCount(text.codePointAt(at));
        while (end < to && cutsWord(text, end)) {
            end += Character.charCount(text.codePointAt(end));
        }
        return Math.min(to, end);
    }

    private static int[] ids(String text, int[] cuts, Map<String, Integer> known) {
        int[] ids = new int[cuts.length - 1];
        for (int i = 0; i < ids.length; i++) {
            String piece = text.substring(cuts[i], cuts[i + 1]);
            ids[i] = known.computeIfAbsent(piece, p -> known.size());
        }
        return ids;
    }

    /// Length of the common beginning.
    private static int head(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int n = 0;
        while (n < most && a.charAt(n) == b.charAt(n)) {
            n++;
        }
        return n;
    }

    /// Length of the common end behind a common beginning.
    private static int tail(String a, String b, int head) {
        int most = Math.min(a.length(), b.length()) - head;
        int n = 0;
        while (n < most && a.charAt(a.length() - n - 1) == b.charAt(b.length() - n - 1)) {
            n++;
        }
        return n;
    }
}
