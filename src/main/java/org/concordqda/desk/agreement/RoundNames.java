package org.concordqda.desk.agreement;

import javafx.util.StringConverter;

import org.concordqda.model.Round;

/// Rounds by their names.
final class RoundNames {
    static final StringConverter<Round> CONVERTER =
            new StringConverter<>() {
                @Override
                public String toString(Round round) {
                    return round == null ? "" : "Round: " + round.name();
                }

                @Override
                public Round fromString(String name) {
                    throw new UnsupportedOperationException("Rounds are chosen, not typed.");
                }
            };

    private RoundNames() {}
}
