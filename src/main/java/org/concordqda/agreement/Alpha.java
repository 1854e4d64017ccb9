package org.concordqda.agreement;

/// Krippendorff's alpha straight from the cells, for large tables where only the value is wanted: two
/// passes, no matrix, time units × coders (ratio: × coders again).
public final class Alpha {
    private Alpha() {}

    /// Alpha of all units with two or more ratings.
    ///
    /// @return NaN where [Agreement#of] would call it undefined
    /// @throws IllegalArgumentException when an interval or ratio level has no numbers
    public static double value(RatingTable table, Level level) {
        double[] numbers = table.numbers();
        int q = table.categories().size();
        if (level == Level.INTERVAL || level == Level.RATIO) {
            if (numbers == null) {
                throw new IllegalArgumentException(
                        "The " + level.key() + " level needs numbers as categories.");
            }
            if (level == Level.RATIO && WeightSets.hasOpposites(numbers)) {
                return Double.NaN;
            }
        }
        int[] margins = margins(table);
        return switch (level) {
            case NOMINAL -> nominal(table, margins);
            case ORDINAL -> squared(table, margins, midRanks(margins));
            case INTERVAL -> squared(table, margins, numbers == null ? new double[q] : numbers);
            case RATIO -> ratio(table, margins, numbers == null ? new double[q] : numbers);
        };
    }

    /// Ratings per category, of units with two or more.
    private static int[] margins(RatingTable table) {
        int[] cells = table.cells();
        int r = table.coders().size();
        // One slot more, in front, takes the missing ones: no branch in the loop.
        int[] counts = new int[table.categories().size() + 1];
        for (int cell : cells) {
            counts[cell + 1]++;
        }
        for (int from = 0; from + r <= cells.length && r > 0; from += r) {
            int m = 0;
            int last = -1;
            for (int i = from; i < from + r && m < 2; i++) {
                if (cells[i] >= 0) {
                    m++;
                    last = cells[i];
                }
            }
            if (m == 1) {
                counts[last + 1]--;
            }
        }
        int[] margins = new int[counts.length - 1];
        System.arraycopy(counts, 1, margins, 0, margins.length);
        return margins;
    }

    private static double nominal(RatingTable table, int[] margins) {
        int[] cells = table.cells();
        int r = table.coders().size();
        int[] seen = new int[margins.length + 1];
        // Equal pairs of units with m ratings; divided by m − 1 once, at the end.
        long[] equal = new long[r + 1];
        for (int from = 0; from + r <= cells.length && r > 0; from += r) {
            int m = 0;
            int same = 0;
            for (int i = from; i < from + r; i++) {
                int c = cells[i] + 1;
                int before = seen[c];
                seen[c] = before + 1;
                int present = c > 0 ? 1 : 0;
                m += present;
                same += present * before;
            }
            equal[m] += same;
            for (int i = from; i < from + r; i++) {
                seen[cells[i] + 1] = 0;
            }
        }
        double agreeing = 0;
        for (int m = 2; m <= r; m++) {
            agreeing += 2.0 * equal[m] / (m - 1);
        }
        double ratings = 0;
        double squares = 0;
        for (int n : margins) {
            ratings += n;
            squares += (double) n * n;
        }
        double apart = ratings * ratings - squares;
        return apart > 0 ? (apart - (ratings - agreeing) * (ratings - 1)) / apart : Double.NaN;
    }

    private static double[] midRanks(int[] margins) {
        double[] t = new double[margins.length];
        double before = 0;
        for (int c = 0; c < t.length; c++) {
            t[c] = before + margins[c] / 2.0;
            before += margins[c];
        }
        return t;
    }

    /// Alpha with δ² = (x − y)².
    private static double squared(RatingTable table, int[] margins, double[] x) {
        double ratings = 0;
        double mean = 0;
        for (int c = 0; c < x.length; c++) {
            ratings += margins[c];
            mean += margins[c] * x[c];
        }
        mean /= ratings;
        // Centred, and a slot for missing, as above.
        double[] at = new double[x.length + 1];
        double second = 0;
        for (int c = 0; c < x.length; c++) {
            at[c + 1] = x[c] - mean;
            second += margins[c] * at[c + 1] * at[c + 1];
        }
        double expected = 2 * second / (ratings - 1);
        int[] cells = table.cells();
        int r = table.coders().size();
        double observed = 0;
        for (int from = 0; from + r <= cells.length && r > 0; from += r) {
            int m = 0;
            double sum = 0;
            double squares = 0;
            for (int i = from; i < from + r; i++) {
                int c = cells[i] + 1;
                double v = at[c];
                m += c > 0 ? 1 : 0;
                sum += v;
                squares += v * v;
            }
            if (m >= 2) {
                observed += 2 * (m * squares - sum * sum) / (m - 1);
            }
        }
        return expected > 0 ? 1 - observed / ratings / expected : Double.NaN;
    }

    private static double ratio(RatingTable table, int[] margins, double[] x) {
        int[] cells = table.cells();
        int r = table.coders().size();
        double ratings = 0;
        double expected = 0;
        for (int c = 0; c < x.length; c++) {
            ratings += margins[c];
            for (int k = 0; k < c && margins[c] > 0; k++) {
                expected += 2.0 * margins[c] * margins[k] * distance(x[c], x[k]);
            }
        }
        expected /= ratings * (ratings - 1);
        double observed = 0;
        double[] row = new double[r];
        for (int from = 0; from + r <= cells.length && r > 0; from += r) {
            int m = 0;
            for (int i = from; i < from + r; i++) {
                if (cells[i] >= 0) {
                    row[m++] = x[cells[i]];
                }
            }
            double sum = 0;
            for (int i = 1; i < m; i++) {
                for (int j = 0; j < i; j++) {
                    sum += distance(row[i], row[j]);
                }
            }
            observed += m > 1 ? 2 * sum / (m - 1) : 0;
        }
        return expected > 0 ? 1 - observed / ratings / expected : Double.NaN;
    }

    private static double distance(double a, double b) {
        double d = a == b ? 0 : (a - b) / (a + b);
        return d * d;
    }
}
