package org.concordqda.cli;

import org.concordqda.analysis.Printed;
import org.concordqda.analysis.Table;
import org.concordqda.study.Reports;
import org.concordqda.study.Study;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `concord export ratings|codings|codebook|decisions STUDY`: one tidy table on standard output.
@Command(
        name = "export",
        description = "Print ratings, codings, the codebook or the differences as one tidy table.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ExportCommand.Ratings.class,
            ExportCommand.Codings.class,
            ExportCommand.Codebook.class,
            ExportCommand.Decisions.class
        })
final class ExportCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
        throw new CommandLine.ParameterException(
                line, "Say what to export: ratings, codings, codebook or decisions.");
    }

    /// What the four have in common.
    abstract static class One extends StudyCommand {
        @Option(names = "--csv", description = "Print CSV (the default).")
        private boolean csv;

        abstract Table table(Study open);

        @Override
        int run(Study open) {
            if (csv && json()) {
                throw usage("--csv and --json exclude each other.");
            }
            Reports.print(table(open), json() ? Printed.JSON : Printed.CSV, out());
            return 0;
        }
    }

    @Command(
            name = "ratings",
            description = "Every rating, one code per row.",
            mixinStandardHelpOptions = true)
    static final class Ratings extends One {
        @Override
        Table table(Study open) {
            return open.reports().ratings();
        }
    }

    @Command(
            name = "codings",
            description = "Every coding with its quote; positions in code points.",
            mixinStandardHelpOptions = true)
    static final class Codings extends One {
        @Override
        Table table(Study open) {
            return open.reports().codings();
        }
    }

    @Command(
            name = "codebook",
            description =
                    "The codebook as it is now, one code per row; --yaml as a file to load again.",
            mixinStandardHelpOptions = true)
    static final class Codebook extends One {
        @Option(names = "--yaml", description = "Print YAML that “concord new --codebook” reads.")
        private boolean yaml;

        @Override
        int run(Study open) {
            if (yaml) {
                out().print(open.codebooks().yaml());
                return 0;
            }
            return super.run(open);
        }

        @Override
        Table table(Study open) {
            return open.reports().codebook();
        }
    }

    @Command(
            name = "decisions",
            description = "Every unit on which coders differ, and how it was settled.",
            mixinStandardHelpOptions = true)
    static final class Decisions extends One {
        @Override
        Table table(Study open) {
            return open.reports().decisions();
        }
    }
}
