package org.concordqda.model;

import java.util.List;

/// What a replacement of words leaves: the same words in other letters, with an ending, over the end of a
/// line, and what does not stand in texts at all.
///
/// @param spellings how they are written where they stay, the most frequent first
/// @param memos memos with the words
/// @param notes notes on answers and codings with them
/// @param codes codes whose name, definition or rules have them
/// @param named names and titles of sources and cases that have them
public record Remains(
        List<Spelling> spellings, int memos, int notes, int codes, List<String> named) {
    public Remains {
        spellings = List.copyOf(spellings);
        named = List.copyOf(named);
    }

    /// One way in which the words stay.
    ///
    /// @param words as they stand there, with the rest of their last word
    /// @param places how often
    public record Spelling(String words, int places) {}

    /// Whether nothing stays.
    public boolean none() {
        return spellings.isEmpty() && memos + notes + codes == 0 && named.isEmpty();
    }
}
