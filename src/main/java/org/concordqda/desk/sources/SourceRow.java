package org.concordqda.desk.sources;

import org.concordqda.model.SourceSummary;
import org.concordqda.text.Words;

import java.util.Locale;

/// A line of the table: a source, or the heading of a group of them.
sealed interface SourceRow {
    /// A source.
    ///
    /// @param of the source with what the table shows
    /// @param searched everything the filter looks in, in lower case
    record Of(SourceSummary of, String searched) implements SourceRow {
        static Of of(SourceSummary s) {
            StringBuilder all = new StringBuilder(200);
            all.append(s.source().key()).append('\n').append(s.source().title()).append('\n');
            all.append(kind(s)).append('\n').append(state(s)).append('\n');
            s.cases().forEach(c -> all.append(c).append('\n'));
            s.attributes().values().forEach(v -> all.append(v).append('\n'));
            return new Of(s, all.toString().toLowerCase(Locale.ROOT));
        }

        /// Whether every typed word occurs in key, title, kind, state, case or an attribute.
        boolean fits(String[] words) {
            for (String word : words) {
                if (!searched.contains(word)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// A group.
    ///
    /// @param name what its sources share
    /// @param size how many they are
    /// @param open whether they are shown
    record Group(String name, int size, boolean open) implements SourceRow {}

    /// The kind as a word.
    static String kind(SourceSummary s) {
        return Words.of(s.source().kind());
    }

    /// How far a source is, as a word.
    static String state(SourceSummary s) {
        if (!s.source().excluded().isEmpty()) {
            return "excluded";
        }
        if (s.source().text().isEmpty()) {
            return "text not imported";
        }
        if (s.assigned() == 0) {
            return s.codings() > 0 ? "coded" : "not assigned";
        }
        return s.done() == 0 ? "to do" : s.done() < s.assigned() ? "in progress" : "done";
    }
}
