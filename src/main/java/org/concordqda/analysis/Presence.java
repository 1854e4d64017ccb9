package org.concordqda.analysis;

import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.SetTable;
import org.concordqda.model.Choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One code against the rest in a rating matrix, whether its cells hold one value or a set.
///
/// @param matrix the ratings
/// @param sets the same as sets, where they are
public record Presence(RatingMatrix matrix, Optional<SetTable> sets) {
    /// The codes of a matrix.
    public static Presence of(RatingMatrix matrix) {
        boolean many = matrix.dimension().choice() == Choice.MANY && !matrix.sets().isEmpty();
        boolean written =
                matrix.sets().stream().allMatch(List::isEmpty)
                        && matrix.table().categories().size() > 1;
        return new Presence(
                matrix, many && !written ? Optional.of(matrix.setTable()) : Optional.empty());
    }

    /// Names of the codes as scopes of the engine name them.
    public List<String> codes() {
        return sets.map(SetTable::codes).orElseGet(() -> matrix.table().categories());
    }

    /// Units × coders: 1 where the coder used the code, 0 where not, missing where nothing was answered;
    /// nothing when there is no such code.
    public Optional<RatingTable> of(String code) {
        int at = codes().indexOf(code);
        if (at < 0) {
            return Optional.empty();
        }
        if (sets.isPresent()) {
            return Optional.of(sets.get().presence(at));
        }
        return Optional.of(matrix.table().against(at));
    }

    /// The units of which one of two coders used the code and the other did not, by their places.
    ///
    /// @param g place of the first coder
    /// @param h place of the second
    public List<Integer> apart(String code, int g, int h) {
        List<Integer> found = new ArrayList<>();
        of(code).ifPresent(
                        t -> {
                            for (int u = 0; u < t.units(); u++) {
                                int a = t.cell(u, g);
                                int b = t.cell(u, h);
                                if (a >= 0 && b >= 0 && a != b) {
                                    found.add(u);
                                }
                            }
                        });
        return found;
    }

    /// How many answers of each coder hold the code.
    public int[] uses(String code) {
        int width = matrix.table().coders().size();
        int[] uses = new int[width];
        of(code).ifPresent(
                        t -> {
                            for (int u = 0; u < t.units(); u++) {
                                for (int g = 0; g < width; g++) {
                                    uses[g] += t.cell(u, g) == 1 ? 1 : 0;
                                }
                            }
                        });
        return uses;
    }

    /// The codes of a MANY dimension with what the coders of a pair make of each, most disputed first.
    ///
    /// @param g place of the first coder
    /// @param h place of the second
    public List<Disputed> disputed(int g, int h) {
        List<Disputed> all = new ArrayList<>();
        for (String code : codes()) {
            Optional<RatingTable> found = of(code);
            if (found.isEmpty()) {
                continue;
            }
            boolean[] has = {false, true};
            TwoByTwo two = TwoByTwo.of(found.get(), new Pairs.Pair(g, h, 0), has);
            if (two.both() + two.onlyA() + two.onlyB() > 0) {
                all.add(new Disputed(code, two));
            }
        }
        all.sort(
                java.util.Comparator.comparingInt(
                                (Disputed d) -> d.counts().onlyA() + d.counts().onlyB())
                        .reversed());
        return all;
    }

    /// A code and what two coders make of it.
    public record Disputed(String code, TwoByTwo counts) {}
}
