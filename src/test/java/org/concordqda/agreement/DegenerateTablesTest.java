package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The table of degenerate cases: a value, or undefined with its reason; never NaN, 0 or 1 in silence.
class DegenerateTablesTest {
    private static RatingTable table(String... rows) {
        List<List<String>> cells =
                Arrays.stream(rows)
                        .map(row -> Arrays.stream(row.split(" ")).map(c -> c.equals(".") ? "" : c))
                        .map(java.util.stream.Stream::toList)
                        .toList();
        int r = cells.isEmpty() ? 2 : cells.getFirst().size();
        return RatingTable.ofLabels(Tables.names("R", r), cells);
    }

    private static List<Estimate> all(RatingTable table) {
        return Agreement.of(table, AgreementOptions.DEFAULT, Progress.NONE);
    }

    private static Estimate of(RatingTable table, Statistic statistic) {
        return AgreementPropertiesTest.of(all(table), statistic);
    }

    private static void undefined(RatingTable table, String reason) {
        for (Estimate e : all(table)) {
            assertEquals(Optional.of(reason), e.undefined(), e.toString());
            assertTrue(Double.isNaN(e.value()));
        }
    }

    @Test
    void oneCategoryEverywhere() {
        for (Estimate e : all(table("a a", "a a", "a a"))) {
            if (e.statistic() == Statistic.PERCENT_AGREEMENT) {
                assertEquals(1, e.value());
                assertEquals("not estimable", e.interval());
            } else if (!e.statistic().index()) {
                assertEquals(Optional.of("no variation"), e.undefined());
                assertEquals(1, e.observed());
            }
        }
    }

    @Test
    void aCodebookOfTwoDefinesAcThere() {
        RatingTable table =
                RatingTable.ofLabels(
                        List.of("A", "B"),
                        List.of(List.of("a", "a"), List.of("a", "a")),
                        List.of("a", "b"));
        assertEquals(1, of(table, Statistic.GWET_AC).value());
        assertEquals(1, of(table, Statistic.BRENNAN_PREDIGER).value());
        assertEquals(Optional.of("no variation"), of(table, Statistic.COHEN_KAPPA).undefined());
    }

    @Test
    void noUnitWithTwoCodes() {
        undefined(table("a .", ". b", "a ."), "no unit coded by two coders");
    }

    @Test
    void oneCoderOrNoUnits() {
        undefined(table("a", "b"), "only one coder");
        undefined(RatingTable.ofLabels(List.of("A", "B"), List.of()), "no units");
        undefined(RatingTable.ofLabels(List.of(), List.of()), "no units");
        undefined(table("a .", "b ."), "only one coder");
    }

    @Test
    void unitsWithoutCodesAreDroppedAndCounted() {
        Estimate with = of(table("a a", "b b", "a b", ". .", ". ."), Statistic.FLEISS_KAPPA);
        Estimate without = of(table("a a", "b b", "a b"), Statistic.FLEISS_KAPPA);
        assertEquals(without.value(), with.value());
        assertEquals(without.se(), with.se());
        assertEquals(2, with.dropped());
        assertEquals(3, with.n());
    }

    @Test
    void anAbsentCoderIsLeftOutAndNamed() {
        RatingTable three = table("a a .", "b b .", "a b .");
        Estimate conger = of(three, Statistic.CONGER_KAPPA);
        assertEquals(
                of(table("a a", "b b", "a b"), Statistic.CONGER_KAPPA).value(), conger.value());
        assertEquals(0, conger.missing());
        assertEquals(
                List.of("R3 rated no unit and is left out."),
                Agreement.remarks(three, AgreementOptions.DEFAULT));
    }

    @Test
    void onePairableUnit() {
        Estimate apart = of(table("a b", "a .", ". b"), Statistic.KRIPPENDORFF_ALPHA);
        assertEquals(0, apart.value(), 1e-12);
        assertTrue(Double.isNaN(apart.ciLow()));
        assertEquals("none: a single unit", apart.interval());
        Estimate together = of(table("a a", "a .", ". b"), Statistic.KRIPPENDORFF_ALPHA);
        assertEquals(Optional.of("no variation"), together.undefined());
    }

    @Test
    void aConstantCoderIsAZeroAndARemark() {
        RatingTable table = table("a a", "a b", "a a", "a b");
        assertEquals(0, of(table, Statistic.COHEN_KAPPA).value(), 1e-12);
        assertEquals("not estimable", of(table, Statistic.COHEN_KAPPA).interval());
        assertTrue(of(table, Statistic.KRIPPENDORFF_ALPHA).value() < 0);
        assertEquals(
                List.of("R1 used “a” only: kappa cannot rise above chance with this coder."),
                Agreement.remarks(table, AgreementOptions.DEFAULT));
    }

    @Test
    void systematicDisagreement() {
        RatingTable table = table("a b", "b a", "a b", "b a");
        assertEquals(-1, of(table, Statistic.COHEN_KAPPA).value(), 1e-12);
        assertTrue(of(table, Statistic.KRIPPENDORFF_ALPHA).value() > -1);
    }

    @Test
    void pairsWithoutACommonUnitAreNamed() {
        RatingTable table = table("a a . .", "b a . .", "b b . .", ". . a b", ". . b b", ". . a a");
        assertTrue(of(table, Statistic.FLEISS_KAPPA).defined());
        assertTrue(of(table, Statistic.LIGHT_KAPPA).defined());
        assertTrue(
                Agreement.remarks(table, AgreementOptions.DEFAULT)
                        .getFirst()
                        .startsWith("No common unit: R1 and R3; R1 and R4; R2 and R3; R2 and R4."));
    }

    @Test
    void levelsThatNeedNumbersAreRefused() {
        RatingTable words = table("a b", "b b", "a a");
        AgreementOptions interval = AgreementOptions.DEFAULT.withLevel(Level.INTERVAL);
        Optional<String> refusal = Optional.of("the interval level needs numbers, and “a” is none");
        assertEquals(refusal, Agreement.refusal(words, interval));
        assertEquals(
                refusal,
                Agreement.single(words, Statistic.KRIPPENDORFF_ALPHA, interval, Progress.NONE)
                        .undefined());
        RatingTable opposite = table("-2 2", "2 2", "1 2");
        assertTrue(
                Agreement.refusal(opposite, AgreementOptions.DEFAULT.withLevel(Level.RATIO))
                        .isPresent());
        assertTrue(Agreement.refusal(words, interval.withWeights(Weights.LINEAR)).isPresent());
    }

    @Test
    void valuesOfWordsAreRanksAndSaid() {
        RatingTable words = table("a b", "b c", "a c", "c c");
        AgreementOptions values =
                AgreementOptions.DEFAULT.withWeights(Weights.LINEAR).withScaling(Scaling.VALUES);
        assertEquals(
                Agreement.single(
                                words,
                                Statistic.COHEN_KAPPA,
                                values.withScaling(Scaling.RANKS),
                                Progress.NONE)
                        .value(),
                Agreement.single(words, Statistic.COHEN_KAPPA, values, Progress.NONE).value());
        assertTrue(
                Agreement.remarks(words, values)
                        .contains(
                                "The labels are not all numbers: the weights use their ranks in"
                                        + " the order a, b, c."));
    }

    @Test
    void policies() {
        RatingTable table = table("a a b", "b b .", "a . .", "a b a", ". a a", "b b b");
        Estimate available = single(table, Missing.AVAILABLE);
        assertEquals(List.of(6, 5, 4, 0), counts(available));
        assertEquals(List.of(5, 5, 2, 1), counts(single(table, Missing.PAIRWISE)));
        assertEquals(List.of(3, 3, 0, 3), counts(single(table, Missing.COMPLETE)));
        Estimate category = single(table, Missing.CATEGORY);
        assertEquals(List.of(6, 6, 4, 0), counts(category));
        assertTrue(category.value() < available.value());
    }

    private static Estimate single(RatingTable table, Missing missing) {
        return Agreement.single(
                table,
                Statistic.FLEISS_KAPPA,
                AgreementOptions.DEFAULT.withMissing(missing),
                Progress.NONE);
    }

    private static List<Integer> counts(Estimate e) {
        return List.of(e.n(), e.pairable(), e.missing(), e.dropped());
    }

    @Test
    void aMillionCategories() {
        int n = 1_000_000;
        int[] cells = new int[2 * n];
        for (int u = 0; u < n; u++) {
            cells[2 * u] = u;
            cells[2 * u + 1] = u % 2 == 0 ? u : n - 1 - u;
        }
        RatingTable table = RatingTable.of(List.of("A", "B"), Tables.numbers(n), cells);
        assertEquals(0.5, of(table, Statistic.COHEN_KAPPA).value(), 1e-5);
        assertEquals(0.5, of(table, Statistic.KRIPPENDORFF_ALPHA).value(), 1e-5);
        Estimate weighted =
                Agreement.single(
                        table,
                        Statistic.GWET_AC,
                        AgreementOptions.DEFAULT.withWeights(Weights.LINEAR),
                        Progress.NONE);
        assertTrue(weighted.undefined().orElse("").startsWith("more than 3000 categories"));
    }
}
