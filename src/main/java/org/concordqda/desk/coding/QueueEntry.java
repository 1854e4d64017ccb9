package org.concordqda.desk.coding;

import org.concordqda.model.AssignmentState;
import org.concordqda.model.Source;
import org.concordqda.text.Words;

import java.util.Locale;
import java.util.Map;

/// A source of the queue.
///
/// @param source the source
/// @param state how far the person is with it
/// @param text what a filter looks in: title, key, kind, size and attributes, in lower case
record QueueEntry(Source source, AssignmentState state, String text) {
    static QueueEntry of(Source source, AssignmentState state, Map<String, String> attributes) {
        String text = source.title() + " " + source.key() + " " + detail(source);
        return new QueueEntry(
                source,
                state,
                (text + " " + String.join(" ", attributes.values())).toLowerCase(Locale.ROOT));
    }

    /// The title, or the key where the text is not there.
    String title() {
        return source.title().isBlank() ? source.key() : source.title();
    }

    /// What stands under the title.
    String detail() {
        return detail(source);
    }

    private static String detail(Source source) {
        return switch (source.kind()) {
            case ISSUE ->
                    source.text().isEmpty()
                            ? (source.title().isBlank() ? "" : source.key() + " · ")
                                    + "text not imported"
                            : source.key()
                                    + " · "
                                    + Words.counted(Math.max(0, source.turns() - 1), "comment");
            case TRANSCRIPT -> "transcript · " + Words.counted(source.turns(), "turn");
            case DOCUMENT -> "document · " + Words.counted(source.words(), "word");
        };
    }

    /// The state as people read and filter it.
    String stateWords() {
        return switch (state) {
            case TODO -> "to do";
            case IN_PROGRESS -> "in progress";
            case DONE -> "done";
        };
    }
}
