package org.concordqda.desk.sources;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.session.Session;
import org.concordqda.model.SourceSummary;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// All sources with what the table needs of them: filtered as one types, narrowed by values, sorted, grouped,
/// with the columns a person chose. Read in the background. JavaFX thread only; needs no window.
final class SourcesModel {
    /// Values of one column that are offered for narrowing.
    static final int VALUES = 60;

    private final Session session;
    private final ReadOnlyObjectWrapper<List<SourceRow>> shown =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<SourceColumn>> columns =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Set<String> chosen = new LinkedHashSet<>(SourceColumn.FIRST);
    private final Map<String, String> only = new LinkedHashMap<>();
    private final Set<String> closed = new LinkedHashSet<>();
    private List<SourceRow.Of> all = List.of();
    private List<String> attributes = List.of();
    private String filter = "";
    private String group = "";
    private @Nullable Comparator<SourceSummary> order;
    private int hits;
    private final Latest latest = new Latest();
    private boolean picked;

    SourcesModel(Session session) {
        this.session = session;
    }

    /// The lines to show.
    ReadOnlyObjectProperty<List<SourceRow>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The columns to show.
    ReadOnlyObjectProperty<List<SourceColumn>> columns() {
        return columns.getReadOnlyProperty();
    }

    /// How many sources the study has.
    int size() {
        return all.size();
    }

    /// How many of them are shown.
    int hits() {
        return hits;
    }

    /// How many sources ratings named whose text never came.
    int withoutText() {
        return (int) all.stream().filter(r -> r.of().source().text().isEmpty()).count();
    }

    /// Names of all attributes, those most sources have first.
    List<String> attributes() {
        return attributes;
    }

    /// Whether what is in a table of the study shows here.
    static boolean shows(String table) {
        return table.startsWith("source")
                || table.startsWith("case")
                || table.startsWith("attribute")
                || Set.of("assignment", "round", "coding", "unit").contains(table);
    }

    /// Reads the sources again, in the background.
    ///
    /// @param then runs when they are here
    /// @param failed told why they could not be read; what is shown stays
    void refresh(Runnable then, Consumer<String> failed) {
        var round = session.round().get().map(r -> r.id());
        latest.read(
                session.jobs(),
                progress ->
                        session.study().sources().overview(round).stream()
                                .map(SourceRow.Of::of)
                                .toList(),
                rows -> {
                    take(rows);
                    then.run();
                },
                failed);
    }

    private void take(List<SourceRow.Of> rows) {
        all = rows;
        Map<String, Integer> used = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (SourceRow.Of row : rows) {
            row.of().attributes().keySet().forEach(name -> used.merge(name, 1, Integer::sum));
        }
        attributes =
                used.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList();
        if (!picked) {
            // Before anybody chose, a few that tell sources apart.
            attributes.stream()
                    .filter(this::telling)
                    .limit(2)
                    .forEach(a -> chosen.add(SourceColumn.ATTRIBUTE + a));
        }
        resetColumns();
        apply();
    }

    /// Has a few values only, and more than one.
    private boolean telling(String attribute) {
        Set<String> values = new LinkedHashSet<>();
        for (SourceRow.Of row : all) {
            values.add(row.of().attributes().getOrDefault(attribute, ""));
            if (values.size() > 40) {
                return false;
            }
        }
        return values.size() > 1;
    }

    /// Every column there is.
    List<SourceColumn> possible() {
        List<SourceColumn> possible = new ArrayList<>(SourceColumn.FIXED);
        attributes.forEach(a -> possible.add(SourceColumn.attribute(a)));
        return possible;
    }

    boolean isShown(SourceColumn column) {
        return chosen.contains(column.id());
    }

    /// Shows or hides a column.
    void show(SourceColumn column, boolean visible) {
        picked = true;
        if (visible) {
            chosen.add(column.id());
        } else if (!column.id().equals("title")) {
            chosen.remove(column.id());
        }
        resetColumns();
    }

    /// The columns in the order a person dragged them to.
    void order(List<String> ids) {
        if (!List.copyOf(chosen).equals(ids)) {
            picked = true;
            chosen.clear();
            chosen.addAll(ids);
        }
    }

    private void resetColumns() {
        Map<String, SourceColumn> byId = new LinkedHashMap<>();
        possible().forEach(c -> byId.put(c.id(), c));
        List<SourceColumn> now = chosen.stream().filter(byId::containsKey).map(byId::get).toList();
        if (!now.stream()
                .map(SourceColumn::id)
                .toList()
                .equals(columns.get().stream().map(SourceColumn::id).toList())) {
            columns.set(now);
        }
    }

    /// Columns and group as one line, to be remembered; "" before anybody chose.
    String layout() {
        return picked || !group.isEmpty() ? String.join("\t", chosen) + "\n" + group : "";
    }

    /// Sets what [#layout] gave.
    void layout(String remembered) {
        if (remembered.isEmpty()) {
            return;
        }
        String[] parts = remembered.split("\n", 2);
        picked = true;
        chosen.clear();
        chosen.addAll(List.of(parts[0].split("\t")));
        chosen.add("title");
        group = parts.length > 1 ? parts[1] : "";
    }

    /// Shows what has all the words.
    void filter(String words) {
        filter = words.strip().toLowerCase(Locale.ROOT);
        apply();
    }

    /// Shows only what has this value in a column; empty: all again.
    void only(SourceColumn column, Optional<String> value) {
        if (value.isPresent()) {
            only.put(column.id(), value.get());
        } else {
            only.remove(column.id());
        }
        apply();
    }

    /// What narrows the table: column id to value.
    Map<String, String> narrowed() {
        return only;
    }

    /// Takes away every filter.
    void everything() {
        filter = "";
        only.clear();
        apply();
    }

    /// The values of a column with how many sources have each, most first, at most [#VALUES].
    List<Map.Entry<String, Integer>> values(SourceColumn column) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        all.forEach(r -> counts.merge(column.text().apply(r.of()), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(VALUES)
                .toList();
    }

    /// Groups by a column; "" for none.
    void group(String id) {
        group = id;
        closed.clear();
        apply();
    }

    String group() {
        return group;
    }

    /// Opens or closes a group.
    void toggle(SourceRow.Group which) {
        if (!closed.remove(which.name())) {
            closed.add(which.name());
        }
        apply();
    }

    /// Sorts; null for the order sources came in.
    void sort(@Nullable Comparator<SourceSummary> by) {
        order = by;
        apply();
    }

    private void apply() {
        String[] words = filter.split("\\s+");
        Map<String, SourceColumn> byId = new LinkedHashMap<>();
        if (!only.isEmpty() || !group.isEmpty()) {
            possible().forEach(c -> byId.put(c.id(), c));
        }
        List<SourceRow.Of> found = new ArrayList<>();
        for (SourceRow.Of row : all) {
            if ((filter.isEmpty() || row.fits(words)) && kept(row, byId)) {
                found.add(row);
            }
        }
        hits = found.size();
        Comparator<SourceSummary> by = order;
        if (by != null) {
            found.sort(Comparator.comparing(SourceRow.Of::of, by));
        }
        SourceColumn grouping = byId.get(group);
        shown.set(List.copyOf(grouping == null ? found : grouped(found, grouping)));
    }

    private boolean kept(SourceRow.Of row, Map<String, SourceColumn> byId) {
        for (var each : only.entrySet()) {
            SourceColumn column = byId.get(each.getKey());
            if (column != null && !column.text().apply(row.of()).equals(each.getValue())) {
                return false;
            }
        }
        return true;
    }

    private List<SourceRow> grouped(List<SourceRow.Of> rows, SourceColumn by) {
        List<SourceSummary> heads = new ArrayList<>();
        Map<String, List<SourceRow.Of>> groups = new LinkedHashMap<>();
        for (SourceRow.Of row : rows) {
            groups.computeIfAbsent(
                            by.text().apply(row.of()),
                            name -> {
                                heads.add(row.of());
                                return new ArrayList<>();
                            })
                    .add(row);
        }
        heads.sort(by.order());
        List<SourceRow> lines = new ArrayList<>();
        for (SourceSummary head : heads) {
            String name = by.text().apply(head);
            List<SourceRow.Of> members = groups.getOrDefault(name, List.of());
            String called = name.isEmpty() ? "No " + by.name().toLowerCase(Locale.ROOT) : name;
            boolean open = !closed.contains(called);
            lines.add(new SourceRow.Group(called, members.size(), open));
            if (open) {
                lines.addAll(members);
            }
        }
        return lines;
    }
}
