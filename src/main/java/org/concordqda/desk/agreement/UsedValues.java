package org.concordqda.desk.agreement;

import org.concordqda.agreement.Confusion;
import org.concordqda.text.Words;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which values of a confusion matrix are worth drawing: those the two coders used, and of too many the most
/// disputed.
///
/// @param shown categories drawn, in the codebook's order
/// @param used how many the two used at all
/// @param unused how many neither used
/// @param pairs how many pairs of values occur
record UsedValues(List<Integer> shown, int used, int unused, int pairs) {
    /// @param most how many can be drawn
    static UsedValues of(Confusion c, int most) {
        int q = c.categories().size();
        int[] disputed = new int[q];
        for (Confusion.Cell cell : c.cells()) {
            disputed[cell.row()] += cell.same() ? 0 : cell.count();
            disputed[cell.column()] += cell.same() ? 0 : cell.count();
        }
        List<Integer> used =
                IntStream.range(0, q).filter(k -> c.row(k) + c.column(k) > 0).boxed().toList();
        List<Integer> shown = used;
        if (used.size() > most) {
            shown =
                    used.stream()
                            .sorted(Comparator.comparingInt((Integer k) -> -disputed[k]))
                            .limit(most)
                            .sorted()
                            .toList();
        }
        return new UsedValues(shown, used.size(), q - used.size(), c.cells().size());
    }

    /// What is not drawn, in words; "" when all is.
    String left() {
        StringBuilder words = new StringBuilder();
        if (shown.size() < used) {
            words.append("Drawn are the ").append(shown.size()).append(" most disputed of ");
            words.append(used).append(" used values; all ").append(pairs);
            words.append(" pairs are in the sheet “Confusion” of agreement.xlsx. ");
        }
        if (unused > 0) {
            words.append(Words.counted(unused, "value")).append(" unused.");
        }
        return words.toString().strip();
    }
}
