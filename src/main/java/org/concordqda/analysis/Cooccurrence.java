package org.concordqda.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which codes occur together in the same item (a unit, a source, a turn, overlapping passages).
///
/// @param codes ids of the codes, ascending
/// @param items how many items each code occurs in
/// @param pairs pairs that occur, most frequent first
public record Cooccurrence(long[] codes, int[] items, List<Pair> pairs) {
    /// Two codes that occur together.
    ///
    /// @param a the lower id
    /// @param b the higher id
    /// @param count items with both
    /// @param aItems items with a
    /// @param bItems items with b
    public record Pair(long a, long b, int count, int aItems, int bItems) {
        /// Items with both over items with either.
        public double jaccard() {
            return count / (double) (aItems + bItems - count);
        }
    }

    public Cooccurrence {
        pairs = List.copyOf(pairs);
    }

    /// Counts from two parallel columns: item `item[i]` has code `code[i]`; a code counts once per item,
    /// however often it is there.
    public static Cooccurrence of(int[] item, long[] code) {
        long[] codes = Arrays.stream(code).distinct().sorted().toArray();
        long[] rows = new long[item.length];
        for (int i = 0; i < item.length; i++) {
            rows[i] = ((long) item[i] << 32) | Arrays.binarySearch(codes, code[i]);
        }
        rows = Arrays.stream(rows).distinct().sorted().toArray();
        int[] items = new int[codes.length];
        Map<Long, Integer> both = new HashMap<>();
        for (int from = 0; from < rows.length; ) {
            int to = from;
            while (to < rows.length && rows[to] >> 32 == rows[from] >> 32) {
                items[(int) rows[to]]++;
                to++;
            }
            for (int i = from; i < to; i++) {
                for (int j = i + 1; j < to; j++) {
                    both.merge((rows[i] << 32) | (int) rows[j], 1, Integer::sum);
                }
            }
            from = to;
        }
        List<Pair> pairs = new ArrayList<>();
        both.forEach(
                (key, count) -> {
                    int a = (int) (key >>> 32);
                    int b = key.intValue();
                    pairs.add(new Pair(codes[a], codes[b], count, items[a], items[b]));
                });
        pairs.sort(
                Comparator.comparingInt(Pair::count)
                        .reversed()
                        .thenComparingLong(Pair::a)
                        .thenComparingLong(Pair::b));
        return new Cooccurrence(codes, items, pairs);
    }
}
