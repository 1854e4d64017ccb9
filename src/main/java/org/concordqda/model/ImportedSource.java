package org.concordqda.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A source as a reader gives it, before anything is stored. The text has the one form of `domain.md`
/// (“Text and positions”), so that offsets never depend on a program version.
///
/// @param kind issue, transcript or document
/// @param key natural key: `owner/repo#number`, or the file name
/// @param title title or file name without ending
/// @param text the text, LF line ends, no BOM, not normalised
/// @param textForm version of the rule that made the text from the file, from 1
/// @param turns in order, not overlapping
/// @param attributes labels, state, dates, counts … by name
/// @param created when it was opened or held (ISO 8601), as given
/// @param url where it is from
/// @param file name of the file it was read from
/// @param fileHash SHA-256 of the original bytes (of its own item for a list of issues), lower-case hex
/// @param original the original bytes, or empty array where only the hash is kept
/// @param detected what was guessed (encoding, speakers, shape), one sentence each
/// @param formats lines the file sets off, in order, so that labels can be looked for again
public record ImportedSource(
        SourceKind kind,
        String key,
        String title,
        String text,
        int textForm,
        List<ImportedTurn> turns,
        Map<String, String> attributes,
        Optional<String> created,
        Optional<String> url,
        String file,
        String fileHash,
        byte[] original,
        List<String> detected,
        List<LineFormat> formats) {
    public ImportedSource {
        turns = List.copyOf(turns);
        attributes = Map.copyOf(attributes);
        detected = List.copyOf(detected);
        formats = List.copyOf(formats);
    }

    /// The same with other turns.
    ///
    /// @param turns in order, not overlapping
    /// @param attributes in place of those it had
    /// @param detected in place of what was said
    public ImportedSource with(
            List<ImportedTurn> turns, Map<String, String> attributes, List<String> detected) {
        return new ImportedSource(
                kind,
                key,
                title,
                text,
                textForm,
                turns,
                attributes,
                created,
                url,
                file,
                fileHash,
                original,
                detected,
                formats);
    }
}
