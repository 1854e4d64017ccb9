package org.concordqda.intake;

import org.concordqda.model.ImportedSource;
import org.concordqda.model.ImportedTurn;
import org.concordqda.model.SourceKind;
import org.concordqda.text.Hashes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads one transcript: `.docx`, or text in any of the usual encodings.
final class TranscriptReader {
    /// Version of the rule that makes the text; another rule gets another number.
    private static final int FORM = 1;

    private TranscriptReader() {}

    static ImportedSource read(InputFile file, InputFile.Meter meter) throws Unreadable {
        byte[] bytes = file.bytes(meter, Limits.TEXT_BYTES);
        List<String> detected = new ArrayList<>();
        Paragraphs paragraphs;
        if (file.ending().equals("docx")) {
            paragraphs = DocxReader.read(bytes);
        } else {
            Decoded decoded = Decoded.of(bytes);
            detected.add(decoded.detected());
            paragraphs = Paragraphs.ofText(decoded.text());
        }
        String text = paragraphs.text();
        if (text.isBlank()) {
            throw new Unreadable("", "the file holds no text.");
        }
        Speakers speakers = Speakers.in(paragraphs, Set.of());
        List<ImportedTurn> turns = TurnFinder.turns(paragraphs, speakers);
        detected.addAll(speakers.detected());
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!speakers.names().isEmpty()) {
            attributes.put("speakers", String.join("; ", speakers.names()));
        }
        return new ImportedSource(
                SourceKind.TRANSCRIPT,
                file.key(),
                title(file.plainName()),
                text,
                FORM,
                turns,
                attributes,
                Optional.empty(),
                Optional.empty(),
                file.key(),
                Hashes.sha256(bytes),
                bytes.length <= Limits.ORIGINAL_BYTES ? bytes : new byte[0],
                detected,
                paragraphs.formats());
    }

    private static String title(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
