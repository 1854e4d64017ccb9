package org.concordqda.agreement;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Units × coders, each cell the index of a category or [#MISSING]. Immutable and safe to share; the
/// arrays given are copied. Cells lie unit after unit in one `int[]`, so a million units by two coders
/// are 8 MB.
///
/// The categories are either *listed* (the codebook's: they count for AC, Brennan–Prediger and ranks even
/// when nobody used them) or, from [#ofLabels(List, List)], those used: then categories that a selection
/// of units or a missing policy leaves without a rating do not count.
public final class RatingTable {
    /// The cell of a coder who did not rate the unit.
    public static final int MISSING = -1;

    private final List<String> coders;
    private final List<String> categories;
    private final double @Nullable [] values;
    private final int[] cells;
    private final int units;
    private final int @Nullable [] clusters;
    private final String clusterName;
    private final boolean listed;
    private final @Nullable CategoryTree tree;

    private RatingTable(
            List<String> coders,
            List<String> categories,
            int[] cells,
            int @Nullable [] clusters,
            String clusterName,
            boolean listed,
            @Nullable CategoryTree tree) {
        this.coders = List.copyOf(coders);
        this.categories = List.copyOf(categories);
        this.cells = cells;
        this.units = coders.isEmpty() ? 0 : cells.length / coders.size();
        this.clusters = clusters;
        this.clusterName = clusterName;
        this.listed = listed;
        this.tree = tree;
        this.values = WrittenLabels.values(this.categories).orElse(null);
    }

    /// A table from cells, unit after unit.
    ///
    /// @param cells `units × coders` indices into `categories`, or [#MISSING]
    /// @throws IllegalArgumentException with a sentence when the sizes or an index do not fit
    public static RatingTable of(List<String> coders, List<String> categories, int[] cells) {
        if (coders.isEmpty() ? cells.length > 0 : cells.length % coders.size() != 0) {
            throw new IllegalArgumentException(
                    cells.length + " cells do not fill rows of " + coders.size() + " coders.");
        }
        int q = categories.size();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] < MISSING || cells[i] >= q) {
                throw new IllegalArgumentException(
                        "Unit "
                                + (i / coders.size() + 1)
                                + " carries category "
                                + cells[i]
                                + " of "
                                + q
                                + ".");
            }
        }
        return new RatingTable(coders, categories, cells.clone(), null, "cluster", true, null);
    }

    /// A table from written labels; blank means missing. The categories are those used, in the order of
    /// their numbers, or of their code points when one is not a number.
    ///
    /// @param rows one list per unit, as long as `coders`
    public static RatingTable ofLabels(List<String> coders, List<List<String>> rows) {
        List<String> used = WrittenLabels.used(rows);
        int[] cells = WrittenLabels.cells(coders.size(), rows, used);
        return new RatingTable(coders, used, cells, null, "cluster", false, null);
    }

    /// A table from written labels and the list of the codebook, in its order.
    ///
    /// @throws IllegalArgumentException when a label is not in the list
    public static RatingTable ofLabels(
            List<String> coders, List<List<String>> rows, List<String> categories) {
        return of(coders, categories, WrittenLabels.cells(coders.size(), rows, categories));
    }

    /// The same ratings with each unit in a cluster (its source, its paragraph …), for the cluster bootstrap.
    ///
    /// @param clusterOfUnit any non-negative numbers, one per unit
    /// @param name what a cluster is, as printed: “source”
    public RatingTable withClusters(int[] clusterOfUnit, String name) {
        if (clusterOfUnit.length != units) {
            throw new IllegalArgumentException(
                    clusterOfUnit.length + " clusters were given for " + units + " units.");
        }
        return new RatingTable(
                coders, categories, cells, WrittenLabels.dense(clusterOfUnit), name, listed, tree);
    }

    public List<String> coders() {
        return coders;
    }

    public List<String> categories() {
        return categories;
    }

    /// The categories as numbers, when every one of them is a number.
    public Optional<double[]> values() {
        return values == null ? Optional.empty() : Optional.of(values.clone());
    }

    public int units() {
        return units;
    }

    /// The category of a unit by a coder, or [#MISSING].
    public int cell(int unit, int coder) {
        return cells[unit * coders.size() + coder];
    }

    /// Whether the categories are the codebook's, so that unused ones count too.
    public boolean listed() {
        return listed;
    }

    /// The same table with its categories taken as the codebook's list, or as those that were used.
    public RatingTable asListed(boolean changed) {
        return new RatingTable(coders, categories, cells, clusters, clusterName, changed, tree);
    }

    public boolean clustered() {
        return clusters != null;
    }

    /// What a cluster is, as printed.
    public String clusterName() {
        return clusterName;
    }

    /// The same units seen by some of the coders, in the order given.
    public RatingTable onlyCoders(int... chosen) {
        int r = coders.size();
        int s = chosen.length;
        int[] kept = new int[units * s];
        for (int u = 0; u < units; u++) {
            for (int g = 0; g < s; g++) {
                kept[u * s + g] = cells[u * r + chosen[g]];
            }
        }
        List<String> names = Arrays.stream(chosen).mapToObj(coders::get).toList();
        return new RatingTable(names, categories, kept, clusters, clusterName, listed, tree);
    }

    /// The same table without one coder.
    public RatingTable withoutCoder(int coder) {
        int[] rest = new int[coders.size() - 1];
        for (int g = 0, k = 0; g < coders.size(); g++) {
            if (g != coder) {
                rest[k++] = g;
            }
        }
        return onlyCoders(rest);
    }

    /// Only these units, in the order given (one may come twice).
    public RatingTable onlyUnits(int... chosen) {
        int r = coders.size();
        int[] kept = new int[chosen.length * r];
        int[] own = clusters == null ? null : new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(cells, chosen[i] * r, kept, i * r, r);
            if (own != null && clusters != null) {
                own[i] = clusters[chosen[i]];
            }
        }
        return new RatingTable(
                coders,
                categories,
                kept,
                own == null ? null : WrittenLabels.dense(own),
                clusterName,
                listed,
                tree);
    }

    /// The same units in other categories: level of a tree, spelling folded, special codes taken out.
    ///
    /// @param to for each category its new one, or [#MISSING]
    public RatingTable recoded(int[] to, List<String> newCategories) {
        int[] mapped = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            mapped[i] = cells[i] < 0 ? MISSING : to[cells[i]];
        }
        RatingTable table = of(coders, newCategories, mapped);
        return new RatingTable(
                coders, newCategories, table.cells, clusters, clusterName, listed, null);
    }

    /// The same table with the tree its categories are the leaves of, for [Weights#TREE].
    ///
    /// @throws IllegalArgumentException when the tree has another number of leaves
    public RatingTable withTree(CategoryTree leaves) {
        if (leaves.paths().size() != categories.size()) {
            throw new IllegalArgumentException(
                    leaves.paths().size() + " paths for " + categories.size() + " categories.");
        }
        return new RatingTable(coders, categories, cells, clusters, clusterName, listed, leaves);
    }

    /// The same ratings at a level of the tree, 1 being the top: each category becomes its ancestor there
    /// (or stays, where its path is shorter). Needs [#withTree].
    public RatingTable atLevel(int level) {
        if (tree == null) {
            throw new IllegalStateException("These categories have no tree.");
        }
        return tree.at(this, level);
    }

    /// One category against the rest: two categories, “rest” and the chosen one.
    public RatingTable against(int category) {
        int[] to = new int[categories.size()];
        to[category] = 1;
        return recoded(to, List.of("rest", categories.get(category)));
    }

    int[] cells() {
        return cells;
    }

    int @Nullable [] clusters() {
        return clusters;
    }

    double @Nullable [] numbers() {
        return values;
    }

    @Nullable CategoryTree tree() {
        return tree;
    }
}
