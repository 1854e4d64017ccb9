package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class BenchmarkScaleTest {
    /// AC1 .7754441 with SE .1429500, as irrCAC prints it.
    @Test
    void gwetsRule() {
        BenchmarkScale.Label kochs = BenchmarkScale.LANDIS_KOCH.label(0.7754441, 0.14295);
        assertEquals("moderate", kochs.label());
        assertEquals(0.99542, kochs.probability(), 5e-6);
        assertEquals("moderate", BenchmarkScale.ALTMAN.label(0.7754441, 0.14295).label());
        BenchmarkScale.Label fleiss = BenchmarkScale.FLEISS.label(0.7754441, 0.14295);
        assertEquals("intermediate to good", fleiss.label());
        assertEquals(0.99542, fleiss.probability(), 5e-6);
    }

    @Test
    void withoutAnErrorTheValueDecides() {
        assertEquals("reliable", BenchmarkScale.KRIPPENDORFF.label(0.8, 0).label());
        assertTrue(BenchmarkScale.KRIPPENDORFF.label(0.8, Double.NaN).valueAlone());
        assertEquals("poor", BenchmarkScale.LANDIS_KOCH.label(-0.1, 0).label());
    }

    @Test
    void treesWeighByTheSharedPath() {
        CategoryTree tree =
                new CategoryTree(List.of(List.of("x", "a"), List.of("x", "b"), List.of("y", "c")));
        assertEquals(1, tree.closeness(0, 0));
        assertEquals(0.5, tree.closeness(0, 1));
        assertEquals(0, tree.closeness(0, 2));
        RatingTable table =
                RatingTable.of(
                                List.of("A", "B"),
                                List.of("a", "b", "c"),
                                new int[] {0, 1, 1, 1, 2, 2, 0, 2})
                        .withTree(tree);
        RatingTable tops = table.atLevel(1);
        assertEquals(List.of("x", "y"), tops.categories());
        assertEquals(0.75, Confusion.of(tops, 0, 1).observed());
        Estimate weighted =
                Agreement.single(
                        table,
                        Statistic.PERCENT_AGREEMENT,
                        AgreementOptions.DEFAULT.withWeights(Weights.TREE),
                        org.concordqda.job.Progress.NONE);
        assertEquals((0.5 + 1 + 1 + 0) / 4, weighted.value(), 1e-12);
    }

    @Test
    void distributions() {
        assertEquals(1.959963984540054, StudentT.normalQuantile(0.975), 1e-12);
        assertEquals(12.706204736432095, StudentT.quantile(0.95, 1), 1e-9);
        assertEquals(2.200985160082949, StudentT.quantile(0.95, 11), 1e-11);
        assertEquals(1.962339080652089, StudentT.quantile(0.95, 1000), 1e-9);
        assertEquals(0.9750021048517795, StudentT.normal(1.96), 1e-13);
    }
}
