package org.concordqda.desk.coding;

import org.concordqda.model.SourceId;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// How long a source takes this person in this session, from opening it (or finishing the one before) to
/// *done*; known after three, by the median, so that a telephone call does not count. JavaFX thread only.
final class Pace {
    private static final int KNOWN_AFTER = 3;
    private static final Duration LONGEST = Duration.ofMinutes(45);

    private final InstantSource clock;
    private final List<Duration> taken = new ArrayList<>();
    private @Nullable SourceId source;
    private Instant since = Instant.EPOCH;

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /// A source is on screen now.
    void opened(SourceId id) {
        if (!id.equals(source)) {
            source = id;
            since = clock.instant();
        }
    }

    /// The source on screen was finished.
    void done(SourceId id) {
        if (id.equals(source)) {
            Duration took = Duration.between(since, clock.instant());
            if (took.compareTo(LONGEST) < 0 && !took.isNegative()) {
                taken.add(took);
            }
            source = null;
        }
    }

    /// Minutes that so many sources will take, rounded up; empty while the pace is not known.
    OptionalLong minutes(int sources) {
        if (taken.size() < KNOWN_AFTER || sources == 0) {
            return OptionalLong.empty();
        }
        List<Duration> sorted = taken.stream().sorted().toList();
        long half = sorted.get(sorted.size() / 2).toSeconds();
        return OptionalLong.of((half * sources + 59) / 60);
    }
}
