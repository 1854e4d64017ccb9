package org.concordqda.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

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
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        // Longer ones first where two begin together: they stand further left and stay straight.
        Arrays.sort(
                order,
                Comparator.comparingInt((Integer i) -> starts[i])
                        .thenComparingInt(i -> -ends[i])
                        .thenComparingInt(i -> i));
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

    /// How many lanes an assignment uses.
    public static int count(int[] lanes) {
        return Arrays.stream(lanes).max().orElse(-1) + 1;
    }
}
