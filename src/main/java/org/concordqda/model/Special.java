package org.concordqda.model;

/// Codes that mean something to the program.
public enum Special {
    /// A code like any other.
    ORDINARY,
    /// A value: the question does not apply.
    NOT_APPLICABLE,
    /// A value: the text does not say.
    NOT_MENTIONED,
    /// No answer: counted apart, never an agreement, queued for discussion.
    UNSURE,
    /// A value that asks for a text.
    OTHER,
    /// The empty set of a MANY dimension, said on purpose.
    NONE_OF_THESE;

    /// Whether it stands for no code at all: it is never one with another code, and nothing stands under it.
    public boolean answerless() {
        return this == UNSURE || this == NONE_OF_THESE;
    }
}
