package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.junit.jupiter.api.Test;

import java.util.List;

/// No value without meaning: a reason instead, and a sentence for spans that cannot be.
class PassageDegenerateTest {
    private static final PassageOptions QUICK = PassageOptions.DEFAULT.withReplicates(0, 1);

    private static Continuum source(boolean[] present, int codes, int[]... spans) {
        int n = spans.length;
        int[][] columns = new int[4][n];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < 4; c++) {
                columns[c][i] = spans[i][c];
            }
        }
        return Continuum.of(
                "t", 10, 100, present, codes, columns[0], columns[1], columns[2], columns[3]);
    }

    private static String refusal(int[]... spans) {
        SpanException e =
                assertThrows(
                        SpanException.class, () -> source(new boolean[] {true, true}, 2, spans));
        assertEquals(0, e.span());
        return String.valueOf(e.getMessage());
    }

    @Test
    void spansThatCannotBe() {
        assertEquals(
                "The span 5–20 of “t” lies outside the text, which goes from 10 to 110.",
                refusal(new int[] {0, 5, 20, 0}));
        assertEquals(
                "The span 20–20 of “t” is empty: it has no length.",
                refusal(new int[] {0, 20, 20, 0}));
        assertEquals(
                "The span 30–20 of “t” ends before it starts.", refusal(new int[] {0, 30, 20, 0}));
        assertTrue(refusal(new int[] {0, 100, 111, 0}).contains("outside the text"));
        assertThrows(
                SpanException.class,
                () -> source(new boolean[] {true, false}, 1, new int[] {1, 20, 30, 0}));
        assertThrows(
                SpanException.class, () -> source(new boolean[] {true}, 1).withTurns(10, 40, 30));
    }

    private static List<Estimate> of(Continuum source, int coders, String... codes) {
        List<String> names = List.of("A", "B", "C").subList(0, coders);
        return PassageAgreement.of(
                new Continua(names, List.of(codes), List.of(source)), QUICK, Progress.NONE);
    }

    @Test
    void nothingCodedOneCoderAndNobody() {
        for (Estimate e : of(source(new boolean[] {true, true}, 1), 2, "x")) {
            if (e.statistic() != Statistic.PERCENT_AGREEMENT) {
                assertTrue(e.undefined().isPresent(), e.toString());
                assertTrue(Double.isNaN(e.value()));
            }
        }
        assertEquals(
                "nothing coded",
                SpanCases.find(
                                of(source(new boolean[] {true, true}, 1), 2, "x"),
                                Statistic.U_ALPHA,
                                "all")
                        .undefined()
                        .orElseThrow());
        Continuum alone = source(new boolean[] {true, false}, 1, new int[] {0, 20, 30, 0});
        for (Estimate e : of(alone, 2, "x")) {
            assertEquals("only one coder", e.undefined().orElseThrow(), e.toString());
        }
        for (Estimate e : of(source(new boolean[] {false, false}, 1), 2, "x")) {
            assertEquals("nobody opened a source", e.undefined().orElseThrow());
        }
    }

    @Test
    void absentCoderIsLeftOutButAnEmptyOneCounts() {
        int[] first = {0, 20, 30, 0};
        int[] second = {1, 20, 28, 0};
        List<Estimate> absent =
                of(source(new boolean[] {true, true, false}, 1, first, second), 3, "x");
        List<Estimate> empty =
                of(source(new boolean[] {true, true, true}, 1, first, second), 3, "x");
        assertTrue(SpanCases.find(absent, Statistic.U_ALPHA, "all").value() > .8);
        assertTrue(SpanCases.find(empty, Statistic.U_ALPHA, "all").value() < .5);
    }

    @Test
    void overlappingCodesAreSetsAndRefusedAsADomain() {
        Continuum source =
                source(
                        new boolean[] {true, true},
                        2,
                        new int[] {0, 20, 40, 0},
                        new int[] {0, 30, 50, 1},
                        new int[] {1, 20, 40, 0},
                        new int[] {1, 30, 45, 1});
        List<Estimate> all = of(source, 2, "x", "y");
        for (Statistic s : List.of(Statistic.U_ALPHA, Statistic.CU_ALPHA)) {
            assertTrue(SpanCases.find(all, s, "all").undefined().orElseThrow().contains("overlap"));
        }
        assertEquals(1, SpanCases.find(all, Statistic.U_ALPHA_BINARY, "code=x").value(), 1e-12);
        double masi = SpanCases.find(all, Statistic.ALPHA_MASI, "all").value();
        assertTrue(masi > .7 && masi < 1, "" + masi);
        assertTrue(SpanCases.find(all, Statistic.GAMMA, "all").defined());
    }

    @Test
    void oneCodeHasNoCuAndAFullTextNoBinary() {
        List<Estimate> all =
                of(
                        source(
                                new boolean[] {true, true},
                                1,
                                new int[] {0, 10, 110, 0},
                                new int[] {1, 10, 110, 0}),
                        2,
                        "x");
        assertTrue(SpanCases.find(all, Statistic.CU_ALPHA, "all").undefined().isPresent());
        assertTrue(SpanCases.find(all, Statistic.U_ALPHA_BINARY, "all").undefined().isPresent());
        assertTrue(SpanCases.find(all, Statistic.COHEN_KAPPA, "code=x").undefined().isPresent());
        assertEquals(1, SpanCases.find(all, Statistic.F1, "code=x").value());
    }

    @Test
    void uncodedTextOutLeavesKappaUndefined() {
        Continua continua = SpanCases.of(0, 100, "A,10,20,x", "B,10,15,x");
        List<Estimate> all = PassageAgreement.of(continua, QUICK.withUncoded(false), Progress.NONE);
        assertTrue(
                SpanCases.find(all, Statistic.COHEN_KAPPA, "code=x")
                        .undefined()
                        .orElseThrow()
                        .startsWith("uncoded text is left out"));
        assertEquals(2.0 / 3, SpanCases.find(all, Statistic.F1, "code=x").value(), 1e-12);
    }

    @Test
    void halfOfASentenceMustBeCoded() {
        List<String> coders = List.of("A", "B");
        List<SpanCases.Row> rows =
                List.of(
                        SpanCases.Row.of("A,0,10,x"),
                        SpanCases.Row.of("B,0,4,x"),
                        SpanCases.Row.of("B,10,15,x"));
        Continuum source =
                SpanCases.source("t", 0, 30, coders, List.of("x"), rows, 1)
                        .withSentences(0, 10, 20);
        Continua continua = new Continua(coders, List.of("x"), List.of(source));
        List<Estimate> any = PassageAgreement.of(continua, QUICK, Progress.NONE);
        assertEquals(
                2.0 / 3, SpanCases.find(any, Statistic.F1, "code=x;at=sentence").value(), 1e-12);
        List<Estimate> half =
                PassageAgreement.of(continua, QUICK.withMarking(Marking.HALF), Progress.NONE);
        assertEquals(0, SpanCases.find(half, Statistic.F1, "code=x;at=sentence(half)").value());
    }
}
