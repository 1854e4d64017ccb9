package org.concordqda.desk.coding;

import java.util.Arrays;

/// What a search found in a text, in order, and which hit one is at. Immutable.
final class Found {
    static final Found NOTHING = new Found(new int[0], 0, -1);

    private final int[] starts;
    private final int length;
    private final int current;

    /// @param starts first positions, ascending
    /// @param length of every hit, in UTF-16 code units
    /// @param current index of the hit one is at, -1 for none
    Found(int[] starts, int length, int current) {
        this.starts = starts;
        this.length = length;
        this.current = current;
    }

    Found at(int index) {
        return new Found(starts, length, index);
    }

    int size() {
        return starts.length;
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return starts[index] + length;
    }

    int current() {
        return current;
    }

    /// The first hit that ends after a position.
    int firstAt(int offset) {
        int at = Arrays.binarySearch(starts, offset - length + 1);
        return at >= 0 ? at : -at - 1;
    }
}
