package org.concordqda.agreement;

/// Draws random continua like a given one: number of units per coder, gap before a unit and duration from
/// normal distributions with the mean and deviation found, codes by their frequency (the statistical
/// sampler of Titeux and Riad's pygamma-agreement, after Mathet and others 2015).
final class GammaSampler {
    private final int coders;
    private final double[] count;
    private final double[] gap;
    private final double[] duration;
    private final int[] codeOf;

    GammaSampler(GammaUnits units) {
        coders = units.coders();
        int n = units.size();
        double[] counts = new double[coders];
        double[] gaps = new double[n];
        double[] lengths = new double[n];
        for (int g = 0; g < coders; g++) {
            counts[g] = units.first()[g + 1] - units.first()[g];
            double last = 0;
            for (int i = units.first()[g]; i < units.first()[g + 1]; i++) {
                gaps[i] = units.start()[i] - last;
                lengths[i] = units.length(i);
                last = units.end()[i];
            }
        }
        count = moments(counts);
        gap = moments(gaps);
        duration = moments(lengths);
        codeOf = units.code();
    }

    private static double[] moments(double[] x) {
        double mean = java.util.Arrays.stream(x).average().orElse(0);
        double sum = 0;
        for (double v : x) {
            sum += (v - mean) * (v - mean);
        }
        return new double[] {mean, Math.sqrt(sum / Math.max(1, x.length))};
    }

    /// A random continuum with at least one unit.
    GammaUnits draw(SplitMix random) {
        int[] first = new int[coders + 1];
        while (first[coders] == 0) {
            for (int g = 0; g < coders; g++) {
                first[g + 1] = first[g] + (int) Math.abs(normal(random, count));
            }
        }
        GammaUnits units = GammaUnits.empty(first);
        for (int g = 0; g < coders; g++) {
            double last = 0;
            for (int i = first[g]; i < first[g + 1]; i++) {
                units.start()[i] = last + normal(random, gap);
                double length = Math.abs(normal(random, duration));
                while (length <= 0) {
                    length = Math.abs(normal(random, duration));
                }
                last = units.start()[i] + length;
                units.end()[i] = last;
                units.code()[i] = codeOf[random.below(codeOf.length)];
            }
        }
        return units.byMiddle();
    }

    /// Box and Muller; the second normal is thrown away.
    private static double normal(SplitMix random, double[] moments) {
        if (moments[1] == 0) {
            return moments[0];
        }
        double radius = Math.sqrt(-2 * Math.log1p(-random.uniform()));
        return moments[0] + moments[1] * radius * Math.cos(2 * Math.PI * random.uniform());
    }
}
