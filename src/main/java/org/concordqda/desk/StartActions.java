package org.concordqda.desk;

import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.shell.StartView.StartChoice;
import org.concordqda.model.Approach;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.study.CodebookFiles;
import org.concordqda.study.ScriptedStudy;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a first start offers.
final class StartActions {
    private static final String NONE = "None yet";

    private final DeskWindow window;
    private final Jobs jobs;
    private final Stage stage;
    private final Sheets sheets;

    StartActions(DeskWindow window, Stage stage, Sheets sheets, Jobs jobs) {
        this.window = window;
        this.stage = stage;
        this.sheets = sheets;
        this.jobs = jobs;
    }

    List<StartChoice> choices() {
        List<StartChoice> choices = new ArrayList<>();
        samples()
                .ifPresent(
                        folder ->
                                choices.add(
                                        new StartChoice(
                                                Feather.COMPASS,
                                                "Look around first",
                                                "A small finished study: thirty issues, five"
                                                        + " interviews, three coders.",
                                                () -> openSample(folder))));
        choices.add(
                new StartChoice(
                        Feather.FILE_PLUS,
                        "New study",
                        "One file for texts, codebook, ratings and numbers.",
                        this::askNew));
        choices.add(
                new StartChoice(
                        Feather.COLUMNS,
                        "Check two rater sheets",
                        "Two spreadsheets: agreement per column, and where they differ.",
                        new RaterCheck(window, stage, sheets, jobs)::ask));
        choices.add(
                new StartChoice(
                        Feather.FOLDER,
                        "Open a study",
                        "A .concord file of yours or a colleague's.",
                        this::askOpen));
        return choices;
    }

    /// The folder the sample study is built from: beside the program, or where it was started.
    private static Optional<Path> samples() {
        return Stream.of(System.getProperty("concord.samples", "samples"), "../samples")
                .map(Path::of)
                .filter(p -> Files.isRegularFile(p.resolve("study.yaml")))
                .findFirst();
    }

    /// Opens the sample study; built the first time, in the person's home.
    private void openSample(Path folder) {
        Path file = Path.of(System.getProperty("user.home", ".")).resolve("Concord sample.concord");
        if (Files.exists(file)) {
            window.open(file);
            return;
        }
        jobs.run(
                "Building the sample study",
                progress -> {
                    ScriptedStudy.build(folder, file, progress).close();
                    return file;
                },
                window::open);
    }

    private void askOpen() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a study");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Concord studies", "*.concord"));
        File file = chooser.showOpenDialog(stage);
        if (file != null) {
            window.open(file.toPath());
        }
    }

    private void askNew() {
        TextField name = field("Name of the study", "");
        TextField place = field("Folder", System.getProperty("user.home", ""));
        TextField coder = field("Your name, as a coder", window.settings().coder());
        ComboBox<Approach> approach = new ComboBox<>();
        approach.getItems().setAll(Approach.values());
        approach.setValue(Approach.CODEBOOK);
        approach.setAccessibleText("Approach");
        approach.setConverter(new ApproachNames());
        approach.setMaxWidth(Double.MAX_VALUE);
        ComboBox<String> codebook = new ComboBox<>();
        codebook.getItems().add(NONE);
        List<ImportedCodebook> templates = CodebookFiles.builtIn();
        templates.forEach(t -> codebook.getItems().add(t.name()));
        codebook.setValue(NONE);
        codebook.setAccessibleText("Codebook");
        codebook.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(place, Priority.ALWAYS);
        VBox fields =
                new VBox(
                        12,
                        labelled("Name", name),
                        labelled("Folder", place),
                        labelled("Coder", coder),
                        labelled("Codebook", codebook),
                        labelled("Approach", approach));
        Runnable create =
                () -> {
                    sheets.away();
                    create(
                            Path.of(place.getText().strip())
                                    .resolve(fileName(name.getText()) + ".concord"),
                            name.getText().strip(),
                            coder.getText().strip(),
                            approach.getValue(),
                            templates.stream()
                                    .filter(t -> t.name().equals(codebook.getValue()))
                                    .toList());
                };
        var make = Pieces.primary("Create", "Enter", create);
        make.disableProperty()
                .bind(name.textProperty().isEmpty().or(coder.textProperty().isEmpty()));
        make.setDefaultButton(true);
        sheets.show(
                Sheets.card("New study", 520, fields, Pieces.button("Cancel", sheets::away), make));
    }

    /// Makes a study and opens it.
    void create(
            Path path,
            String name,
            String coder,
            @Nullable Approach approach,
            List<ImportedCodebook> codebooks) {
        window.settings(window.settings().withCoder(coder));
        window.enter(
                () ->
                        Study.create(
                                path,
                                new Study.Start(
                                        name,
                                        approach == null ? Approach.CODEBOOK : approach,
                                        coder,
                                        codebooks)));
    }

    /// A name that every file system takes.
    static String fileName(String name) {
        String clean = name.strip().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "-");
        return clean.isEmpty() ? "study" : clean;
    }

    private static TextField field(String prompt, String value) {
        TextField field = new TextField(value);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().add("field");
        return field;
    }

    private static VBox labelled(String name, javafx.scene.Node field) {
        return new VBox(4, Pieces.text(name, "muted", "small"), field);
    }
}
