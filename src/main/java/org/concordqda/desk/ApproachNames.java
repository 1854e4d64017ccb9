package org.concordqda.desk;

import javafx.util.StringConverter;

import org.concordqda.model.Approach;

/// Approaches as people call them.
final class ApproachNames extends StringConverter<Approach> {
    @Override
    public String toString(Approach approach) {
        return approach == null
                ? ""
                : switch (approach) {
                    case CONTENT_ANALYSIS -> "Content analysis";
                    case CODEBOOK -> "Codebook or framework analysis";
                    case CODING_RELIABILITY -> "Coding reliability";
                    case REFLEXIVE -> "Reflexive thematic analysis";
                    case GROUNDED_THEORY -> "Grounded theory";
                };
    }

    @Override
    public Approach fromString(String name) {
        throw new UnsupportedOperationException("Approaches are chosen, not typed.");
    }
}
