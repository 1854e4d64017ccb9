package org.concordqda.agreement;

import java.util.Arrays;

/// Numbers for unordered pairs of different categories. Of few categories every pair has its number; of
/// many only those asked for get one, so that memory grows with the ratings and not with the square of the
/// categories.
final class CategoryPairs {
    /// Up to so many pairs each has a number from the start.
    private static final int ALL = 65_536;

    private final boolean all;
    private int[] low;
    private int[] high;
    private int size;
    private int[] slots = new int[1024];

    /// @param categories how many there are
    CategoryPairs(int categories) {
        long pairs = categories * (categories - 1L) / 2;
        all = pairs <= ALL;
        low = new int[all ? (int) pairs : 64];
        high = new int[low.length];
        for (int h = 1; all && h < categories; h++) {
            for (int l = 0; l < h; l++) {
                low[size] = l;
                high[size++] = h;
            }
        }
    }

    /// The number of a pair, in either order.
    int of(int a, int b) {
        int l = Math.min(a, b);
        int h = Math.max(a, b);
        if (all) {
            return h * (h - 1) / 2 + l;
        }
        int slot = slot(l, h);
        while (slots[slot] != 0) {
            int known = slots[slot] - 1;
            if (low[known] == l && high[known] == h) {
                return known;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return add(l, h, slot);
    }

    private int add(int l, int h, int slot) {
        if (size == low.length) {
            low = Arrays.copyOf(low, 2 * size);
            high = Arrays.copyOf(high, 2 * size);
        }
        low[size] = l;
        high[size] = h;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            slots = new int[slots.length * 4];
            for (int i = 0; i < size; i++) {
                int free = slot(low[i], high[i]);
                while (slots[free] != 0) {
                    free = (free + 1) & (slots.length - 1);
                }
                slots[free] = i + 1;
            }
        }
        return size - 1;
    }

    private int slot(int l, int h) {
        long key = ((long) h << 32) | l;
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & (slots.length - 1);
    }

    /// How many have a number.
    int size() {
        return size;
    }

    int low(int pair) {
        return low[pair];
    }

    int high(int pair) {
        return high[pair];
    }
}
