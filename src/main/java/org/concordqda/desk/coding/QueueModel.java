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

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The sources a person has to code in the round, with how far each is: filtered, sorted, and which comes
/// next. JavaFX thread only; needs no window.
final class QueueModel {
    private final Session session;
    private final Pace pace;
    private final ReadOnlyObjectWrapper<List<QueueEntry>> shown =
            new ReadOnlyObjectWrapper<>(List.of());
    private List<Source> sources = List.of();
    private Map<SourceId, Map<String, String>> attributes = Map.of();
    private List<QueueEntry> all = List.of();
    private QueueFilter filter = QueueFilter.ALL;
    private QueueOrder order = QueueOrder.GIVEN;
    private long seed = 1;

    QueueModel(Session session) {
        this(session, InstantSource.system());
    }

    /// @param clock by which the pace is taken
    QueueModel(Session session, InstantSource clock) {
        this.session = session;
        pace = new Pace(clock);
    }

    ReadOnlyObjectProperty<List<QueueEntry>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Reads sources and states again: those assigned in the round, or all where nothing is assigned.
    void refresh() {
        sources = session.study().sources().list();
        attributes = session.study().sources().attributes();
        refreshStates();
    }

    /// Reads only the states again.
    void refreshStates() {
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
        // Work that only became an assignment by being begun does not narrow the queue.
        boolean given = mine.values().stream().anyMatch(s -> s == AssignmentState.TODO);
        Map<SourceId, QueueEntry> before = new HashMap<>();
        all.forEach(e -> before.put(e.source().id(), e));
        List<QueueEntry> entries = new ArrayList<>();
        for (Source source : sources) {
            if (!source.excluded().isEmpty()) {
                continue;
            }
            AssignmentState state = mine.get(source.id());
            if (state != null || !given) {
                AssignmentState now = state == null ? AssignmentState.TODO : state;
                QueueEntry was = before.get(source.id());
                boolean same = was != null && was.state() == now && was.source().equals(source);
                entries.add(
                        same
                                ? was
                                : QueueEntry.of(
                                        source,
                                        now,
                                        attributes.getOrDefault(source.id(), Map.of())));
            }
        }
        all = entries;
        apply();
    }

    void filter(String words) {
        filter = new QueueFilter(words);
        apply();
    }

    void sort(QueueOrder by) {
        order = by;
        apply();
    }

    /// Sorts as it was remembered.
    void sortAs(QueueOrder by, long withSeed) {
        order = by;
        seed = withSeed;
        apply();
    }

    /// Sorts at random, always alike for one seed, also when sources come or go.
    void sortAtRandom(long withSeed) {
        order = QueueOrder.RANDOM;
        seed = withSeed;
        apply();
    }

    QueueOrder order() {
        return order;
    }

    long seed() {
        return seed;
    }

    int done() {
        return (int) all.stream().filter(e -> e.state() == AssignmentState.DONE).count();
    }

    int size() {
        return all.size();
    }

    /// How far the person is, in words: with the time left once their pace of this session is known.
    String progress() {
        OptionalLong minutes = pace.minutes(size() - done());
        String left = minutes.isEmpty() ? "" : " · about " + time(minutes.getAsLong()) + " left";
        return done() + " of " + size() + " done" + left;
    }

    private static String time(long minutes) {
        return minutes < 100 ? minutes + " min" : (minutes + 30) / 60 + " h";
    }

    /// The source on screen: its time begins.
    void opened(SourceId id) {
        pace.opened(id);
    }

    /// The source on screen was finished.
    void finished(SourceId id) {
        pace.done(id);
    }

    /// The neighbour of a source in the list as shown.
    Optional<QueueEntry> step(SourceId from, int by) {
        List<QueueEntry> list = shown.get();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).source().id().equals(from)) {
                int to = i + by;
                return to >= 0 && to < list.size() ? Optional.of(list.get(to)) : Optional.empty();
            }
        }
        return list.stream().findFirst();
    }

    /// The next source that is not done, after this one, then from the beginning.
    Optional<QueueEntry> nextOpen(SourceId from) {
        List<QueueEntry> list = shown.get();
        int at = 0;
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).source().id().equals(from)) {
                at = i + 1;
            }
        }
        for (int i = 0; i < list.size(); i++) {
            QueueEntry entry = list.get((at + i) % list.size());
            if (entry.state() != AssignmentState.DONE && !entry.source().id().equals(from)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    Optional<QueueEntry> find(SourceId id) {
        return all.stream().filter(e -> e.source().id().equals(id)).findFirst();
    }

    private void apply() {
        List<QueueEntry> list = new ArrayList<>();
        for (QueueEntry entry : all) {
            if (filter.fits(entry)) {
                list.add(entry);
            }
        }
        order.sort(list, seed);
        shown.set(List.copyOf(list));
    }
}
