package org.concordqda.study;

import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Turn;
import org.concordqda.store.FullText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Finds words anywhere in the study, by the full-text index, and shows them in their context. Any thread.
public final class Finder {
    private static final int CONTEXT = 70;

    private final Study study;

    public Finder(Study study) {
        this.study = study;
    }

    /// Words found.
    ///
    /// @param source where
    /// @param start first position of the first word in the source's text, in UTF-16 code units
    /// @param end position after it
    /// @param before what stands before it
    /// @param hit the word as it stands there
    /// @param after what follows
    public record Found(
            SourceId source, int start, int end, String before, String hit, String after) {}

    /// Turns that hold all the words (the last also as a beginning), best first.
    ///
    /// @param limit how many at most
    public List<Found> find(String words, int limit) {
        String first = words.strip().split("\\s+")[0];
        List<Found> found = new ArrayList<>();
        Map<SourceId, SourceText> texts = new HashMap<>();
        Map<SourceId, List<Turn>> turns = new HashMap<>();
        for (FullText.Hit hit : study.sources().search(words, limit)) {
            SourceText text =
                    texts.computeIfAbsent(
                            hit.source(), id -> study.sources().text(id).orElseThrow());
            turns.computeIfAbsent(hit.source(), id -> study.sources().turns(text.id())).stream()
                    .filter(t -> t.id().equals(hit.turn()))
                    .findFirst()
                    .ifPresent(turn -> found.add(shown(text, turn, first)));
        }
        return found;
    }

    private static Found shown(SourceText text, Turn turn, String word) {
        String all = text.text();
        int from = turn.body().start();
        int at = indexOf(all, word, from, turn.body().end());
        int end = at + (at == from && word.isEmpty() ? 0 : word.length());
        int left = Math.max(from, at - CONTEXT);
        int right = Math.min(turn.body().end(), end + CONTEXT);
        return new Found(
                text.source(),
                at,
                Math.min(end, turn.body().end()),
                oneLine(all.substring(left, at)),
                all.substring(at, Math.min(end, turn.body().end())),
                oneLine(all.substring(Math.min(end, right), right)));
    }

    private static int indexOf(String all, String word, int from, int to) {
        String low = all.substring(from, to).toLowerCase(Locale.ROOT);
        int at = low.indexOf(word.toLowerCase(Locale.ROOT));
        // Accents are folded by the index: the word may not stand there letter by letter.
        return at < 0 || low.length() != to - from ? from : from + at;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
