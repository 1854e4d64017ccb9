package org.concordqda.text;

import org.concordqda.model.Span;

import java.util.Arrays;

/// The one place where a position gets its second unit. Built once per text in O(n); every question after
/// that costs a binary search over the text's surrogate pairs (none in most texts, so no memory either).
/// Immutable, safe in any thread.
public final class Positions {
    private final int length;

    /// UTF-16 positions of the low half of every surrogate pair, ascending.
    private final int[] lows;

    public Positions(CharSequence text) {
        this.length = text.length();
        int[] found = new int[0];
        int count = 0;
        for (int i = 1; i < length; i++) {
            if (Character.isLowSurrogate(text.charAt(i))
                    && Character.isHighSurrogate(text.charAt(i - 1))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.max(16, count * 2));
                }
                found[count++] = i;
            }
        }
        this.lows = Arrays.copyOf(found, count);
    }

    /// Length of the text in code points.
    public int codePoints() {
        return length - lows.length;
    }

    /// The code point position of a UTF-16 position that does not split a surrogate pair.
    public int toCodePoint(int utf16) {
        if (utf16 < 0 || utf16 > length) {
            throw new IndexOutOfBoundsException("Position " + utf16 + " outside 0.." + length);
        }
        int at = Arrays.binarySearch(lows, utf16);
        if (at >= 0) {
            throw new IllegalArgumentException("Position " + utf16 + " splits a character");
        }
        return utf16 - (-at - 1);
    }

    /// The nearest position at or before that does not split a surrogate pair.
    public int snap(int utf16) {
        int at = Math.clamp(utf16, 0, length);
        return Arrays.binarySearch(lows, at) >= 0 ? at - 1 : at;
    }

    /// A span over `[start, end)` in UTF-16 code units with its code point pair.
    public Span span(int start, int end) {
        return new Span(start, end, toCodePoint(start), toCodePoint(end));
    }
}
