package org.concordqda.study;

import org.concordqda.analysis.Column;
import org.concordqda.analysis.Cooccurrence;
import org.concordqda.analysis.Table;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.store.Blind;
import org.concordqda.store.Merges;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The tables of a summary that count codes: by source, by attribute, together. A rated code counts each unit
/// whose settled value holds it; a code on passages counts each passage.
final class CodeTables {
    /// An attribute with more values than this is an identifier or a text, not a group.
    private static final int MOST_VALUES = 30;

    private final ReportData data;

    /// How often each source has each code.
    private final Map<SourceId, Map<CodeId, Integer>> counts = new LinkedHashMap<>();

    private final List<CodeId> codes = new ArrayList<>();
    private final SummaryTables settled;
    private final int[] passageTurn;
    private final int[] passageSource;
    private final long[] passageCode;

    CodeTables(ReportData data, SummaryTables settled) {
        this.data = data;
        this.settled = settled;
        data.sources.keySet().forEach(s -> counts.put(s, new HashMap<>()));
        for (Dimension d : settled.values().keySet()) {
            Set<SourceId> whole = new HashSet<>();
            for (int u = 0; u < data.units.size(); u++) {
                SourceId source = data.units.get(u).source();
                boolean screening = d.scope() == org.concordqda.model.Scope.SOURCE;
                if (!screening || whole.add(source)) {
                    settled.codes(d, u).forEach(code -> count(source, code));
                }
            }
        }
        List<long[]> passages = passages();
        passageSource = passages.stream().mapToInt(p -> (int) p[0]).toArray();
        passageTurn = passages.stream().mapToInt(p -> (int) p[1]).toArray();
        passageCode = passages.stream().mapToLong(p -> p[2]).toArray();
        for (long[] p : passages) {
            count(new SourceId(p[0]), new CodeId(p[2]));
        }
        Set<CodeId> used = new HashSet<>();
        counts.values().forEach(m -> used.addAll(m.keySet()));
        data.codebook
                .dimensions()
                .forEach(
                        d ->
                                d.allCodes().stream()
                                        .filter(c -> used.remove(c.id()))
                                        .forEach(c -> codes.add(c.id())));
        used.stream().sorted(java.util.Comparator.comparingLong(CodeId::value)).forEach(codes::add);
    }

    private void count(SourceId source, CodeId code) {
        counts.computeIfAbsent(source, s -> new HashMap<>()).merge(code, 1, Integer::sum);
    }

    /// Source, turn (a number unique in the study) and code of every visible coding.
    private List<long[]> passages() {
        Turns turns = new Turns(data.study);
        List<long[]> found = new ArrayList<>();
        data.study
                .file()
                .read()
                .list(
                        "SELECT c.source, c.text, c.start, "
                                + Merges.through("c.code")
                                + " FROM coding c WHERE "
                                + Merges.countedOnce("c")
                                + " AND "
                                + Blind.visible("c")
                                + " ORDER BY c.source, c.text, c.start, c.id",
                        row ->
                                new long[] {
                                    row.number(1), row.number(2), row.number(3), row.number(4)
                                },
                        Blind.viewer(data.study.viewer()))
                .forEach(
                        c ->
                                found.add(
                                        new long[] {
                                            c[0],
                                            turns.at(c[1], (int) c[2])
                                                    .map(t -> t.id().value())
                                                    .orElse(0L),
                                            c[3]
                                        }));
        return found;
    }

    /// One row per source, one column per code in use.
    ///
    /// @param presence 0 and 1 instead of counts
    Table bySource(boolean presence) {
        List<String> names = new ArrayList<>(List.of("source id", "source", "kind"));
        codes.forEach(c -> names.add(head(c)));
        List<String> unique = Table.unique(names);
        List<Column> columns =
                new ArrayList<>(
                        List.of(
                                Column.id("source id"),
                                Column.text("source", 34),
                                Column.text("kind", 12)));
        unique.subList(3, unique.size())
                .forEach(name -> columns.add(new Column(name, Column.Kind.WHOLE, 14)));
        return new Table(
                presence ? "Code x source presence" : "Code x source",
                columns,
                sink ->
                        counts.forEach(
                                (source, own) -> {
                                    List<@Nullable Object> row = new ArrayList<>();
                                    Source s = data.sources.get(source);
                                    row.add(source.value());
                                    row.add(data.sourceKey(source));
                                    row.add(s == null ? null : Words.of(s.kind()));
                                    for (CodeId code : codes) {
                                        int n = own.getOrDefault(code, 0);
                                        row.add(presence ? Math.min(1, n) : n);
                                    }
                                    sink.row(row.toArray());
                                }));
    }

    /// For each attribute that groups sources: how many sources of each group have each code.
    Table byAttribute() {
        return new Table(
                "Code x attribute",
                List.of(
                        Column.text("attribute"),
                        Column.text("value", 26),
                        Column.whole("sources with value"),
                        Column.text("dimension", 26),
                        Column.id("code id"),
                        Column.text("code", 34),
                        Column.whole("sources with code"),
                        Column.whole("sources with both"),
                        Column.share("share of value"),
                        Column.share("share of code"),
                        Column.whole("occurrences")),
                sink -> data.attributeNames().forEach(a -> attribute(a, sink)));
    }

    private void attribute(String name, Table.Sink sink) {
        Map<String, List<SourceId>> groups = new TreeMap<>();
        data.attributes.forEach(
                (source, own) ->
                        Optional.ofNullable(own.get(name))
                                .ifPresent(
                                        value ->
                                                groups.computeIfAbsent(
                                                                value, v -> new ArrayList<>())
                                                        .add(source)));
        if (groups.isEmpty() || groups.size() > MOST_VALUES) {
            return;
        }
        for (CodeId code : codes) {
            long all = counts.values().stream().filter(own -> own.containsKey(code)).count();
            groups.forEach(
                    (value, sources) -> {
                        int both = 0;
                        int times = 0;
                        for (SourceId source : sources) {
                            int n = counts.getOrDefault(source, Map.of()).getOrDefault(code, 0);
                            both += n > 0 ? 1 : 0;
                            times += n;
                        }
                        if (both > 0) {
                            sink.row(
                                    name,
                                    value,
                                    sources.size(),
                                    data.dimensionOf(code).map(Dimension::name).orElse(""),
                                    code.value(),
                                    data.path(code),
                                    all,
                                    both,
                                    both / (double) sources.size(),
                                    both / (double) all,
                                    times);
                        }
                    });
        }
    }

    /// Pairs of codes found together: in a unit's settled values, in a source's passages, in one turn.
    Table together() {
        return new Table(
                "Co-occurrence",
                List.of(
                        Column.text("together in", 12),
                        Column.id("code A id"),
                        Column.text("dimension A"),
                        Column.text("code A", 34),
                        Column.id("code B id"),
                        Column.text("dimension B"),
                        Column.text("code B", 34),
                        Column.whole("count"),
                        Column.whole("with A"),
                        Column.whole("with B"),
                        Column.number("jaccard")),
                sink -> {
                    List<long[]> rated = new ArrayList<>();
                    for (Dimension d : settled.values().keySet()) {
                        for (int u = 0; u < data.units.size(); u++) {
                            for (CodeId code : settled.codes(d, u)) {
                                rated.add(new long[] {u, code.value()});
                            }
                        }
                    }
                    pairs(
                            "unit",
                            rated.stream().mapToInt(p -> (int) p[0]).toArray(),
                            rated.stream().mapToLong(p -> p[1]).toArray(),
                            sink);
                    pairs("source", passageSource, passageCode, sink);
                    int[] inTurn =
                            IntStream.range(0, passageTurn.length)
                                    .filter(i -> passageTurn[i] != 0)
                                    .toArray();
                    pairs(
                            "turn",
                            IntStream.of(inTurn).map(i -> passageTurn[i]).toArray(),
                            IntStream.of(inTurn).mapToLong(i -> passageCode[i]).toArray(),
                            sink);
                });
    }

    private void pairs(String where, int[] items, long[] of, Table.Sink sink) {
        for (Cooccurrence.Pair pair : Cooccurrence.of(items, of).pairs()) {
            CodeId a = new CodeId(pair.a());
            CodeId b = new CodeId(pair.b());
            sink.row(
                    where,
                    pair.a(),
                    data.dimensionOf(a).map(Dimension::name).orElse(""),
                    data.path(a),
                    pair.b(),
                    data.dimensionOf(b).map(Dimension::name).orElse(""),
                    data.path(b),
                    pair.count(),
                    pair.aItems(),
                    pair.bItems(),
                    pair.jaccard());
        }
    }

    private String head(CodeId code) {
        return data.dimensionOf(code).map(d -> d.name() + ": ").orElse("") + data.path(code);
    }
}
