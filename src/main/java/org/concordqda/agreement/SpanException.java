package org.concordqda.agreement;

/// A span or a text that cannot be: the message is a sentence for people, [#span] the place.
public final class SpanException extends IllegalArgumentException {
    private final int span;

    SpanException(String sentence, int span) {
        super(sentence);
        this.span = span;
    }

    /// The index of the span in the arrays given, or -1 when the text itself is at fault.
    public int span() {
        return span;
    }
}
