package org.concordqda.desk.coding;

import org.concordqda.model.CodingId;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What is drawn under and beside the text at one moment. Immutable.
///
/// @param marks the codings
/// @param chosen the coding that is selected, or null
/// @param found what a search found
/// @param target `[start, end)` of the passage that a drag would change or make
record PageState(Marks marks, @Nullable CodingId chosen, Found found, Optional<int[]> target) {
    static final PageState EMPTY = new PageState(Marks.NONE, null, Found.NOTHING, Optional.empty());

    PageState with(Marks now) {
        return new PageState(now, chosen, found, target);
    }

    PageState choosing(@Nullable CodingId coding) {
        return new PageState(marks, coding, found, target);
    }

    PageState with(Found now) {
        return new PageState(marks, chosen, now, target);
    }

    PageState aiming(Optional<int[]> at) {
        return new PageState(marks, chosen, found, at);
    }
}
