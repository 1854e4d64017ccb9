package org.concordqda.analysis;

import org.concordqda.agreement.Estimate;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A table of agreement as people see it, before it is drawn, printed or exported: each cell holds the whole
/// coefficient, so that a window can draw its interval and say why it is undefined. Made by
/// [AgreementTables].
///
/// @param name what it is a table of
/// @param heads its columns
/// @param lines its rows, in the order they make sense in
/// @param notes what must be known to read it, one sentence each
public record AgreementTable(String name, List<Head> heads, List<Line> lines, List<String> notes) {
    /// What the cells of a column hold; "" where there is nothing.
    public enum Kind {
        /// A `String` that names the row.
        NAME,
        /// A `String` beside it.
        WORDS,
        /// An `Integer`.
        COUNT,
        /// An [Estimate] shown in per cent.
        SHARE,
        /// An [Estimate], its value alone.
        COEFFICIENT,
        /// An [Estimate], the one the row is about: its value, strong.
        LEAD,
        /// An [Estimate], its interval: drawn in a window.
        INTERVAL,
        /// An [Estimate], value and interval in one cell.
        MEASURED,
        /// A list of [Estimate], one after the other: drawn in a window, left out elsewhere.
        TREND
    }

    /// A column.
    ///
    /// @param name short, as over the column
    /// @param about what it means, in a few words; may be ""
    public record Head(String name, Kind kind, String about) {}

    /// The same with another name over its intervals (“90 % interval”).
    public AgreementTable called(String interval) {
        return new AgreementTable(
                name,
                heads.stream()
                        .map(
                                h ->
                                        h.kind() == Kind.INTERVAL
                                                ? new Head(interval, h.kind(), h.about())
                                                : h)
                        .toList(),
                lines,
                notes);
    }

    /// A row.
    ///
    /// @param of the dimension and round it is about; nothing where it is about several
    /// @param scope as in [Estimate#scope]
    /// @param source row id of the source it is about, 0 for none
    /// @param cells one per head
    public record Line(
            Optional<DimensionAgreement> of, String scope, int source, List<Object> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        /// The same row in another table of the same kind.
        public boolean same(Line other) {
            return scope.equals(other.scope) && source == other.source && key().equals(other.key());
        }

        private String key() {
            return of.map(d -> d.round().guid() + "/" + d.matrix().dimension().key()).orElse("");
        }

        /// The coefficient the row is about.
        public Optional<Estimate> lead(AgreementTable table) {
            for (int i = 0; i < cells.size(); i++) {
                Kind kind = table.heads.get(i).kind();
                if (kind == Kind.LEAD && cells.get(i) instanceof Estimate e) {
                    return Optional.of(e);
                }
            }
            return Optional.empty();
        }
    }

    public AgreementTable {
        heads = List.copyOf(heads);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /// The table for files: one kind of thing per column, numbers in full; intervals as two columns; at the
    /// end how the intervals were found and why what is empty is undefined.
    public Table tidy() {
        return table(false);
    }

    /// The table for people: intervals as words in one column.
    public Table printed() {
        return table(true);
    }

    private Table table(boolean people) {
        List<String> names = new ArrayList<>();
        List<Column> plain = new ArrayList<>();
        for (Head head : heads) {
            columns(head, people, plain);
        }
        if (!people) {
            plain.add(Column.text("interval", 40));
        }
        boolean undefined = lines.stream().anyMatch(line -> !reasons(line).isEmpty());
        if (undefined || !people) {
            plain.add(Column.text("undefined", 30));
        }
        plain.forEach(c -> names.add(c.name()));
        List<String> unique = Table.unique(names);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            columns.add(new Column(unique.get(i), plain.get(i).kind(), plain.get(i).width()));
        }
        return new Table(
                name,
                columns,
                sink -> {
                    for (Line line : lines) {
                        List<@Nullable Object> row = new ArrayList<>();
                        for (int i = 0; i < heads.size(); i++) {
                            values(heads.get(i), line.cells().get(i), people, row);
                        }
                        if (!people) {
                            row.add(methods(line));
                        }
                        if (undefined || !people) {
                            row.add(reasons(line));
                        }
                        sink.row(row.toArray());
                    }
                });
    }

    private static void columns(Head head, boolean people, List<Column> to) {
        switch (head.kind()) {
            case NAME, WORDS -> to.add(Column.text(head.name(), 30));
            case COUNT -> to.add(Column.whole(head.name()));
            case SHARE -> to.add(Column.share(head.name()));
            case COEFFICIENT, LEAD -> to.add(Column.number(head.name()));
            case INTERVAL -> ends(people ? head.name() : "", people, to);
            case MEASURED -> {
                to.add(Column.number(head.name()));
                ends(head.name(), people, to);
            }
            case TREND -> {}
        }
    }

    private static void ends(String name, boolean people, List<Column> to) {
        if (people) {
            to.add(Column.text(name.contains("interval") ? name : name + " interval", 18));
        } else {
            to.add(Column.number((name + " low").strip()));
            to.add(Column.number((name + " high").strip()));
        }
    }

    private static void values(Head head, Object cell, boolean people, List<@Nullable Object> row) {
        Optional<Estimate> e =
                cell instanceof Estimate some ? Optional.of(some) : Optional.<Estimate>empty();
        Double value = e.map(Estimate::value).orElse(null);
        switch (head.kind()) {
            case NAME, WORDS, COUNT -> row.add(cell.equals("") ? null : cell);
            case SHARE, COEFFICIENT, LEAD -> row.add(value);
            case INTERVAL -> ends(e, people, row);
            case MEASURED -> {
                row.add(value);
                ends(e, people, row);
            }
            case TREND -> {}
        }
    }

    private static void ends(Optional<Estimate> e, boolean people, List<@Nullable Object> row) {
        if (people) {
            row.add(e.map(AgreementTable::interval).orElse(null));
        } else {
            boolean point = e.isPresent() && e.get().ciLow() == e.get().ciHigh();
            row.add(point ? null : e.map(Estimate::ciLow).orElse(null));
            row.add(point ? null : e.map(Estimate::ciHigh).orElse(null));
        }
    }

    /// The interval of a coefficient in words; “not estimable” where there is none, "" when undefined.
    public static String interval(Estimate e) {
        if (!e.defined()) {
            return "";
        }
        return e.ciLow() < e.ciHigh()
                ? Words.decimals(e.ciLow(), 3) + " … " + Words.decimals(e.ciHigh(), 3)
                : "not estimable";
    }

    private static String methods(Line line) {
        return estimates(line).stream()
                .filter(Estimate::defined)
                .map(Estimate::interval)
                .filter(words -> !words.isEmpty() && !words.equals("none"))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String reasons(Line line) {
        Map<String, Set<String>> why = new LinkedHashMap<>();
        for (Estimate e : estimates(line)) {
            e.undefined()
                    .ifPresent(
                            reason ->
                                    why.computeIfAbsent(reason, r -> new LinkedHashSet<>())
                                            .add(e.statistic().label()));
        }
        return why.entrySet().stream()
                .map(x -> String.join(", ", x.getValue()) + ": " + x.getKey())
                .collect(Collectors.joining("; "));
    }

    private static List<Estimate> estimates(Line line) {
        List<Estimate> all = new ArrayList<>();
        for (Object cell : line.cells()) {
            if (cell instanceof Estimate e) {
                all.add(e);
            }
        }
        return all;
    }
}
