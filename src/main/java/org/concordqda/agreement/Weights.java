package org.concordqda.agreement;

/// The eight sets of agreement weights of Gwet (Handbook of Inter-Rater Reliability, 4th ed.): how much
/// two different categories still agree, from 0 to 1. They need an order (ranks) or numbers (values).
public enum Weights {
    /// Only equal categories agree: the unweighted coefficients.
    IDENTITY("identity"),
    /// 1 − |x − y| / range.
    LINEAR("linear"),
    /// 1 − (x − y)² / range².
    QUADRATIC("quadratic"),
    /// 1 − C(|k − l| + 1, 2) / C(q, 2), always on ranks.
    ORDINAL("ordinal"),
    /// 1 − √|x − y| / √range.
    RADICAL("radical"),
    /// 1 − [(x − y)/(x + y)]² over its largest value; not defined when a value is 0.
    RATIO("ratio"),
    /// 1 − sin²(π(x − y)/U) over its largest value, U = range + 1.
    CIRCULAR("circular"),
    /// 1 − (x − y)² / [(x + y − 2min)(2max − x − y)] over its largest value.
    BIPOLAR("bipolar"),
    /// Shared part of two paths in a tree of codes (Wu and Palmer): not one of the eight; needs
    /// [RatingTable#withTree].
    TREE("tree");

    private final String key;

    Weights(String key) {
        this.key = key;
    }

    /// The name on the command line and in files.
    public String key() {
        return key;
    }
}
