package org.concordqda.desk.coding;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.concordqda.desk.session.Session;
import org.concordqda.model.Assignment;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.CoderId;
import org.concordqda.model.Round;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The sources a person has to code in the round, with how far each is: filtered, sorted, and which comes
/// next. JavaFX thread only; needs no window.
final class QueueModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<List<Entry>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private List<Entry> all = List.of();
    private String filter = "";
    private Order order = Order.GIVEN;

    QueueModel(Session session) {
        this.session = session;
    }

    /// A source of the queue.
    record Entry(Source source, AssignmentState state) {
        String detail() {
            return switch (source.kind()) {
                case ISSUE ->
                        source.key()
                                + (source.text().isEmpty()
                                        ? " · text not imported"
                                        : " · " + plural(source.turns() - 1, "comment"));
                case TRANSCRIPT -> "transcript · " + plural(source.turns(), "turn");
                case DOCUMENT -> "document · " + plural(source.words(), "word");
            };
        }

        private static String plural(int n, String what) {
            return Math.max(0, n) + " " + what + (n == 1 ? "" : "s");
        }
    }

    /// The ways to sort.
    enum Order {
        GIVEN("As given"),
        OPEN_FIRST("Open first"),
        TITLE("By title"),
        LENGTH("Shortest first");

        private final String label;

        Order(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    ReadOnlyObjectProperty<List<Entry>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Reads sources and states again: those assigned in the round, or all where nothing is assigned.
    void refresh() {
        Map<SourceId, AssignmentState> mine = new HashMap<>();
        Optional<Round> round = session.round().get();
        Optional<CoderId> me = session.me();
        if (round.isPresent() && me.isPresent()) {
            for (Assignment a : session.study().rounds().assignments(round.get().id())) {
                if (a.coder().equals(me.get())) {
                    mine.put(a.source(), a.state());
                }
            }
        }
        List<Source> sources = session.study().sources().list();
        // Work that only became an assignment by being begun does not narrow the queue.
        boolean given = mine.values().stream().anyMatch(s -> s == AssignmentState.TODO);
        List<Entry> entries = new ArrayList<>();
        for (Source source : sources) {
            if (!source.excluded().isEmpty()) {
                continue;
            }
            AssignmentState state = mine.get(source.id());
            if (state != null || !given) {
                entries.add(new Entry(source, state == null ? AssignmentState.TODO : state));
            }
        }
        all = entries;
        apply();
    }

    void filter(String words) {
        filter = words.strip().toLowerCase(Locale.ROOT);
        apply();
    }

    void sort(Order by) {
        order = by;
        apply();
    }

    int done() {
        return (int) all.stream().filter(e -> e.state() == AssignmentState.DONE).count();
    }

    int size() {
        return all.size();
    }

    /// The neighbour of a source in the list as shown.
    Optional<Entry> step(SourceId from, int by) {
        List<Entry> list = shown.get();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).source().id().equals(from)) {
                int to = i + by;
                return to >= 0 && to < list.size() ? Optional.of(list.get(to)) : Optional.empty();
            }
        }
        return list.stream().findFirst();
    }

    /// The next source that is not done, after this one, then from the beginning.
    Optional<Entry> nextOpen(SourceId from) {
        List<Entry> list = shown.get();
        int at = 0;
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).source().id().equals(from)) {
                at = i + 1;
            }
        }
        for (int i = 0; i < list.size(); i++) {
            Entry entry = list.get((at + i) % list.size());
            if (entry.state() != AssignmentState.DONE && !entry.source().id().equals(from)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    Optional<Entry> find(SourceId id) {
        return all.stream().filter(e -> e.source().id().equals(id)).findFirst();
    }

    private void apply() {
        List<Entry> list = new ArrayList<>();
        for (Entry entry : all) {
            String text =
                    (entry.source().title() + " " + entry.detail() + " " + words(entry.state()))
                            .toLowerCase(Locale.ROOT);
            if (filter.isEmpty() || text.contains(filter)) {
                list.add(entry);
            }
        }
        Comparator<Entry> by =
                switch (order) {
                    case GIVEN -> null;
                    case OPEN_FIRST -> Comparator.comparing(Entry::state);
                    case TITLE ->
                            Comparator.comparing(
                                    (Entry e) -> e.source().title(), String.CASE_INSENSITIVE_ORDER);
                    case LENGTH -> Comparator.comparingInt((Entry e) -> e.source().words());
                };
        if (by != null) {
            list.sort(by);
        }
        shown.set(List.copyOf(list));
    }

    /// A state as people read and filter it.
    static String words(AssignmentState state) {
        return switch (state) {
            case TODO -> "to do";
            case IN_PROGRESS -> "in progress";
            case DONE -> "done";
        };
    }
}
