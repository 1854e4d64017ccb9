package org.concordqda.model;

import java.util.List;

/// Ratings as columns: one array element per live, visible rating, in the order they were made. Ids are
/// row ids; a set is an index into `sets`.
///
/// @param size how many ratings
/// @param rating rating ids
/// @param round round ids
/// @param coder coder ids
/// @param source source ids
/// @param unit unit ids, 0 for a rating of the whole source
/// @param dimension dimension ids
/// @param set index into `sets`: which codes the rating holds
/// @param sets distinct sets of code ids, each ascending; the empty set is an answer too
public record RatingColumns(
        int size,
        int[] rating,
        int[] round,
        int[] coder,
        int[] source,
        int[] unit,
        int[] dimension,
        int[] set,
        List<List<CodeId>> sets) {
    public RatingColumns {
        sets = List.copyOf(sets);
    }
}
