package org.concordqda.model;

import java.util.List;
import java.util.Map;

/// What an import of sources did.
///
/// @param added keys of sources stored now
/// @param filled keys of sources that had no text until now
/// @param unchanged keys of sources that were there already with the same text
/// @param twice what these files hold more than once, each repetition
/// @param different keys of sources that are there with another text and were kept as they are
/// @param clashing texts that came under a key for which these files had brought another text; left out
/// @param refreshed keys of sources that were there with another text and have the new one now
/// @param leftOut how many of what was left out on purpose (“pull request” → 377)
/// @param problems what could not be read; the rest was stored all the same
/// @param notes what was detected (encoding, speakers), one sentence each
public record ImportReport(
        List<String> added,
        List<String> filled,
        List<String> unchanged,
        List<Twice> twice,
        List<String> different,
        List<Clash> clashing,
        List<String> refreshed,
        Map<String, Integer> leftOut,
        List<ImportProblem> problems,
        List<String> notes) {
    public ImportReport {
        added = List.copyOf(added);
        filled = List.copyOf(filled);
        unchanged = List.copyOf(unchanged);
        twice = List.copyOf(twice);
        different = List.copyOf(different);
        clashing = List.copyOf(clashing);
        refreshed = List.copyOf(refreshed);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /// A text that came before in the same import.
    ///
    /// @param key natural key of the repetition
    /// @param same natural key of the source that has the text
    public record Twice(String key, String same) {
        /// For people.
        public String sentence() {
            return key.equals(same)
                    ? key + " is in these files twice."
                    : key + " holds the same as " + same + ".";
        }
    }

    /// A text that was left out, as an earlier one of the same import has its key.
    ///
    /// @param key natural key of both
    /// @param file name of the file it is in
    /// @param stored name of the file whose text was stored
    public record Clash(String key, String file, String stored) {
        /// For people.
        public String sentence() {
            return file.equals(stored)
                    ? key + " is in " + file + " with two texts; the first was stored."
                    : key + " has another text in " + file + "; that of " + stored + " was stored.";
        }
    }

    /// Whether anything was stored.
    public boolean changed() {
        return !added.isEmpty() || !filled.isEmpty() || !refreshed.isEmpty();
    }
}
