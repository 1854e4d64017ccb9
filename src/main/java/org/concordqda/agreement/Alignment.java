package org.concordqda.agreement;

import java.util.Arrays;
import java.util.Optional;

/// The best alignment of a continuum: every unit in one tuple of at most one unit per coder, cheapest in
/// sum; the cost of a tuple is the mean over all pairs of coders, an empty place costing Δ∅ in each of its
/// pairs. Two coders are an assignment problem; three or more a set partition, see [TupleAlignment].
///
/// @param cost of the whole
/// @param share of each unit in the cost
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record Alignment(double cost, double[] share) {

    /// Empty when three or more coders and too many possibilities.
    static Optional<Alignment> best(GammaUnits units, GammaOptions options) {
        return units.coders() == 2
                ? Optional.of(pairs(units, options))
                : TupleAlignment.best(units, options);
    }

    /// How far apart the middles of two units may lie, in halves of their lengths' sum, for their distance
    /// to stay below a bound: |Δs| + |Δe| is at least twice the distance of the middles.
    static double reach(double bound, GammaOptions o) {
        return o.alpha() == 0
                ? Double.POSITIVE_INFINITY
                : Math.sqrt(bound / (o.alpha() * o.empty())) / 2;
    }

    private static Alignment pairs(GammaUnits units, GammaOptions options) {
        int rows = units.first()[1];
        int n = units.size();
        double both = 2 * options.empty();
        double reach = reach(both, options);
        double longest = 0;
        for (int v = rows; v < n; v++) {
            longest = Math.max(longest, units.length(v));
        }
        int[] first = new int[rows + 1];
        int[] column = new int[Math.max(16, 8 * rows)];
        double[] gain = new double[column.length];
        int edges = 0;
        int from = rows;
        for (int u = 0; u < rows; u++) {
            double middle = units.middle(u);
            // The window only moves on as far as the longest unit of this coder allows.
            double window = reach * (units.length(u) + longest);
            while (from > rows && units.middle(from - 1) >= middle - window) {
                from--;
            }
            while (from < n && units.middle(from) < middle - window) {
                from++;
            }
            for (int v = from; v < n && units.middle(v) <= middle + window; v++) {
                double saved = both - units.distance(u, v, options);
                if (saved > 0) {
                    if (edges == column.length) {
                        column = Arrays.copyOf(column, 2 * edges);
                        gain = Arrays.copyOf(gain, 2 * edges);
                    }
                    column[edges] = v - rows;
                    gain[edges++] = saved;
                }
            }
            first[u + 1] = edges;
        }
        int[] matches = new SparseAssignment(rows, n - rows, first, column, gain).matches();
        double[] share = new double[n];
        Arrays.fill(share, options.empty());
        for (int u = 0; u < rows; u++) {
            if (matches[u] >= 0) {
                int v = rows + matches[u];
                double half = units.distance(u, v, options) / 2;
                share[u] = half;
                share[v] = half;
            }
        }
        return new Alignment(Arrays.stream(share).sum(), share);
    }
}
