package org.concordqda.cli;

import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/// What every command on a study shares: the file, who acts, text or JSON.
abstract class StudyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "STUDY", description = "The study file (NAME.concord).")
    private @Nullable Path study;

    @Option(
            names = "--as",
            paramLabel = "CODER",
            description = "Who acts; default: the study's only person.")
    private @Nullable String as;

    @Option(names = "--json", description = "Print machine-readable results.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (Study open = Study.open(file(Objects.requireNonNull(study)))) {
            if (as != null) {
                open.actAs(as);
            }
            return run(open);
        } finally {
            out().flush();
        }
    }

    /// Does the command on the open study; the exit code.
    abstract int run(Study open);

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return line().getOut();
    }

    PrintWriter err() {
        return line().getErr();
    }

    /// The command line this runs on.
    CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }

    CommandLine.ParameterException usage(String sentence) {
        return new CommandLine.ParameterException(line(), sentence);
    }

    /// The ending may be left off.
    static Path file(Path given) {
        Path full = given.resolveSibling(given.getFileName() + ".concord");
        return !Files.exists(given) && Files.exists(full) ? full : given;
    }
}
