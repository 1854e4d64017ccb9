package org.concordqda.agreement;

import java.util.Arrays;

/// The agreement between many distinct sets of codes. Sets without a common code do not agree at all, so only
/// pairs that share one are kept: with values that are nearly all distinct there are few.
final class SharedCodes extends WeightMatrix {
    /// Most pairs of sets kept: 160 MB, and a bootstrap in a minute.
    static final int MOST = 20_000_000;

    private final int[][] sets;
    private final SetDistance distance;

    /// Where the pairs of set k with earlier sets begin.
    private final int[] start;

    private final int[] other;
    private final int[] both;

    private SharedCodes(int[][] sets, SetDistance distance, int[] start, int[] other, int[] both) {
        super(sets.length);
        this.sets = sets;
        this.distance = distance;
        this.start = start;
        this.other = other;
        this.both = both;
    }

    /// @param sets distinct ones, the codes of each ascending
    static WeightSets.Built of(int[][] sets, SetDistance distance) {
        int codes = 0;
        for (int[] set : sets) {
            codes = Math.max(codes, set.length == 0 ? 0 : set[set.length - 1] + 1);
        }
        int[][] holders = new int[codes][0];
        int[] held = new int[codes];
        int[] start = new int[sets.length + 1];
        int[] other = new int[1024];
        int[] both = new int[1024];
        int[] shared = new int[sets.length];
        int end = 0;
        for (int k = 0; k < sets.length; k++) {
            int from = end;
            for (int code : sets[k]) {
                for (int i = 0; i < held[code]; i++) {
                    int l = holders[code][i];
                    if (shared[l]++ == 0) {
                        if (end == MOST) {
                            return new WeightSets.Built(
                                    WeightMatrix.identity(0),
                                    String.format(
                                            java.util.Locale.ROOT,
                                            "%,d different sets, of which more than %,d pairs"
                                                    + " share a code: distances between them are"
                                                    + " not computed",
                                            sets.length,
                                            MOST));
                        }
                        if (end == other.length) {
                            other = Arrays.copyOf(other, Math.min(MOST, 2 * end));
                        }
                        other[end++] = l;
                    }
                }
                if (held[code] == holders[code].length) {
                    holders[code] = Arrays.copyOf(holders[code], Math.max(2, 2 * held[code]));
                }
                holders[code][held[code]++] = k;
            }
            both = both.length < end ? Arrays.copyOf(both, other.length) : both;
            for (int i = from; i < end; i++) {
                both[i] = shared[other[i]];
                shared[other[i]] = 0;
            }
            start[k + 1] = end;
        }
        return new WeightSets.Built(
                new SharedCodes(
                        sets, distance, start, Arrays.copyOf(other, end), Arrays.copyOf(both, end)),
                "");
    }

    private double closeness(int k, int i) {
        return distance.closeness(both[i], sets[k].length, sets[other[i]].length);
    }

    @Override
    double get(int k, int l) {
        if (k == l) {
            return 1;
        }
        int common = 0;
        for (int i = 0, j = 0; i < sets[k].length && j < sets[l].length; ) {
            int step = Integer.compare(sets[k][i], sets[l][j]);
            common += step == 0 ? 1 : 0;
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }
        return distance.closeness(common, sets[k].length, sets[l].length);
    }

    @Override
    void times(double[] x, double[] out) {
        System.arraycopy(x, 0, out, 0, size);
        for (int k = 0; k < size; k++) {
            for (int i = start[k]; i < start[k + 1]; i++) {
                double w = closeness(k, i);
                out[k] += w * x[other[i]];
                out[other[i]] += w * x[k];
            }
        }
    }

    @Override
    double form(double[] x) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            double own = x[k];
            if (own == 0) {
                continue;
            }
            double inner = 0;
            for (int i = start[k]; i < start[k + 1]; i++) {
                if (x[other[i]] != 0) {
                    inner += x[other[i]] * closeness(k, i);
                }
            }
            sum += own * (own + 2 * inner);
        }
        return sum;
    }
}
