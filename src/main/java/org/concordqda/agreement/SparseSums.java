package org.concordqda.agreement;

import java.util.Arrays;

/// The same family with each pattern's numbers kept without its zeros: a paragraph carries few of a
/// codebook's codes, so a replicate adds a tenth or less. Immutable; any thread.
final class SparseSums implements Sums {
    private final Sums family;
    private final int[][] slots;
    private final double[][] values;

    /// @param patterns how many there are
    SparseSums(Sums family, int patterns) {
        this.family = family;
        this.slots = new int[patterns][];
        this.values = new double[patterns][];
        double[] one = new double[family.length()];
        int[] at = new int[one.length];
        double[] value = new double[one.length];
        for (int p = 0; p < patterns; p++) {
            Arrays.fill(one, 0);
            family.add(one, p, 1);
            int n = 0;
            for (int i = 0; i < one.length; i++) {
                if (one[i] != 0) {
                    at[n] = i;
                    value[n++] = one[i];
                }
            }
            slots[p] = Arrays.copyOf(at, n);
            values[p] = Arrays.copyOf(value, n);
        }
    }

    @Override
    public int length() {
        return family.length();
    }

    @Override
    public void add(double[] sums, int pattern, double times) {
        int[] at = slots[pattern];
        double[] value = values[pattern];
        for (int i = 0; i < at.length; i++) {
            sums[at[i]] += times * value[i];
        }
    }

    @Override
    public void coefficients(double[] sums, double[] scratch, double[] out) {
        family.coefficients(sums, scratch, out);
    }

    @Override
    public int scratch() {
        return family.scratch();
    }

    @Override
    public Statistic[] statistics() {
        return family.statistics();
    }
}
