package org.concordqda.model;

/// Identity of an entry of the journal inside one study file.
///
/// @param value the row id, from 1; 0 stands for “not stored yet”
public record EntryId(long value) {}
