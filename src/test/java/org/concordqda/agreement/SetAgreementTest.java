package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// Several codes per unit.
class SetAgreementTest {
    private static SetTable example() {
        List<List<String>> rows =
                CaseFiles.csv(Path.of("src/test/resources/agreement/dkpro_sets.csv"));
        return SetTable.ofLabels(
                List.of("r1", "r2"), rows.stream().skip(1).map(r -> r.subList(1, 3)).toList());
    }

    private static Estimate of(SetTable table, Statistic statistic) {
        return CaseChecks.find(
                Agreement.of(table, AgreementOptions.DEFAULT, Progress.NONE),
                statistic.key(),
                "all");
    }

    @Test
    void knownValues() {
        SetTable table = example();
        assertEquals(0.3156199677938808, of(table, Statistic.ALPHA_JACCARD).value(), 1e-9);
        assertEquals(0.27308066083576277, of(table, Statistic.ALPHA_MASI).value(), 1e-9);
        assertTrue(of(table, Statistic.ALPHA_MASI).se() > 0);
    }

    @Test
    void nothingIsNotMissing() {
        SetTable with =
                SetTable.ofLabels(
                        List.of("A", "B"),
                        List.of(List.of("{}", "{}"), List.of("a", "b"), List.of("a|b", "a")));
        SetTable without =
                SetTable.ofLabels(
                        List.of("A", "B"),
                        List.of(List.of("", ""), List.of("a", "b"), List.of("a|b", "a")));
        assertEquals(3, of(with, Statistic.ALPHA_MASI).pairable());
        assertEquals(2, of(without, Statistic.ALPHA_MASI).pairable());
        assertEquals(1, of(without, Statistic.ALPHA_MASI).dropped());
        assertTrue(
                of(with, Statistic.ALPHA_MASI).value() > of(without, Statistic.ALPHA_MASI).value());
    }

    /// With one code in every set, exact sets, MASI and Jaccard are all nominal alpha.
    @Test
    void singleCodesAreTheOneValueCase() {
        for (int seed = 0; seed < 300; seed++) {
            RatingTable table = Tables.random(seed);
            List<List<String>> rows =
                    java.util.stream.IntStream.range(0, table.units())
                            .mapToObj(u -> row(table, u))
                            .toList();
            SetTable sets = SetTable.ofLabels(table.coders(), rows);
            double nominal = Alpha.value(table, Level.NOMINAL);
            if (Double.isNaN(nominal)) {
                continue;
            }
            assertEquals(nominal, of(sets, Statistic.ALPHA_MASI).value(), 1e-9);
            assertEquals(nominal, of(sets, Statistic.ALPHA_JACCARD).value(), 1e-9);
            assertEquals(nominal, of(sets, Statistic.KRIPPENDORFF_ALPHA).value(), 1e-9);
        }
    }

    private static List<String> row(RatingTable table, int unit) {
        return java.util.stream.IntStream.range(0, table.coders().size())
                .mapToObj(g -> table.cell(unit, g))
                .map(c -> c < 0 ? "" : table.categories().get(c))
                .toList();
    }

    /// Pairs that share a code are all that counts: the same sums as from the triangle.
    @Test
    void largeAndSmallWaysAgree() {
        Random random = new Random(5);
        int[][] sets = new int[500][];
        java.util.Set<List<Integer>> seen = new java.util.HashSet<>();
        for (int s = 0; s < sets.length; s++) {
            do {
                sets[s] = random.ints(random.nextInt(6), 0, 80).sorted().distinct().toArray();
            } while (!seen.add(java.util.Arrays.stream(sets[s]).boxed().toList()));
        }
        double[] x = random.doubles(500).toArray();
        for (SetDistance distance : SetDistance.values()) {
            WeightMatrix small = new SetCloseness(sets, distance);
            WeightMatrix large = SharedCodes.of(sets, distance).matrix();
            assertEquals(small.form(x), large.form(x), 1e-6);
            double[] out = new double[500];
            double[] same = new double[500];
            small.times(x, out);
            large.times(x, same);
            org.junit.jupiter.api.Assertions.assertArrayEquals(out, same, 1e-9);
            for (int k = 0; k < 500; k++) {
                assertEquals(small.get(k, 499 - k), large.get(k, 499 - k), 1e-12);
            }
        }
    }

    /// Every set holds the code that all hold: too many pairs to keep, and it is said.
    @Test
    void tooManyPairsAreRefusedInWords() {
        int[][] sets = new int[7000][];
        for (int s = 0; s < sets.length; s++) {
            sets[s] = new int[] {0, s + 1};
        }
        String why = SharedCodes.of(sets, SetDistance.MASI).refusal();
        assertEquals(
                "7,000 different sets, of which more than 20,000,000 pairs share a code: distances"
                        + " between them are not computed",
                why);
    }

    @Test
    void codesByPresence() {
        List<Estimate> all = Agreement.of(example(), AgreementOptions.DEFAULT, Progress.NONE);
        Estimate a = CaseChecks.find(all, "cohen_kappa", "code=A");
        RatingTable presence = example().presence(0);
        assertEquals(Confusion.of(presence, 0, 1).kappa(), a.value(), 1e-12);
        CodeMean mean = CodeMean.of(all, Statistic.COHEN_KAPPA);
        assertEquals(3, mean.defined() + mean.undefined());
    }
}
