package org.concordqda.cli;

import org.concordqda.model.Code;
import org.concordqda.model.Codebook;
import org.concordqda.model.CodebookChange;
import org.concordqda.model.Dimension;
import org.concordqda.study.CodeUse;
import org.concordqda.study.CodeUses;
import org.concordqda.study.CodebookStale;
import org.concordqda.study.CodebookVersions;
import org.concordqda.study.Codebooks;
import org.concordqda.study.Study;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// `concord codebook … STUDY`: reads and changes the codebook through the services the desk uses.
@Command(
        name = "codebook",
        description = "Read and change the codebook: codes, dimensions, versions.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CodebookCommand.Show.class,
            CodebookEdits.Add.class,
            CodebookEdits.AddDimension.class,
            CodebookEdits.Rename.class,
            CodebookEdits.SetField.class,
            CodebookDimensionCommand.class,
            CodebookCheckCommand.class,
            CodebookEdits.Move.class,
            CodebookMerges.Merge.class,
            CodebookMerges.Split.class,
            CodebookEdits.Retire.class,
            CodebookEdits.Remove.class,
            CodebookCommand.Cut.class,
            CodebookCommand.Versions.class,
            CodebookCommand.Diff.class,
            CodebookCommand.Stale.class,
            CodebookCommand.Use.class
        })
final class CodebookCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        throw new CommandLine.ParameterException(
                line,
                "Say what to do with the codebook: "
                        + String.join(", ", line.getSubcommands().keySet())
                        + ".");
    }

    @Command(
            name = "show",
            description = "The tree of dimensions and codes, and how often each is used.",
            mixinStandardHelpOptions = true)
    static final class Show extends StudyCommand {
        @Option(
                names = "--version",
                paramLabel = "N",
                description = "A version as it was cut; default: the draft.")
        private String version = "draft";

        @Override
        int run(Study open) {
            Codebook book = open.codebooks().asCut(new CodebookVersions(open).number(version));
            Map<org.concordqda.model.CodeId, CodeUses.Count> counts = new CodeUses(open).counts();
            Map<org.concordqda.model.CodeId, Integer> stale = new CodebookStale(open).counts();
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (Dimension d : book.dimensions()) {
                if (!json()) {
                    out().printf(
                                    "%s (%s; asked of a %s, %s)%n",
                                    d.name(),
                                    d.key(),
                                    Words.of(d.scope()),
                                    Words.of(d.choice()).equals("one")
                                            ? "one value"
                                            : "several values");
                }
                for (Code root : d.codes()) {
                    show(d, root, 1, counts, stale, rows);
                }
            }
            if (json()) {
                JsonOut.print(out(), rows);
            }
            return 0;
        }

        private void show(
                Dimension d,
                Code c,
                int level,
                Map<org.concordqda.model.CodeId, CodeUses.Count> counts,
                Map<org.concordqda.model.CodeId, Integer> stale,
                List<Map<String, @Nullable Object>> rows) {
            CodeUses.Count n = counts.getOrDefault(c.id(), CodeUses.Count.NONE);
            int old = stale.getOrDefault(c.id(), 0);
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("dimension", d.name());
            row.put("id", c.id().value());
            row.put("key", c.key());
            row.put("path", d.path(c.id()).orElse(c.name()));
            row.put("name", c.name());
            row.put("aliases", c.aliases());
            row.put("definition", c.definition());
            row.put("include", c.include());
            row.put("exclude", c.exclude());
            row.put("colour", c.colour());
            row.put("retired", c.retired());
            row.put("ratings", n.ratings());
            row.put("codings", n.codings());
            row.put("byCoder", n.byCoder());
            row.put("stale", old);
            rows.add(row);
            if (!json()) {
                out().println(
                                "  ".repeat(level)
                                        + c.name()
                                        + (n.all() == 0 ? "" : "  " + n.all())
                                        + (old == 0 ? "" : "  (" + old + " under an older meaning)")
                                        + (c.retired() ? "  (retired)" : ""));
            }
            c.children().forEach(child -> show(d, child, level + 1, counts, stale, rows));
        }
    }

    @Command(
            name = "cut",
            description = "Cut a version from the draft.",
            mixinStandardHelpOptions = true)
    static final class Cut extends StudyCommand {
        @Option(names = "--note", paramLabel = "TEXT", description = "What the version is for.")
        private String note = "";

        @Override
        int run(Study open) {
            var id = open.codebooks().cut(note);
            int number =
                    open.codebooks().versions().stream()
                            .filter(v -> v.id().equals(id))
                            .findFirst()
                            .orElseThrow()
                            .number();
            if (json()) {
                JsonOut.print(out(), Map.of("version", number));
            } else {
                out().println("Codebook version " + number + " was cut.");
            }
            return 0;
        }
    }

    @Command(
            name = "versions",
            description = "The versions cut, newest first.",
            mixinStandardHelpOptions = true)
    static final class Versions extends StudyCommand {
        @Override
        int run(Study open) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (Codebooks.VersionInfo v : open.codebooks().versions()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("version", v.number());
                row.put("cut", v.cut().orElse(null));
                row.put("note", v.note());
                List<String> rounds =
                        open.rounds().list().stream()
                                .filter(r -> r.version().equals(v.id()))
                                .map(org.concordqda.model.Round::name)
                                .toList();
                row.put("rounds", rounds);
                rows.add(row);
                if (!json()) {
                    out().printf(
                                    "%5s  %-24s %s  %s%n",
                                    v.number() == 0 ? "draft" : "" + v.number(),
                                    v.cut().orElse(""),
                                    v.note(),
                                    String.join(", ", rounds));
                }
            }
            if (json()) {
                JsonOut.print(out(), rows);
            }
            return 0;
        }
    }

    @Command(
            name = "diff",
            description = "What changed from one version to another (a number, or draft).",
            mixinStandardHelpOptions = true)
    static final class Diff extends StudyCommand {
        @Parameters(index = "1", paramLabel = "OLD", description = "The older version.")
        private String old = "";

        @Parameters(
                index = "2",
                arity = "0..1",
                paramLabel = "NEW",
                description = "The newer version; default: the draft.")
        private String now = "draft";

        @Option(names = "--markdown", description = "Print Markdown.")
        private boolean markdown;

        @Override
        int run(Study open) {
            if (markdown && json()) {
                throw usage("--markdown and --json exclude each other.");
            }
            CodebookVersions versions = new CodebookVersions(open);
            List<CodebookChange> changes =
                    versions.diff(versions.number(old), versions.number(now));
            if (json()) {
                JsonOut.print(out(), changes.stream().map(CodebookText::json).toList());
            } else {
                CodebookText.print(out(), changes, markdown);
            }
            return 0;
        }
    }

    @Command(
            name = "stale",
            description =
                    "Ratings and passages made under an older meaning, and what changed since; --confirm"
                            + " says that one's own still hold.",
            mixinStandardHelpOptions = true)
    static final class Stale extends StudyCommand {
        @Option(names = "--code", paramLabel = "CODE", description = "Of one code only.")
        private @Nullable String code;

        @Option(
                names = "--confirm",
                description = "Write the acting coder's own under the codebook as it is now.")
        private boolean confirm;

        @Override
        int run(Study open) {
            CodebookStale service = new CodebookStale(open);
            Codebook draft = open.codebooks().draft();
            List<CodeUse> uses =
                    code == null ? service.list() : service.of(Codebooks.coded(draft, code).id());
            if (confirm) {
                int done = service.confirm(uses.stream().filter(CodeUse::open).toList());
                if (json()) {
                    JsonOut.print(out(), Map.of("confirmed", done, "left", uses.size() - done));
                } else {
                    out().printf(
                                    "%d still hold; %d are not yours to say.%n",
                                    done, uses.size() - done);
                }
                return 0;
            }
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            TextTable table =
                    new TextTable("code", "source", "unit", "coder", "round", ">version", "text");
            Map<CodebookStale.Made, List<CodebookChange>> since = service.since(uses);
            for (CodeUse use : uses) {
                Map<String, @Nullable Object> row = CodebookText.json(draft, use);
                row.put(
                        "since",
                        since.getOrDefault(CodebookStale.Made.of(use), List.of()).stream()
                                .map(CodebookText::json)
                                .toList());
                rows.add(row);
                table.row(
                        open.codebooks().name(use.code()),
                        use.key(),
                        use.unit(),
                        use.coderName(),
                        use.roundName(),
                        use.version(),
                        CodebookText.brief(use.words()));
            }
            if (json()) {
                JsonOut.print(out(), rows);
            } else if (uses.isEmpty()) {
                out().println("Everything was made under the codebook’s present meaning.");
            } else {
                table.print(out());
                CodebookText.since(out(), since);
            }
            return 0;
        }
    }

    @Command(
            name = "use",
            description = "Let an open round ask the codebook as it is now.",
            mixinStandardHelpOptions = true)
    static final class Use extends StudyCommand {
        @Option(names = "--round", required = true, paramLabel = "NAME", description = "The round.")
        private String round = "";

        @Override
        int run(Study open) {
            var found = Named.round(open, round);
            new CodebookVersions(open).adopt(found.id());
            int number = open.codebooks().version(open.rounds().get(found.id()).version()).number();
            if (json()) {
                JsonOut.print(out(), Map.of("round", found.name(), "version", number));
            } else {
                out().println(found.name() + " asks codebook version " + number + ".");
            }
            return 0;
        }
    }
}
