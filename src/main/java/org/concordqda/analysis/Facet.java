package org.concordqda.analysis;

import java.util.List;

/// One variable over a list of items (units, sources, codings): what each item has of it, as columns. Two
/// facets over the same items make a [CrossTab].
///
/// @param id id of the dimension or attribute, 0 where it has none
/// @param name what people read
/// @param values the values there are, in the order they are shown
/// @param set for each item an index into `sets`, or -1 where the item has no answer
/// @param sets distinct sets of indices into `values`, each ascending; one value per set where only one is
///     possible
public record Facet(long id, String name, List<Value> values, int[] set, List<int[]> sets) {
    /// A value of a facet.
    ///
    /// @param id id of the code, 0 where it has none (attributes, merged rows)
    /// @param label what people read
    public record Value(long id, String label) {}

    public Facet {
        values = List.copyOf(values);
        sets = List.copyOf(sets);
    }

    /// How many items.
    public int size() {
        return set.length;
    }

    /// A facet with one value per item, from texts; empty texts are no answer. Values come in order of
    /// their first item.
    public static Facet ofTexts(String name, List<String> texts) {
        java.util.Map<String, Integer> index = new java.util.LinkedHashMap<>();
        int[] set = new int[texts.size()];
        for (int i = 0; i < set.length; i++) {
            String text = texts.get(i).strip();
            set[i] = text.isEmpty() ? -1 : index.computeIfAbsent(text, t -> index.size());
        }
        List<Value> values = index.keySet().stream().map(text -> new Value(0, text)).toList();
        List<int[]> sets =
                java.util.stream.IntStream.range(0, values.size())
                        .mapToObj(i -> new int[] {i})
                        .toList();
        return new Facet(0, name, values, set, sets);
    }

    /// For each value, how many items have it.
    public int[] frequencies() {
        int[] bySet = new int[sets.size()];
        for (int s : set) {
            if (s >= 0) {
                bySet[s]++;
            }
        }
        int[] frequencies = new int[values.size()];
        for (int s = 0; s < bySet.length; s++) {
            for (int value : sets.get(s)) {
                frequencies[value] += bySet[s];
            }
        }
        return frequencies;
    }
}
