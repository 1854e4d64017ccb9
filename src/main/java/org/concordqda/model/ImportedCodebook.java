package org.concordqda.model;

import java.util.List;

/// A codebook as a file gives it: a built-in template, a person's own sheet, another study.
///
/// @param key stable word of a template, or "" for a person's own
/// @param name what people read
/// @param guid identity that travels, or ""
/// @param description what it is for
/// @param source where it is from
/// @param dimensions with ids of value 0
public record ImportedCodebook(
        String key,
        String name,
        String guid,
        String description,
        String source,
        List<Dimension> dimensions) {
    public ImportedCodebook {
        dimensions = List.copyOf(dimensions);
    }
}
