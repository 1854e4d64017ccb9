package org.concordqda.model;

/// That a coder is to code a source in a round, and how far it is.
public record Assignment(RoundId round, SourceId source, CoderId coder, AssignmentState state) {}
