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

    /// Whether anything was stored.
    public boolean changed() {
        return !added.isEmpty() || !filled.isEmpty() || !refreshed.isEmpty();
    }
}
