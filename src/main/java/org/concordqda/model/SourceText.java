package org.concordqda.model;

/// One version of a source's text. The text never changes once stored.
///
/// @param id identity of this version
/// @param source whose text
/// @param version 1 for the imported text, then one more per correction
/// @param text the text itself
/// @param sha256 hash of its UTF-8 bytes, lower-case hex
public record SourceText(TextId id, SourceId source, int version, String text, String sha256) {}
