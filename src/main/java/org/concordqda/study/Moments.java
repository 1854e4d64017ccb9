package org.concordqda.study;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Times as files gave them, as values a sheet can sort by.
final class Moments {
    private Moments() {}

    /// A moment, a day, or the text as it is where it is neither; null for "".
    static @Nullable Object of(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return text;
        }
    }

    static @Nullable Object of(Optional<String> text) {
        return of(text.orElse(""));
    }

    static Optional<Instant> moment(String text) {
        return of(text) instanceof Instant moment ? Optional.of(moment) : Optional.empty();
    }
}
