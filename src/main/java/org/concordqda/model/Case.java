package org.concordqda.model;

import java.util.List;
import java.util.Map;

/// Somebody or something that sources belong to: a participant, a repository.
///
/// @param id identity
/// @param kind `participant`, `repository` …
/// @param name what people read; once per kind
/// @param attributes values by name; its sources inherit them
/// @param sources the sources that belong to it
public record Case(
        CaseId id,
        String kind,
        String name,
        Map<String, String> attributes,
        List<SourceId> sources) {
    public Case {
        attributes = Map.copyOf(attributes);
        sources = List.copyOf(sources);
    }
}
