package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// What must hold for any table, on 10,000 seeded ones.
class AgreementPropertiesTest {
    private static final int TABLES = 10_000;
    private static final AgreementOptions PLAIN = AgreementOptions.DEFAULT.withScopes(false, false);

    @Test
    void orderOfCodersUnitsAndLabelsChangesNothing() {
        every(
                seed -> {
                    RatingTable table = Tables.random(seed);
                    Random random = new Random(-seed);
                    RatingTable shuffled =
                            table.onlyCoders(Tables.shuffled(random, table.coders().size()))
                                    .onlyUnits(Tables.shuffled(random, table.units()));
                    int q = table.categories().size();
                    int[] to = Tables.shuffled(random, q);
                    RatingTable relabelled = shuffled.recoded(to, Tables.names("label", q));
                    same(seed, all(table, PLAIN), all(shuffled, PLAIN));
                    same(seed, all(table, PLAIN), all(relabelled, PLAIN));
                });
    }

    @Test
    void reversingAnOrderedScaleChangesNoWeightedCoefficient() {
        List<Weights> symmetric = List.of(Weights.LINEAR, Weights.QUADRATIC, Weights.ORDINAL);
        every(
                TABLES / 4,
                seed -> {
                    RatingTable table = Tables.random(seed);
                    int q = table.categories().size();
                    int[] reversed = IntStream.range(0, q).map(k -> q - 1 - k).toArray();
                    AgreementOptions options = PLAIN.withWeights(symmetric.get(seed % 3));
                    same(
                            seed,
                            all(table, options),
                            all(table.recoded(reversed, table.categories()), options));
                });
    }

    @Test
    void duplicatingAPerfectStudyKeepsOne() {
        every(
                seed -> {
                    Random random = new Random(seed);
                    int q = 2 + random.nextInt(5);
                    int r = 2 + random.nextInt(4);
                    RatingTable table = Tables.random(random, r, q, 5 + random.nextInt(20), 0, 1);
                    int n = table.units();
                    int[] twice = IntStream.range(0, 2 * n).map(u -> u % n).toArray();
                    boolean varied =
                            IntStream.range(0, n).map(u -> table.cell(u, 0)).distinct().count() > 1;
                    for (Estimate e : all(table.onlyUnits(twice), PLAIN)) {
                        if (e.statistic().index()) {
                            continue; // Descriptions of two coders: no interval to speak of.
                        }
                        if (varied || e.statistic() == Statistic.PERCENT_AGREEMENT) {
                            assertEquals(1, e.value(), 1e-12, e.statistic() + " seed " + seed);
                            assertEquals("not estimable", e.interval());
                            assertEquals(e.value(), e.ciLow());
                            assertEquals(0, e.se());
                        }
                    }
                });
    }

    @Test
    void twoCodersMakeOneOfTwoNames() {
        every(
                seed -> {
                    Random random = new Random(seed);
                    RatingTable table =
                            Tables.random(
                                    random,
                                    2,
                                    2 + random.nextInt(5),
                                    4 + random.nextInt(40),
                                    0,
                                    0.6);
                    List<Estimate> all = all(table, PLAIN);
                    Confusion matrix = Confusion.of(table, 0, 1);
                    Estimate cohen = of(all, Statistic.COHEN_KAPPA);
                    if (!cohen.defined()) {
                        return;
                    }
                    double n = table.units();
                    Estimate conger = of(all, Statistic.CONGER_KAPPA);
                    assertEquals(cohen.value(), conger.value(), 1e-12);
                    assertEquals(cohen.value(), matrix.kappa(), 1e-12);
                    assertEquals(
                            cohen.se(), conger.se() * Math.sqrt((n - 1) / n), 1e-9, "seed " + seed);
                    assertEquals(scott(matrix), of(all, Statistic.SCOTT_PI).value(), 1e-12);
                    assertEquals(scott(matrix), of(all, Statistic.FLEISS_KAPPA).value(), 1e-12);
                    assertEquals(cohen.value(), of(all, Statistic.LIGHT_KAPPA).value(), 1e-12);
                    if (matrix.rows().length == 2) {
                        Estimate bp = of(all, Statistic.BRENNAN_PREDIGER);
                        assertEquals(matrix.pabak(), bp.value(), 1e-12);
                    }
                });
    }

    private static double scott(Confusion matrix) {
        double chance = 0;
        for (int k = 0; k < matrix.rows().length; k++) {
            double pi = (matrix.row(k) + matrix.column(k)) / 2.0 / matrix.n();
            chance += pi * pi;
        }
        return (matrix.observed() - chance) / (1 - chance);
    }

    @Test
    void weightsOnTwoCategoriesAreTheIdentity() {
        every(
                TABLES / 8,
                seed -> {
                    Random random = new Random(seed);
                    RatingTable table =
                            Tables.random(random, 2 + random.nextInt(4), 2, 20, 0.1, 0.5);
                    for (Weights weights : Weights.values()) {
                        if (weights != Weights.TREE) {
                            same(seed, all(table, PLAIN), all(table, PLAIN.withWeights(weights)));
                        }
                    }
                });
    }

    /// Observed and expected disagreement of the whole are half the sums of those of the codes.
    @Test
    void alphasPerCodeAddUpToTheWhole() {
        every(
                seed -> {
                    RatingTable table = Tables.random(seed);
                    List<Estimate> all =
                            all(table, AgreementOptions.DEFAULT.withScopes(false, true));
                    Estimate whole = of(all, Statistic.KRIPPENDORFF_ALPHA);
                    if (!whole.defined()) {
                        return;
                    }
                    double observed = 0;
                    double expected = 0;
                    for (Estimate e : all) {
                        if (e.scope().startsWith("code=")
                                && e.statistic() == Statistic.KRIPPENDORFF_ALPHA) {
                            observed += 1 - e.observed();
                            expected += 1 - e.expected();
                        }
                    }
                    assertEquals(1 - whole.observed(), observed / 2, 1e-9, "seed " + seed);
                    assertEquals(1 - whole.expected(), expected / 2, 1e-9, "seed " + seed);
                    assertEquals(whole.value(), 1 - observed / expected, 1e-9, "seed " + seed);
                });
    }

    @Test
    void identityWeightsAsAMatrixAreUnweighted() {
        every(
                seed -> {
                    RatingTable table = Tables.random(seed);
                    // A tree without a common branch: every path apart, so its weights are 0 and 1.
                    CategoryTree apart =
                            new CategoryTree(table.categories().stream().map(List::of).toList());
                    same(
                            seed,
                            all(table, PLAIN),
                            all(table.withTree(apart), PLAIN.withWeights(Weights.TREE)));
                });
    }

    /// Also weighted, where ratings are missing and a pair does not use every category.
    @Test
    void lightIsTheMeanOfItsPairs() {
        every(
                TABLES / 10,
                seed -> {
                    Random random = new Random(seed);
                    RatingTable table =
                            Tables.random(
                                    random,
                                    3 + random.nextInt(2),
                                    3 + random.nextInt(4),
                                    9,
                                    0.2,
                                    0.5);
                    AgreementOptions options =
                            AgreementOptions.DEFAULT
                                    .withScopes(true, false)
                                    .withWeights(Weights.values()[seed % 4]);
                    List<Estimate> all = all(table, options);
                    Estimate light = of(all, Statistic.LIGHT_KAPPA);
                    List<Estimate> pairs =
                            all.stream()
                                    .filter(e -> e.scope().startsWith("pair="))
                                    .filter(e -> e.statistic() == Statistic.COHEN_KAPPA)
                                    .toList();
                    if (light.defined() && pairs.stream().allMatch(Estimate::defined)) {
                        double mean =
                                pairs.stream().mapToDouble(Estimate::value).average().orElseThrow();
                        assertEquals(mean, light.value(), 1e-12, "seed " + seed);
                    }
                });
    }

    @Test
    void recodingToTheSameChangesNothing() {
        every(
                seed -> {
                    RatingTable table = Tables.random(seed);
                    int[] same = IntStream.range(0, table.categories().size()).toArray();
                    same(
                            seed,
                            all(table, PLAIN),
                            all(table.recoded(same, table.categories()), PLAIN));
                });
    }

    @Test
    void intervalsHoldTheirValue() {
        every(
                TABLES / 10,
                seed -> {
                    for (Estimate e : all(Tables.random(seed), AgreementOptions.DEFAULT)) {
                        if (e.defined() && !Double.isNaN(e.ciLow())) {
                            // Gwet's form can fall below −1 when few units have two ratings; its
                            // interval
                            // not.
                            double value = Math.max(-1, e.value());
                            assertTrue(e.ciLow() <= value && value <= e.ciHigh(), e.toString());
                            assertTrue(e.ciLow() >= -1 && e.ciHigh() <= 1, e.toString());
                        }
                        assertEquals(e.defined(), !Double.isNaN(e.value()), e.toString());
                    }
                });
    }

    private static void every(IntConsumer property) {
        every(TABLES, property);
    }

    private static void every(int tables, IntConsumer property) {
        IntStream.range(0, tables).parallel().forEach(property);
    }

    private static List<Estimate> all(RatingTable table, AgreementOptions options) {
        return Agreement.of(table, options.withInterval(IntervalMethod.ANALYTIC), Progress.NONE);
    }

    static Estimate of(List<Estimate> all, Statistic statistic) {
        return CaseChecks.find(all, statistic.key(), "all");
    }

    private static void same(long seed, List<Estimate> a, List<Estimate> b) {
        assertEquals(a.size(), b.size());
        for (int i = 0; i < a.size(); i++) {
            Estimate x = a.get(i);
            Estimate y = b.get(i);
            String what = x.statistic() + " seed " + seed;
            assertEquals(x.undefined(), y.undefined(), what);
            assertEquals(x.value(), y.value(), 1e-9, what);
            assertEquals(x.se(), y.se(), 1e-9, what);
            assertEquals(x.pairable(), y.pairable(), what);
            assertEquals(x.missing(), y.missing(), what);
        }
    }
}
