package org.concordqda.cli;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.job.Progress;
import org.concordqda.study.Agreements;
import org.concordqda.study.ReportOptions;
import org.concordqda.study.ScriptedStudy;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Builds a study from a folder with a `study.yaml`, prints its agreement and writes both workbooks.
@Command(
        name = "sample",
        description =
                "Build the study that a folder's study.yaml describes, print its agreement and"
                        + " write both workbooks.",
        mixinStandardHelpOptions = true)
public final class SampleCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FOLDER", description = "Holds study.yaml and its files.")
    private @Nullable Path folder;

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "Where the study and the workbooks go.")
    private @Nullable Path out;

    @Option(names = "--only-build", description = "Only build the study, if it is not there.")
    private boolean onlyBuild;

    @Spec private @Nullable CommandSpec spec;

    /// The study file that this command builds in a folder.
    public static Path study(Path out) {
        return out.resolve("sample.concord");
    }

    @Override
    public Integer call() throws java.io.IOException {
        PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
        Path to = Objects.requireNonNull(out);
        Files.createDirectories(to);
        Path file = study(to);
        try (Study study =
                Files.exists(file)
                        ? Study.open(file)
                        : ScriptedStudy.build(
                                Objects.requireNonNull(folder), file, Progress.NONE)) {
            if (onlyBuild) {
                return 0;
            }
            AgreementText.print(
                    print,
                    study.agreements()
                            .compute(
                                    new Agreements.Request(
                                            java.util.List.of(),
                                            java.util.List.of(),
                                            MatrixOptions.DEFAULT,
                                            AgreementOptions.DEFAULT),
                                    Progress.NONE),
                    false,
                    AgreementOptions.DEFAULT.intervalName());
            study.reports()
                    .both(to, ReportOptions.DEFAULT)
                    .run(Progress.NONE)
                    .forEach(f -> print.println("Wrote " + f));
        }
        print.println("The sample study is " + file);
        print.println(
                "Open the desk on it, on a machine with a display, with: bin/concord " + file);
        print.flush();
        return 0;
    }
}
