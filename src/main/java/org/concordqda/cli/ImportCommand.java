package org.concordqda.cli;

import org.concordqda.job.Progress;
import org.concordqda.model.ImportProblem;
import org.concordqda.model.ImportReport;
import org.concordqda.study.Study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

@Command(
        name = "import",
        description = "Import transcripts and issues; what is there already is recognised.",
        mixinStandardHelpOptions = true)
final class ImportCommand extends StudyCommand {
    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE|FOLDER",
            description = "What to read.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "transcript, issue or auto (default).")
    private String kind = "auto";

    @Override
    int run(Study open) {
        String wanted = kind.toLowerCase(Locale.ROOT);
        if (!List.of("auto", "transcript", "issue").contains(wanted)) {
            throw usage("--kind is transcript, issue or auto, not “" + kind + "”.");
        }
        ImportReport report = open.imports().sources(files, wanted, Progress.NONE);
        if (json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("added", report.added());
            result.put("filled", report.filled());
            result.put("unchanged", report.unchanged().size());
            result.put("different", report.different());
            result.put("leftOut", report.leftOut());
            result.put(
                    "problems", report.problems().stream().map(ImportProblem::sentence).toList());
            result.put("notes", report.notes());
            JsonOut.print(out(), result);
        } else {
            print(report);
        }
        report.problems().forEach(p -> err().println(p.sentence()));
        err().flush();
        return report.problems().isEmpty() ? 0 : 1;
    }

    private void print(ImportReport report) {
        out().printf("%d sources added", report.added().size());
        if (!report.filled().isEmpty()) {
            out().printf(", %d filled that had no text", report.filled().size());
        }
        if (!report.unchanged().isEmpty()) {
            out().printf(", %d were there already and are unchanged", report.unchanged().size());
        }
        out().println(".");
        report.leftOut().forEach((what, n) -> out().printf("Left out: %d × %s.%n", n, what));
        for (String key : report.different()) {
            out().printf("%s is in the study with another text; it was kept as it is.%n", key);
        }
        report.notes().forEach(out()::println);
        if (!report.changed() && report.problems().isEmpty()) {
            out().println("Nothing changed.");
        }
    }
}
