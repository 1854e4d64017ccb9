package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/// What must not matter does not matter.
class PassagePropertiesTest {
    private static final PassageOptions QUICK =
            PassageOptions.DEFAULT.withReplicates(0, 1).withGamma(GammaOptions.NONE);

    @Test
    void orderBeginAndRepeatedSpansChangeNothing() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 300; i++) {
            int length = 30 + random.nextInt(200);
            int coders = 2 + random.nextInt(3);
            List<SpanCases.Row> rows = SpanCases.random(random, length, coders, 3);
            List<String> names = List.of("c0", "c1", "c2", "c3").subList(0, coders);
            List<String> codes = List.of("k0", "k1", "k2");
            List<Estimate> plain = values(names, codes, rows, 0, length);

            List<SpanCases.Row> moved = new ArrayList<>();
            for (SpanCases.Row r : rows) {
                moved.add(new SpanCases.Row(r.coder(), r.start() + 9, r.end() + 9, r.code()));
                // Its own part once more is merged away.
                int middle = r.start() + 9 + (r.end() - r.start()) / 2;
                if (middle < r.end() + 9) {
                    moved.add(new SpanCases.Row(r.coder(), middle, r.end() + 9, r.code()));
                }
            }
            Collections.shuffle(moved, new Random(i));
            List<Estimate> other = values(reversed(names), reversed(codes), moved, 9, length);
            for (Estimate e : plain) {
                if (e.scope().contains("pair=")) {
                    continue;
                }
                Estimate same = SpanCases.find(other, e.statistic(), e.scope());
                assertEquals(e.value(), same.value(), 1e-9, i + " " + e);
                assertEquals(e.undefined(), same.undefined());
            }
        }
    }

    private static List<Estimate> values(
            List<String> coders,
            List<String> codes,
            List<SpanCases.Row> rows,
            int begin,
            int length) {
        Continuum source = SpanCases.source("t", begin, length, coders, codes, rows, 1);
        return PassageAgreement.of(
                new Continua(coders, codes, List.of(source)), QUICK, Progress.NONE);
    }

    private static List<String> reversed(List<String> list) {
        return list.reversed();
    }

    @Test
    void agreeingWithOneselfIsOne() {
        Continua same = SpanCases.of(0, 50, "A,1,9,x", "A,20,30,y", "B,1,9,x", "B,20,30,y");
        for (Estimate e :
                PassageAgreement.of(
                        same, PassageOptions.DEFAULT.withReplicates(0, 1), Progress.NONE)) {
            double value = e.statistic() == Statistic.COVERAGE ? .36 : 1;
            boolean part = e.scope().startsWith("code=") && e.statistic() == Statistic.COVERAGE;
            assertEquals(part ? 1 : value, e.value(), 1e-12, e.toString());
        }
    }

    @Test
    void turnsGiveAnIntervalThatThreadsAndRunsDoNotChange() {
        SplittableRandom random = new SplittableRandom(5);
        List<SpanCases.Row> rows = SpanCases.random(random, 600, 2, 2);
        List<String> coders = List.of("c0", "c1");
        List<String> codes = List.of("k0", "k1");
        int[] turns = new int[30];
        java.util.Arrays.setAll(turns, i -> 20 * i);
        Continuum source =
                SpanCases.source("t", 0, 600, coders, codes, rows, 1)
                        .withTurns(turns)
                        .withSentences(turns);
        Continua continua = new Continua(coders, codes, List.of(source));
        PassageOptions options = PassageOptions.DEFAULT.withReplicates(300, 4);
        List<Estimate> first = PassageAgreement.of(continua, options, Progress.NONE);
        assertEquals(first, PassageAgreement.of(continua, options, Progress.NONE));
        for (Statistic s :
                List.of(
                        Statistic.U_ALPHA,
                        Statistic.UNITIZING_ALPHA_1995,
                        Statistic.GAMMA,
                        Statistic.ALPHA_MASI)) {
            Estimate e = SpanCases.find(first, s, "all");
            assertTrue(e.ciLow() < e.value() && e.value() < e.ciHigh(), e.toString());
            assertTrue(e.interval().startsWith("bootstrap of whole paragraphs"), e.interval());
        }
        Estimate sentence = SpanCases.find(first, Statistic.COHEN_KAPPA, "code=k0;at=sentence");
        assertTrue(sentence.ciLow() < sentence.ciHigh(), sentence.toString());
    }

    @Test
    void sourcesAddUpAsOneTextDoes() {
        // Two texts one after the other are one text where no unit crosses, but for gaps that join.
        SplittableRandom random = new SplittableRandom(8);
        List<String> coders = List.of("c0", "c1", "c2");
        List<String> codes = List.of("k0", "k1");
        List<SpanCases.Row> a = SpanCases.random(random, 90, 3, 2);
        List<SpanCases.Row> b = SpanCases.random(random, 60, 3, 2);
        List<SpanCases.Row> both = new ArrayList<>(a);
        b.forEach(
                r ->
                        both.add(
                                new SpanCases.Row(
                                        r.coder(), r.start() + 90, r.end() + 90, r.code())));
        List<Estimate> one = values(coders, codes, both, 0, 150);
        List<Estimate> two =
                PassageAgreement.of(
                        new Continua(
                                coders,
                                codes,
                                List.of(
                                        SpanCases.source("a", 0, 90, coders, codes, a, 1),
                                        SpanCases.source("b", 0, 60, coders, codes, b, 1))),
                        QUICK,
                        Progress.NONE);
        for (Estimate e : one) {
            if (e.statistic() != Statistic.UNITIZING_ALPHA_1995) {
                Estimate same = SpanCases.find(two, e.statistic(), e.scope());
                assertEquals(e.value(), same.value(), 1e-9, e.toString());
            }
        }
    }
}
