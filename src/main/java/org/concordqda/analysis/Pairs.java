package org.concordqda.analysis;

import org.concordqda.agreement.RatingTable;

import java.util.ArrayList;
import java.util.List;

/// The pairs of coders of a table who rated units in common.
final class Pairs {
    private Pairs() {}

    /// Two coders.
    ///
    /// @param a index of the first
    /// @param b index of the second
    /// @param units how many units both rated
    record Pair(int a, int b, int units) {}

    static List<Pair> of(RatingTable table) {
        List<Pair> pairs = new ArrayList<>();
        int r = table.coders().size();
        for (int a = 0; a < r; a++) {
            for (int b = a + 1; b < r; b++) {
                int units = 0;
                for (int u = 0; u < table.units(); u++) {
                    units += table.cell(u, a) >= 0 && table.cell(u, b) >= 0 ? 1 : 0;
                }
                if (units > 0) {
                    pairs.add(new Pair(a, b, units));
                }
            }
        }
        return pairs;
    }
}
