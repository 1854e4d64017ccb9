package org.concordqda.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the values of an attribute are.
public enum AttributeType {
    /// Any text.
    TEXT("text"),
    /// A number with a decimal point, as `12` or `0.5`.
    NUMBER("number"),
    /// A day (ISO 8601), as `2024`, `2024-05`, `2024-05-31` or with a time.
    DATE("date"),
    /// One of a list.
    CHOICE("choice");

    private static final Pattern AMOUNT = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern DAY =
            Pattern.compile(
                    "\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01])([T ]\\d{2}:\\d{2}.*)?)?)?");

    private final String word;

    AttributeType(String word) {
        this.word = word;
    }

    /// The word for people and files.
    public String word() {
        return word;
    }

    /// Why a value is not one of this type, as the end of a sentence; empty when it is. "" is no value and
    /// always fits.
    ///
    /// @param choices what can be chosen
    public Optional<String> refusal(String value, List<String> choices) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (this) {
            case TEXT -> Optional.empty();
            case NUMBER ->
                    AMOUNT.matcher(value).matches()
                            ? Optional.empty()
                            : Optional.of("“" + value + "” is not a number such as 12 or 0.5");
            case DATE ->
                    DAY.matcher(value).matches()
                            ? Optional.empty()
                            : Optional.of("“" + value + "” is not a date such as 2024-05-31");
            case CHOICE ->
                    choices.contains(value)
                            ? Optional.empty()
                            : Optional.of(
                                    "“" + value + "” is none of " + String.join(", ", choices));
        };
    }
}
