package org.concordqda.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words: counting them, folding text so that full-text search finds them in any script, a number with its noun.
public final class Words {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Words() {}

    /// How many words the text has: runs of letters, digits and marks; each CJK character is one.
    public static int count(CharSequence text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (isCjk(c)) {
                words++;
                inside = false;
            } else if (Character.isLetterOrDigit(c)) {
                if (!inside) {
                    words++;
                }
                inside = true;
            } else if (c != '\''
                    && c != '’'
                    && Character.getType(c) != Character.NON_SPACING_MARK) {
                inside = false;
            }
        }
        return words;
    }

    /// The copy that full-text search indexes: each CJK character stands alone, so that a run of them is
    /// found as a phrase (SQLite's plain tokenizer takes the whole run for one word).
    public static String folded(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (isCjk(c)) {
                out.append(' ').appendCodePoint(c).append(' ');
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /// How values from files are compared: trimmed, every kind of white space (no-break too) collapsed to
    /// one space, lower case, composed.
    public static String key(String value) {
        String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        boolean gap = false;
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || c == 0xFEFF
                    || c == 0x200B) {
                gap = !out.isEmpty();
            } else {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.appendCodePoint(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /// A whole number as people write it: `999`, `3,000`.
    public static String number(long n) {
        return -1000 < n && n < 1000 ? Long.toString(n) : String.format(Locale.ROOT, "%,d", n);
    }

    /// A number with its noun, as people write it: `1 comment`, `3,000 comments`.
    ///
    /// @param noun one of them; an s makes it many
    public static String counted(long n, String noun) {
        return number(n) + " " + noun + (n == 1 ? "" : "s");
    }

    /// A number with words that change more than by an s: `1 unit is`, `3 units are`.
    public static String counted(long n, String one, String many) {
        return number(n) + " " + (n == 1 ? one : many);
    }

    /// A number with a fixed count of decimals, half up, as spreadsheets show it: of the digits that a `double`
    /// carries the last two are arithmetic, so that 0.6249999999999998, which is 5/8, reads `0.63` and not `0.62`.
    /// Never “-0”; what is not finite is written as Java writes it.
    public static String decimals(double value, int places) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(14))
                        .setScale(places, RoundingMode.HALF_UP)
                        .toPlainString()
                : Double.toString(value);
    }

    /// A constant's name as people and files write it: `not claimed`.
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// The text in one line: each run of white space as one space.
    public static String oneLine(String text) {
        return SPACE.matcher(text).replaceAll(" ");
    }

    /// The text's beginning, with `…` where it goes on; a surrogate pair is never split.
    ///
    /// @param most UTF-16 code units that are kept
    public static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }

    private static boolean isCjk(int c) {
        if (c < 0x1100) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
