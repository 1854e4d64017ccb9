package org.concordqda.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.concordqda.study.RoundProgress;
import org.junit.jupiter.api.Test;

import java.util.List;

class UnfinishedTest {
    @Test
    void whoIsNotDoneIsNamed() {
        assertEquals(
                "Not everybody is done: Ana has done 19 of 34, Ben has done 0 of 34. ",
                Unfinished.words(
                        List.of(
                                new RoundProgress("Ana", 34, 19, 1),
                                new RoundProgress("Ben", 34, 0, 0),
                                new RoundProgress("Chi", 4, 4, 0))));
        assertEquals("", Unfinished.words(List.of(new RoundProgress("Chi", 4, 4, 0))));
        assertEquals("", Unfinished.words(List.of()));
    }
}
