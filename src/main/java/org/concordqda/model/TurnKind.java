package org.concordqda.model;

/// What a stretch of a source is.
public enum TurnKind {
    /// The body of an issue, by its author.
    BODY,
    /// A comment of an issue.
    COMMENT,
    /// A turn of a transcript, or a paragraph where nobody is named.
    TURN,
    /// Something between turns that nobody said: a heading, a memo marker.
    MARK
}
