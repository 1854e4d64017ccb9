package org.concordqda.model;

/// Identity of a round inside one study file.
///
/// @param value the row id, from 1; 0 stands for “not stored yet”
public record RoundId(long value) {}
