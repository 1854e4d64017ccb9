package org.concordqda.analysis;

import org.concordqda.agreement.RatingTable;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Special;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The tables that set two coders against each other: code by code, and value against value.
public final class PairTables {
    private PairTables() {}

    /// Each code against the rest, for each pair of coders: who used it where. Codes neither of the two
    /// used are left out.
    public static Table byCode(AgreementReport report) {
        List<Column> columns = new ArrayList<>(CoefficientTables.place());
        columns.addAll(
                List.of(
                        Column.id("code id"),
                        Column.text("code", 40),
                        Column.text("coder A"),
                        Column.text("coder B"),
                        Column.whole("both"),
                        Column.whole("A only"),
                        Column.whole("B only"),
                        Column.whole("neither"),
                        Column.share("positive agreement"),
                        Column.number("cohen_kappa"),
                        Column.number("krippendorff_alpha"),
                        Column.share("prevalence"),
                        Column.share("prevalence index"),
                        Column.share("bias index")));
        return new Table(
                "By code", columns, sink -> report.results().forEach(d -> byCode(d, sink)));
    }

    private static void byCode(DimensionAgreement d, Table.Sink sink) {
        RatingMatrix m = d.matrix();
        for (Code code : m.dimension().allCodes()) {
            if (code.special() == Special.UNSURE || code.special() == Special.NONE_OF_THESE) {
                continue;
            }
            boolean[] has = holds(m.sets(), code.id());
            for (Pairs.Pair pair : Pairs.of(m.table())) {
                TwoByTwo two = TwoByTwo.of(m.table(), pair, has);
                if (two.both() + two.onlyA() + two.onlyB() == 0) {
                    continue;
                }
                List<@Nullable Object> row = new ArrayList<>(CoefficientTables.placed(d));
                row.add(code.id().value());
                row.add(m.dimension().path(code.id()).orElse(code.name()));
                row.add(m.table().coders().get(pair.a()));
                row.add(m.table().coders().get(pair.b()));
                row.add(two.both());
                row.add(two.onlyA());
                row.add(two.onlyB());
                row.add(two.neither());
                row.add(two.positiveAgreement());
                row.add(two.kappa());
                row.add(two.alpha());
                row.add(two.prevalence());
                row.add(two.prevalenceIndex());
                row.add(two.biasIndex());
                sink.row(row.toArray());
            }
        }
    }

    private static boolean[] holds(List<List<CodeId>> sets, CodeId code) {
        boolean[] has = new boolean[sets.size()];
        for (int s = 0; s < has.length; s++) {
            has[s] = sets.get(s).contains(code);
        }
        return has;
    }

    /// Values of one coder against those of the other, one pair of values per row.
    public static Table confusion(AgreementReport report) {
        List<Column> columns = new ArrayList<>(CoefficientTables.place());
        columns.addAll(
                List.of(
                        Column.text("coder A"),
                        Column.text("coder B"),
                        Column.text("value of A", 34),
                        Column.text("value of B", 34),
                        Column.flag("agree"),
                        Column.whole("count")));
        return new Table(
                "Confusion",
                columns,
                sink -> {
                    for (DimensionAgreement d : report.results()) {
                        RatingTable table = d.matrix().table();
                        for (Pairs.Pair pair : Pairs.of(table)) {
                            counts(table, pair)
                                    .forEach(
                                            (key, count) -> {
                                                List<@Nullable Object> row =
                                                        new ArrayList<>(
                                                                CoefficientTables.placed(d));
                                                int a = (int) (key >>> 32);
                                                int b = key.intValue();
                                                row.add(table.coders().get(pair.a()));
                                                row.add(table.coders().get(pair.b()));
                                                row.add(table.categories().get(a));
                                                row.add(table.categories().get(b));
                                                row.add(a == b);
                                                row.add(count);
                                                sink.row(row.toArray());
                                            });
                        }
                    }
                });
    }

    /// One matrix of a dimension: for each round and pair a block of rows, one per value of A; one column
    /// per value of B, over all blocks. Values nobody used are left out.
    ///
    /// @param results the same dimension in one or more rounds
    public static Table matrix(List<DimensionAgreement> results) {
        List<String> values = used(results);
        List<Column> columns =
                new ArrayList<>(
                        List.of(
                                Column.text("round"),
                                Column.text("coder A"),
                                Column.text("coder B"),
                                Column.text("value of A", 34)));
        List<String> names = new ArrayList<>(List.of("round", "coder A", "coder B", "value of A"));
        names.addAll(values.stream().map(v -> "B: " + v).toList());
        names.add("n");
        List<String> unique = Table.unique(names);
        unique.subList(4, unique.size()).forEach(name -> columns.add(Column.whole(name)));
        return new Table(
                "Matrix " + results.getFirst().matrix().dimension().name(),
                columns,
                sink -> results.forEach(d -> block(d, values, sink)));
    }

    /// How many value columns the matrix of these results has.
    public static int matrixWidth(List<DimensionAgreement> results) {
        return used(results).size();
    }

    private static void block(DimensionAgreement d, List<String> values, Table.Sink sink) {
        RatingTable table = d.matrix().table();
        for (Pairs.Pair pair : Pairs.of(table)) {
            int[][] counts = new int[values.size()][values.size()];
            counts(table, pair)
                    .forEach(
                            (key, count) ->
                                    counts[
                                                    values.indexOf(
                                                            table.categories()
                                                                    .get((int) (key >>> 32)))][
                                                    values.indexOf(
                                                            table.categories()
                                                                    .get(key.intValue()))] +=
                                            count);
            for (int v = 0; v < values.size(); v++) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(d.round().name());
                row.add(table.coders().get(pair.a()));
                row.add(table.coders().get(pair.b()));
                row.add(values.get(v));
                Arrays.stream(counts[v]).forEach(row::add);
                row.add(Arrays.stream(counts[v]).sum());
                sink.row(row.toArray());
            }
        }
    }

    private static List<String> used(List<DimensionAgreement> results) {
        Map<String, Boolean> used = new LinkedHashMap<>();
        for (DimensionAgreement d : results) {
            RatingTable table = d.matrix().table();
            table.categories().forEach(c -> used.putIfAbsent(c, false));
            for (Pairs.Pair pair : Pairs.of(table)) {
                for (long key : counts(table, pair).keySet()) {
                    used.put(table.categories().get((int) (key >>> 32)), true);
                    used.put(table.categories().get((int) key), true);
                }
            }
        }
        return used.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    }

    /// Pairs of categories packed into a long, in the codebook's order, with how often.
    private static Map<Long, Integer> counts(RatingTable table, Pairs.Pair pair) {
        Map<Long, Integer> counts = new java.util.TreeMap<>();
        IntStream.range(0, table.units())
                .filter(u -> table.cell(u, pair.a()) >= 0 && table.cell(u, pair.b()) >= 0)
                .forEach(
                        u ->
                                counts.merge(
                                        ((long) table.cell(u, pair.a()) << 32)
                                                | table.cell(u, pair.b()),
                                        1,
                                        Integer::sum));
        return counts;
    }
}
