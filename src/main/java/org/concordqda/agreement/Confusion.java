package org.concordqda.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Two coders against each other on the units both rated, with what explains a puzzling kappa. Only pairs of
/// values that occur are kept, so a hundred thousand values cost no more than the units that carry them.
///
/// @param first the coder of the rows
/// @param second the coder of the columns
/// @param categories of rows and columns alike
/// @param rows how often the first used each category, not to be changed
/// @param columns how often the second did, not to be changed
/// @param cells the pairs of values that occur, by row, then column
@SuppressWarnings("ArrayRecordComponent") // counts are what this is; it is not compared
public record Confusion(
        String first,
        String second,
        List<String> categories,
        int[] rows,
        int[] columns,
        List<Cell> cells) {
    private static final Comparator<Cell> ORDER =
            Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column);

    /// A pair of values.
    ///
    /// @param row the first coder's value, as an index
    /// @param column the second coder's
    /// @param count units, at least one
    public record Cell(int row, int column, int count) {
        /// Whether both coders gave the same value.
        public boolean same() {
            return row == column;
        }
    }

    /// The matrix of two coders of a table.
    ///
    /// @param g index of the first coder
    /// @param h index of the second
    public static Confusion of(RatingTable table, int g, int h) {
        Map<Long, Integer> counts = new HashMap<>();
        for (int u = 0; u < table.units(); u++) {
            int c = table.cell(u, g);
            int d = table.cell(u, h);
            if (c >= 0 && d >= 0) {
                counts.merge(((long) c << 32) | d, 1, Integer::sum);
            }
        }
        List<Cell> cells = new ArrayList<>(counts.size());
        counts.forEach((key, n) -> cells.add(new Cell((int) (key >>> 32), key.intValue(), n)));
        return of(table.coders().get(g), table.coders().get(h), table.categories(), cells);
    }

    /// A matrix from its counts.
    ///
    /// @param counts `[row][column]`
    public static Confusion of(
            String first, String second, List<String> categories, int[][] counts) {
        List<Cell> cells = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            for (int l = 0; l < counts.length; l++) {
                if (counts[k][l] > 0) {
                    cells.add(new Cell(k, l, counts[k][l]));
                }
            }
        }
        return of(first, second, categories, cells);
    }

    private static Confusion of(
            String first, String second, List<String> categories, List<Cell> cells) {
        int[] rows = new int[categories.size()];
        int[] columns = new int[categories.size()];
        for (Cell cell : cells) {
            rows[cell.row()] += cell.count();
            columns[cell.column()] += cell.count();
        }
        List<Cell> sorted = cells.stream().sorted(ORDER).toList();
        return new Confusion(first, second, categories, rows, columns, sorted);
    }

    /// Units the first coder gave one value and the second another.
    public int count(int row, int column) {
        int at = java.util.Collections.binarySearch(cells, new Cell(row, column, 0), ORDER);
        return at < 0 ? 0 : cells.get(at).count();
    }

    /// The conflict with most units, or nothing when all agree.
    public Optional<Cell> conflict() {
        return conflicts(1).stream().findFirst();
    }

    /// The pairs of different values, those with most units first.
    ///
    /// @param most how many at most
    public List<Cell> conflicts(int most) {
        return cells.stream()
                .filter(c -> !c.same())
                .sorted(Comparator.comparingInt(Cell::count).reversed())
                .limit(most)
                .toList();
    }

    /// Units both coders rated.
    public int n() {
        int n = 0;
        for (int c : rows) {
            n += c;
        }
        return n;
    }

    /// One category against the rest: a 2 × 2 matrix with the category first.
    public Confusion against(int category) {
        int[][] two = new int[2][2];
        for (Cell c : cells) {
            two[c.row() == category ? 0 : 1][c.column() == category ? 0 : 1] += c.count();
        }
        return of(first, second, List.of(categories.get(category), "rest"), two);
    }

    public int row(int k) {
        return rows[k];
    }

    public int column(int k) {
        return columns[k];
    }

    /// The share of units on the diagonal; NaN without units.
    public double observed() {
        return same() / n();
    }

    private double same() {
        double same = 0;
        for (Cell c : cells) {
            same += c.same() ? c.count() : 0;
        }
        return same;
    }

    /// Cohen's chance agreement.
    public double expected() {
        return met() / square();
    }

    /// Σ of the products of both margins: Cohen's chance agreement times n².
    private double met() {
        double sum = 0;
        for (int k = 0; k < rows.length; k++) {
            sum += (double) row(k) * column(k);
        }
        return sum;
    }

    private double square() {
        return (double) n() * n();
    }

    /// Cohen's kappa; NaN without variation.
    public double kappa() {
        return Chance.corrected(n() * same(), met(), square());
    }

    /// The largest kappa these margins allow (Cohen 1960); NaN without variation.
    public double kappaMax() {
        double most = 0;
        for (int k = 0; k < rows.length; k++) {
            most += Math.min(row(k), column(k));
        }
        return Chance.corrected(n() * most, met(), square());
    }

    /// |a − d| / n of a 2 × 2 matrix (Byrt, Bishop and Carlin 1993): how unequal the two values are.
    public double prevalenceIndex() {
        requireTwo();
        return Math.abs(count(0, 0) - count(1, 1)) / (double) n();
    }

    /// |b − c| / n of a 2 × 2 matrix: how differently the two coders use the values.
    public double biasIndex() {
        requireTwo();
        return Math.abs(count(0, 1) - count(1, 0)) / (double) n();
    }

    /// Prevalence- and bias-adjusted kappa: (q·p_o − 1)/(q − 1), which is 2p_o − 1 for two categories.
    public double pabak() {
        double q = rows.length;
        return (q * observed() - 1) / (q - 1);
    }

    /// 2a / (2a + b + c): agreement on the first category; NaN when nobody used it.
    public double positiveAgreement() {
        requireTwo();
        return 2.0 * count(0, 0) / (2.0 * count(0, 0) + count(0, 1) + count(1, 0));
    }

    /// 2d / (2d + b + c): agreement on the second.
    public double negativeAgreement() {
        requireTwo();
        return 2.0 * count(1, 1) / (2.0 * count(1, 1) + count(0, 1) + count(1, 0));
    }

    /// Bangdiwala's B: the squares on the diagonal over the products of the margins.
    public double bangdiwala() {
        double same = 0;
        double room = 0;
        for (Cell c : cells) {
            same += c.same() ? (double) c.count() * c.count() : 0;
        }
        for (int k = 0; k < rows.length; k++) {
            room += (double) row(k) * column(k);
        }
        return same / room;
    }

    /// The standard error of B by the delta method (dividing by n, as table formulas do).
    public double bangdiwalaError() {
        double n = n();
        double room = 0;
        for (int k = 0; k < rows.length; k++) {
            room += row(k) / n * (column(k) / n);
        }
        double b = bangdiwala();
        double sum = 0;
        for (Cell c : cells) {
            double own = c.same() ? 2 * c.count() / n : 0;
            double x = (own - b * (column(c.row()) + row(c.column())) / n) / room;
            sum += c.count() * x * x;
        }
        return Math.sqrt(sum) / n;
    }

    private void requireTwo() {
        if (rows.length != 2) {
            throw new IllegalStateException(
                    "This is for two categories; take one against the rest first.");
        }
    }
}
