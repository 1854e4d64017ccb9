package org.concordqda.analysis;

import org.concordqda.agreement.RatingTable;

/// How many coders answered each unit of one dimension in one round. *Unsure* is not an answer.
///
/// @param none units asked that nobody answered
/// @param one units one coder answered
/// @param two units two coders answered
/// @param more units three or more coders answered
public record Coverage(int none, int one, int two, int more) {
    /// Of a table of ratings.
    public static Coverage of(RatingTable table) {
        int[] by = new int[4];
        for (int u = 0; u < table.units(); u++) {
            int answered = 0;
            for (int g = 0; g < table.coders().size(); g++) {
                answered += table.cell(u, g) >= 0 ? 1 : 0;
            }
            by[Math.min(3, answered)]++;
        }
        return new Coverage(by[0], by[1], by[2], by[3]);
    }

    /// All units.
    public int units() {
        return none + one + two + more;
    }
}
