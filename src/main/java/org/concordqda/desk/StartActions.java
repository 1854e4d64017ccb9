package org.concordqda.desk;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a first start offers.
final class StartActions {
    private final DeskWindow window;
    private final Stage stage;
    private final Sheets sheets;

    StartActions(DeskWindow window, Stage stage, Sheets sheets, Jobs jobs) {
        this.window = window;
        this.stage = stage;
        this.sheets = sheets;
    }

    List<StartChoice> choices() {
        List<StartChoice> choices = new ArrayList<>();
        choices.add(
                new StartChoice(
                        Feather.FILE_PLUS,
                        "New study",
                        "One file for texts, codebook, ratings and numbers.",
                        this::askNew));
        choices.add(
                new StartChoice(
                        Feather.FOLDER,
                        "Open a study",
                        "A .concord file of yours or a colleague's.",
                        this::askOpen));
        return choices;
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
        approach.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(place, Priority.ALWAYS);
        VBox fields =
                new VBox(
                        12,
                        labelled("Name", name),
                        labelled("Folder", place),
                        labelled("Coder", coder),
                        labelled("Approach", approach));
        Runnable create =
                () -> {
                    sheets.away();
                    create(
                            Path.of(place.getText().strip())
                                    .resolve(fileName(name.getText()) + ".concord"),
                            name.getText().strip(),
                            coder.getText().strip(),
                            approach.getValue());
                };
        var make = Pieces.primary("Create", "Enter", create);
        make.disableProperty()
                .bind(name.textProperty().isEmpty().or(coder.textProperty().isEmpty()));
        make.setDefaultButton(true);
        sheets.show(
                Sheets.card(
                        "New study", 520, fields, Pieces.button("Cancel", sheets::away), make));
    }

    /// Makes a study and opens it.
    void create(Path path, String name, String coder, @Nullable Approach approach) {
        window.settings(window.settings().withCoder(coder));
        window.enter(
                () ->
                        Study.create(
                                path,
                                new Study.Start(
                                        name,
                                        approach == null ? Approach.CODEBOOK : approach,
                                        coder,
                                        List.of())));
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
