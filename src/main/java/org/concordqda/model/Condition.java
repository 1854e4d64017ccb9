package org.concordqda.model;

import java.util.List;

/// When a dimension is asked: another dimension has one of the given values. Not asked is neither missing
/// nor Not applicable.
///
/// @param dimension key of the other dimension
/// @param values keys of its codes, any of which opens the question
public record Condition(String dimension, List<String> values) {
    public Condition {
        values = List.copyOf(values);
    }
}
