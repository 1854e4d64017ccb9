package org.concordqda.model;

/// Somebody who codes.
///
/// @param id identity in this file
/// @param guid identity that travels
/// @param name what people read, unique in the study
/// @param kind person, consensus or model
/// @param imported came with a ratings file and has not acted in this file
/// @param role role in the study, or ""
/// @param experience what qualifies them, or ""
public record Coder(
        CoderId id,
        String guid,
        String name,
        CoderKind kind,
        boolean imported,
        String role,
        String experience) {}
