package org.concordqda.model;

/// What a correction did, as far as the person who made it may know.
///
/// @param sources in how many sources
/// @param places how many places changed
/// @param codings codings and evidence that moved along
/// @param doubtful how many of them wait for their coder to look
public record Corrected(int sources, int places, int codings, int doubtful) {}
