package org.concordqda.agreement;

/// What one unit of text is where passages are compared place by place.
public enum Granularity {
    CHARACTER("character"),
    SENTENCE("sentence"),
    /// Turn of a transcript, comment of an issue, paragraph.
    TURN("turn"),
    SOURCE("source");

    private final String key;

    Granularity(String key) {
        this.key = key;
    }

    /// The name in scopes and files.
    public String key() {
        return key;
    }
}
