package org.concordqda.model;

/// Identity of one version of a source's text inside one study file.
///
/// @param value the row id, from 1; 0 stands for “not stored yet”
public record TextId(long value) {}
