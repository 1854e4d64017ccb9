package org.concordqda.cli;

import org.concordqda.job.Cancelled;
import org.concordqda.model.ConcordException;
import org.concordqda.model.RatingsReport.Unknown;
import org.concordqda.model.UnknownValuesException;
import org.concordqda.study.Version;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The command `concord` with its sub-commands. Exit codes: 0 fine, 1 refused or failed with a sentence on
/// standard error, 2 wrong usage.
@Command(
        name = "concord",
        description = "Qualitative analysis for software engineering research.",
        versionProvider = Main.Versions.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            NewCommand.class,
            ImportCommand.class,
            RatingsCommand.class,
            CodebookCommand.class,
            CoderCommand.class,
            RoundCommand.class,
            StatusCommand.class,
            FindCommand.class,
            CodeCommand.class,
            RateCommand.class,
            AutoCodeCommand.class,
            LogCommand.class,
            UndoCommand.class,
            RedoCommand.class,
            AgreementCommand.class,
            AgreeCommand.class,
            CompareCommand.class,
            TableCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            MemoCommand.class,
            SourcesCommand.class,
            AttributesCommand.class,
            CaseCommand.class,
            CheckCommand.class,
            CorrectCommand.class,
            SampleCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /// Runs a command line in this process.
    ///
    /// @return the exit code
    public static int run(String... args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try {
            return commandLine(out, err).execute(args);
        } catch (OutOfMemoryError e) {
            err.printf(
                    Locale.ROOT,
                    "%,d MB of memory are not enough for this; nothing of it was stored. Give Java"
                            + " more, as in JAVA_OPTS=-Xmx8g.%n",
                    Runtime.getRuntime().maxMemory() >> 20);
            return 1;
        }
    }

    /// Says how to go on where the desk was asked for and there is no display.
    public static int noDisplay() {
        System.err.println(
                "There is no display to open the desk on. The command line does the same work"
                        + " without one: see “concord --help”.");
        return 1;
    }

    /// The command line with its output going where a test can read it.
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        Numbers.teach(line);
        line.setExecutionExceptionHandler((e, command, parsed) -> explain(e, command));
        return line;
    }

    @Override
    public void run() {
        java.util.Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
    }

    /// The one place where an error becomes a sentence and an exit code.
    private static int explain(Exception e, CommandLine command) {
        PrintWriter err = command.getErr();
        switch (e) {
            case UnknownValuesException u -> {
                err.println(u.getMessage());
                for (Unknown value : u.unknown()) {
                    err.printf(
                            "  %s: “%s” (%d×); nearest: %s%n",
                            value.dimension(),
                            value.value(),
                            value.count(),
                            String.join(" · ", value.nearest()));
                }
                err.println(
                        "Say what they mean with --map OLD=NEW, or make them codes with --unknown"
                                + " add.");
            }
            case ConcordException c -> err.println(c.getMessage());
            case Cancelled c -> err.println("Cancelled; nothing of it was stored.");
            case IllegalArgumentException i when i.getMessage() != null ->
                    err.println(i.getMessage());
            default -> {
                LoggerFactory.getLogger(Main.class).error("Unexpected", e);
                err.println(
                        "Something went wrong that should not have ("
                                + e
                                + "). What was stored before is safe.");
            }
        }
        err.flush();
        return 1;
    }

    /// Says which Concord this is.
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.PROGRAM, "Java " + System.getProperty("java.version")};
        }
    }
}
