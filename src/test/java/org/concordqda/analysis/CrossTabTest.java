package org.concordqda.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.agreement.RatingTable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class CrossTabTest {
    /// The published table of DL stage by manifestation (instrument.md): 348 defects.
    private static final String[] STAGES = {"Environment", "Training", "Data pipeline", "Modeling"};

    private static final String[] MANIFESTATIONS = {"Reproducibility", "Evolutionary", "Basic"};
    private static final int[][] PUBLISHED = {{6, 17, 134}, {26, 32, 32}, {4, 23, 41}, {2, 13, 18}};

    private static CrossTab published(int threshold) {
        List<String> stage = new ArrayList<>();
        List<String> manifestation = new ArrayList<>();
        for (int r = 0; r < STAGES.length; r++) {
            for (int c = 0; c < MANIFESTATIONS.length; c++) {
                for (int i = 0; i < PUBLISHED[r][c]; i++) {
                    stage.add(STAGES[r]);
                    manifestation.add(MANIFESTATIONS[c]);
                }
            }
        }
        stage.add("");
        manifestation.add("Basic");
        return CrossTab.of(
                Facet.ofTexts("DL stage", stage),
                Facet.ofTexts("Manifestation", manifestation),
                threshold);
    }

    @Test
    void givesThePublishedCountsAndShares() {
        CrossTab tab = published(0);
        for (int r = 0; r < PUBLISHED.length; r++) {
            assertArrayEquals(PUBLISHED[r], tab.counts()[r]);
        }
        assertEquals(348, tab.n());
        assertEquals(1, tab.without());
        assertArrayEquals(new int[] {157, 90, 68, 33}, tab.rowN());
        assertArrayEquals(new int[] {38, 85, 225}, tab.columnN());
        assertEquals(134 / 157.0, tab.rowShare(0, 2));
        assertEquals(134 / 225.0, tab.columnShare(0, 2));
    }

    @Test
    void wideHasOneRowPerValueAndOneForAllToldApartByAColumn() {
        Table table = published(0).wide();
        assertEquals(
                List.of(
                        "DL stage id",
                        "DL stage",
                        "total",
                        "Reproducibility",
                        "Evolutionary",
                        "Basic",
                        "n",
                        "Reproducibility, row %",
                        "Evolutionary, row %",
                        "Basic, row %",
                        "Reproducibility, column %",
                        "Evolutionary, column %",
                        "Basic, column %"),
                table.header());
        assertEquals(5, table.list().size());
        assertEquals(
                List.of(0L, "all", true, 38, 85, 225, 348), table.list().getLast().subList(0, 7));
    }

    @Test
    void rareValuesAreMergedIntoOneRowThatNamesTheThreshold() {
        CrossTab tab = published(80);
        assertEquals(
                List.of("Environment", "Training", "fewer than 80"),
                tab.rows().stream().map(Facet.Value::label).toList());
        assertEquals(
                List.of("Evolutionary", "Basic", "fewer than 80"),
                tab.columns().stream().map(Facet.Value::label).toList());
        assertArrayEquals(new int[] {36, 59, 6}, tab.counts()[2]);
        assertEquals(101, tab.rowN()[2]);
    }

    @Test
    void anItemWithSeveralValuesCountsInEachCellButOnceInTheTotals() {
        List<Facet.Value> letters =
                List.of(new Facet.Value(1, "a"), new Facet.Value(2, "b"), new Facet.Value(3, "c"));
        Facet many =
                new Facet(
                        7,
                        "many",
                        letters,
                        new int[] {0, 1, 2, -1},
                        List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {0}));
        Facet one = Facet.ofTexts("one", List.of("x", "x", "y", "x"));
        CrossTab tab = CrossTab.of(many, one, 0);
        assertEquals(3, tab.n());
        assertArrayEquals(new int[] {2, 2, 1}, tab.rowN());
        assertArrayEquals(new int[] {2, 1}, tab.columnN());
        assertArrayEquals(new int[] {2, 0}, tab.counts()[1]);
        CrossTab merged = CrossTab.of(many, one, 3);
        assertEquals(1, merged.rows().size());
        assertEquals(3, merged.rowN()[0]);
        assertArrayEquals(new int[] {2, 2, 1}, many.frequencies());
    }

    @Test
    void noItemsGiveAnEmptyTableWithTotals() {
        CrossTab tab = CrossTab.of(Facet.ofTexts("a", List.of()), Facet.ofTexts("b", List.of()), 5);
        assertEquals(0, tab.n());
        assertEquals(1, tab.wide().list().size());
        assertTrue(tab.lengthwise().list().isEmpty());
    }

    @Test
    void cooccurrenceCountsACodeOncePerItem() {
        Cooccurrence both =
                Cooccurrence.of(
                        new int[] {1, 1, 1, 2, 2, 3, 3}, new long[] {10, 20, 10, 20, 10, 20, 30});
        assertArrayEquals(new long[] {10, 20, 30}, both.codes());
        assertArrayEquals(new int[] {2, 3, 1}, both.items());
        Cooccurrence.Pair first = both.pairs().getFirst();
        assertEquals(new Cooccurrence.Pair(10, 20, 2, 2, 3), first);
        assertEquals(2 / 3.0, first.jaccard());
        assertEquals(1 / 3.0, both.pairs().get(1).jaccard());
        assertEquals(2, both.pairs().size());
    }

    @Test
    void coverageCountsUnitsByHowManyAnswered() {
        int m = RatingTable.MISSING;
        RatingTable table =
                RatingTable.of(
                        List.of("A", "B", "C"),
                        List.of("x"),
                        new int[] {0, 0, 0, 0, m, m, 0, 0, m, m, m, m});
        assertEquals(new Coverage(1, 1, 1, 1), Coverage.of(table));
    }
}
