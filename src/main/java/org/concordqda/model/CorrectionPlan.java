package org.concordqda.model;

import java.util.List;

/// A correction that was looked at but not made: what would change, and what it touches as far as the person
/// may know.
///
/// @param parts what changes in which source
/// @param codings codings and evidence that stand in these sources and keep their words
/// @param doubtful those whose own words change, most of them shown at the end of their source
/// @param changes the doubtful ones, at most 200
/// @param unit what a person calls the whole (“line 12 of P3.txt”)
public record CorrectionPlan(
        List<Part> parts, int codings, int doubtful, List<Change> changes, String unit) {
    public CorrectionPlan {
        parts = List.copyOf(parts);
        changes = List.copyOf(changes);
    }

    /// What changes in one source.
    ///
    /// @param source which
    /// @param key its natural key
    /// @param text the version the positions count in; another current version refuses the correction
    /// @param edits the changes, in order
    /// @param samples the first few, in their context
    public record Part(
            SourceId source, String key, TextId text, List<Edit> edits, List<Sample> samples) {
        public Part {
            edits = List.copyOf(edits);
            samples = List.copyOf(samples);
        }
    }

    /// An edit in its context.
    ///
    /// @param line number of its line, from 1
    /// @param before what stands before it on its line
    /// @param old what it replaces
    /// @param fresh what stands there afterwards
    /// @param after what follows on its line
    public record Sample(int line, String before, String old, String fresh, String after) {}

    /// A coding whose own words change.
    ///
    /// @param source where
    /// @param old its quote now
    /// @param fresh its quote afterwards
    /// @param vanished whether nothing of its words is left, so that it goes to the nearest word
    public record Change(SourceId source, String old, String fresh, boolean vanished) {}

    /// How many places change in all sources together.
    public int places() {
        return parts.stream().mapToInt(p -> p.edits().size()).sum();
    }
}
