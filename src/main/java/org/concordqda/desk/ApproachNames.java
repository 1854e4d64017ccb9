package org.concordqda.desk;

import org.concordqda.model.Approach;

/// Approaches as people call them.
final class ApproachNames {
    private ApproachNames() {}

    static String of(Approach approach) {
        return switch (approach) {
            case CONTENT_ANALYSIS -> "Content analysis";
            case CODEBOOK -> "Codebook or framework analysis";
            case CODING_RELIABILITY -> "Coding reliability";
            case REFLEXIVE -> "Reflexive thematic analysis";
            case GROUNDED_THEORY -> "Grounded theory";
        };
    }
}
