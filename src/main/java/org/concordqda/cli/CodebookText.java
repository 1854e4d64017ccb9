package org.concordqda.cli;

import org.concordqda.model.Codebook;
import org.concordqda.model.CodebookChange;
import org.concordqda.study.CodeUse;
import org.concordqda.study.CodebookStale;
import org.concordqda.text.WordDiff;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Codebook changes and uses as text, Markdown and JSON.
final class CodebookText {
    private static final int BRIEF = 60;

    private CodebookText() {}

    /// The changes under their dimensions; what was taken away stands in `[-…-]`, what was added in `{+…+}`
    /// (in Markdown struck out and bold).
    static void print(PrintWriter out, List<CodebookChange> changes, boolean markdown) {
        if (changes.isEmpty()) {
            out.println("Nothing changed.");
            return;
        }
        String dimension = "";
        for (CodebookChange c : changes) {
            if (!c.dimension().equals(dimension)) {
                out.println(
                        (dimension.isEmpty() ? "" : "\n")
                                + (markdown ? "## " : "")
                                + c.dimension());
                if (markdown) {
                    out.println();
                }
                dimension = c.dimension();
            }
            String name = c.path().isEmpty() ? "" : c.path() + ": ";
            String noted =
                    c.meaning().map(m -> m ? " (meaning)" : " (wording)").orElse("")
                            + (c.reason().isEmpty() ? "" : " — " + c.reason());
            out.println(
                    (markdown ? "- " : "  ")
                            + (markdown && !name.isEmpty() ? "**" + c.path() + "**: " : name)
                            + what(c, markdown)
                            + noted);
        }
    }

    /// What changed since stale uses were made, version by version; codes of one version that share a change
    /// of their question share its line.
    static void since(PrintWriter out, Map<CodebookStale.Made, List<CodebookChange>> since) {
        Map<Integer, Set<CodebookChange>> byVersion = new TreeMap<>();
        since.forEach(
                (made, changes) ->
                        byVersion
                                .computeIfAbsent(made.version(), v -> new LinkedHashSet<>())
                                .addAll(changes));
        byVersion.forEach(
                (version, changes) -> {
                    out.println();
                    out.println("What changed since version " + version + ":");
                    print(
                            out,
                            changes.stream()
                                    .sorted(Comparator.comparing(CodebookChange::dimension))
                                    .toList(),
                            false);
                });
    }

    private static String what(CodebookChange c, boolean markdown) {
        return switch (c.kind()) {
            case ADDED -> "added" + (c.now().isBlank() ? "" : ". " + c.now());
            case REMOVED -> "removed";
            case RENAMED -> "renamed, was “" + c.old() + "”";
            case MOVED ->
                    c.old().isEmpty()
                            ? "its codes stand in " + c.now()
                            : "moved, was " + c.old() + ", is " + c.now();
            case MERGED -> "merged into “" + c.now() + "”";
            case SPLIT -> "split into " + c.now();
            case RETIRED -> "retired";
            case OFFERED -> "offered again";
            case CHANGED -> c.field() + ": " + words(c.old(), c.now(), markdown);
        };
    }

    private static String words(String old, String now, boolean markdown) {
        StringBuilder text = new StringBuilder();
        for (WordDiff.Piece piece : WordDiff.of(old, now)) {
            String bare = piece.text().strip();
            String after = piece.text().endsWith(" ") || piece.text().endsWith("\n") ? " " : "";
            text.append(
                    switch (piece.op()) {
                        case SAME -> piece.text();
                        case REMOVED ->
                                (markdown ? "~~" + bare + "~~" : "[-" + bare + "-]") + after;
                        case ADDED -> (markdown ? "**" + bare + "**" : "{+" + bare + "+}") + after;
                    });
        }
        return text.toString().replace('\n', ' ').strip();
    }

    static Map<String, @Nullable Object> json(CodebookChange c) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("kind", Words.of(c.kind()));
        row.put("dimension", c.dimension());
        row.put("path", c.path());
        row.put("field", c.field());
        row.put("old", c.old());
        row.put("new", c.now());
        row.put("meaning", c.meaning().orElse(null));
        row.put("reason", c.reason());
        return row;
    }

    static Map<String, @Nullable Object> json(Codebook draft, CodeUse use) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("kind", use.rating().isPresent() ? "rating" : "coding");
        row.put(
                "id",
                use.rating()
                        .map(r -> r.value())
                        .orElseGet(() -> use.coding().orElseThrow().value()));
        row.put("code", draft.code(use.code()).map(c -> c.name()).orElse(""));
        row.put("source", use.key());
        row.put("unit", use.unit());
        row.put("coder", use.coderName());
        row.put("round", use.roundName());
        row.put("version", use.version());
        row.put("text", use.words());
        row.put("yours", use.open());
        return row;
    }

    static String brief(String words) {
        String line = Words.oneLine(words).strip();
        return line.codePointCount(0, line.length()) <= BRIEF
                ? line
                : line.substring(0, line.offsetByCodePoints(0, BRIEF - 1)) + "…";
    }
}
