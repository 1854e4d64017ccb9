package org.concordqda.cli;

import org.concordqda.job.Progress;
import org.concordqda.model.ImportChoices;
import org.concordqda.model.ImportProblem;
import org.concordqda.model.ImportReport;
import org.concordqda.model.SourceKind;
import org.concordqda.model.SpeakerChoice;
import org.concordqda.study.StagedImport;
import org.concordqda.study.Study;
import org.concordqda.text.Words;

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

    @Option(
            names = "--dry-run",
            description =
                    "Print what would come in (speakers, what is here already); store nothing.")
    private boolean dryRun;

    @Option(
            names = "--speaker",
            paramLabel = "OLD=NEW",
            description =
                    "Call a speaker NEW in every transcript; two labels of one name are one speaker.")
    private List<String> speakers = new ArrayList<>();

    @Option(
            names = "--accept-speaker",
            paramLabel = "NAME",
            description =
                    "This label is a speaker, though it stands there only once; --dry-run lists what was"
                            + " not taken.")
    private List<String> accepted = new ArrayList<>();

    @Option(
            names = "--reject-speaker",
            paramLabel = "NAME",
            description = "This label is no speaker: its turns go to whoever spoke before.")
    private List<String> rejected = new ArrayList<>();

    @Option(
            names = "--interviewer",
            paramLabel = "NAME",
            description = "This speaker asks; turns of interviewers can be left out of counts.")
    private List<String> interviewers = new ArrayList<>();

    @Option(
            names = "--include-pull-requests",
            description = "Take pull requests too; they are left out otherwise.")
    private boolean pullRequests;

    @Option(
            names = "--changed",
            paramLabel = "WHAT",
            description =
                    "A source that is here with another text: keep (default) what is here, take both,"
                            + " or refresh it; then codings move along. Of two texts in these files the"
                            + " first is stored, unless both are taken.")
    private String changed = "keep";

    @Option(names = "--refresh", description = "The same as --changed refresh.")
    private boolean refresh;

    @Override
    int run(Study open) {
        String wanted = kind.toLowerCase(Locale.ROOT);
        if (!List.of("auto", "transcript", "issue").contains(wanted)) {
            throw usage("--kind is transcript, issue or auto, not “" + kind + "”.");
        }
        if (refresh) {
            changed = "refresh";
        }
        if (!List.of("keep", "both", "refresh").contains(changed.toLowerCase(Locale.ROOT))) {
            throw usage("--changed is keep, both or refresh, not “" + changed + "”.");
        }
        ImportChoices choices =
                new ImportChoices(
                        speakerChoices(),
                        Set.of(),
                        ImportChoices.Changed.valueOf(changed.toUpperCase(Locale.ROOT)));
        try (StagedImport staged =
                open.imports().stage(files, wanted, pullRequests, Progress.NONE)) {
            warnOfStrangers(staged, choices);
            if (dryRun) {
                new PreviewText(staged, choices).print(out(), json());
            } else {
                report(staged.store(choices, Progress.NONE));
            }
            List<ImportProblem> problems = staged.preview().problems();
            problems.forEach(p -> err().println(p.sentence()));
            err().flush();
            return problems.isEmpty() ? 0 : 1;
        }
    }

    private List<SpeakerChoice> speakerChoices() {
        List<SpeakerChoice> choices = new ArrayList<>();
        for (String pair : speakers) {
            int at = pair.indexOf('=');
            if (at <= 0 || at == pair.length() - 1) {
                throw usage("--speaker takes OLD=NEW, not “" + pair + "”.");
            }
            choices.add(SpeakerChoice.rename(pair.substring(0, at), pair.substring(at + 1)));
        }
        accepted.forEach(name -> choices.add(SpeakerChoice.accept(name)));
        rejected.forEach(name -> choices.add(SpeakerChoice.reject(name)));
        interviewers.forEach(
                name -> choices.add(SpeakerChoice.role(name, SpeakerChoice.INTERVIEWER)));
        return choices;
    }

    /// A name that nobody has is most likely mistyped.
    private void warnOfStrangers(StagedImport staged, ImportChoices choices) {
        if (choices.speakers().isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>();
        List<SpeakerChoice> taken =
                choices.speakers().stream().map(c -> SpeakerChoice.accept(c.speaker())).toList();
        for (int i = 0; i < staged.preview().items().size(); i++) {
            staged.preview().items().get(i).speakers().forEach(s -> known.add(Words.key(s.name())));
            staged.untaken(i).forEach(u -> known.add(Words.key(u.name())));
            if (staged.preview().items().get(i).kind() != SourceKind.ISSUE) {
                staged.speakers(i, taken).forEach(s -> known.add(Words.key(s.name())));
            }
        }
        for (SpeakerChoice c : choices.speakers()) {
            boolean named =
                    choices.speakers().stream()
                            .anyMatch(
                                    o ->
                                            o.name()
                                                    .map(Words::key)
                                                    .orElse("")
                                                    .equals(Words.key(c.speaker())));
            if (!known.contains(Words.key(c.speaker())) && !named) {
                err().println("Nobody in these files is labelled “" + c.speaker() + "”.");
            }
        }
    }

    private void report(ImportReport report) {
        if (json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("added", report.added());
            result.put("filled", report.filled());
            result.put("unchanged", report.unchanged().size());
            result.put("twice", report.twice().stream().map(ImportReport.Twice::sentence).toList());
            result.put("different", report.different());
            result.put(
                    "clashing",
                    report.clashing().stream().map(ImportReport.Clash::sentence).toList());
            result.put("refreshed", report.refreshed());
            result.put("leftOut", report.leftOut());
            result.put(
                    "problems", report.problems().stream().map(ImportProblem::sentence).toList());
            result.put("notes", report.notes());
            JsonOut.print(out(), result);
        } else {
            print(report);
        }
    }

    private void print(ImportReport report) {
        out().print(Words.counted(report.added().size(), "source") + " added");
        if (!report.filled().isEmpty()) {
            out().printf(", %d filled that had no text", report.filled().size());
        }
        if (!report.unchanged().isEmpty()) {
            out().print(
                            ", "
                                    + Words.counted(
                                            report.unchanged().size(),
                                            "was there already and is unchanged",
                                            "were there already and are unchanged"));
        }
        if (!report.twice().isEmpty()) {
            out().printf(", %d twice among these files", report.twice().size());
        }
        out().println(".");
        if (!report.refreshed().isEmpty()) {
            out().printf("%d refreshed.%n", report.refreshed().size());
        }
        report.leftOut().forEach((what, n) -> out().printf("Left out: %d × %s.%n", n, what));
        for (String key : report.different()) {
            out().printf(
                            "%s is in the study with another text; it was kept as it is (--refresh takes the new"
                                    + " text).%n",
                            key);
        }
        report.clashing()
                .forEach(c -> out().println(c.sentence() + " (--changed both takes both.)"));
        report.notes().forEach(out()::println);
        if (!report.changed() && report.problems().isEmpty()) {
            out().println("Nothing changed.");
        }
    }
}
