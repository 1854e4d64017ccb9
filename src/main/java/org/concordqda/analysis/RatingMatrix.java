package org.concordqda.analysis;

import org.concordqda.agreement.CategoryTree;
import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.SetTable;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderId;
import org.concordqda.model.Dimension;
import org.concordqda.model.Scale;
import org.concordqda.model.Special;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ratings of one dimension in one round as units × coders, with what must be printed beside every
/// coefficient.
///
/// @param dimension the dimension
/// @param coders who rated in this round, in the table's order
/// @param rows the units, in the table's order
/// @param table category per cell; for a MANY dimension each distinct set is a category; for passages no cell
///     holds anything, for what was coded is not a value per source
/// @param sets per category of the table the codes it stands for; empty lists when read as written
/// @param pairable units that at least two coders rated on this dimension
/// @param missing ratings that coders who rated the unit elsewhere did not give here
/// @param unmatched units that only one coder rated at all in this round
/// @param unsure answers *Unsure*: no answer, never an agreement
/// @param askedOfOne units where the question was asked of one coder only
/// @param seen units that one of the coders had rated in an earlier round
public record RatingMatrix(
        Dimension dimension,
        List<CoderId> coders,
        List<UnitRow> rows,
        RatingTable table,
        List<List<CodeId>> sets,
        int pairable,
        int missing,
        int unmatched,
        int unsure,
        int askedOfOne,
        int seen) {
    /// A unit of the matrix.
    ///
    /// @param source row id of the source
    /// @param unit row id of the unit, 0 for the whole source
    public record UnitRow(int source, int unit) {}

    public RatingMatrix {
        coders = List.copyOf(coders);
        rows = List.copyOf(rows);
        sets = List.copyOf(sets);
    }

    /// What a coder gave a unit, as an index into the categories; negative when nothing.
    public int cell(int unit, int coder) {
        return table.cell(unit, coder);
    }

    /// The same cells as sets of codes, for coefficients that know when two sets are alike: a MANY dimension
    /// that was not read as written.
    public SetTable setTable() {
        Map<CodeId, Integer> bits = new LinkedHashMap<>();
        Set<CodeId> used = new HashSet<>();
        sets.forEach(used::addAll);
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Code code : dimension.allCodes()) {
            if (used.remove(code.id())) {
                bits.put(code.id(), bits.size());
                names.add(
                        taken.add(code.name())
                                ? code.name()
                                : dimension.path(code.id()).orElse(code.name()));
            }
        }
        for (CodeId gone : used) {
            bits.put(gone, bits.size());
            names.add("(removed code " + gone.value() + ")");
        }
        List<Optional<BitSet>> values = new ArrayList<>();
        for (List<CodeId> set : sets) {
            BitSet value = new BitSet();
            set.forEach(c -> value.set(bits.getOrDefault(c, 0)));
            values.add(Optional.of(value));
        }
        List<List<Optional<BitSet>>> cells = new ArrayList<>(table.units());
        for (int u = 0; u < table.units(); u++) {
            List<Optional<BitSet>> row = new ArrayList<>(table.coders().size());
            for (int g = 0; g < table.coders().size(); g++) {
                int cell = table.cell(u, g);
                row.add(cell < 0 ? Optional.empty() : values.get(cell));
            }
            cells.add(row);
        }
        return SetTable.of(table.coders(), names, cells)
                .withClusters(rows.stream().mapToInt(UnitRow::source).toArray(), "source");
    }

    /// Whether the values have an order: one value per unit of an ordinal dimension, read as codes.
    public boolean ordered() {
        return dimension.scale() == Scale.ORDINAL
                && dimension.choice() == Choice.ONE
                && sets.stream().noneMatch(List::isEmpty);
    }

    /// The ratings on the scale of an [#ordered] dimension, categories in the codebook's order. Special values
    /// (*Not applicable*, *Not mentioned*, *Other*) have no rank and are left out.
    public RatingTable ranked() {
        int[] to = new int[sets.size()];
        List<String> names = new ArrayList<>();
        Set<CodeId> ranks = ranks();
        for (int c = 0; c < to.length; c++) {
            boolean on = ranks.containsAll(sets.get(c));
            to[c] = on ? names.size() : RatingTable.MISSING;
            if (on) {
                names.add(table.categories().get(c));
            }
        }
        return table.recoded(to, names);
    }

    /// How many ratings have a value without a rank.
    public int unranked() {
        Set<CodeId> ranks = ranks();
        int n = 0;
        for (int u = 0; u < table.units(); u++) {
            for (int g = 0; g < table.coders().size(); g++) {
                int cell = table.cell(u, g);
                n += cell >= 0 && !ranks.containsAll(sets.get(cell)) ? 1 : 0;
            }
        }
        return n;
    }

    private Set<CodeId> ranks() {
        Set<CodeId> ranks = new HashSet<>();
        for (Code code : dimension.allCodes()) {
            if (code.special() == Special.ORDINARY) {
                ranks.add(code.id());
            }
        }
        return ranks;
    }

    /// The ratings with the tree their values stand in, for weights by distance in the tree; empty where no
    /// value lies under another, or values are sets or as written.
    public Optional<RatingTable> inTree() {
        if (dimension.choice() != Choice.ONE || sets.stream().anyMatch(List::isEmpty)) {
            return Optional.empty();
        }
        Map<CodeId, List<String>> paths = new LinkedHashMap<>();
        dimension.codes().forEach(root -> climb(root, List.of(), paths));
        List<List<String>> leaves = new ArrayList<>();
        for (List<CodeId> set : sets) {
            CodeId id = set.getFirst();
            leaves.add(paths.getOrDefault(id, List.of(String.valueOf(id.value()))));
        }
        return leaves.stream().anyMatch(path -> path.size() > 1)
                ? Optional.of(table.withTree(new CategoryTree(leaves)))
                : Optional.empty();
    }

    private static void climb(Code code, List<String> above, Map<CodeId, List<String>> paths) {
        List<String> path = new ArrayList<>(above);
        path.add(String.valueOf(code.id().value()));
        paths.put(code.id(), path);
        code.children().forEach(child -> climb(child, path, paths));
    }
}
