package org.concordqda.text;

import org.concordqda.text.Finding.Place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where words stand in a text as a person reads them: a letter and its accent written as one character or
/// as two, a space that may be a no-break one. A part of a character is no place: not the letter without its
/// accent, not half of a joined emoji. Immutable.
public final class Occurrences {
    // Not \b: a name may begin or end with something that is no word character.
    private static final String LETTER = "[\\p{L}\\p{N}\\p{M}_]";

    private final Pattern pattern;

    /// @param words what to look for; not empty
    /// @param whole only where they are whole words
    /// @param anyCase capitals and small letters alike
    public Occurrences(String words, boolean whole, boolean anyCase) {
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < words.length(); ) {
            int next = Graphemes.step(words, at, 1);
            all.append(written(words.substring(at, next)));
            at = next;
        }
        String found = whole ? "(?<!" + LETTER + ")" + all + "(?!" + LETTER + ")" : all.toString();
        pattern =
                Pattern.compile(
                        found, anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    }

    /// All places in a text, in order, not touching each other.
    public List<Place> in(String text) {
        List<Place> places = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            if (Graphemes.floor(text, start) == start && Graphemes.floor(text, end) == end) {
                places.add(new Place(start, end));
            }
        }
        return places;
    }

    /// The ways to write one character.
    private static String written(String character) {
        if (character.equals(" ")) {
            return "\\h";
        }
        Set<String> ways = new LinkedHashSet<>();
        ways.add(Pattern.quote(character));
        ways.add(Pattern.quote(Normalizer.normalize(character, Normalizer.Form.NFC)));
        ways.add(Pattern.quote(Normalizer.normalize(character, Normalizer.Form.NFD)));
        return ways.size() == 1 ? ways.iterator().next() : "(?:" + String.join("|", ways) + ")";
    }
}
