package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Coefficients of small tables are fractions of small whole numbers: one is 0, or it is not near 0.
class ExactZeroTest {
    private static final List<String> CODERS = List.of("A", "B", "C");
    private static final List<String> VALUES = List.of("1", "2", "3");

    private static RatingTable table(Random random, boolean complete) {
        int coders = 2 + random.nextInt(2);
        int units = 3 + random.nextInt(10);
        int values = 2 + random.nextInt(2);
        int[] cells = new int[coders * units];
        for (int i = 0; i < cells.length; i++) {
            cells[i] =
                    !complete && random.nextInt(8) == 0
                            ? RatingTable.MISSING
                            : random.nextInt(values);
        }
        return RatingTable.of(CODERS.subList(0, coders), VALUES.subList(0, values), cells);
    }

    @Test
    void aCoefficientIsZeroOrIsNotNearIt() {
        Random random = new Random(7);
        Set<String> near = new TreeSet<>();
        int zeros = 0;
        for (int i = 0; i < 600; i++) {
            RatingTable table = table(random, i % 2 == 0);
            for (Level level : List.of(Level.NOMINAL, Level.ORDINAL)) {
                AgreementOptions options =
                        AgreementOptions.DEFAULT
                                .withReplicates(40, 1)
                                .withLevel(level)
                                .withScopes(true, true);
                for (Estimate e : Agreement.of(table, options, Progress.NONE)) {
                    zeros += e.value() == 0 ? 1 : 0;
                    for (double x : new double[] {e.value(), e.se(), e.ciLow(), e.ciHigh()}) {
                        if (x != 0 && Math.abs(x) < 1e-12) {
                            near.add(level + " " + e.statistic() + " " + e.scope());
                        }
                    }
                }
            }
        }
        assertTrue(zeros > 1000, zeros + " zeros");
        assertEquals(Set.of(), near);
    }

    @Test
    void twoCodersAgainstEachOtherToo() {
        Random random = new Random(8);
        int zeros = 0;
        for (int i = 0; i < 2000; i++) {
            Confusion matrix = Confusion.of(table(random, true), 0, 1);
            for (double x : new double[] {matrix.kappa(), matrix.kappaMax()}) {
                zeros += x == 0 ? 1 : 0;
                assertTrue(!(x != 0 && Math.abs(x) < 1e-12), matrix.toString());
            }
        }
        assertTrue(zeros > 100, zeros + " zeros");
    }
}
