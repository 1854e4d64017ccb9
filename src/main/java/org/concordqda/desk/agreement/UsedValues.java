package org.concordqda.desk.agreement;

import org.concordqda.agreement.Confusion;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which values of a confusion matrix are worth drawing: those the two coders used, and of too many the most
/// disputed.
///
/// @param shown categories drawn, in the codebook's order
/// @param used how many the two used at all
/// @param unused how many neither used
record UsedValues(List<Integer> shown, int used, int unused) {
    /// @param most how many can be drawn
    static UsedValues of(Confusion c, int most) {
        int q = c.categories().size();
        int[] rows = new int[q];
        int[] columns = new int[q];
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                rows[k] += c.counts()[k][l];
                columns[l] += c.counts()[k][l];
            }
        }
        List<Integer> used =
                IntStream.range(0, q).filter(k -> rows[k] + columns[k] > 0).boxed().toList();
        List<Integer> shown = used;
        if (used.size() > most) {
            shown =
                    used.stream()
                            .sorted(
                                    Comparator.comparingInt(
                                                    (Integer k) ->
                                                            rows[k]
                                                                    + columns[k]
                                                                    - 2 * c.counts()[k][k])
                                            .reversed())
                            .limit(most)
                            .sorted()
                            .toList();
        }
        return new UsedValues(shown, used.size(), q - used.size());
    }

    /// What is not drawn, in words; "" when all is.
    String left() {
        StringBuilder words = new StringBuilder();
        if (shown.size() < used) {
            words.append("The ").append(shown.size()).append(" most disputed of ").append(used);
            words.append(" used values. ");
        }
        if (unused > 0) {
            words.append(unused).append(unused == 1 ? " value unused." : " values unused.");
        }
        return words.toString().strip();
    }
}
