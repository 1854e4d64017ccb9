package org.concordqda.cli;

import org.concordqda.model.SourceId;
import org.concordqda.study.Finder;
import org.concordqda.study.Finder.Found;
import org.concordqda.study.Finder.Kind;
import org.concordqda.study.Study;
import org.concordqda.text.Positions;
import org.concordqda.text.Words;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@Command(
        name = "find",
        description = "Words anywhere in the study: texts, memos, codes, notes.",
        mixinStandardHelpOptions = true)
final class FindCommand extends StudyCommand {
    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "WORDS",
            description = "All of them; the last may be unfinished.")
    private List<String> words = List.of();

    @Option(
            names = "--in",
            paramLabel = "KIND",
            split = ",",
            description = "text, memo, code, note (default: all).")
    private List<Kind> kinds = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many of each kind at most (default: 200).")
    private int limit = 200;

    @Override
    int run(Study open) {
        if (limit < 1) {
            throw usage("--limit is at least 1, not " + limit + ".");
        }
        EnumSet<Kind> wanted = kinds.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(kinds);
        List<Found> found = new Finder(open).find(String.join(" ", words), wanted, limit);
        Map<SourceId, Positions> positions = new HashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Found f : found) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("kind", Words.of(f.kind()));
            row.put("where", f.source().map(s -> open.sources().get(s).key()).orElse(f.where()));
            if (f.source().isPresent() && f.end() > f.start()) {
                Positions at =
                        positions.computeIfAbsent(
                                f.source().get(),
                                id ->
                                        new Positions(
                                                open.sources()
                                                        .text(id)
                                                        .map(t -> t.text())
                                                        .orElse("")));
                row.put("start", at.toCodePoint(f.start()));
                row.put("end", at.toCodePoint(f.end()));
            }
            row.put("before", f.before());
            row.put("hit", f.hit());
            row.put("after", f.after());
            rows.add(row);
        }
        if (json()) {
            JsonOut.print(out(), rows);
            return 0;
        }
        for (Map<String, Object> row : rows) {
            Object at = row.get("start");
            out().printf(
                            "%-4s  %s%s%n      %s[%s]%s%n",
                            row.get("kind"),
                            row.get("where"),
                            at == null ? "" : " at " + at,
                            row.get("before"),
                            row.get("hit"),
                            row.get("after"));
        }
        out().println(Words.counted(found.size(), "place"));
        return 0;
    }
}
