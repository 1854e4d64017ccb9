package org.concordqda.model;

/// Identity of a piece of evidence inside one study file.
///
/// @param value the row id, from 1
public record EvidenceId(long value) {}
