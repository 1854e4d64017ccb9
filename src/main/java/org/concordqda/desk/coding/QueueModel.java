package org.concordqda.desk.coding;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.session.Session;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.CoderId;
import org.concordqda.model.Round;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.study.Sources;
import org.concordqda.text.Words;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The sources a person has to code in the round, with how far each is: filtered, sorted, and which comes
/// next. JavaFX thread only; needs no window.
final class QueueModel {
    private final Session session;
    private final Pace pace;
    private final ReadOnlyObjectWrapper<List<QueueEntry>> shown =
            new ReadOnlyObjectWrapper<>(List.of());
    private Content content = Content.NONE;
    private List<QueueEntry> all = List.of();
    private final List<Runnable> waiting = new ArrayList<>();
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private boolean read;
    private boolean sourcesStale;
    private boolean statesStale;
    private boolean wholly;
    private final ReadOnlyStringWrapper unread = new ReadOnlyStringWrapper("");
    private final Latest latest = new Latest();
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

    /// Why the queue could not be read, or "": what is shown may be old, and is read again at the next occasion.
    ReadOnlyStringProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// Told of an act: what it touched is no longer true, and is read again at once where it is on show.
    void acted(Set<String> tables, boolean onShow) {
        sourcesStale |=
                tables.stream()
                        .anyMatch(
                                t ->
                                        t.startsWith("source")
                                                || t.startsWith("attribute")
                                                || t.startsWith("case"));
        statesStale |=
                tables.contains("assignment")
                        || tables.contains("round")
                        || tables.contains("coder");
        if (onShow) {
            update(() -> {});
        }
    }

    /// Reads what is no longer true, in the background: the sources assigned in the round, or all where nothing
    /// is assigned, with their states. `then` runs when the queue is as it is in the study; at once when it is.
    void update(Runnable then) {
        if (read && !sourcesStale && !statesStale) {
            then.run();
            return;
        }
        waiting.add(then);
        wholly |= !read || sourcesStale;
        boolean whole = wholly;
        statesStale = false;
        sourcesStale = false;
        Content was = content;
        List<QueueEntry> before = all;
        Optional<Round> round = session.round().get();
        Optional<CoderId> me = session.me();
        latest.read(
                session.jobs(),
                progress ->
                        read(whole ? Optional.empty() : Optional.of(was), round, me)
                                .entries(before),
                this::take,
                why -> {
                    read = false;
                    unread.set(why);
                });
    }

    private void take(Filled fresh) {
        read = true;
        unread.set("");
        wholly = false;
        content = fresh.content();
        all = fresh.entries();
        known.set(true);
        apply();
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    /// What the study holds of a queue.
    private record Content(
            List<Source> sources,
            Map<SourceId, Map<String, String>> attributes,
            Map<SourceId, AssignmentState> mine) {
        static final Content NONE = new Content(List.of(), Map.of(), Map.of());

        Filled entries(List<QueueEntry> before) {
            // Work that only became an assignment by being begun does not narrow the queue.
            boolean given = mine.values().stream().anyMatch(s -> s == AssignmentState.TODO);
            Map<SourceId, QueueEntry> known = new HashMap<>();
            before.forEach(e -> known.put(e.source().id(), e));
            List<QueueEntry> entries = new ArrayList<>();
            for (Source source : sources) {
                if (!source.excluded().isEmpty()) {
                    continue;
                }
                AssignmentState state = mine.get(source.id());
                if (state != null || !given) {
                    AssignmentState now = state == null ? AssignmentState.TODO : state;
                    QueueEntry entry =
                            QueueEntry.of(
                                    source, now, attributes.getOrDefault(source.id(), Map.of()));
                    QueueEntry was = known.get(source.id());
                    entries.add(entry.equals(was) ? was : entry);
                }
            }
            return new Filled(this, List.copyOf(entries));
        }
    }

    private record Filled(Content content, List<QueueEntry> entries) {}

    /// @param known sources that are known already
    private Content read(Optional<Content> known, Optional<Round> round, Optional<CoderId> me) {
        Sources service = session.study().sources();
        Map<SourceId, AssignmentState> mine =
                round.isPresent() && me.isPresent()
                        ? session.study().rounds().states(round.get().id(), me.get())
                        : Map.of();
        return known.map(was -> new Content(was.sources(), was.attributes(), mine))
                .orElseGet(() -> new Content(service.list(), service.attributes(), mine));
    }

    /// Whether the queue was read once.
    boolean isRead() {
        return read;
    }

    /// The person said how far they are with a source, and it was stored.
    void marked(SourceId id, AssignmentState state) {
        Map<SourceId, AssignmentState> mine = new HashMap<>(content.mine());
        mine.put(id, state);
        Filled now = new Content(content.sources(), content.attributes(), mine).entries(all);
        content = now.content();
        all = now.entries();
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

    /// Whether the queue was ever read; until then it is not known to be empty.
    ReadOnlyBooleanProperty known() {
        return known.getReadOnlyProperty();
    }

    /// How far the person is, in words: with the time left once their pace of this session is known.
    String progress() {
        if (!known.get()) {
            return "";
        }
        OptionalLong minutes = pace.minutes(size() - done());
        String left = minutes.isEmpty() ? "" : " · about " + time(minutes.getAsLong()) + " left";
        return Words.number(done()) + " of " + Words.number(size()) + " done" + left;
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

    /// Where work begins: the first source that is not done, else the first.
    Optional<QueueEntry> first() {
        List<QueueEntry> list = shown.get();
        return list.stream()
                .filter(e -> e.state() != AssignmentState.DONE)
                .findFirst()
                .or(() -> list.stream().findFirst());
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
