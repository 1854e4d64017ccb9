package org.concordqda.desk.coding;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The ways to sort the queue.
enum QueueOrder {
    GIVEN("As given"),
    STATE("Open first"),
    TITLE("By title"),
    SIZE("Shortest first"),
    COMMENTS("Most comments"),
    RANDOM("At random");

    private final String label;

    QueueOrder(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }

    /// Sorts entries that stand as given; equal ones stay as given.
    void sort(List<QueueEntry> entries, long seed) {
        switch (this) {
            case GIVEN -> {}
            case STATE -> entries.sort(Comparator.comparing(QueueEntry::state));
            case TITLE ->
                    entries.sort(
                            Comparator.comparing(
                                    e -> e.source().title(), String.CASE_INSENSITIVE_ORDER));
            case SIZE -> entries.sort(Comparator.comparingInt(e -> e.source().words()));
            case COMMENTS -> entries.sort(Comparator.comparingInt(e -> -e.source().turns()));
            case RANDOM -> {
                Map<QueueEntry, Long> drawn = new HashMap<>();
                entries.forEach(e -> drawn.put(e, mixed(seed, e.source().id().value())));
                entries.sort(Comparator.comparingLong(e -> drawn.getOrDefault(e, 0L)));
            }
        }
    }

    /// SplitMix64 (Steele, Lea and Flood 2014) of the seed and an id: a source keeps its place among the others
    /// whatever else is in the queue.
    private static long mixed(long seed, long id) {
        long z = seed * 0x9E3779B97F4A7C15L + id * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
