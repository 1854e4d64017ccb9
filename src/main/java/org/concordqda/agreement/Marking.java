package org.concordqda.agreement;

/// When a sentence, turn or source counts as coded.
public enum Marking {
    /// As soon as one position of it is.
    ANY("any"),
    /// When at least half of its positions are.
    HALF("half");

    private final String key;

    Marking(String key) {
        this.key = key;
    }

    /// The name in scopes and files.
    public String key() {
        return key;
    }
}
