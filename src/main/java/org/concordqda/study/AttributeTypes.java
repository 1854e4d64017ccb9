package org.concordqda.study;

import org.concordqda.model.AttributeType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a type stands in the column `attribute.type`: its word, and under `choice` one choice per line.
final class AttributeTypes {
    private AttributeTypes() {}

    static String write(AttributeType type, List<String> choices) {
        return type == AttributeType.CHOICE
                ? type.word() + "\n" + String.join("\n", choices)
                : type.word();
    }

    static AttributeType type(String stored) {
        int end = stored.indexOf('\n');
        String word = end < 0 ? stored : stored.substring(0, end);
        return AttributeType.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static List<String> choices(String stored) {
        int end = stored.indexOf('\n');
        return end < 0 ? List.of() : stored.substring(end + 1).lines().toList();
    }

    /// Choices as a person typed them: stripped, each once, in order.
    static List<String> clean(List<String> choices) {
        return new ArrayList<>(
                new java.util.LinkedHashSet<>(
                        choices.stream().map(String::strip).filter(c -> !c.isEmpty()).toList()));
    }
}
