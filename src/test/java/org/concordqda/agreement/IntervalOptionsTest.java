package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The ways to an interval against slow and plain versions of themselves.
class IntervalOptionsTest {
    private static final AgreementOptions ONE = AgreementOptions.DEFAULT.withScopes(false, false);

    @Test
    void oneCoefficientAloneHasTheIntervalItHasAmongAll() {
        AgreementOptions drawn =
                AgreementOptions.DEFAULT
                        .withInterval(IntervalMethod.PERCENTILE)
                        .withReplicates(200, 7);
        for (long seed = 1; seed <= 20; seed++) {
            RatingTable table = Tables.random(seed);
            for (Estimate e : Agreement.of(table, drawn, Progress.NONE)) {
                if (e.scope().equals("all") && !e.statistic().index()) {
                    assertEquals(
                            e,
                            Agreement.single(table, e.statistic(), drawn, Progress.NONE),
                            "" + e);
                }
            }
        }
    }

    @Test
    void oneDistanceOfSetsAloneIsTheOneAmongAll() {
        SetTable table = sets(new Random(3), 60);
        for (IntervalMethod method : List.of(IntervalMethod.ANALYTIC, IntervalMethod.BCA)) {
            AgreementOptions options = ONE.withInterval(method).withReplicates(100, 1);
            for (Estimate e : Agreement.of(table, options, Progress.NONE)) {
                if (!e.statistic().index()) {
                    assertEquals(e, Agreement.single(table, e.statistic(), options, Progress.NONE));
                }
            }
        }
    }

    static SetTable sets(Random random, int units) {
        List<List<Optional<BitSet>>> rows = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            long truth = random.nextInt(32);
            List<Optional<BitSet>> row = new ArrayList<>();
            for (int g = 0; g < 3; g++) {
                long own = random.nextInt(3) == 0 ? truth ^ 1L << random.nextInt(5) : truth;
                row.add(
                        random.nextInt(8) == 0
                                ? Optional.empty()
                                : Optional.of(BitSet.valueOf(new long[] {own})));
            }
            rows.add(row);
        }
        return SetTable.of(List.of("A", "B", "C"), List.of("a", "b", "c", "d", "e"), rows);
    }

    @Test
    void aLargeTableWithoutPatternsGivesTheSameNominalAlpha() {
        for (int seed = 0; seed < 6; seed++) {
            RatingTable table =
                    Tables.random(new Random(seed), 3 + seed, 2 + 3 * seed, 6000, seed * 0.12, 0.5);
            assertTrue(NominalAlpha.fits(table, Statistic.KRIPPENDORFF_ALPHA, ONE));
            Estimate direct = NominalAlpha.of(table, ONE).orElseThrow();
            Plan plan = Plan.of(table, ONE);
            TableScope scope =
                    plan.scope(
                            "all",
                            plan.patterns(),
                            Facts.of(plan.patterns(), -1),
                            java.util.Set.of(Statistic.KRIPPENDORFF_ALPHA),
                            Progress.NONE);
            Estimate general =
                    scope.single(
                            Statistic.KRIPPENDORFF_ALPHA,
                            SharedDraws.of(plan, List.of(scope), Progress.NONE));
            assertEquals(general.value(), direct.value(), 1e-10);
            assertEquals(general.se(), direct.se(), 1e-12);
            assertEquals(general.ciLow(), direct.ciLow(), 1e-10);
            assertEquals(general.ciHigh(), direct.ciHigh(), 1e-10);
            assertEquals(general.p(), direct.p(), 1e-12);
            assertEquals(general.interval(), direct.interval());
            assertEquals(
                    List.of(general.n(), general.pairable(), general.missing(), general.dropped()),
                    List.of(direct.n(), direct.pairable(), direct.missing(), direct.dropped()));
            assertEquals(general.observed(), direct.observed(), 1e-10);
            assertEquals(general.expected(), direct.expected(), 1e-10);
        }
    }

    @Test
    void aSampleOfFewUnitsHasASmallerErrorByTheShareThatIsLeft() {
        RatingTable table = Tables.random(new Random(5), 3, 4, 75, 0.1, 0.6);
        List<Estimate> endless = Agreement.of(table, ONE, Progress.NONE);
        List<Estimate> few = Agreement.of(table, ONE.withPopulation(100), Progress.NONE);
        for (int i = 0; i < endless.size(); i++) {
            Estimate a = endless.get(i);
            Estimate b = few.get(i);
            assertEquals(a.value(), b.value(), 0);
            assertEquals(a.se() * Math.sqrt(1 - a.n() / 100.0), b.se(), 1e-12, b.toString());
            assertTrue(b.interval().contains("for a population of 100 units"), b.interval());
        }
        assertTrue(
                Agreement.refusal(table, ONE.withPopulation(20))
                        .orElseThrow()
                        .contains("smaller than the 75 units"));
        List<Estimate> all = Agreement.of(table, ONE.withPopulation(75), Progress.NONE);
        assertEquals(0, all.getFirst().se(), 1e-12);
    }

    /// Every pair drawn by itself, as the algorithm is published.
    @Test
    void bootstrapOfPairsIsThePublishedOne() {
        for (Level level : List.of(Level.NOMINAL, Level.ORDINAL, Level.INTERVAL)) {
            RatingTable table = Tables.random(new Random(11), 4, 4, 40, 0.2, 0.6);
            AgreementOptions options =
                    ONE.withLevel(level)
                            .withInterval(IntervalMethod.PAIRS)
                            .withReplicates(20_000, 1);
            Estimate e =
                    Agreement.single(table, Statistic.KRIPPENDORFF_ALPHA, options, Progress.NONE);
            double[] slow = slowPairs(table, level, 20_000);
            assertEquals(slow[500], e.ciLow(), 0.012, level + " " + e);
            assertEquals(slow[19_500], e.ciHigh(), 0.012, level + " " + e);
            assertTrue(e.interval().contains("for comparison only"), e.interval());
        }
    }

    private static double[] slowPairs(RatingTable table, Level level, int replicates) {
        int q = table.categories().size();
        int r = table.coders().size();
        double[] n = new double[q];
        List<int[]> observed = new ArrayList<>();
        List<Integer> ratedBy = new ArrayList<>();
        for (int u = 0; u < table.units(); u++) {
            List<Integer> here = new ArrayList<>();
            for (int g = 0; g < r; g++) {
                if (table.cell(u, g) >= 0) {
                    here.add(table.cell(u, g));
                }
            }
            for (int i = 0; i < here.size() && here.size() > 1; i++) {
                n[here.get(i)]++;
                for (int j = i + 1; j < here.size(); j++) {
                    observed.add(new int[] {here.get(i), here.get(j)});
                    ratedBy.add(here.size());
                }
            }
        }
        double ratings = Arrays.stream(n).sum();
        double expected = 0;
        for (int c = 0; c < q; c++) {
            for (int k = 0; k < q; k++) {
                expected += n[c] * n[k] * delta(level, n, c, k) / (ratings * (ratings - 1));
            }
        }
        Random random = new Random(1);
        double[] values = new double[replicates];
        for (int b = 0; b < replicates; b++) {
            double alpha = 1;
            for (int m : ratedBy) {
                int[] pair = observed.get(random.nextInt(observed.size()));
                alpha -= 2 * delta(level, n, pair[0], pair[1]) / (ratings * expected) / (m - 1);
            }
            values[b] = alpha;
        }
        Arrays.sort(values);
        return values;
    }

    private static double delta(Level level, double[] n, int c, int k) {
        if (level == Level.NOMINAL) {
            return c == k ? 0 : 1;
        }
        if (level == Level.INTERVAL) {
            return (c - k) * (c - k);
        }
        double between = 0;
        for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
            between += n[g];
        }
        between -= (n[c] + n[k]) / 2;
        return between * between;
    }

    @Test
    void whatStandsBesideTheKappaOfTwoCodersIsTheMatrix() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            RatingTable table =
                    Tables.random(random, 2, 2 + random.nextInt(3), 30, 0.1, random.nextDouble());
            Confusion matrix = Confusion.of(table, 0, 1);
            List<Estimate> all = Agreement.of(table, AgreementOptions.DEFAULT, Progress.NONE);
            assertEquals(matrix.kappaMax(), value(all, "all", Statistic.COHEN_KAPPA_MAX), 1e-12);
            if (table.categories().size() == 2) {
                assertEquals(matrix.pabak(), value(all, "all", Statistic.PABAK), 1e-12);
            }
            for (int k = 0; k < table.categories().size(); k++) {
                Confusion two = matrix.against(k);
                String code = "code=" + table.categories().get(k);
                assertEquals(two.pabak(), value(all, code, Statistic.PABAK), 1e-12);
                assertEquals(two.biasIndex(), value(all, code, Statistic.BIAS_INDEX), 1e-12);
                assertEquals(
                        two.prevalenceIndex(), value(all, code, Statistic.PREVALENCE_INDEX), 1e-12);
                assertEquals(
                        two.positiveAgreement(),
                        value(all, code, Statistic.POSITIVE_AGREEMENT),
                        1e-12);
                assertEquals(
                        two.negativeAgreement(),
                        value(all, code, Statistic.NEGATIVE_AGREEMENT),
                        1e-12);
                assertEquals(two.kappaMax(), value(all, code, Statistic.COHEN_KAPPA_MAX), 1e-12);
            }
        }
    }

    private static double value(List<Estimate> all, String scope, Statistic statistic) {
        return CaseChecks.find(all, statistic.key(), scope).value();
    }
}
