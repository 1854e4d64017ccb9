package org.concordqda.study;

import org.concordqda.intake.StudyScriptReader;
import org.concordqda.intake.TableReader;
import org.concordqda.job.Progress;
import org.concordqda.model.Approach;
import org.concordqda.model.Code;
import org.concordqda.model.Codebook;
import org.concordqda.model.CoderKind;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportReport;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.StudyScript;
import org.concordqda.model.StudyScript.Step;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Builds a study from a folder with a `study.yaml` that says the steps: the sample study is one. Every
/// step goes through the same services as the window and the command line.
public final class ScriptedStudy {
    private final Path folder;
    private final Progress progress;

    private ScriptedStudy(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /// Builds the study and leaves it open.
    ///
    /// @param folder holds `study.yaml` and the files it names
    /// @param to the study file to make
    /// @throws ConcordException when a step fails; the half-built file is removed
    public static Study build(Path folder, Path to, Progress progress) {
        StudyScript script = StudyScriptReader.read(folder.resolve("study.yaml"));
        List<Step> steps = script.steps();
        if (steps.isEmpty() || !steps.getFirst().kind().equals("new")) {
            throw new ConcordException(folder + "/study.yaml does not begin with the step “new”.");
        }
        ScriptedStudy builder = new ScriptedStudy(folder, progress);
        Study study = begin(steps.getFirst(), to);
        boolean done = false;
        try {
            for (int i = 1; i < steps.size(); i++) {
                progress.check();
                progress.report((double) i / steps.size(), "Building: " + steps.get(i).kind());
                builder.step(study, steps.get(i));
            }
            done = true;
            return study;
        } finally {
            if (!done) {
                study.close();
                remove(to);
            }
        }
    }

    private static Study begin(Step step, Path to) {
        List<String> coders = step.texts("coders");
        Study study =
                Study.create(
                        to,
                        new Study.Start(
                                step.text("name"),
                                Approach.valueOf(
                                        step.text("approach")
                                                .toUpperCase(Locale.ROOT)
                                                .replace(' ', '_')),
                                coders.getFirst(),
                                step.texts("codebooks").stream()
                                        .map(CodebookFiles::read)
                                        .toList()));
        coders.stream().skip(1).forEach(name -> study.coders().add(name, CoderKind.PERSON));
        return study;
    }

    private void step(Study study, Step step) {
        switch (step.kind()) {
            case "import" -> {
                ImportReport report =
                        study.imports()
                                .sources(
                                        step.texts("paths").stream().map(folder::resolve).toList(),
                                        step.text("kind"),
                                        progress);
                if (!report.problems().isEmpty()) {
                    throw new ConcordException(report.problems().getFirst().sentence());
                }
            }
            case "attributes" -> AttributesImport.run(study, table(step.text("file")));
            case "cut-version" -> study.codebooks().cut(step.text("note"));
            case "edit-code" -> edit(study, step);
            case "ratings" ->
                    study.imports()
                            .ratings(
                                    folder.resolve(step.text("file")),
                                    step.map("sheets"),
                                    Optional.of(step.text("coder")).filter(c -> !c.isEmpty()),
                                    new RatingsImport.Options(
                                            step.text("round"),
                                            List.of(step.text("unit").split(",")),
                                            step.map("dimensions"),
                                            step.map("values"),
                                            step.text("unknown").equals("add"),
                                            step.flag("byOrder")),
                                    progress);
            case "codings" -> CodingsImport.run(study, table(step.text("file")), progress);
            default ->
                    throw new ConcordException(
                            "study.yaml: there is no step “" + step.kind() + "”.");
        }
    }

    private static void edit(Study study, Step step) {
        Codebook draft = study.codebooks().draft();
        Dimension dimension = Codebooks.named(draft, step.text("dimension"));
        Code code =
                dimension.allCodes().stream()
                        .filter(c -> c.key().equals(step.text("code")))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ConcordException(
                                                "study.yaml: "
                                                        + dimension.name()
                                                        + " has no code "
                                                        + step.text("code")));
        study.codebooks()
                .edit(
                        code.id(),
                        step.text("field"),
                        step.text("text"),
                        step.text("change").equals("meaning"),
                        step.text("reason"));
    }

    private ImportedTable table(String file) {
        return Objects.requireNonNull(TableReader.read(folder.resolve(file), progress).getFirst());
    }

    private static void remove(Path file) {
        try {
            java.nio.file.Files.deleteIfExists(file);
        } catch (java.io.IOException e) {
            org.slf4j.LoggerFactory.getLogger(ScriptedStudy.class).warn("Left over: {}", file, e);
        }
    }
}
