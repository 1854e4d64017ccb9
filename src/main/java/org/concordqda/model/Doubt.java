package org.concordqda.model;

/// A coding, a piece of evidence or a memo's passage that its coder must look at, because a correction of the text changed its
/// own words.
///
/// @param kind what it is
/// @param target its row id
/// @param source where
/// @param coder whose
/// @param name its code, the dimension it is evidence for, or the memo's title
/// @param old what it said when its coder last stood behind it
/// @param now where it stands, or would stand, in the current text
/// @param text the current text
/// @param quote what it says there
/// @param why what happened to it
/// @param mine whether the person who acts may settle it
public record Doubt(
        Kind kind,
        long target,
        SourceId source,
        CoderId coder,
        String name,
        String old,
        Span now,
        TextId text,
        String quote,
        Why why,
        boolean mine) {
    /// What stands there.
    public enum Kind {
        CODING,
        EVIDENCE,
        /// The passage a memo is about.
        MEMO
    }

    /// What happened to it.
    public enum Why {
        /// Its words were changed.
        CHANGED,
        /// Its words are gone; it was put on the nearest word.
        VANISHED,
        /// It was made on, or brought back with, an earlier version of the text.
        EARLIER
    }
}
