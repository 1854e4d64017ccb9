package org.concordqda.desk.agreement;

import org.concordqda.agreement.Confusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The sentence that explains a puzzling coefficient of two coders: a value one of them never uses, one
/// conflict that makes most of the disagreement, or so little variation that chance explains the agreement.
/// Pure functions.
final class Why {
    private Why() {}

    /// A conflict of two values.
    ///
    /// @param row the first coder's value, as an index
    /// @param column the second coder's
    /// @param count units
    record Conflict(int row, int column, int count) {}

    /// The cell off the diagonal with most units, or nothing when all agree.
    static Optional<Conflict> conflict(Confusion confusion) {
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

    /// What explains the number, one sentence each; empty when nothing stands out.
    static List<String> sentences(Confusion c) {
        List<String> found = new ArrayList<>();
        int n = c.n();
        if (n == 0) {
            return found;
        }
        never(c, n, c.first(), c.second(), true).ifPresent(found::add);
        never(c, n, c.second(), c.first(), false).ifPresent(found::add);
        int disagreements = n - (int) Math.round(c.observed() * n);
        conflict(c)
                .filter(x -> disagreements >= 3 && x.count() * 10 >= disagreements * 4)
                .ifPresent(
                        x ->
                                found.add(
                                        x.count()
                                                + " of the "
                                                + disagreements
                                                + " disagreements are one conflict, "
                                                + c.categories().get(x.row())
                                                + " against "
                                                + c.categories().get(x.column())
                                                + ": more likely two readings of the definition"
                                                + " than slips."));
        if (c.observed() >= 0.8 && c.kappa() < 0.6) {
            int most = 0;
            for (int k = 0; k < c.counts().length; k++) {
                if (c.row(k) + c.column(k) > c.row(most) + c.column(most)) {
                    most = k;
                }
            }
            long share = Math.round(50.0 * (c.row(most) + c.column(most)) / n);
            found.add(
                    "The coders agree on "
                            + Math.round(100 * c.observed())
                            + " % of the units, but "
                            + share
                            + " % of all ratings are "
                            + c.categories().get(most)
                            + "; chance alone would give "
                            + Math.round(100 * c.expected())
                            + " %, so kappa is low although little is disputed.");
        }
        return found;
    }

    private static Optional<String> never(
            Confusion c, int n, String one, String other, boolean rows) {
        for (int k = 0; k < c.counts().length; k++) {
            int own = rows ? c.row(k) : c.column(k);
            int theirs = rows ? c.column(k) : c.row(k);
            if (own == 0 && theirs * 5 >= n && theirs >= 3) {
                return Optional.of(
                        one
                                + " never uses "
                                + c.categories().get(k)
                                + "; "
                                + other
                                + " uses it for "
                                + theirs
                                + " of "
                                + n
                                + " units.");
            }
        }
        return Optional.empty();
    }
}
