package org.concordqda.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.util.Random;

class LanesTest {
    @Test
    void neighboursShareALaneAndOverlapsDoNot() {
        assertArrayEquals(
                new int[] {0, 1, 0}, Lanes.assign(new int[] {0, 3, 10}, new int[] {10, 8, 12}));
    }

    @Test
    void theLongerOfTwoThatBeginTogetherStandsFirst() {
        assertArrayEquals(new int[] {1, 0}, Lanes.assign(new int[] {0, 0}, new int[] {4, 9}));
    }

    @Test
    void noTwoThatOverlapShareALaneAndNoLaneIsWasted() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            int n = 60;
            int[] starts = random.ints(n, 0, 200).toArray();
            int[] ends = new int[n];
            for (int i = 0; i < n; i++) {
                ends[i] = starts[i] + 1 + random.nextInt(40);
            }
            int[] lanes = Lanes.assign(starts, ends);
            int deepest = 0;
            for (int i = 0; i < n; i++) {
                int depth = 0;
                for (int j = 0; j < n; j++) {
                    depth += starts[j] <= starts[i] && starts[i] < ends[j] ? 1 : 0;
                    boolean overlap = i != j && starts[i] < ends[j] && starts[j] < ends[i];
                    assertFalse(overlap && lanes[i] == lanes[j]);
                }
                deepest = Math.max(deepest, depth);
            }
            assertEquals(deepest, Lanes.count(lanes));
        }
    }
}
