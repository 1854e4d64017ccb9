package org.concordqda.desk.sources;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.concordqda.desk.session.Session;
import org.concordqda.model.Assignment;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All sources with what the table needs of them, filtered as one types. JavaFX thread only; needs no
/// window.
final class SourcesModel {
    /// Attribute columns shown; the rest stay in the filter.
    private static final int COLUMNS = 3;

    private final Session session;
    private final ReadOnlyObjectWrapper<List<SourceRow>> shown =
            new ReadOnlyObjectWrapper<>(List.of());
    private List<SourceRow> all = List.of();
    private List<String> attributes = List.of();
    private String filter = "";

    SourcesModel(Session session) {
        this.session = session;
    }

    ReadOnlyObjectProperty<List<SourceRow>> shown() {
        return shown.getReadOnlyProperty();
    }

    int size() {
        return all.size();
    }

    /// The attributes that have columns: those most sources have.
    List<String> attributes() {
        return attributes;
    }

    void refresh() {
        Map<SourceId, int[]> work = new HashMap<>();
        session.round()
                .get()
                .ifPresent(
                        round -> {
                            for (Assignment a : session.study().rounds().assignments(round.id())) {
                                int[] counts = work.computeIfAbsent(a.source(), id -> new int[2]);
                                counts[0] += a.state() == AssignmentState.DONE ? 1 : 0;
                                counts[1]++;
                            }
                        });
        Map<SourceId, Map<String, String>> values = session.study().sources().attributes();
        Map<String, Integer> used = new LinkedHashMap<>();
        List<SourceRow> rows = new ArrayList<>();
        for (Source source : session.study().sources().list()) {
            Map<String, String> own = values.getOrDefault(source.id(), Map.of());
            own.keySet().forEach(name -> used.merge(name, 1, Integer::sum));
            int[] counts = work.getOrDefault(source.id(), new int[2]);
            rows.add(new SourceRow(source, own, counts[0], counts[1]));
        }
        attributes =
                used.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(COLUMNS)
                        .map(Map.Entry::getKey)
                        .toList();
        all = rows;
        apply();
    }

    void filter(String words) {
        filter = words.strip().toLowerCase(Locale.ROOT);
        apply();
    }

    private void apply() {
        String[] words = filter.split("\\s+");
        shown.set(filter.isEmpty() ? all : all.stream().filter(row -> row.fits(words)).toList());
    }
}
