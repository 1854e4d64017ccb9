package org.concordqda.desk.agreement;

import org.concordqda.agreement.Confusion;

import java.util.Optional;

/// Two values that two coders gave the same units.
///
/// @param row the first coder's value, as an index
/// @param column the second coder's
/// @param count units
record Conflict(int row, int column, int count) {
    /// The cell off the diagonal with most units, or nothing when all agree.
    static Optional<Conflict> most(Confusion confusion) {
        Conflict most = new Conflict(0, 0, 0);
        int[][] counts = confusion.counts();
        for (int k = 0; k < counts.length; k++) {
            for (int l = 0; l < counts.length; l++) {
                if (k != l && counts[k][l] > most.count()) {
                    most = new Conflict(k, l, counts[k][l]);
                }
            }
        }
        return most.count() == 0 ? Optional.empty() : Optional.of(most);
    }
}
