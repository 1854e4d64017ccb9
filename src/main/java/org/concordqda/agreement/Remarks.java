package org.concordqda.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Sentences about a table that its coefficients alone do not tell.
final class Remarks {
    private Remarks() {}

    static List<String> of(RatingTable table, AgreementOptions options) {
        return of(table, table.categories().size(), options);
    }

    /// @param codes what scopes per code would be of
    static List<String> of(RatingTable table, int codes, AgreementOptions options) {
        List<String> remarks = new ArrayList<>();
        int[] active = Agreement.active(table);
        Patterns patterns = Patterns.of(table, active, options.missing(), false);
        for (int g = 0; g < table.coders().size(); g++) {
            if (Arrays.binarySearch(active, g) < 0) {
                remarks.add(table.coders().get(g) + " rated no unit and is left out.");
            }
        }
        if (patterns.dropped() > 0) {
            remarks.add(
                    patterns.dropped()
                            + (patterns.dropped() == 1 ? " unit is" : " units are")
                            + " left out ("
                            + reason(options.missing())
                            + ").");
        }
        constant(table, active, patterns, remarks);
        lonely(table, active, patterns, remarks);
        if (options.scaling() == Scaling.VALUES
                && options.weights() != Weights.IDENTITY
                && table.numbers() == null) {
            remarks.add(
                    "The labels are not all numbers: the weights use their ranks in the order "
                            + String.join(", ", first(table.categories()))
                            + ".");
        }
        if (codes > Agreement.MOST_CODES && options.codes()) {
            remarks.add(
                    String.format(
                            Locale.ROOT,
                            "There are %,d categories: with more than %,d nothing is computed per"
                                    + " category.",
                            codes,
                            Agreement.MOST_CODES));
        }
        if (table.clustered() && options.interval() == IntervalMethod.ANALYTIC) {
            remarks.add(
                    "The analytic interval takes units as independent, though they come in "
                            + table.clusterName()
                            + "s.");
        }
        return List.copyOf(remarks);
    }

    private static String reason(Missing policy) {
        return switch (policy) {
            case AVAILABLE, CATEGORY -> "nobody coded them";
            case PAIRWISE -> "fewer than two coders coded them";
            case COMPLETE -> "not every coder coded them";
        };
    }

    private static void constant(
            RatingTable table, int[] active, Patterns patterns, List<String> remarks) {
        for (int g = 0; g < active.length; g++) {
            int only = -1;
            boolean constant = patterns.size() > 0;
            for (int p = 0; p < patterns.size() && constant; p++) {
                int c = patterns.code(p, g);
                constant = c < 0 || only < 0 || c == only;
                only = c < 0 ? only : c;
            }
            if (constant && only >= 0 && only < table.categories().size() && varied(patterns)) {
                remarks.add(
                        table.coders().get(active[g])
                                + " used “"
                                + table.categories().get(only)
                                + "” only: kappa cannot rise above chance with this coder.");
            }
        }
    }

    private static boolean varied(Patterns patterns) {
        int first = -1;
        for (int p = 0; p < patterns.size(); p++) {
            for (int g = 0; g < patterns.coders; g++) {
                int c = patterns.code(p, g);
                if (c >= 0 && first >= 0 && c != first) {
                    return true;
                }
                first = c < 0 ? first : c;
            }
        }
        return false;
    }

    private static void lonely(
            RatingTable table, int[] active, Patterns patterns, List<String> remarks) {
        List<String> pairs = new ArrayList<>();
        int all = active.length * (active.length - 1) / 2;
        for (int g = 0; g < active.length; g++) {
            for (int h = g + 1; h < active.length; h++) {
                boolean common = false;
                for (int p = 0; p < patterns.size() && !common; p++) {
                    common = patterns.code(p, g) >= 0 && patterns.code(p, h) >= 0;
                }
                if (!common) {
                    pairs.add(
                            table.coders().get(active[g])
                                    + " and "
                                    + table.coders().get(active[h]));
                }
            }
        }
        if (!pairs.isEmpty()) {
            remarks.add(
                    "No common unit: "
                            + String.join("; ", first(pairs))
                            + (pairs.size() < all ? ". Light's κ is over the other pairs." : "."));
        }
    }

    private static List<String> first(List<String> list) {
        if (list.size() <= 10) {
            return list;
        }
        List<String> shown = new ArrayList<>(list.subList(0, 10));
        shown.add("and " + (list.size() - 10) + " more");
        return shown;
    }
}
