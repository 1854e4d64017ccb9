package org.concordqda.desk.sources;

import org.concordqda.model.AttributeType;
import org.concordqda.model.SourceSummary;
import org.concordqda.study.Cases;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// A column of the table of sources.
///
/// @param id stable word by which the choice of columns is remembered
/// @param name heading
/// @param number whether its values are numbers
/// @param width in pixels at first
/// @param text what a cell says
/// @param order how rows are sorted by it
record SourceColumn(
        String id,
        String name,
        boolean number,
        double width,
        Function<SourceSummary, String> text,
        Comparator<SourceSummary> order) {
    static final String ATTRIBUTE = "attribute ";

    /// Its name within a sentence; an attribute's is left as people wrote it.
    String lower() {
        return id.startsWith(ATTRIBUTE) ? name : name.toLowerCase(java.util.Locale.ROOT);
    }

    /// Those every study has, in their order.
    static final List<SourceColumn> FIXED =
            List.of(
                    text("kind", "Kind", 112, SourceRow::kind),
                    text("title", "Title", 280, s -> s.source().title()),
                    text("key", "Key", 170, s -> s.source().key()),
                    number("words", "Words", s -> s.source().words()),
                    number("turns", "Turns", s -> s.source().turns()),
                    new SourceColumn(
                            "done",
                            "Done",
                            true,
                            74,
                            s -> s.assigned() == 0 ? "" : s.done() + " of " + s.assigned(),
                            Comparator.comparingDouble(
                                    s ->
                                            s.assigned() == 0
                                                    ? -1
                                                    : s.done() / (double) s.assigned())),
                    number("units", "Units", SourceSummary::units),
                    number("codings", "Codings", SourceSummary::codings),
                    text("state", "State", 120, SourceRow::state),
                    text("case", "Case", 110, s -> String.join(", ", s.cases())),
                    text("why", "Left out because", 160, s -> s.source().excluded()));

    /// Those shown before a person chose.
    static final List<String> FIRST =
            List.of("kind", "title", "key", "words", "turns", "done", "codings");

    /// The column of an attribute.
    static SourceColumn attribute(String name) {
        return text(ATTRIBUTE + name, name, 120, s -> s.attributes().getOrDefault(name, ""));
    }

    private static SourceColumn text(
            String id, String name, double width, Function<SourceSummary, String> text) {
        return new SourceColumn(
                id, name, false, width, text, Comparator.comparing(text, SourceColumn::compare));
    }

    private static SourceColumn number(String id, String name, ToIntFunction<SourceSummary> value) {
        return new SourceColumn(
                id,
                name,
                true,
                70,
                s -> Integer.toString(value.applyAsInt(s)),
                Comparator.comparingInt(value));
    }

    /// Numbers by their value before words, numbers within words by theirs, nothing last.
    private static int compare(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        boolean first = AttributeType.NUMBER.refusal(a, List.of()).isEmpty();
        boolean second = AttributeType.NUMBER.refusal(b, List.of()).isEmpty();
        if (first && second) {
            return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
        }
        return first == second ? Cases.natural(a, b) : first ? -1 : 1;
    }
}
