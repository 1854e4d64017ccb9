package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Tables whose values are nearly all distinct: no number, and no memory, grows with the square of the
/// categories, and the numbers are those of the definition.
class ManyCategoriesTest {
    private static final int UNITS = 4000;

    private static final List<List<String>> ROWS = rows(UNITS);

    private static List<List<String>> rows(int units) {
        Random random = new Random(7);
        List<List<String>> rows = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            int a = random.nextInt(2 * units);
            int b = random.nextBoolean() ? a : Math.abs(a + random.nextInt(units) - units / 2);
            rows.add(List.of("" + a, "" + b));
        }
        return rows;
    }

    private static RatingTable table() {
        return RatingTable.ofLabels(List.of("A", "B"), ROWS);
    }

    private static Estimate alpha(AgreementOptions options) {
        return Agreement.single(table(), Statistic.KRIPPENDORFF_ALPHA, options, Progress.NONE);
    }

    /// 1 − D_o/D_e of squared distances, every pair of ratings visited.
    private static double byDefinition(double[][] values) {
        double observed = 0;
        double[] all = new double[2 * values.length];
        for (int u = 0; u < values.length; u++) {
            observed += Math.pow(values[u][0] - values[u][1], 2) / values.length;
            all[2 * u] = values[u][0];
            all[2 * u + 1] = values[u][1];
        }
        double expected = 0;
        for (double x : all) {
            for (double y : all) {
                expected += (x - y) * (x - y);
            }
        }
        return 1 - observed / (expected / (all.length * (all.length - 1.0)));
    }

    private static double[][] numbers() {
        return ROWS.stream()
                .map(r -> r.stream().mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void moreCategoriesThanAMatrixHolds() {
        assertTrue(table().categories().size() > WeightMatrix.LARGEST);
    }

    @Test
    void intervalLevel() {
        Estimate found = alpha(AgreementOptions.DEFAULT.withLevel(Level.INTERVAL));
        assertEquals(byDefinition(numbers()), found.value(), 1e-9);
        Estimate drawn =
                alpha(
                        AgreementOptions.DEFAULT
                                .withLevel(Level.INTERVAL)
                                .withInterval(IntervalMethod.PERCENTILE)
                                .withReplicates(200, 1));
        assertEquals(found.se(), drawn.se(), found.se() / 5);
    }

    @Test
    void ordinalLevel() {
        double[] sorted =
                Arrays.stream(numbers()).flatMapToDouble(Arrays::stream).sorted().toArray();
        double[][] ranks = numbers();
        for (double[] row : ranks) {
            for (int g = 0; g < 2; g++) {
                double below = 0;
                double same = 0;
                for (double x : sorted) {
                    below += x < row[g] ? 1 : 0;
                    same += x == row[g] ? 1 : 0;
                }
                row[g] = below + same / 2;
            }
        }
        Estimate found =
                alpha(AgreementOptions.DEFAULT.withLevel(Level.ORDINAL).withReplicates(200, 1));
        assertEquals(byDefinition(ranks), found.value(), 1e-9);
        Estimate pairs =
                alpha(
                        AgreementOptions.DEFAULT
                                .withLevel(Level.ORDINAL)
                                .withInterval(IntervalMethod.PAIRS)
                                .withReplicates(200, 1));
        assertTrue(pairs.ciLow() < found.value() && found.value() < pairs.ciHigh(), "" + pairs);
    }

    /// A set of one code each is a value: distances between sets that share nothing cost nothing.
    @Test
    void setsOfOneCodeAreValues() {
        SetTable sets = SetTable.ofLabels(List.of("A", "B"), ROWS);
        double nominal = alpha(AgreementOptions.DEFAULT).value();
        for (Statistic s : List.of(Statistic.ALPHA_MASI, Statistic.ALPHA_JACCARD)) {
            Estimate found = Agreement.single(sets, s, AgreementOptions.DEFAULT, Progress.NONE);
            assertEquals(nominal, found.value(), 1e-9);
            assertTrue(found.ciLow() < found.value() && found.value() < found.ciHigh());
        }
    }

    @Test
    void krippendorffsBootstrapOfNames() {
        Estimate found =
                alpha(
                        AgreementOptions.DEFAULT
                                .withInterval(IntervalMethod.PAIRS)
                                .withReplicates(200, 1));
        assertTrue(found.ciLow() < found.value() && found.value() < found.ciHigh(), "" + found);
    }

    @Test
    void confusionKeepsWhatOccurs() {
        Confusion c = Confusion.of(RatingTable.ofLabels(List.of("A", "B"), rows(100_000)), 0, 1);
        assertEquals(100_000, c.n());
        assertEquals(100_000, c.cells().stream().mapToInt(Confusion.Cell::count).sum());
        Confusion.Cell most = c.conflict().orElseThrow();
        assertEquals(most.count(), c.count(most.row(), most.column()));
        Estimate kappa =
                Agreement.single(
                        table(), Statistic.COHEN_KAPPA, AgreementOptions.DEFAULT, Progress.NONE);
        assertEquals(Confusion.of(table(), 0, 1).kappa(), kappa.value(), 1e-12);
    }

    @Test
    void whatIsNotComputedSaysSo() {
        for (Estimate e :
                List.of(
                        alpha(AgreementOptions.DEFAULT.withLevel(Level.RATIO)),
                        alpha(AgreementOptions.DEFAULT.withWeights(Weights.LINEAR)))) {
            assertTrue(e.undefined().orElseThrow().startsWith("more than 3000 categories"), "" + e);
        }
    }
}
