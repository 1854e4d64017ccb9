package org.concordqda.model;

import java.util.List;
import java.util.Map;

/// A source with what a table of sources shows of it, as the viewer may see it.
///
/// @param source the source
/// @param attributes its attributes by name, those of its cases included
/// @param cases names of its cases
/// @param done how many coders are done with it in the round
/// @param assigned how many were asked to
/// @param units how many units it has
/// @param codings how many codings are in its text, in all rounds
public record SourceSummary(
        Source source,
        Map<String, String> attributes,
        List<String> cases,
        int done,
        int assigned,
        int units,
        int codings) {
    public SourceSummary {
        cases = List.copyOf(cases);
    }
}
