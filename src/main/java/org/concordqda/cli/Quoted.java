package org.concordqda.cli;

import org.concordqda.model.ConcordException;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.List;

/// Where quoted words stand in a source.
final class Quoted {
    private Quoted() {}

    /// First position and the one after the last, in UTF-16 units.
    ///
    /// @param key the source's, for the sentences
    /// @param words as they stand in the text
    /// @param nth which of several places, from 1; 0 where there must be one only
    /// @throws ConcordException when the words do not stand there, or not at that many places
    static int[] find(String key, String text, String words, int nth) {
        List<Integer> places = new ArrayList<>();
        if (!words.isEmpty()) {
            for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
                places.add(at);
            }
        }
        String what = "“" + words + "” ";
        String nothing = " Nothing was stored.";
        if (places.isEmpty()) {
            throw new ConcordException(what + "does not stand in “" + key + "”." + nothing);
        }
        String where = "stands at " + Words.counted(places.size(), "place") + " in “" + key + "”";
        if (nth == 0 && places.size() > 1) {
            throw new ConcordException(
                    what + where + "; say which by --nth, or quote more of it." + nothing);
        }
        if (nth < 0 || nth > places.size()) {
            throw new ConcordException(what + where + "; there is no place " + nth + "." + nothing);
        }
        int at = places.get(Math.max(1, nth) - 1);
        return new int[] {at, at + words.length()};
    }
}
