package org.concordqda.study;

import org.concordqda.model.Approach;
import org.concordqda.model.Check;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.Reliability;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scale;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.Special;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A study whose form has everything a form can have: special values, *Other*, a tree, two hundred values,
/// conditions, checks, values carried over, long names; two coders in a blind round.
public final class FormStudies {
    /// A name of 120 characters, an emoji among them.
    public static final String LONG =
            "A value whose name somebody wrote as a whole sentence 😕 because the guideline said so,"
                    + " and nobody ever made it shorter";

    private FormStudies() {}

    static Code code(String name, Special special, String definition, Code... children) {
        return new Code(
                new CodeId(0),
                "",
                name.toLowerCase(Locale.ROOT).replace(' ', '-'),
                name,
                List.of(),
                definition,
                definition.isEmpty() ? "" : "the text names it.",
                definition.isEmpty() ? "" : "it is only likely.",
                definition.isEmpty() ? "" : "“It has been like this since the update.”",
                definition.isEmpty() ? "" : "“Maybe it is the driver.”",
                "",
                "",
                special,
                false,
                false,
                List.of(children));
    }

    static Code code(String name) {
        return code(name, Special.ORDINARY, "");
    }

    static Dimension dimension(
            String name,
            Choice choice,
            boolean carried,
            Optional<Condition> when,
            List<Check> checks,
            Code... codes) {
        return new Dimension(
                new DimensionId(0),
                "",
                name.toLowerCase(Locale.ROOT).replace(' ', '-'),
                name,
                List.of(),
                "",
                Scope.UNIT,
                choice,
                Scale.NOMINAL,
                Set.of(),
                when,
                carried,
                Reliability.MEASURED,
                "",
                "",
                checks,
                List.of(codes));
    }

    /// Makes the study; “Coder A” acts.
    public static Study make(Path folder) {
        return make(folder, 0);
    }

    /// Makes the study with so many more questions below, of one to twelve values each.
    public static Study make(Path folder, int more) {
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(
                dimension(
                        "Framework",
                        Choice.ONE,
                        true,
                        Optional.empty(),
                        List.of(),
                        code("TensorFlow"),
                        code("PyTorch"),
                        code("Other", Special.OTHER, "")));
        dimensions.add(
                dimension(
                        "Stage",
                        Choice.ONE,
                        false,
                        Optional.empty(),
                        List.of(
                                new Check(
                                        "training",
                                        "framework",
                                        List.of("pytorch"),
                                        "Training with PyTorch is rare here: look again.")),
                        code("Environment", Special.ORDINARY, "Drivers, libraries, devices."),
                        code(
                                "Training",
                                Special.ORDINARY,
                                "How the model is trained: loss, optimiser, schedule, and everything"
                                        + " that is decided while it learns, for example the batch"
                                        + " size or the number of epochs."),
                        code(LONG, Special.ORDINARY, "Long."),
                        code("Not applicable", Special.NOT_APPLICABLE, "No stage at all."),
                        code("Not mentioned", Special.NOT_MENTIONED, ""),
                        code("Unsure", Special.UNSURE, "")));
        dimensions.add(
                dimension(
                        "Cause",
                        Choice.ONE,
                        false,
                        Optional.of(new Condition("stage", List.of("environment"))),
                        List.of(),
                        code("Device", Special.ORDINARY, "", code("Memory"), code("Driver")),
                        code("Library")));
        dimensions.add(
                dimension(
                        "Symptom",
                        Choice.MANY,
                        false,
                        Optional.empty(),
                        List.of(),
                        code("Crash"),
                        code("Hang"),
                        code("Slow"),
                        code("Unsure", Special.UNSURE, "")));
        dimensions.add(
                dimension(
                        "Component",
                        Choice.ONE,
                        false,
                        Optional.empty(),
                        List.of(),
                        IntStream.rangeClosed(1, 200)
                                .mapToObj(
                                        i ->
                                                code(
                                                        i == 150
                                                                ? "Zebra component"
                                                                : "Component number " + i,
                                                        Special.ORDINARY,
                                                        "What part " + i + " is."))
                                .toArray(Code[]::new)));
        for (int i = 1; i <= more; i++) {
            dimensions.add(
                    dimension(
                            "More " + i,
                            i % 2 == 0 ? Choice.MANY : Choice.ONE,
                            false,
                            Optional.empty(),
                            List.of(),
                            IntStream.rangeClosed(1, i)
                                    .mapToObj(v -> code("Value " + v))
                                    .toArray(Code[]::new)));
        }
        Study study =
                Study.create(
                        folder.resolve("form.concord"),
                        new Study.Start(
                                "Form",
                                Approach.CODEBOOK,
                                "Coder A",
                                List.of(new ImportedCodebook("", "Form", "", "", "", dimensions))));
        DeskStudies.add(
                study,
                DeskStudies.issue(
                        "mask-kit/maskrcnn#1938",
                        "Training crashes after cuDNN update",
                        "bug",
                        DeskStudies.BODY,
                        "Which GPU?"));
        DeskStudies.add(
                study,
                DeskStudies.issue(
                        "gan-zoo/pix2pix#55", "Out of memory", "bug", "It does not fit."));
        study.coders().add("Coder B", CoderKind.PERSON);
        RoundId round = study.rounds().open("Pilot", true);
        study.rounds()
                .assign(
                        round,
                        study.sources().list().stream().map(Source::id).toList(),
                        study.coders().list().stream().map(c -> c.id()).toList());
        return study;
    }
}
