package org.concordqda.cli;

import org.concordqda.model.Round;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceSummary;
import org.concordqda.study.Sources;
import org.concordqda.study.Study;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@Command(
        name = "sources",
        description =
                "List the sources; leave some out of the work with a reason, take them in again, or take"
                        + " them out of the study.",
        mixinStandardHelpOptions = true)
final class SourcesCommand extends StudyCommand {
    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY",
            description = "Only these; default for the list: all.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "REASON",
            description = "Leave them out of the work; what was done with them stays.")
    private @Nullable String exclude;

    @Option(names = "--include", description = "Take what was left out in again.")
    private boolean include;

    @Option(
            names = "--remove",
            description =
                    "Take them out of the study with their texts, units, ratings and codings; undo"
                            + " brings all back.")
    private boolean remove;

    @Option(names = "--dry-run", description = "With --remove: only say what would go along.")
    private boolean dry;

    @Override
    int run(Study open) {
        int acts = (exclude != null ? 1 : 0) + (include ? 1 : 0) + (remove ? 1 : 0);
        if (acts > 1) {
            throw usage("--exclude, --include and --remove are three different acts; choose one.");
        }
        if (acts == 1 && keys.isEmpty()) {
            throw usage("Say which sources, by their keys.");
        }
        if (dry && !remove) {
            throw usage("--dry-run belongs to --remove.");
        }
        if (exclude != null && exclude.isBlank()) {
            throw usage("--exclude needs a reason: it stands in the sampling table of the paper.");
        }
        List<SourceId> ids =
                keys.stream().map(key -> Named.source(open, key).id()).distinct().toList();
        if (remove) {
            remove(open, ids);
            return 0;
        }
        if (acts == 1) {
            open.sources().exclude(ids, exclude == null ? "" : exclude);
        }
        list(open, new HashSet<>(ids));
        return 0;
    }

    private void remove(Study open, List<SourceId> ids) {
        Sources.Removal goes = open.sources().removal(ids);
        if (!dry) {
            open.sources().remove(ids);
        }
        if (json()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("sources", ids.size());
            row.put("ratings", goes.ratings());
            row.put("codings", goes.codings());
            row.put("assignments", goes.assignments());
            row.put("removed", !dry);
            JsonOut.print(out(), row);
            return;
        }
        out().println(
                        Words.counted(ids.size(), "source")
                                + " with "
                                + Words.counted(goes.ratings(), "rating")
                                + ", "
                                + Words.counted(goes.codings(), "coding")
                                + " and "
                                + Words.counted(goes.assignments(), "assignment")
                                + (open.rounds().list().stream().anyMatch(Round::sealed)
                                        ? " that you can see, and what others did in a sealed"
                                                + " round,"
                                        : "")
                                + (dry
                                        ? "; nothing was taken out (--dry-run)."
                                        : " taken out; “concord undo” brings all back."));
    }

    private void list(Study open, Set<SourceId> only) {
        List<SourceSummary> shown =
                open.sources().overview(Optional.empty()).stream()
                        .filter(s -> only.isEmpty() || only.contains(s.source().id()))
                        .toList();
        if (json()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (SourceSummary each : shown) {
                Source source = each.source();
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("key", source.key());
                row.put("kind", kind(source));
                row.put("title", source.title());
                row.put("words", source.words());
                row.put("turns", source.turns());
                row.put("units", each.units());
                row.put("codings", each.codings());
                row.put("cases", each.cases());
                row.put("excluded", source.excluded());
                rows.add(row);
            }
            JsonOut.print(out(), rows);
            return;
        }
        if (shown.isEmpty()) {
            out().println("There are no sources yet; “concord import” brings some.");
            return;
        }
        TextTable table =
                new TextTable("Key", "Kind", ">Words", ">Turns", ">Units", ">Codings", "Left out");
        for (SourceSummary each : shown) {
            Source source = each.source();
            table.row(
                    source.key(),
                    kind(source),
                    source.words(),
                    source.turns(),
                    each.units(),
                    each.codings(),
                    source.excluded());
        }
        table.print(out());
    }

    private static String kind(Source source) {
        return source.kind().name().toLowerCase(Locale.ROOT);
    }
}
