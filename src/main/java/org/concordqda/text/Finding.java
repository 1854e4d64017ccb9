package org.concordqda.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where words stand in a text, in any case and with or without accents, as full-text search understands
/// them. Pure functions.
public final class Finding {
    private Finding() {}

    /// A stretch `[start, end)` in UTF-16 code units.
    public record Place(int start, int end) {}

    /// The words typed, folded.
    public static List<String> words(String typed) {
        List<String> words = new ArrayList<>();
        for (String word : typed.strip().split("\\s+")) {
            String folded = fold(word);
            int from = 0;
            int to = folded.length();
            while (from < to && !Character.isLetterOrDigit(folded.codePointAt(from))) {
                from += Character.charCount(folded.codePointAt(from));
            }
            while (to > from && !Character.isLetterOrDigit(folded.codePointBefore(to))) {
                to -= Character.charCount(folded.codePointBefore(to));
            }
            if (to > from) {
                words.add(folded.substring(from, to));
            }
        }
        return words;
    }

    /// Whether all the words occur in the text, each at the beginning of a word.
    public static boolean all(String text, List<String> words) {
        Folded folded = new Folded(text);
        return !words.isEmpty() && words.stream().allMatch(w -> folded.find(w, 0) >= 0);
    }

    /// The best place to show: the whole phrase where it stands so, else the first of the words that occurs.
    public static Optional<Place> first(String text, List<String> words) {
        Folded folded = new Folded(text);
        if (words.size() > 1) {
            int at = folded.find(String.join(" ", words), 0);
            if (at >= 0) {
                return Optional.of(folded.place(at, String.join(" ", words).length()));
            }
        }
        for (String word : words) {
            int at = folded.find(word, 0);
            if (at >= 0) {
                return Optional.of(folded.place(at, word.length()));
            }
        }
        return Optional.empty();
    }

    /// Every place where a phrase stands at the beginning of a word, its spaces also as ends of lines.
    ///
    /// @param phrase as typed
    public static List<Place> places(String text, String phrase) {
        String wanted = fold(phrase.strip());
        List<Place> places = new ArrayList<>();
        if (wanted.isEmpty()) {
            return places;
        }
        Folded folded = new Folded(text);
        for (int at = folded.find(wanted, 0);
                at >= 0;
                at = folded.find(wanted, at + wanted.length())) {
            places.add(folded.place(at, wanted.length()));
        }
        return places;
    }

    private static String fold(String text) {
        return new Folded(text).text;
    }

    /// A text without case and accents, which knows where each of its characters stood.
    private static final class Folded {
        final String text;
        private final int[] from;
        private final int length;

        Folded(String original) {
            StringBuilder out = new StringBuilder(original.length());
            int[] at = new int[original.length() + 16];
            length = original.length();
            for (int i = 0; i < original.length(); ) {
                int c = original.codePointAt(i);
                String piece =
                        c < 128
                                ? Character.toString(Character.toLowerCase(c))
                                : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                                        .toLowerCase(Locale.ROOT);
                for (int j = 0; j < piece.length(); j++) {
                    char p = piece.charAt(j);
                    if (Character.getType(p) == Character.NON_SPACING_MARK) {
                        continue;
                    }
                    if (out.length() + 1 >= at.length) {
                        at = java.util.Arrays.copyOf(at, at.length * 2);
                    }
                    at[out.length()] = i;
                    out.append(Character.isWhitespace(p) ? ' ' : p);
                }
                i += Character.charCount(c);
            }
            at[out.length()] = original.length();
            text = out.toString();
            from = at;
        }

        int find(String word, int start) {
            for (int at = text.indexOf(word, start); at >= 0; at = text.indexOf(word, at + 1)) {
                if (at == 0
                        || !Character.isLetterOrDigit(text.charAt(at - 1))
                        || !Character.isLetterOrDigit(word.codePointAt(0))
                        || word.charAt(0) >= 0x1100) {
                    return at;
                }
            }
            return -1;
        }

        Place place(int at, int chars) {
            int end = at + chars;
            int stop = end >= text.length() ? length : from[end];
            return new Place(from[at], Math.max(stop, from[at] + 1));
        }
    }
}
