package org.concordqda.desk.coding;

import org.concordqda.text.Words;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What the queue is narrowed to: every word must occur in the source's title, key, labels or other
/// attributes, or be its state (“to do”, “in progress”, “done”). Immutable.
final class QueueFilter {
    private static final List<String> PHRASES = List.of("to do", "in progress");

    /// Everything.
    static final QueueFilter ALL = new QueueFilter("");

    private final List<String> words;

    QueueFilter(String typed) {
        String text = Words.oneLine(typed.strip().toLowerCase(Locale.ROOT));
        for (String phrase : PHRASES) {
            text = text.replace(phrase, phrase.replace(' ', '\u00a0'));
        }
        words = Stream.of(text.split(" ")).filter(w -> !w.isEmpty()).toList();
    }

    boolean fits(QueueEntry entry) {
        for (String word : words) {
            String plain = word.replace('\u00a0', ' ');
            if (!entry.stateWords().equals(plain) && !entry.text().contains(plain)) {
                return false;
            }
        }
        return true;
    }
}
