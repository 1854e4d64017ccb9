package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Differences, leaving one out and planning, for sets of codes and for passages.
class ComparisonTest {
    private static final AgreementOptions NUMBERS =
            AgreementOptions.DEFAULT.withScopes(false, false).withReplicates(300, 1);
    private static final PassageOptions PASSAGES =
            PassageOptions.DEFAULT.withGamma(GammaOptions.NONE).withReplicates(300, 1);

    private static final SetTable BEFORE = sets(5, 3);
    private static final SetTable AFTER = sets(5, 9);

    /// Two coders' sets of three codes; one in `apart` has a code more.
    private static SetTable sets(long seed, int apart) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> rows =
                IntStream.range(0, 40)
                        .mapToObj(
                                u -> {
                                    String one = List.of("{}", "a", "a|b", "b").get(u % 4);
                                    return random.nextInt(apart) == 0
                                            ? List.of(one, one.equals("{}") ? "c" : one + "|c")
                                            : List.of(one, one);
                                })
                        .toList();
        return SetTable.ofLabels(List.of("A", "B"), rows);
    }

    private static double masi(SetTable table) {
        return Agreement.single(table, Statistic.ALPHA_MASI, NUMBERS, Progress.NONE).value();
    }

    @Test
    void setsAreComparedByTheirDistance() {
        Difference found =
                Difference.of(
                        Difference.Side.of(BEFORE, Statistic.ALPHA_MASI, NUMBERS),
                        Difference.Side.of(AFTER, Statistic.ALPHA_MASI, NUMBERS),
                        Progress.NONE);
        assertEquals(masi(AFTER) - masi(BEFORE), found.value(), 1e-12);
        assertTrue(found.value() != 0);
        assertTrue(found.low() < found.value() && found.value() < found.high(), found.toString());
        assertTrue(found.se() > 0.001 && found.se() < 0.2, found.toString());
        Difference none =
                Difference.of(
                        Difference.Side.of(AFTER, Statistic.ALPHA_MASI, NUMBERS),
                        Difference.Side.of(AFTER, Statistic.ALPHA_MASI, NUMBERS),
                        Progress.NONE);
        assertEquals(0, none.value());
        assertEquals(0, none.high(), 1e-12);
    }

    @Test
    void setsArePlannedByTheirDistance() {
        Planning plan = Planning.of(BEFORE, Statistic.ALPHA_MASI, NUMBERS, 0.02, Progress.NONE);
        assertEquals(masi(BEFORE), plan.pilot().value());
        double half = (plan.pilot().ciHigh() - plan.pilot().ciLow()) / 2;
        // The width shrinks with the root of the units.
        assertEquals(40 * Math.pow(half / 0.02, 2), plan.units(), 0.1 * plan.units());
    }

    private static Continua passages(long seed, int coders) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SpanCases.Row> rows = SpanCases.random(random, 300, coders, 3);
        List<String> names = IntStream.range(0, coders).mapToObj(g -> "c" + g).toList();
        List<String> codes = List.of("k0", "k1", "k2");
        int[] turns = IntStream.range(0, 20).map(t -> 15 * t).toArray();
        return new Continua(
                names,
                codes,
                List.of(SpanCases.source("text", 0, 300, names, codes, rows, 1).withTurns(turns)));
    }

    private static double u(Continua continua) {
        return SpanCases.find(
                        PassageAgreement.of(continua, PASSAGES, Progress.NONE),
                        Statistic.U_ALPHA,
                        "all")
                .value();
    }

    @Test
    void leavingACoderOutIsTheStudyOfTheOthers() {
        Continua all = passages(3, 3);
        List<Estimate> without = LeaveOneOut.of(all, PASSAGES, Progress.NONE);
        assertEquals(3, without.size());
        SplittableRandom random = new SplittableRandom(3);
        List<SpanCases.Row> rows = SpanCases.random(random, 300, 3, 3);
        for (int g = 0; g < 3; g++) {
            String gone = "c" + g;
            List<SpanCases.Row> left = rows.stream().filter(r -> !r.coder().equals(gone)).toList();
            assertEquals("without=" + gone, without.get(g).scope());
            assertEquals(u(SpanCases.rows(0, 300, left, 1)), without.get(g).value(), 1e-12);
        }
    }

    @Test
    void passagesOfTwoRoundsAreDrawnTogether() {
        Continua first = passages(3, 2);
        Continua second = passages(4, 2);
        Difference found = Difference.of(first, second, PASSAGES, Progress.NONE);
        assertEquals(u(second) - u(first), found.value(), 1e-12);
        assertTrue(found.low() < found.value() && found.value() < found.high(), found.toString());
        assertTrue(found.interval().contains("whole paragraphs"), found.interval());
        Difference none = Difference.of(first, first, PASSAGES, Progress.NONE);
        assertEquals(0, none.se(), 1e-12);
        assertEquals(Ends.NOT_ESTIMABLE, none.interval());
    }

    @Test
    void passagesArePlannedInWhatIsDrawn() {
        Planning plan = Planning.of(passages(3, 2), PASSAGES, 0.05, Progress.NONE);
        assertEquals("paragraph", plan.counted());
        double half = (plan.pilot().ciHigh() - plan.pilot().ciLow()) / 2;
        assertEquals(20 * Math.pow(half / 0.05, 2), plan.units(), 0.2 * plan.units());
        Continua bare = SpanCases.of(0, 20, "A,1,4,a", "B,2,5,a", "A,9,12,b", "B,9,12,b");
        Planning none = Planning.of(bare, PASSAGES, 0.05, Progress.NONE);
        assertTrue(none.undefined().orElse("").contains("no interval"), none.toString());
    }
}
