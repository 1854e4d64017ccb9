package org.concordqda.model;

import java.util.List;

/// A rule between two dimensions that warns and never forbids.
///
/// @param when key of the code of this dimension that the rule is about
/// @param dimension key of the other dimension
/// @param values keys of its codes that contradict
/// @param warn the sentence shown
public record Check(String when, String dimension, List<String> values, String warn) {
    public Check {
        values = List.copyOf(values);
    }
}
