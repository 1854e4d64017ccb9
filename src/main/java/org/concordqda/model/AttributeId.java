package org.concordqda.model;

/// Identity of an attribute inside one study file.
///
/// @param value the row id, from 1; 0 stands for “not stored yet”
public record AttributeId(long value) {}
