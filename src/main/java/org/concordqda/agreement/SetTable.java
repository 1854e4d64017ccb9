package org.concordqda.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Units × coders, each cell a set of codes. “Coded with nothing” (the empty set) is a value; “did not
/// code” is missing. Immutable, any thread. Underneath every distinct set is one category, so the exact
/// sets are a [RatingTable] of their own.
public final class SetTable {
    private final List<String> codes;
    private final RatingTable exact;
    private final long[][] sets;

    private SetTable(List<String> codes, RatingTable exact, long[][] sets) {
        this.codes = List.copyOf(codes);
        this.exact = exact;
        this.sets = sets;
    }

    /// A table from bit sets.
    ///
    /// @param codes their names; bit k is code k
    /// @param rows per unit one set per coder, empty optional for “did not code”
    public static SetTable of(
            List<String> coders, List<String> codes, List<List<Optional<BitSet>>> rows) {
        Map<BitSet, Integer> ids = new HashMap<>();
        List<long[]> sets = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int words = Math.max(1, (codes.size() + 63) / 64);
        int[] cells = new int[rows.size() * coders.size()];
        int i = 0;
        for (List<Optional<BitSet>> row : rows) {
            if (row.size() != coders.size()) {
                throw new IllegalArgumentException(
                        "A unit has " + row.size() + " sets for " + coders.size() + " coders.");
            }
            for (Optional<BitSet> cell : row) {
                if (cell.isEmpty()) {
                    cells[i++] = RatingTable.MISSING;
                    continue;
                }
                BitSet set = cell.get();
                if (set.length() > codes.size()) {
                    throw new IllegalArgumentException(
                            "A set names code " + set.length() + " of " + codes.size() + ".");
                }
                Integer id = ids.get(set);
                if (id == null) {
                    id = sets.size();
                    ids.put((BitSet) set.clone(), id);
                    sets.add(Arrays.copyOf(set.toLongArray(), words));
                    names.add(name(set, codes));
                }
                cells[i++] = id;
            }
        }
        RatingTable exact = RatingTable.of(coders, names, cells).asListed(false);
        return new SetTable(codes, exact, sets.toArray(long[][]::new));
    }

    /// A table from written sets: codes divided by `|`, `{}` for coded with nothing, blank for not coded.
    /// The codes are those used, in the order of their code points.
    public static SetTable ofLabels(List<String> coders, List<List<String>> rows) {
        TreeSet<String> used = new TreeSet<>();
        rows.forEach(row -> row.forEach(cell -> used.addAll(written(cell))));
        List<String> codes = List.copyOf(used);
        Map<String, Integer> index = new HashMap<>();
        codes.forEach(code -> index.put(code, index.size()));
        List<List<Optional<BitSet>>> cells = new ArrayList<>();
        for (List<String> row : rows) {
            List<Optional<BitSet>> sets = new ArrayList<>();
            for (String cell : row) {
                if (cell.isBlank()) {
                    sets.add(Optional.empty());
                    continue;
                }
                BitSet set = new BitSet();
                written(cell).forEach(code -> set.set(index.getOrDefault(code, 0)));
                sets.add(Optional.of(set));
            }
            cells.add(sets);
        }
        return of(coders, codes, cells);
    }

    private static List<String> written(String cell) {
        if (cell.isBlank() || cell.strip().equals("{}")) {
            return List.of();
        }
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static String name(BitSet set, List<String> codes) {
        return set.isEmpty() ? "{}" : String.join("|", set.stream().mapToObj(codes::get).toList());
    }

    /// The same with each unit in a cluster, as [RatingTable#withClusters].
    public SetTable withClusters(int[] clusterOfUnit, String name) {
        return new SetTable(codes, exact.withClusters(clusterOfUnit, name), sets);
    }

    /// The same without one coder.
    public SetTable withoutCoder(int coder) {
        return new SetTable(codes, exact.withoutCoder(coder), sets);
    }

    /// Only these units.
    public SetTable onlyUnits(int... chosen) {
        return new SetTable(codes, exact.onlyUnits(chosen), sets);
    }

    public List<String> codes() {
        return codes;
    }

    /// Each distinct set as one category; with one code in every set this is the table of those codes.
    public RatingTable exact() {
        return exact;
    }

    /// One code: 1 where the set holds it, 0 where it does not, missing where the coder did not code.
    public RatingTable presence(int code) {
        int[] to = new int[sets.length];
        for (int s = 0; s < sets.length; s++) {
            to[s] = (int) (sets[s][code / 64] >>> (code % 64) & 1);
        }
        return exact.recoded(to, List.of("rest", codes.get(code)));
    }

    /// Whether the exact set holds a code.
    boolean holds(int set, int code) {
        return (sets[set][code / 64] >>> (code % 64) & 1) != 0;
    }

    /// The agreement between the sets whose categories these are.
    WeightMatrix closeness(SetDistance distance, int[] kept) {
        long[][] used = new long[kept.length][];
        for (int s = 0; s < kept.length; s++) {
            used[s] = sets[kept[s]];
        }
        return new SetCloseness(used, distance);
    }
}
