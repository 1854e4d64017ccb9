package org.concordqda.cli;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Locale;
import java.util.function.Function;

/// Numbers given as options: what is none is refused in words, not by the name of a type.
final class Numbers {
    private Numbers() {}

    /// For every command below `line`.
    static void teach(CommandLine line) {
        ITypeConverter<Integer> whole =
                of(Integer::valueOf, whole(Integer.MIN_VALUE, Integer.MAX_VALUE));
        ITypeConverter<Long> large = of(Long::valueOf, whole(Long.MIN_VALUE, Long.MAX_VALUE));
        ITypeConverter<Double> real = of(Double::valueOf, "a number such as 0.95");
        line.registerConverter(int.class, whole)
                .registerConverter(Integer.class, whole)
                .registerConverter(long.class, large)
                .registerConverter(Long.class, large)
                .registerConverter(double.class, real)
                .registerConverter(Double.class, real);
    }

    private static String whole(long least, long most) {
        return String.format(Locale.ROOT, "a whole number from %,d to %,d", least, most);
    }

    private static <T> ITypeConverter<T> of(Function<String, T> read, String what) {
        return word -> {
            try {
                return read.apply(word.strip());
            } catch (NumberFormatException e) {
                throw new TypeConversionException("“" + word + "” is not " + what);
            }
        };
    }
}
