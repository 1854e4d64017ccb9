package org.concordqda.model;

import java.util.List;
import java.util.Optional;

/// The dimensions of one codebook version, in order.
///
/// @param version which version; the working draft has one too
/// @param number 0 for the working draft, else 1, 2, 3 …
/// @param dimensions in the order they are asked
public record Codebook(VersionId version, int number, List<Dimension> dimensions) {
    public Codebook {
        dimensions = List.copyOf(dimensions);
    }

    /// The dimension with this id.
    public Optional<Dimension> dimension(DimensionId id) {
        return dimensions.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    /// The dimension with this key.
    public Optional<Dimension> dimension(String key) {
        return dimensions.stream().filter(d -> d.key().equals(key)).findFirst();
    }

    /// The dimension that holds this code.
    public Optional<Dimension> dimensionOf(CodeId code) {
        return dimensions.stream()
                .filter(d -> d.allCodes().stream().anyMatch(c -> c.id().equals(code)))
                .findFirst();
    }

    /// The code with this id.
    public Optional<Code> code(CodeId id) {
        return dimensions.stream()
                .flatMap(d -> d.allCodes().stream())
                .filter(c -> c.id().equals(id))
                .findFirst();
    }
}
