package org.concordqda.analysis;

import org.concordqda.agreement.RatingTable;

import java.util.HashMap;
import java.util.Map;

/// The two values that most often stood against each other.
///
/// @param one the value that comes first in the codebook
/// @param two the other
/// @param count pairs of ratings, over all pairs of coders; 0 when all agreed
record Frequent(String one, String two, int count) {
    static Frequent of(RatingTable table) {
        Map<Long, Integer> counts = new HashMap<>();
        int r = table.coders().size();
        for (int u = 0; u < table.units(); u++) {
            for (int g = 0; g < r; g++) {
                int a = table.cell(u, g);
                for (int h = g + 1; a >= 0 && h < r; h++) {
                    int b = table.cell(u, h);
                    if (b >= 0 && a != b) {
                        counts.merge(
                                ((long) Math.min(a, b) << 32) | Math.max(a, b), 1, Integer::sum);
                    }
                }
            }
        }
        long best = 0;
        int most = 0;
        for (Map.Entry<Long, Integer> e : counts.entrySet()) {
            // Of equals the first in the codebook's order, so that the same input gives the same
            // words.
            if (e.getValue() > most || (e.getValue() == most && e.getKey() < best)) {
                best = e.getKey();
                most = e.getValue();
            }
        }
        return most == 0
                ? new Frequent("", "", 0)
                : new Frequent(
                        table.categories().get((int) (best >>> 32)),
                        table.categories().get((int) best),
                        most);
    }
}
