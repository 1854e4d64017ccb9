package org.concordqda.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands beside the kappa of two coders, from the units both rated: the largest kappa their margins
/// allow (Cohen 1960) and, for two categories, prevalence and bias index, PABAK (Byrt, Bishop and Carlin
/// 1993) and the agreement on each of the two. They are descriptions and have no interval.
final class TwoCoderIndices {
    private TwoCoderIndices() {}

    /// @param code whether these are one code (category 1) and the rest (category 0)
    static List<Estimate> of(String scope, Patterns patterns, Facts facts, boolean code) {
        List<Estimate> all = new ArrayList<>();
        if (patterns.coders != 2) {
            return all;
        }
        int q = patterns.categories;
        double[] rows = new double[q];
        double[] columns = new double[q];
        double[] both = new double[q];
        double n = 0;
        for (int p = 0; p < patterns.size(); p++) {
            int c = patterns.code(p, 0);
            int d = patterns.code(p, 1);
            if (c >= 0 && d >= 0) {
                n += patterns.count(p);
                rows[c] += patterns.count(p);
                columns[d] += patterns.count(p);
                both[c] += c == d ? patterns.count(p) : 0;
            }
        }
        double same = 0;
        double most = 0;
        double met = 0;
        for (int k = 0; k < q; k++) {
            same += both[k];
            most += Math.min(rows[k], columns[k]);
            met += rows[k] * columns[k];
        }
        if (n == 0) {
            return all;
        }
        To to = new To(scope, facts, all);
        to.add(
                Statistic.COHEN_KAPPA_MAX,
                Chance.corrected(n * most, met, n * n),
                most / n,
                met / (n * n),
                "no variation");
        if (q == 2) {
            double one = both[1];
            double rest = both[0];
            double first = rows[1] - one;
            double second = columns[1] - one;
            double nan = Double.NaN;
            to.add(Statistic.PABAK, (2 * same - n) / n, same / n, 0.5, "");
            to.add(Statistic.PREVALENCE_INDEX, Math.abs(one - rest) / n, nan, nan, "");
            to.add(Statistic.BIAS_INDEX, Math.abs(first - second) / n, nan, nan, "");
            if (code) {
                double on = 2 * one / (2 * one + first + second);
                double off = 2 * rest / (2 * rest + first + second);
                to.add(Statistic.POSITIVE_AGREEMENT, on, on, nan, "neither coder used the code");
                to.add(Statistic.NEGATIVE_AGREEMENT, off, off, nan, "both coders always used it");
            }
        }
        return all;
    }

    private record To(String scope, Facts facts, List<Estimate> all) {
        void add(Statistic statistic, double value, double observed, double expected, String why) {
            double nan = Double.NaN;
            all.add(
                    new Estimate(
                            statistic,
                            scope,
                            value,
                            nan,
                            nan,
                            nan,
                            "none",
                            nan,
                            facts.n(),
                            facts.pairable(),
                            facts.missing(),
                            facts.dropped(),
                            observed,
                            expected,
                            Double.isNaN(value) ? Optional.of(why) : Optional.empty()));
        }
    }
}
