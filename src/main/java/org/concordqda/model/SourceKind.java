package org.concordqda.model;

/// What kind of thing a source is; it decides which dimensions are asked.
public enum SourceKind {
    /// A whole issue thread: title, body and comments.
    ISSUE,
    /// An interview with speaker turns.
    TRANSCRIPT,
    /// Anything else that is read.
    DOCUMENT
}
