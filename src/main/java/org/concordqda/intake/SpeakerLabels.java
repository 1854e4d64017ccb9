package org.concordqda.intake;

import org.concordqda.model.ImportPreview.Untaken;
import org.concordqda.model.ImportedSource;
import org.concordqda.model.ImportedTurn;
import org.concordqda.model.LineFormat;
import org.concordqda.model.SourceKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks once more for labels in a transcript that was read: what the reader did not take for a speaker can
/// be taken by a person, and the turns are then those the reader would have made had it known.
public final class SpeakerLabels {
    private SpeakerLabels() {}

    /// Labels of a transcript that were not taken for speakers: the more frequent first, then in the order of
    /// the text; short bold lines, which mostly are headings, last.
    public static List<Untaken> untaken(ImportedSource source) {
        if (source.kind() == SourceKind.ISSUE) {
            return List.of();
        }
        Paragraphs lines = lines(source);
        return Speakers.in(lines, Set.of()).untaken(lines);
    }

    /// The source with the turns these labels make too.
    ///
    /// @param keys labels as [org.concordqda.text.Words#key] folds them; one that the text does not have
    ///     changes nothing
    static ImportedSource take(ImportedSource source, Set<String> keys) {
        Paragraphs lines = lines(source);
        Speakers speakers = Speakers.in(lines, keys);
        List<ImportedTurn> turns = TurnFinder.turns(lines, speakers);
        if (turns.equals(source.turns())) {
            return source;
        }
        Map<String, String> attributes = new LinkedHashMap<>(source.attributes());
        attributes.put("speakers", String.join("; ", speakers.names()));
        List<String> detected = new ArrayList<>(source.detected());
        detected.removeIf(s -> s.startsWith(Speakers.FOUND) || s.startsWith(Speakers.NOT_TAKEN));
        detected.addAll(speakers.detected());
        return source.with(turns, attributes, detected);
    }

    private static Paragraphs lines(ImportedSource source) {
        Map<Integer, LineFormat> formats = new HashMap<>();
        source.formats().forEach(f -> formats.put(f.line(), f));
        List<Paragraphs.Line> lines = new ArrayList<>();
        String text = source.text();
        int from = 0;
        while (true) {
            int end = text.indexOf('\n', from);
            LineFormat format = formats.get(lines.size());
            lines.add(
                    new Paragraphs.Line(
                            text.substring(from, end < 0 ? text.length() : end),
                            from,
                            format == null ? 0 : format.bold(),
                            format != null && format.heading()));
            if (end < 0) {
                return new Paragraphs(lines);
            }
            from = end + 1;
        }
    }
}
