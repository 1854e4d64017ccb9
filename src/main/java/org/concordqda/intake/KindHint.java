package org.concordqda.intake;

/// What the person says the files are.
public enum KindHint {
    /// Told by each file's ending and content.
    AUTO,
    /// Interviews with speaker turns.
    TRANSCRIPT,
    /// Issue threads.
    ISSUE
}
