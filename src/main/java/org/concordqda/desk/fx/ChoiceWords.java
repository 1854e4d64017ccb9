package org.concordqda.desk.fx;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// Values of a choice as words; they are chosen, never typed.
public final class ChoiceWords<T> extends StringConverter<T> {
    private final Function<T, String> words;

    public ChoiceWords(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("Chosen, not typed.");
    }
}
