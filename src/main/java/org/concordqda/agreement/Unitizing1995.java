package org.concordqda.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Krippendorff's alpha_U of 1995 (*On the reliability of unitizing continuous data*, Sociological
/// Methodology 25; 2004 edition), per code and over all codes, in O(N log N). Several sources stand one
/// after the other, a gap never crossing from one into the next. For the bootstrap a unit, a gap and a
/// difference belong to the cluster in which their middle lies.
///
/// The sums are the clusters' weights themselves: expected disagreement pairs every unit with every gap.
final class Unitizing1995 implements PassageFamily {
    private final Continua continua;
    private final int clusters;
    private final double[] lengths;
    private final double[] totals;
    private final List<OneCode> codes = new ArrayList<>();
    private final Statistic[] statistics;
    private final String[] scopes;

    Unitizing1995(Continua continua, ClusterMap map) {
        this.continua = continua;
        this.clusters = map.size();
        this.lengths = new double[clusters];
        this.totals = new double[clusters];
        int q = continua.codes().size();
        double[][] text = new double[clusters][2];
        for (int s = 0; s < continua.sources().size(); s++) {
            Continuum source = continua.sources().get(s);
            int m = source.presentCoders().length;
            if (m > 1) {
                int l = source.length();
                map.spread(text, s, 0, l, l, 0, l);
                map.spread(text, s, 0, l, (double) m * l, 1, l);
            }
        }
        for (int c = 0; c < clusters; c++) {
            lengths[c] = text[c][0];
            totals[c] = text[c][1];
        }
        statistics = new Statistic[q + 1];
        Arrays.fill(statistics, Statistic.UNITIZING_ALPHA_1995);
        scopes = new String[q + 1];
        scopes[0] = "all";
        for (int k = 0; k < q; k++) {
            scopes[k + 1] = "code=" + continua.codes().get(k);
            codes.add(OneCode.of(continua.sources(), k, map));
        }
    }

    /// One code: its units and gaps, longest first, and per cluster Σ of squared differences.
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    private record OneCode(
            long[] units, int[] unitAt, long[] gaps, int[] gapAt, double[] differences) {

        static OneCode of(List<Continuum> sources, int code, ClusterMap map) {
            LengthList units = new LengthList();
            LengthList gaps = new LengthList();
            double[] differences = new double[map.size()];
            for (int s = 0; s < sources.size(); s++) {
                Continuum source = sources.get(s);
                int[] coders = source.presentCoders();
                int m = coders.length;
                if (m < 2) {
                    continue;
                }
                for (int g : coders) {
                    collect(source, g, code, s, map, units, gaps);
                }
                double weight = 1.0 / (m * (m - 1.0));
                for (int a = 0; a < m; a++) {
                    for (int b = a + 1; b < m; b++) {
                        UnitPairs.differences(
                                source, coders[a], coders[b], code, s, map, weight, differences);
                    }
                }
            }
            long[] u = units.sorted();
            long[] h = gaps.sorted();
            return new OneCode(lengths(u), clusterOf(u), lengths(h), clusterOf(h), differences);
        }

        private static void collect(
                Continuum source,
                int coder,
                int code,
                int s,
                ClusterMap map,
                LengthList units,
                LengthList gaps) {
            int at = 0;
            for (int i = source.from(coder, code); i < source.to(coder, code); i++) {
                int start = Spans.start(source.spans()[i]);
                int end = Spans.end(source.spans()[i]);
                if (start > at) {
                    gaps.add(start - at, map.at(s, at + (start - at) / 2));
                }
                units.add(end - start, map.at(s, start + (end - start) / 2));
                at = end;
            }
            if (at < source.length()) {
                gaps.add(source.length() - at, map.at(s, at + (source.length() - at) / 2));
            }
        }

        private static long[] lengths(long[] packed) {
            return Arrays.stream(packed).map(p -> p >>> 32).toArray();
        }

        private static int[] clusterOf(long[] packed) {
            return Arrays.stream(packed).mapToInt(p -> (int) p).toArray();
        }

        /// Sum of the differences and sum of the expected ones before their divisors.
        double observed(double[] weights) {
            double sum = 0;
            for (int c = 0; c < weights.length; c++) {
                sum += weights[c] * differences[c];
            }
            return sum;
        }

        double expected(double[] weights, double total) {
            double n = 0;
            double cubic = 0;
            double own = 0;
            double inGaps = 0;
            double w = 0;
            double reach = 0;
            int h = 0;
            for (int i = 0; i < units.length; i++) {
                double l = units[i];
                while (h < gaps.length && gaps[h] >= l) {
                    double times = weights[gapAt[h]];
                    w += times;
                    reach += times * (gaps[h] + 1.0);
                    h++;
                }
                double times = weights[unitAt[i]];
                n += times;
                cubic += times * (2 * l * l * l - 3 * l * l + l);
                own += times * l * (l - 1);
                inGaps += times * l * l * (reach - l * w);
            }
            double den = total * (total - 1) - own;
            return den > 0 && n > 0 ? ((n - 1) / 3 * cubic + inGaps) / den : Double.NaN;
        }
    }

    @Override
    public int length() {
        return clusters;
    }

    @Override
    public void add(double[] sums, int pattern, double times) {
        sums[pattern] += times;
    }

    @Override
    public double[] whole() {
        double[] ones = new double[clusters];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Override
    public int scratch() {
        return 0;
    }

    @Override
    public Statistic[] statistics() {
        return statistics;
    }

    @Override
    public String[] scopes() {
        return scopes;
    }

    @Override
    public void coefficients(double[] sums, double[] scratch, double[] out) {
        double length = 0;
        double total = 0;
        for (int c = 0; c < clusters; c++) {
            length += sums[c] * lengths[c];
            total += sums[c] * totals[c];
        }
        double observedAll = 0;
        double expectedAll = 0;
        for (int k = 0; k < codes.size(); k++) {
            OneCode code = codes.get(k);
            double observed = 2 * code.observed(sums) / (length * length);
            double expected = 2 * code.expected(sums, total) / length;
            if (!Double.isNaN(expected)) {
                observedAll += observed;
                expectedAll += expected;
            }
            put(out, k + 1, observed, expected);
        }
        put(out, 0, observedAll, expectedAll);
    }

    private static void put(double[] out, int s, double observed, double expected) {
        LinearSums.put(
                out, s, expected > 0 ? 1 - observed / expected : Double.NaN, observed, expected);
    }

    @Override
    public String reason(int statistic, double[] sums) {
        if (continua.sources().stream().noneMatch(s -> s.presentCoders().length > 1)) {
            return "no text opened by two coders";
        }
        boolean none = codes.stream().allMatch(c -> c.units().length == 0);
        if (none) {
            return "nothing coded";
        }
        return statistic > 0 && codes.get(statistic - 1).units().length == 0
                ? "nothing coded with this code"
                : "no variation: no disagreement is possible";
    }
}
