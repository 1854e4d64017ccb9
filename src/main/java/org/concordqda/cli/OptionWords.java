package org.concordqda.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Words of the command line for values of the engine.
final class OptionWords {
    private OptionWords() {}

    /// The value a word stands for; empty when none was given.
    ///
    /// @throws ParameterException that lists the words, for one that is not among them
    static <T> Optional<T> of(
            CommandLine line,
            String option,
            @Nullable String given,
            List<T> all,
            Function<T, String> key) {
        if (given == null) {
            return Optional.empty();
        }
        Optional<T> found =
                all.stream()
                        .filter(each -> key.apply(each).equalsIgnoreCase(given.strip()))
                        .findFirst();
        if (found.isEmpty()) {
            throw new ParameterException(
                    line,
                    option
                            + " is one of "
                            + String.join(", ", all.stream().map(key).toList())
                            + ", not “"
                            + given
                            + "”.");
        }
        return found;
    }

    static <T> Optional<T> of(
            CommandLine line,
            String option,
            @Nullable String given,
            T[] all,
            Function<T, String> key) {
        return of(line, option, given, Arrays.asList(all), key);
    }

    /// What options themselves refuse is a wrong use of the command.
    static <T> T checked(CommandLine line, Supplier<T> options) {
        try {
            return options.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, String.valueOf(e.getMessage()));
        }
    }
}
