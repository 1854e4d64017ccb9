package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.concordqda.model.SourceId;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// The time left, by a clock of its own.
class PaceTest {
    private Instant now = Instant.parse("2026-03-04T10:00:00Z");
    private final Pace pace = new Pace(() -> now);

    private void work(int source, Duration time) {
        pace.opened(new SourceId(source));
        now = now.plus(time);
        pace.done(new SourceId(source));
    }

    @Test
    void thePaceIsTheMedianOnceThreeAreDone() {
        work(1, Duration.ofMinutes(4));
        work(2, Duration.ofMinutes(2));
        assertEquals(OptionalLong.empty(), pace.minutes(10), "two do not make a pace");
        work(3, Duration.ofMinutes(30));
        assertEquals(OptionalLong.of(40), pace.minutes(10), "a telephone call does not count");
        work(4, Duration.ofHours(3));
        work(5, Duration.ofSeconds(100));
        assertEquals(OptionalLong.of(20), pace.minutes(5), "neither does a lunch");
        assertEquals(OptionalLong.empty(), pace.minutes(0));
    }

    @Test
    void lookingAgainAtTheSameSourceDoesNotBeginAnew() {
        for (int i = 1; i <= 3; i++) {
            pace.opened(new SourceId(i));
            now = now.plusSeconds(60);
            pace.opened(new SourceId(i));
            now = now.plusSeconds(60);
            pace.done(new SourceId(i));
            pace.done(new SourceId(i));
        }
        assertEquals(OptionalLong.of(6), pace.minutes(3));
    }
}
