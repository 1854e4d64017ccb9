package org.concordqda.model;

/// How far a coder is with a source in a round.
public enum AssignmentState {
    /// Not looked at.
    TODO,
    /// Begun.
    IN_PROGRESS,
    /// Finished: what has no code has none on purpose.
    DONE
}
