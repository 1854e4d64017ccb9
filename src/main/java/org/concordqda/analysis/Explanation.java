package org.concordqda.analysis;

import org.concordqda.agreement.Confusion;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.Statistic;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The sentences that explain a puzzling coefficient from the study's own numbers: little variation
/// (prevalence), coders who use a value differently often (bias), a value one coder never uses, one conflict
/// that makes most of the disagreement, ratings that only one coder left out. Pure functions, any thread.
public final class Explanation {
    private Explanation() {}

    /// What explains the numbers of a dimension, one sentence each; empty when nothing stands out. With more
    /// than two coders the pair that agrees least speaks.
    public static List<String> of(DimensionAgreement d) {
        if (d.passages()) {
            return PassageExplanation.of(d);
        }
        RatingTable table = d.matrix().table();
        List<String> found = new ArrayList<>();
        constant(d).ifPresent(found::add);
        oneSided(table, d.matrix().missing()).ifPresent(found::add);
        least(table).ifPresent(c -> found.addAll(of(c)));
        return List.copyOf(found);
    }

    /// What explains the kappa of two coders, one sentence each.
    public static List<String> of(Confusion c) {
        List<String> found = new ArrayList<>();
        int n = c.n();
        if (n == 0) {
            return found;
        }
        Optional<String> never =
                never(c, n, c.first(), c.second(), true)
                        .or(() -> never(c, n, c.second(), c.first(), false));
        never.ifPresent(found::add);
        if (never.isEmpty()) {
            bias(c, n).ifPresent(found::add);
        }
        conflict(c, n).ifPresent(found::add);
        if (c.observed() >= 0.8 && c.kappa() < 0.6) {
            found.add(prevalence(c, n));
        }
        return found;
    }

    private static Optional<String> constant(DimensionAgreement d) {
        RatingTable table = d.matrix().table();
        Set<Integer> used = new LinkedHashSet<>();
        for (int u = 0; u < table.units(); u++) {
            for (int g = 0; g < table.coders().size(); g++) {
                int cell = table.cell(u, g);
                if (cell >= 0) {
                    used.add(cell);
                }
            }
        }
        Optional<Estimate> alpha = d.estimate(Statistic.KRIPPENDORFF_ALPHA, "all");
        boolean undefined = alpha.flatMap(Estimate::undefined).isPresent();
        if (!undefined || used.size() != 1 || d.matrix().pairable() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                "Every rating is "
                        + table.categories().get(used.iterator().next())
                        + ": the coders agree on all "
                        + d.matrix().pairable()
                        + " units, but where nothing varies there is no chance agreement to correct"
                        + " for, so no coefficient exists.");
    }

    /// Missing ratings that are nearly all one coder's.
    private static Optional<String> oneSided(RatingTable table, int missing) {
        if (missing < 3) {
            return Optional.empty();
        }
        int width = table.coders().size();
        int[] blank = new int[width];
        int all = 0;
        for (int u = 0; u < table.units(); u++) {
            int valued = 0;
            for (int g = 0; g < width; g++) {
                valued += table.cell(u, g) >= 0 ? 1 : 0;
            }
            for (int g = 0; g < width; g++) {
                if (valued > 0 && table.cell(u, g) < 0) {
                    blank[g]++;
                    all++;
                }
            }
        }
        for (int g = 0; g < width; g++) {
            if (all >= 3 && blank[g] * 5 >= all * 4) {
                return Optional.of(
                        blank[g]
                                + " of the "
                                + all
                                + " ratings that are not there are "
                                + table.coders().get(g)
                                + "’s: if they were left out where it is hard, the number is too"
                                + " high.");
            }
        }
        return Optional.empty();
    }

    /// The pair of coders with the lowest kappa.
    private static Optional<Confusion> least(RatingTable table) {
        Optional<Confusion> least = Optional.empty();
        double lowest = Double.POSITIVE_INFINITY;
        for (int g = 0; g < table.coders().size(); g++) {
            for (int h = g + 1; h < table.coders().size(); h++) {
                Confusion c = Confusion.of(table, g, h);
                if (c.n() > 0 && c.kappa() < lowest) {
                    lowest = c.kappa();
                    least = Optional.of(c);
                }
            }
        }
        return least;
    }

    private static Optional<String> never(
            Confusion c, int n, String one, String other, boolean rows) {
        for (int k = 0; k < c.rows().length; k++) {
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

    private static Optional<String> bias(Confusion c, int n) {
        int most = 0;
        for (int k = 1; k < c.rows().length; k++) {
            if (Math.abs(c.row(k) - c.column(k)) > Math.abs(c.row(most) - c.column(most))) {
                most = k;
            }
        }
        int difference = Math.abs(c.row(most) - c.column(most));
        if (difference < 3 || difference * 5 < n) {
            return Optional.empty();
        }
        return Optional.of(
                c.first()
                        + " uses "
                        + c.categories().get(most)
                        + " "
                        + c.row(most)
                        + " times, "
                        + c.second()
                        + " "
                        + c.column(most)
                        + " times in the same "
                        + n
                        + " units: they draw its border differently.");
    }

    private static Optional<String> conflict(Confusion c, int n) {
        int disagreements = n - (int) Math.round(c.observed() * n);
        Optional<Confusion.Cell> most = c.conflict();
        if (disagreements < 3 || most.isEmpty() || most.get().count() * 10 < disagreements * 4) {
            return Optional.empty();
        }
        return Optional.of(
                most.get().count()
                        + " of the "
                        + disagreements
                        + " disagreements of "
                        + c.first()
                        + " and "
                        + c.second()
                        + " are one conflict, "
                        + c.categories().get(most.get().row())
                        + " against "
                        + c.categories().get(most.get().column())
                        + ": more likely two readings of the definition than slips.");
    }

    private static String prevalence(Confusion c, int n) {
        int most = 0;
        for (int k = 0; k < c.rows().length; k++) {
            if (c.row(k) + c.column(k) > c.row(most) + c.column(most)) {
                most = k;
            }
        }
        return c.first()
                + " and "
                + c.second()
                + " agree on "
                + Words.decimals(100 * c.observed(), 0)
                + " % of the units, but "
                + Words.decimals(50.0 * (c.row(most) + c.column(most)) / n, 0)
                + " % of their ratings are "
                + c.categories().get(most)
                + "; chance alone would give "
                + Words.decimals(100 * c.expected(), 0)
                + " %, so kappa is low although little is disputed.";
    }
}
