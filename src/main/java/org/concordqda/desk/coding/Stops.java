package org.concordqda.desk.coding;

import org.concordqda.model.SourceId;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where the person was in each source, to come back to: unit and caret. JavaFX thread only.
final class Stops {
    private final Map<SourceId, Stop> stops = new HashMap<>();

    /// A place in a source.
    ///
    /// @param unit place among its units, from 0
    /// @param caret position in its text, in UTF-16 code units
    record Stop(int unit, int caret) {}

    void leave(SourceId source, int unit, int caret) {
        stops.put(source, new Stop(unit, caret));
    }

    Optional<Stop> at(SourceId source) {
        return Optional.ofNullable(stops.get(source));
    }
}
