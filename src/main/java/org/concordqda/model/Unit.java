package org.concordqda.model;

import java.util.Optional;

/// The thing that is classified.
///
/// @param id identity
/// @param guid identity that travels
/// @param source whose
/// @param ordinal place among the source's units, from 1
/// @param name what people read (“defect 1”)
/// @param origin given or found
/// @param round the round it was found in
/// @param coder who found it
public record Unit(
        UnitId id,
        String guid,
        SourceId source,
        int ordinal,
        String name,
        UnitOrigin origin,
        Optional<RoundId> round,
        Optional<CoderId> coder) {}
