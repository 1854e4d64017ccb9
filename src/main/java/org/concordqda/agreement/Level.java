package org.concordqda.agreement;

/// The metric of Krippendorff's alpha: what two different values cost.
public enum Level {
    /// Different is different.
    NOMINAL("nominal"),
    /// By the ratings that lie between; depends on the data, so its interval is always a bootstrap.
    ORDINAL("ordinal"),
    /// (c − k)²; needs numbers.
    INTERVAL("interval"),
    /// ((c − k)/(c + k))²; needs numbers, and never c together with −c.
    RATIO("ratio");

    private final String key;

    Level(String key) {
        this.key = key;
    }

    /// The name on the command line and in files.
    public String key() {
        return key;
    }
}
