package org.concordqda.agreement;

import java.util.List;

/// Two coders against each other on the units both rated, with what explains a puzzling kappa.
///
/// @param first the coder of the rows
/// @param second the coder of the columns
/// @param categories of rows and columns alike
/// @param counts `[row][column]`, not to be changed
@SuppressWarnings("ArrayRecordComponent") // a matrix is what this is; it is not compared
public record Confusion(String first, String second, List<String> categories, int[][] counts) {

    /// The matrix of two coders of a table.
    ///
    /// @param g index of the first coder
    /// @param h index of the second
    public static Confusion of(RatingTable table, int g, int h) {
        int q = table.categories().size();
        if (q > WeightMatrix.LARGEST) {
            throw new IllegalArgumentException(
                    "A confusion matrix of " + q + " categories is too large to show.");
        }
        int[][] counts = new int[q][q];
        for (int u = 0; u < table.units(); u++) {
            int c = table.cell(u, g);
            int d = table.cell(u, h);
            if (c >= 0 && d >= 0) {
                counts[c][d]++;
            }
        }
        return new Confusion(
                table.coders().get(g), table.coders().get(h), table.categories(), counts);
    }

    /// Units both coders rated.
    public int n() {
        int n = 0;
        for (int[] row : counts) {
            for (int c : row) {
                n += c;
            }
        }
        return n;
    }

    /// One category against the rest: a 2 × 2 matrix with the category first.
    public Confusion against(int category) {
        int[][] two = new int[2][2];
        for (int k = 0; k < counts.length; k++) {
            for (int l = 0; l < counts.length; l++) {
                two[k == category ? 0 : 1][l == category ? 0 : 1] += counts[k][l];
            }
        }
        return new Confusion(first, second, List.of(categories.get(category), "rest"), two);
    }

    public int row(int k) {
        int sum = 0;
        for (int c : counts[k]) {
            sum += c;
        }
        return sum;
    }

    public int column(int k) {
        int sum = 0;
        for (int[] row : counts) {
            sum += row[k];
        }
        return sum;
    }

    /// The share of units on the diagonal; NaN without units.
    public double observed() {
        double same = 0;
        for (int k = 0; k < counts.length; k++) {
            same += counts[k][k];
        }
        return same / n();
    }

    /// Cohen's chance agreement.
    public double expected() {
        double n = n();
        double sum = 0;
        for (int k = 0; k < counts.length; k++) {
            sum += row(k) / n * (column(k) / n);
        }
        return sum;
    }

    /// Cohen's kappa; NaN without variation.
    public double kappa() {
        return Chance.corrected(observed(), expected());
    }

    /// The largest kappa these margins allow (Cohen 1960); NaN without variation.
    public double kappaMax() {
        double n = n();
        double most = 0;
        for (int k = 0; k < counts.length; k++) {
            most += Math.min(row(k), column(k)) / n;
        }
        return Chance.corrected(most, expected());
    }

    /// |a − d| / n of a 2 × 2 matrix (Byrt, Bishop and Carlin 1993): how unequal the two values are.
    public double prevalenceIndex() {
        requireTwo();
        return Math.abs(counts[0][0] - counts[1][1]) / (double) n();
    }

    /// |b − c| / n of a 2 × 2 matrix: how differently the two coders use the values.
    public double biasIndex() {
        requireTwo();
        return Math.abs(counts[0][1] - counts[1][0]) / (double) n();
    }

    /// Prevalence- and bias-adjusted kappa: (q·p_o − 1)/(q − 1), which is 2p_o − 1 for two categories.
    public double pabak() {
        double q = counts.length;
        return (q * observed() - 1) / (q - 1);
    }

    /// 2a / (2a + b + c): agreement on the first category; NaN when nobody used it.
    public double positiveAgreement() {
        requireTwo();
        return 2.0 * counts[0][0] / (2.0 * counts[0][0] + counts[0][1] + counts[1][0]);
    }

    /// 2d / (2d + b + c): agreement on the second.
    public double negativeAgreement() {
        requireTwo();
        return 2.0 * counts[1][1] / (2.0 * counts[1][1] + counts[0][1] + counts[1][0]);
    }

    /// Bangdiwala's B: the squares on the diagonal over the products of the margins.
    public double bangdiwala() {
        double same = 0;
        double room = 0;
        for (int k = 0; k < counts.length; k++) {
            same += (double) counts[k][k] * counts[k][k];
            room += (double) row(k) * column(k);
        }
        return same / room;
    }

    /// The standard error of B by the delta method (dividing by n, as table formulas do).
    public double bangdiwalaError() {
        double n = n();
        double room = 0;
        for (int k = 0; k < counts.length; k++) {
            room += row(k) / n * (column(k) / n);
        }
        double b = bangdiwala();
        double sum = 0;
        for (int k = 0; k < counts.length; k++) {
            for (int l = 0; l < counts.length; l++) {
                double own = k == l ? 2 * counts[k][k] / n : 0;
                double x = (own - b * (column(k) + row(l)) / n) / room;
                sum += counts[k][l] * x * x;
            }
        }
        return Math.sqrt(sum) / n;
    }

    private void requireTwo() {
        if (counts.length != 2) {
            throw new IllegalStateException(
                    "This is for two categories; take one against the rest first.");
        }
    }
}
