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

    /// The codes of each distinct set, ascending.
    private final int[][] sets;

    private SetTable(List<String> codes, RatingTable exact, int[][] sets) {
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
        Found found = new Found(coders, codes, rows.size());
        for (List<Optional<BitSet>> row : rows) {
            found.sized(row);
            for (Optional<BitSet> cell : row) {
                cell.ifPresentOrElse(
                        set -> found.add(set.stream().toArray()), () -> found.missing());
            }
        }
        return found.table();
    }

    /// A table from written sets: codes divided by `|`, `{}` for coded with nothing, blank for not coded.
    /// The codes are those used, in the order of their code points.
    public static SetTable ofLabels(List<String> coders, List<List<String>> rows) {
        TreeSet<String> used = new TreeSet<>();
        rows.forEach(row -> row.forEach(cell -> used.addAll(written(cell))));
        List<String> codes = List.copyOf(used);
        Map<String, Integer> index = new HashMap<>();
        codes.forEach(code -> index.put(code, index.size()));
        Found found = new Found(coders, codes, rows.size());
        for (List<String> row : rows) {
            found.sized(row);
            for (String cell : row) {
                if (cell.isBlank()) {
                    found.missing();
                    continue;
                }
                found.add(
                        written(cell).stream()
                                .mapToInt(code -> index.getOrDefault(code, 0))
                                .sorted()
                                .distinct()
                                .toArray());
            }
        }
        return found.table();
    }

    /// The distinct sets met so far. A set is the list of its codes, so that a hundred thousand codes used
    /// once each cost what they say and not their square.
    private static final class Found {
        private final List<String> coders;
        private final List<String> codes;
        private final Map<List<Integer>, Integer> ids = new HashMap<>();
        private final List<int[]> sets = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final int[] cells;
        private int at;

        Found(List<String> coders, List<String> codes, int units) {
            this.coders = coders;
            this.codes = codes;
            cells = new int[units * coders.size()];
        }

        void sized(List<?> row) {
            if (row.size() != coders.size()) {
                throw new IllegalArgumentException(
                        "A unit has " + row.size() + " sets for " + coders.size() + " coders.");
            }
        }

        void missing() {
            cells[at++] = RatingTable.MISSING;
        }

        /// @param set ascending
        void add(int[] set) {
            if (set.length > 0 && set[set.length - 1] >= codes.size()) {
                throw new IllegalArgumentException(
                        "A set names code "
                                + (set[set.length - 1] + 1)
                                + " of "
                                + codes.size()
                                + ".");
            }
            List<Integer> key = Arrays.stream(set).boxed().toList();
            Integer id = ids.get(key);
            if (id == null) {
                id = sets.size();
                ids.put(key, id);
                sets.add(set);
                names.add(
                        set.length == 0
                                ? "{}"
                                : String.join("|", key.stream().map(codes::get).toList()));
            }
            cells[at++] = id;
        }

        SetTable table() {
            RatingTable exact = RatingTable.of(coders, names, cells).asListed(false);
            return new SetTable(codes, exact, sets.toArray(int[][]::new));
        }
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
            to[s] = holds(s, code) ? 1 : 0;
        }
        return exact.recoded(to, List.of("rest", codes.get(code)));
    }

    /// Whether the exact set holds a code.
    boolean holds(int set, int code) {
        return Arrays.binarySearch(sets[set], code) >= 0;
    }

    /// The agreement between the sets whose categories these are, or why it is not computed.
    WeightSets.Built closeness(SetDistance distance, int[] kept) {
        int[][] used = new int[kept.length][];
        for (int s = 0; s < kept.length; s++) {
            used[s] = sets[kept[s]];
        }
        return used.length <= WeightMatrix.LARGEST
                ? new WeightSets.Built(new SetCloseness(used, distance), "")
                : SharedCodes.of(used, distance);
    }
}
