package org.concordqda.cli;

import org.concordqda.job.Progress;
import org.concordqda.study.ReportOptions;
import org.concordqda.study.Reports;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

@Command(
        name = "report",
        description = "Write agreement.xlsx and summary.xlsx, each sheet of numbers also as CSV.",
        mixinStandardHelpOptions = true)
final class ReportCommand extends StudyCommand {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "Where to write.")
    private @Nullable Path out;

    @Override
    int run(Study open) {
        List<Path> files =
                open.reports()
                        .both(Objects.requireNonNull(out), ReportOptions.DEFAULT)
                        .run(Progress.NONE);
        List<Path> left = Reports.left(files);
        if (json()) {
            JsonOut.print(
                    out(),
                    Map.of(
                            "files",
                            files.stream().map(Path::toString).toList(),
                            "left",
                            left.stream().map(Path::toString).toList()));
        } else {
            files.forEach(file -> out().println("Wrote " + file));
            left.forEach(file -> out().println("Left as it was, not written now: " + file));
        }
        return 0;
    }
}
