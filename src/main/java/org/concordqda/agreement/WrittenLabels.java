package org.concordqda.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Written labels to categories: numbers by value, anything else by code point.
final class WrittenLabels {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private WrittenLabels() {}

    static Optional<double[]> values(List<String> labels) {
        double[] values = new double[labels.size()];
        for (int k = 0; k < values.length; k++) {
            String label = labels.get(k).strip();
            if (!NUMBER.matcher(label).matches()) {
                return Optional.empty();
            }
            values[k] = Double.parseDouble(label);
            if (Double.isInfinite(values[k])) {
                return Optional.empty();
            }
        }
        return labels.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    static List<String> used(List<List<String>> rows) {
        Set<String> seen = new HashSet<>();
        for (List<String> row : rows) {
            for (String label : row) {
                if (!label.isBlank()) {
                    seen.add(label);
                }
            }
        }
        List<String> labels = new ArrayList<>(seen);
        labels.sort(WrittenLabels::byCodePoint);
        values(labels)
                .ifPresent(
                        numbers -> {
                            Map<String, Double> of = new HashMap<>();
                            for (int k = 0; k < numbers.length; k++) {
                                of.put(labels.get(k), numbers[k]);
                            }
                            labels.sort(Comparator.comparingDouble(l -> of.getOrDefault(l, 0.0)));
                        });
        return labels;
    }

    static int[] cells(int coders, List<List<String>> rows, List<String> categories) {
        Map<String, Integer> index = new HashMap<>();
        for (int k = 0; k < categories.size(); k++) {
            if (index.put(categories.get(k), k) != null) {
                throw new IllegalArgumentException(
                        "The category “" + categories.get(k) + "” is listed twice.");
            }
        }
        int[] cells = new int[rows.size() * coders];
        int i = 0;
        for (List<String> row : rows) {
            if (row.size() != coders) {
                throw new IllegalArgumentException(
                        "Unit "
                                + (i / Math.max(1, coders) + 1)
                                + " has "
                                + row.size()
                                + " ratings for "
                                + coders
                                + " coders.");
            }
            for (String label : row) {
                if (label.isBlank()) {
                    cells[i++] = RatingTable.MISSING;
                    continue;
                }
                Integer k = index.get(label);
                if (k == null) {
                    throw new IllegalArgumentException(
                            "Unit "
                                    + (i / coders + 1)
                                    + ": “"
                                    + label
                                    + "” is not among the categories.");
                }
                cells[i++] = k;
            }
        }
        return cells;
    }

    /// Numbers from 0 without gaps, in the order of first appearance.
    static int[] dense(int[] ids) {
        Map<Integer, Integer> seen = new HashMap<>();
        int[] dense = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            Integer next = seen.size();
            Integer known = seen.putIfAbsent(ids[i], next);
            dense[i] = known == null ? next : known;
        }
        return dense;
    }

    private static int byCodePoint(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length()) {
            int x = a.codePointAt(i);
            int y = b.codePointAt(i);
            if (x != y) {
                return Integer.compare(x, y);
            }
            i += Character.charCount(x);
        }
        return Integer.compare(a.length(), b.length());
    }
}
