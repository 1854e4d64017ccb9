package org.concordqda.model;

import java.util.Optional;

/// A source as lists show it; its text is read apart.
///
/// @param id identity in this file
/// @param guid identity that travels
/// @param kind issue, transcript or document
/// @param key natural key: `owner/repo#number` for an issue, file name for a file
/// @param title issue title, or file name without ending
/// @param text the current text version; empty when “text not imported” (ratings came before the text)
/// @param version number of the current text version, 0 without text
/// @param lengthCp length of the text in code points
/// @param words words of the text
/// @param turns turns or comments, an issue's body counted, marks between turns not
/// @param created when the issue was opened or the interview held (ISO 8601), as given
/// @param url where it is from
/// @param excluded why it is left out of the work, or ""
public record Source(
        SourceId id,
        String guid,
        SourceKind kind,
        String key,
        String title,
        Optional<TextId> text,
        int version,
        int lengthCp,
        int words,
        int turns,
        Optional<String> created,
        Optional<String> url,
        String excluded) {}
