package org.concordqda.report;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What is done alike to a value wherever it is written.
final class CellText {
    /// The most characters Excel keeps in a cell.
    static final int LONGEST = 32_767;

    /// Excel reads `_x000D_` in a sheet's XML as the character; the underscore itself is then written so.
    private static final Pattern ESCAPE_LIKE = Pattern.compile("_(x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    /// Whether a spreadsheet that reads the text from a file might take it for a formula.
    static boolean looksLikeFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r' -> true;
            default -> false;
        };
    }

    /// The value as text without loss: shortest decimal, ISO 8601 times, TRUE and FALSE; "" for nothing.
    static String plain(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Double number -> decimal(number);
            case Boolean flag -> flag ? "TRUE" : "FALSE";
            case Instant moment -> moment.truncatedTo(ChronoUnit.SECONDS).toString();
            case LocalDate day -> day.toString();
            default -> value.toString();
        };
    }

    /// A number without exponent, "" where there is none.
    static String decimal(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "";
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    /// The text in parts that fit a cell; no part ends inside a surrogate pair.
    static List<String> parts(String text) {
        if (text.length() <= LONGEST) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + LONGEST);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            parts.add(text.substring(from, to));
            from = to;
        }
        return parts;
    }

    /// How many cells the text takes at most.
    static int partCount(String text) {
        return text.length() <= LONGEST ? 1 : parts(text).size();
    }

    /// The text so that a sheet's reader gives back the same text.
    static String forSheet(String text) {
        return text.contains("_x") ? ESCAPE_LIKE.matcher(text).replaceAll("_x005F_$1") : text;
    }
}
