package org.concordqda.model;

import java.util.Optional;

/// One difference between two codebook versions.
///
/// @param kind what happened
/// @param code the code it happened to, under its newer name where it has one; empty for a dimension
/// @param dimension name of the dimension
/// @param path names from the root down to the code, or ""
/// @param field which field changed, as people call it; "" unless `kind` is `CHANGED`
/// @param old what was: the text, the old name, the old place, what was split; or ""
/// @param now what is: the text, the new name, the new place, what it was merged or split into; or ""
/// @param meaning whether the edit was noted as one of meaning; empty where no edit was noted
/// @param reason the reason noted, or ""
public record CodebookChange(
        Kind kind,
        Optional<CodeId> code,
        String dimension,
        String path,
        String field,
        String old,
        String now,
        Optional<Boolean> meaning,
        String reason) {
    /// What can happen to a code or dimension.
    public enum Kind {
        ADDED,
        REMOVED,
        RENAMED,
        MOVED,
        MERGED,
        SPLIT,
        RETIRED,
        OFFERED,
        CHANGED
    }
}
