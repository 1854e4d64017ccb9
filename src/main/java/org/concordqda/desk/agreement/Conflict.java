package org.concordqda.desk.agreement;

import org.concordqda.agreement.Confusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Two values that two coders gave the same units.
///
/// @param row the first coder's value, as an index
/// @param column the second coder's
/// @param count units
record Conflict(int row, int column, int count) {
    /// The cell off the diagonal with most units, or nothing when all agree.
    static Optional<Conflict> most(Confusion confusion) {
        return all(confusion, 1).stream().findFirst();
    }

    /// The cells off the diagonal, those with most units first.
    ///
    /// @param most how many at most
    static List<Conflict> all(Confusion confusion, int most) {
        List<Conflict> found = new ArrayList<>();
        int[][] counts = confusion.counts();
        for (int k = 0; k < counts.length; k++) {
            for (int l = 0; l < counts.length; l++) {
                if (k != l && counts[k][l] > 0) {
                    found.add(new Conflict(k, l, counts[k][l]));
                }
            }
        }
        found.sort(Comparator.comparingInt(Conflict::count).reversed());
        return found.subList(0, Math.min(most, found.size()));
    }
}
