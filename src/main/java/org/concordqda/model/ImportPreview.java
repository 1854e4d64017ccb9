package org.concordqda.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an import would bring in, before anything is stored.
///
/// @param items the sources read, in order
/// @param leftOut how many of what was left out on purpose (“pull request” → 377)
/// @param problems what could not be read; the rest can be imported all the same
/// @param notes what was detected (encoding, shape), one sentence each
public record ImportPreview(
        List<Item> items,
        Map<String, Integer> leftOut,
        List<ImportProblem> problems,
        List<String> notes) {
    public ImportPreview {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /// How a source of the import stands to the study.
    public enum Standing {
        /// Not in the study.
        NEW("new"),
        /// In the study without its text, which is filled in.
        FILLS("brings the missing text"),
        /// In the study with the same text; skipped.
        SAME("already here"),
        /// In the study with another text.
        CHANGED("text differs"),
        /// An earlier one of this import has its key and another text.
        CLASHES("second text"),
        /// The same as an earlier one of this import; skipped.
        TWICE("twice in these files");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        /// For people, in lower case.
        public String words() {
            return words;
        }
    }

    /// Someone who speaks.
    ///
    /// @param name as read or as chosen
    /// @param turns how many turns
    /// @param words how many words in them
    /// @param role `interviewer`, `participant` or nothing
    public record Speaker(String name, int turns, int words, Optional<String> role) {}

    /// What stands like a label and was not taken for a speaker.
    ///
    /// @param name as first written
    /// @param times how often it stands there
    /// @param words the first words behind it, cut
    public record Untaken(String name, int times, String words) {}

    /// A source that was read.
    ///
    /// @param key natural key
    /// @param title title
    /// @param kind issue, transcript or document
    /// @param file name of its file
    /// @param standing how it stands to the study
    /// @param same key of the source that `standing` is about, or ""
    /// @param first place in the list of the earlier one that `standing` is about, or -1
    /// @param length characters of its text (UTF-16 code units)
    /// @param words words of its text
    /// @param turns turns, or the body and comments of an issue
    /// @param marks what stands between turns
    /// @param speakers of a transcript, most turns first
    /// @param detected what was guessed, one sentence each
    public record Item(
            String key,
            String title,
            SourceKind kind,
            String file,
            Standing standing,
            String same,
            int first,
            int length,
            int words,
            int turns,
            int marks,
            List<Speaker> speakers,
            List<String> detected) {
        public Item {
            speakers = List.copyOf(speakers);
            detected = List.copyOf(detected);
        }
    }

    /// How many sources stand so.
    public int count(Standing standing) {
        return (int) items.stream().filter(i -> i.standing() == standing).count();
    }

    /// What `standing` says, with the source it is about where a person would ask which.
    public String standing(Item item) {
        String words = item.standing().words();
        if (item.first() >= 0) {
            String other = items.get(item.first()).file();
            boolean clash = item.standing() == Standing.CLASHES;
            if (!other.equals(item.file())) {
                return words + ": the " + (clash ? "first" : "other") + " is in " + other;
            }
            return clash
                    ? words + " of it in this file"
                    : item.same().equals(item.key()) ? words : words + ": " + item.same();
        }
        return item.same().isEmpty() || item.same().equals(item.key())
                ? words
                : words + ": " + item.same();
    }

    /// How many sources would be stored.
    public int incoming() {
        return count(Standing.NEW) + count(Standing.FILLS);
    }
}
