package org.concordqda.study;

import org.concordqda.agreement.Agreement;
import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.IntervalMethod;
import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.Statistic;
import org.concordqda.job.Progress;
import org.concordqda.study.RaterSheets.Conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which two values are most often held against each other, and what that costs.
final class Conflicts {
    private Conflicts() {}

    static List<Conflict> of(
            String column, RaterSheets.Numbers numbers, AgreementOptions options, int most) {
        RatingTable table = numbers.table();
        int q = table.categories().size();
        Map<Long, Integer> counts = new HashMap<>();
        for (int u = 0; u < table.units(); u++) {
            for (int g = 0; g < table.coders().size(); g++) {
                for (int h = g + 1; h < table.coders().size(); h++) {
                    int a = table.cell(u, g);
                    int b = table.cell(u, h);
                    if (a >= 0 && b >= 0 && a != b) {
                        counts.merge((long) Math.min(a, b) * q + Math.max(a, b), 1, Integer::sum);
                    }
                }
            }
        }
        AgreementOptions plain =
                options.withInterval(IntervalMethod.ANALYTIC).withScopes(false, false);
        double agreement = value(table, Statistic.PERCENT_AGREEMENT, plain);
        double alpha = value(table, Statistic.KRIPPENDORFF_ALPHA, plain);
        List<Conflict> found = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<Long, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .forEach(
                        e -> {
                            int a = (int) (e.getKey() / q);
                            int b = (int) (e.getKey() % q);
                            RatingTable one = settled(table, a, b);
                            found.add(
                                    new Conflict(
                                            column,
                                            table.categories().get(a),
                                            table.categories().get(b),
                                            e.getValue(),
                                            value(one, Statistic.PERCENT_AGREEMENT, plain)
                                                    - agreement,
                                            value(one, Statistic.KRIPPENDORFF_ALPHA, plain)
                                                    - alpha));
                        });
        return found;
    }

    /// The table as it would be had the raters agreed wherever these two values met: turn by turn on the one
    /// and on the other, so that neither becomes more frequent by it.
    private static RatingTable settled(RatingTable table, int a, int b) {
        int width = table.coders().size();
        int[] cells = new int[table.units() * width];
        boolean first = true;
        for (int u = 0; u < table.units(); u++) {
            boolean hasA = false;
            boolean hasB = false;
            for (int g = 0; g < width; g++) {
                int cell = table.cell(u, g);
                cells[u * width + g] = cell;
                hasA |= cell == a;
                hasB |= cell == b;
            }
            if (hasA && hasB) {
                for (int i = u * width; i < (u + 1) * width; i++) {
                    boolean either = cells[i] == a || cells[i] == b;
                    cells[i] = either ? (first ? a : b) : cells[i];
                }
                first = !first;
            }
        }
        return RatingTable.of(table.coders(), table.categories(), cells).asListed(table.listed());
    }

    private static double value(RatingTable table, Statistic statistic, AgreementOptions options) {
        double value = Agreement.single(table, statistic, options, Progress.NONE).value();
        // One value everywhere leaves alpha undefined, but everybody agrees then.
        return Double.isNaN(value) && statistic == Statistic.PERCENT_AGREEMENT ? 1 : value;
    }
}
