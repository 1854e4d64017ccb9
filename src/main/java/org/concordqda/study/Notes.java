package org.concordqda.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What readers detected, told once for all sources it is true of: notes that differ only in their numbers
/// are one note with a count.
final class Notes {
    private record Group(String first, String key, int count) {}

    private final Map<String, Group> groups = new LinkedHashMap<>();

    void add(String key, List<String> notes) {
        for (String note : notes) {
            groups.merge(
                    note.replaceAll("\\d+", "#"),
                    new Group(note, key, 1),
                    (a, b) -> new Group(a.first, a.key, a.count + 1));
        }
    }

    List<String> list() {
        List<String> said = new ArrayList<>();
        for (Group g : groups.values()) {
            said.add(
                    g.count == 1
                            ? g.key + ": " + g.first
                            : g.key + " and " + (g.count - 1) + " more: " + g.first);
        }
        return said;
    }
}
