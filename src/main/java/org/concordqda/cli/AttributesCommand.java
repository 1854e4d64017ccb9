package org.concordqda.cli;

import org.concordqda.analysis.Printed;
import org.concordqda.model.Attribute.Of;
import org.concordqda.model.AttributeMapping;
import org.concordqda.model.AttributeMapping.Preview;
import org.concordqda.study.Reports;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

@Command(
        name = "attributes",
        description =
                "Read attributes of sources or cases (participants, repositories) from a table, or"
                        + " without FILE print those of the study.",
        mixinStandardHelpOptions = true)
final class AttributesCommand extends StudyCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "CSV or XLSX, a row per source or case.")
    private @Nullable Path file;

    @Option(
            names = "--of",
            paramLabel = "WHAT",
            description = "What a row is: source or case (default: told by the table).")
    private @Nullable String of;

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            description = "The column that names the source or case (default: told by the table).")
    private @Nullable String key;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Kind of the cases: participant, repository … (default: the key's name).")
    private @Nullable String kind;

    @Option(names = "--skip", paramLabel = "COLUMN", description = "Leave a column out.")
    private List<String> skipped = new ArrayList<>();

    @Option(
            names = "--link",
            description =
                    "Put into each case the transcript whose title has its number (P3,"
                            + " Interview-03).")
    private boolean link;

    @Option(names = "--dry-run", description = "Print what would be stored; store nothing.")
    private boolean dryRun;

    @Option(names = "--csv", description = "Without FILE: print CSV.")
    private boolean csv;

    @Override
    int run(Study open) {
        if (file == null) {
            Reports.print(
                    cases() ? open.reports().cases() : open.reports().sources(Set.of()),
                    json() ? Printed.JSON : csv ? Printed.CSV : Printed.TEXT,
                    out());
            return 0;
        }
        AttributeMapping mapping = mapping(open, file);
        Preview preview =
                dryRun
                        ? open.imports().attributePreview(file, mapping)
                        : open.imports().attributes(file, mapping);
        if (json()) {
            JsonOut.print(out(), json(mapping, preview));
        } else {
            print(mapping, preview);
        }
        return 0;
    }

    private boolean cases() {
        if (of != null && !Set.of("source", "case").contains(of.toLowerCase(Locale.ROOT))) {
            throw usage("--of is source or case, not “" + of + "”.");
        }
        return "case".equalsIgnoreCase(of);
    }

    private AttributeMapping mapping(Study open, Path table) {
        boolean cases = cases();
        AttributeMapping guess = open.imports().attributeMapping(table);
        Of what = of == null ? guess.of() : cases ? Of.CASE : Of.SOURCE;
        String column = key == null ? guess.key() : key;
        String kindOfCase =
                kind != null
                        ? kind.strip()
                        : key == null && !guess.kind().isEmpty()
                                ? guess.kind()
                                : AttributeMapping.kindOf(column);
        return new AttributeMapping(what, kindOfCase, column, new HashSet<>(skipped), link);
    }

    private void print(AttributeMapping mapping, Preview p) {
        boolean cases = mapping.of() == Of.CASE;
        out().printf(
                        "%d rows; key is “%s”: %d %s in the study",
                        p.rows(),
                        mapping.key(),
                        p.matched(),
                        cases ? "of " + mapping.kind() + "s" : "of sources");
        if (cases) {
            out().printf(", %d new", p.added());
        }
        out().println(dryRun ? "; nothing was stored." : ".");
        for (AttributeMapping.Column c : p.columns()) {
            out().printf(
                            "  %s (%s%s): %d values, as “%s”%n",
                            c.name(),
                            c.type().word(),
                            c.fresh() ? ", new" : "",
                            c.values(),
                            c.example());
        }
        if (!p.unmatched().isEmpty()) {
            out().println("No source is named: " + String.join(", ", p.unmatched()) + ".");
        }
        if (cases && !p.links().isEmpty()) {
            out().println(
                            link
                                    ? "Sources put into their cases:"
                                    : "Sources that seem to belong to them (--link puts them in):");
            p.links().forEach(l -> out().printf("  %s ← %s%n", l.name(), l.source()));
        }
        p.notes().forEach(out()::println);
        p.wrong().forEach(out()::println);
    }

    private static Map<String, Object> json(AttributeMapping mapping, Preview p) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("of", mapping.of().word());
        result.put("kind", mapping.kind());
        result.put("key", mapping.key());
        result.put("rows", p.rows());
        result.put("matched", p.matched());
        result.put("added", p.added());
        result.put(
                "columns",
                p.columns().stream()
                        .map(
                                c -> {
                                    Map<String, Object> one = new LinkedHashMap<>();
                                    one.put("name", c.name());
                                    one.put("type", c.type().word());
                                    one.put("new", c.fresh());
                                    one.put("values", c.values());
                                    return one;
                                })
                        .toList());
        result.put("unmatched", p.unmatched());
        result.put("wrong", p.wrong());
        result.put(
                "links",
                p.links().stream()
                        .map(l -> Map.of("case", l.name(), "source", l.source()))
                        .toList());
        result.put("notes", p.notes());
        return result;
    }
}
