package org.concordqda.model;

import java.util.List;
import java.util.Set;

/// What a person decided on the preview of an import.
///
/// @param speakers about speakers; a later choice wins over an earlier one of the same kind
/// @param leftOut places in the preview of sources that are not to be imported
/// @param changed what becomes of sources that are in the study with another text
public record ImportChoices(List<SpeakerChoice> speakers, Set<Integer> leftOut, Changed changed) {
    /// Everything as detected, and what is in the study stays as it is.
    public static final ImportChoices DEFAULT =
            new ImportChoices(List.of(), Set.of(), Changed.KEEP);

    /// What becomes of a source that is in the study with another text, or came before in the same import
    /// with another text: there the first stays unless both are taken, as nobody said which is newer.
    public enum Changed {
        /// The study's text stays; the file's is not stored.
        KEEP,
        /// The file's text comes in as a source of its own beside the study's.
        BOTH,
        /// The file's text becomes the source's; codings move along, and those whose words change are listed.
        REFRESH
    }

    public ImportChoices {
        speakers = List.copyOf(speakers);
        leftOut = Set.copyOf(leftOut);
    }
}
