package org.concordqda.desk.sources;

import org.concordqda.model.Source;

import java.util.Locale;
import java.util.Map;

/// A source as the table shows it.
///
/// @param source the source
/// @param attributes its attributes by name
/// @param done how many coders are done with it in the round
/// @param assigned how many were asked to
record SourceRow(Source source, Map<String, String> attributes, int done, int assigned) {
    String kind() {
        return source.kind().name().toLowerCase(Locale.ROOT);
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /// Whether every typed word occurs in key, title, kind or an attribute.
    boolean fits(String[] words) {
        String all =
                (source.key() + " " + source.title() + " " + kind() + " " + attributes.values())
                        .toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
