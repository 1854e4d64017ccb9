package org.concordqda.desk.session;

import org.concordqda.model.CodeId;
import org.concordqda.model.SourceId;

import java.util.Optional;

/// Somewhere to go.
///
/// @param place name of a place of the rail
/// @param source a source to show there
/// @param start first position to show in it, in UTF-16 code units
/// @param end position after the last; equal to `start` when only a place is meant
/// @param code a code to choose there
public record Destination(
        String place, Optional<SourceId> source, int start, int end, Optional<CodeId> code) {
    /// A place as it was left.
    public static Destination of(String place) {
        return new Destination(place, Optional.empty(), 0, 0, Optional.empty());
    }

    /// A stretch of a source in the place where sources are coded.
    public static Destination in(SourceId source, int start, int end) {
        return new Destination("Code", Optional.of(source), start, end, Optional.empty());
    }

    /// A code, in the place where codes are defined.
    public static Destination to(CodeId code) {
        return new Destination("Codebook", Optional.empty(), 0, 0, Optional.of(code));
    }
}
