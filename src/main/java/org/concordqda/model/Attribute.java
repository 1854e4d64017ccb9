package org.concordqda.model;

import java.util.List;

/// A variable of sources or of cases: role, years, stars, language …
///
/// @param id identity
/// @param of whether sources or cases have it
/// @param name what people read; once per `of`
/// @param type what its values are
/// @param choices what can be chosen, for [AttributeType#CHOICE]
/// @param used how many sources or cases have a value
public record Attribute(
        AttributeId id, Of of, String name, AttributeType type, List<String> choices, int used) {
    /// What has attributes.
    public enum Of {
        /// A source.
        SOURCE("source"),
        /// A case; its sources inherit the value.
        CASE("case");

        private final String word;

        Of(String word) {
            this.word = word;
        }

        /// The word for files.
        public String word() {
            return word;
        }
    }

    public Attribute {
        choices = List.copyOf(choices);
    }
}
