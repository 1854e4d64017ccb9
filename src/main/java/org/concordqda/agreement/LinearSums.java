package org.concordqda.agreement;

/// Sums that are added up cluster by cluster.
abstract class LinearSums implements PassageFamily {
    final double[][] parts;

    /// @param slots how many numbers the sums are
    LinearSums(int clusters, int slots) {
        parts = new double[clusters][slots];
    }

    @Override
    public final int length() {
        return parts.length == 0 ? 0 : parts[0].length;
    }

    @Override
    public final void add(double[] sums, int pattern, double times) {
        double[] part = parts[pattern];
        for (int i = 0; i < part.length; i++) {
            sums[i] += times * part[i];
        }
    }

    @Override
    public int scratch() {
        return 0;
    }

    /// The whole.
    @Override
    public final double[] whole() {
        double[] sums = new double[length()];
        for (int c = 0; c < parts.length; c++) {
            add(sums, c, 1);
        }
        return sums;
    }

    /// Value, observed and expected of one statistic, NaN where undefined.
    static void put(double[] out, int s, double value, double observed, double expected) {
        out[3 * s] = value;
        out[3 * s + 1] = observed;
        out[3 * s + 2] = expected;
    }

    /// 1 − observed/expected disagreement.
    static void disagreement(double[] out, int s, double observed, double expected) {
        boolean defined = expected > Chance.NOTHING;
        put(out, s, defined ? 1 - observed / expected : Double.NaN, observed, expected);
    }

    /// The same value with observed and expected as agreements.
    static void agreement(double[] out, int s, double observed, double expected) {
        disagreement(out, s, observed, expected);
        out[3 * s + 1] = 1 - observed;
        out[3 * s + 2] = 1 - expected;
    }
}
