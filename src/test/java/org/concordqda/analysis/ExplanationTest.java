package org.concordqda.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.agreement.Confusion;
import org.junit.jupiter.api.Test;

import java.util.List;

/// The sentences that explain a coefficient.
class ExplanationTest {
    private static List<String> of(int... counts) {
        int q = (int) Math.sqrt(counts.length);
        int[][] matrix = new int[q][q];
        for (int i = 0; i < counts.length; i++) {
            matrix[i / q][i % q] = counts[i];
        }
        List<String> names = List.of("Yes", "No", "Maybe").subList(0, q);
        return Explanation.of(Confusion.of("Ana", "Ben", names, matrix));
    }

    @Test
    void prevalence() {
        List<String> said = of(90, 4, 4, 2);
        assertTrue(
                said.getLast()
                        .contains(
                                "agree on 92 % of the units, but 94 % of their ratings are Yes;"
                                        + " chance alone would give 89 %"),
                said.toString());
    }

    @Test
    void bias() {
        List<String> said = of(10, 12, 0, 18);
        assertTrue(
                said.getFirst().contains("Ana uses Yes 22 times, Ben 10 times in the same 40"),
                said.toString());
    }

    @Test
    void aValueNeverUsedAndOneConflict() {
        List<String> said = of(10, 0, 0, 0, 10, 0, 6, 1, 0);
        assertEquals(0, of(10, 0, 0, 10).size());
        assertTrue(
                said.getFirst().contains("Ben never uses Maybe; Ana uses it for 7 of 27"),
                said.toString());
        assertTrue(
                said.get(1).contains("6 of the 7 disagreements of Ana and Ben are one conflict"),
                said.toString());
    }

    @Test
    void nothingToSay() {
        assertEquals(List.of(), of(0, 0, 0, 0));
        assertEquals(List.of(), of(20, 1, 1, 20));
    }
}
