package org.concordqda.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Puts stretches side by side, so that no two that overlap share a lane: the margin stripes. A lane is
/// taken again as soon as it is free, so the number of lanes is the deepest overlap (interval partitioning,
/// optimal). O(n log n).
public final class Lanes {
    private Lanes() {}

    /// The lane of every stretch, from 0.
    ///
    /// @param starts first positions
    /// @param ends positions after the last; same length as `starts`
    /// @return lanes in the order of the arguments
    public static int[] assign(int[] starts, int[] ends) {
        int n = starts.length;
        int[] order = order(starts, ends);
        int[] lanes = new int[n];
        PriorityQueue<int[]> busy = new PriorityQueue<>(Comparator.comparingInt((int[] x) -> x[0]));
        PriorityQueue<Integer> free = new PriorityQueue<>();
        int used = 0;
        for (int i : order) {
            while (!busy.isEmpty() && busy.element()[0] <= starts[i]) {
                free.add(busy.remove()[1]);
            }
            int lane = free.isEmpty() ? used++ : free.remove();
            lanes[i] = lane;
            busy.add(new int[] {ends[i], lane});
        }
        return lanes;
    }

    /// By start; longer ones first where two begin together: they stand further left and stay straight.
    private static int[] order(int[] starts, int[] ends) {
        int n = starts.length;
        boolean sorted = true;
        for (int i = 1; i < n && sorted; i++) {
            sorted =
                    starts[i - 1] < starts[i]
                            || (starts[i - 1] == starts[i] && ends[i - 1] >= ends[i]);
        }
        IntStream given = IntStream.range(0, n);
        if (sorted) {
            return given.toArray();
        }
        return given.boxed()
                .sorted(
                        Comparator.comparingInt((Integer i) -> starts[i])
                                .thenComparingInt(i -> -ends[i])
                                .thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
    }

    /// How many lanes an assignment uses.
    public static int count(int[] lanes) {
        return Arrays.stream(lanes).max().orElse(-1) + 1;
    }
}
