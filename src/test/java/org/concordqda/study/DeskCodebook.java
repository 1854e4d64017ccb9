package org.concordqda.study;

import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.Reliability;
import org.concordqda.model.Scale;
import org.concordqda.model.Scope;
import org.concordqda.model.Special;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The codebook of the study that the desk is tested with.
final class DeskCodebook {
    private DeskCodebook() {}

    static Code code(
            String name, String definition, String include, String exclude, Code... children) {
        return new Code(
                new CodeId(0),
                "",
                name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                name,
                List.of(),
                definition,
                include,
                exclude,
                "",
                "",
                "",
                "",
                Special.ORDINARY,
                false,
                false,
                List.of(children));
    }

    static Code code(String name) {
        return code(name, "", "", "");
    }

    static Dimension dimension(
            String name,
            Scope scope,
            Choice choice,
            boolean carried,
            Optional<Condition> when,
            Code... codes) {
        return new Dimension(
                new DimensionId(0),
                "",
                name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                name,
                List.of(),
                "",
                scope,
                choice,
                Scale.NOMINAL,
                Set.of(),
                when,
                carried,
                Reliability.MEASURED,
                "",
                "",
                List.of(),
                List.of(codes));
    }

    static ImportedCodebook codebook() {
        return new ImportedCodebook(
                "",
                "Defects",
                "",
                "",
                "",
                List.of(
                        dimension(
                                "Framework",
                                Scope.UNIT,
                                Choice.ONE,
                                true,
                                Optional.empty(),
                                code("TensorFlow"),
                                code("PyTorch"),
                                code("Keras"),
                                code("Other")),
                        dimension(
                                "Reporter",
                                Scope.UNIT,
                                Choice.ONE,
                                true,
                                Optional.empty(),
                                code("Re-user"),
                                code("Owner"),
                                code("Contributor")),
                        dimension(
                                "Same code",
                                Scope.UNIT,
                                Choice.ONE,
                                false,
                                Optional.of(new Condition("reporter", List.of("re-user"))),
                                code("Yes"),
                                code("No"),
                                code("Not mentioned")),
                        dimension(
                                "Same data",
                                Scope.UNIT,
                                Choice.ONE,
                                false,
                                Optional.of(new Condition("reporter", List.of("re-user"))),
                                code("Yes"),
                                code("No"),
                                code("Not mentioned")),
                        dimension(
                                "DL stage",
                                Scope.UNIT,
                                Choice.ONE,
                                false,
                                Optional.empty(),
                                code(
                                        "Environment",
                                        "The software or hardware the model runs on: drivers, libraries, devices, versions.",
                                        "a crash during training whose cause is the platform.",
                                        "a wrong training setting → Training."),
                                code(
                                        "Data pipeline",
                                        "How data is found, read, cleaned and fed.",
                                        "",
                                        ""),
                                code(
                                        "Modeling",
                                        "How the model is built and its code written.",
                                        "",
                                        ""),
                                code(
                                        "Training",
                                        "How the model is trained: loss, optimiser, schedule.",
                                        "",
                                        "")),
                        dimension(
                                "Manifestation",
                                Scope.UNIT,
                                Choice.ONE,
                                false,
                                Optional.empty(),
                                code("Basic"),
                                code("Reproducibility"),
                                code("Evolutionary")),
                        dimension(
                                "Symptom",
                                Scope.UNIT,
                                Choice.MANY,
                                false,
                                Optional.empty(),
                                code("Crash"),
                                code("Accuracy below expectations"),
                                code("Memory"),
                                code("Slow"),
                                code("Hang"),
                                code("Wrong output"),
                                code("Build failure"),
                                code("Warning"),
                                code("Documentation")),
                        dimension(
                                "Passages",
                                Scope.PASSAGE,
                                Choice.MANY,
                                false,
                                Optional.empty(),
                                code(
                                        "Context",
                                        "Who reuses what.",
                                        "",
                                        "",
                                        code("Re-user"),
                                        code("Same data"),
                                        code("Same code")),
                                code(
                                        "Cause",
                                        "What led to the defect.",
                                        "",
                                        "",
                                        code(
                                                "API defect",
                                                "A library behaves against its documentation.",
                                                "",
                                                ""),
                                        code("GPU usage")),
                                code(
                                        "Effect",
                                        "What it led to.",
                                        "",
                                        "",
                                        code("Accuracy below expectations"),
                                        code("Crash")),
                                code("Documentation"),
                                code("Workaround"),
                                code("Trust"))));
    }
}
