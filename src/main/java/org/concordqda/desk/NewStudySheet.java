package org.concordqda.desk;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

import org.concordqda.desk.fx.ChoiceWords;
import org.concordqda.desk.fx.Choosers;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.model.Approach;
import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.study.CodebookFiles;
import org.concordqda.study.Study;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Asks for what a new study needs: its name, where it is kept, who codes, the codebooks it begins with.
final class NewStudySheet {
    private final Stage stage;
    private final Sheets sheets;
    private final BiConsumer<Path, Study.Start> create;
    private final TextField name = field("Name of the study", "");
    private final TextField place = field("Folder", System.getProperty("user.home", ""));
    private final TextField coder;
    private final ComboBox<Approach> approach = new ComboBox<>();
    private final VBox codebooks = new VBox(6);
    private final List<ImportedCodebook> chosen = new ArrayList<>();
    private final Label problem = Pieces.text("", "wrong", "small");

    NewStudySheet(Stage stage, Sheets sheets, String coder, BiConsumer<Path, Study.Start> create) {
        this.stage = stage;
        this.sheets = sheets;
        this.create = create;
        this.coder = field("Your name, as a coder", coder);
        problem.setWrapText(true);
    }

    void show() {
        approach.getItems().setAll(Approach.values());
        approach.setValue(Approach.CODEBOOK);
        approach.setAccessibleText("Approach");
        approach.setConverter(new ChoiceWords<>(ApproachNames::of));
        approach.setMaxWidth(Double.MAX_VALUE);
        CodebookFiles.builtIn().forEach(t -> offer(t, t.name(), false));
        HBox.setHgrow(place, Priority.ALWAYS);
        Label where = Pieces.text("", "muted", "small");
        where.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        name.getText().isBlank()
                                                ? "One file holds the whole study."
                                                : "The file: "
                                                        + StartActions.fileName(name.getText())
                                                        + ".concord",
                                name.textProperty()));
        VBox fields =
                new VBox(
                        12,
                        labelled("Name", new VBox(4, name, where)),
                        labelled(
                                "Folder",
                                Pieces.row(8, place, Pieces.button("Choose …", this::folder))),
                        labelled("Your name, as a coder", coder),
                        labelled(
                                "Begin with codebooks (none is fine, too)",
                                new VBox(
                                        8,
                                        codebooks,
                                        Pieces.button("Add your own sheet …", this::own))),
                        labelled("Approach", approach),
                        problem);
        Button make = Pieces.primary("Create", "Enter", this::make);
        make.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> name.getText().isBlank() || coder.getText().isBlank(),
                                name.textProperty(),
                                coder.textProperty()));
        make.setDefaultButton(true);
        sheets.show(
                Sheets.card("New study", 540, fields, Pieces.button("Cancel", sheets::away), make));
    }

    private void offer(ImportedCodebook codebook, String words, boolean on) {
        CheckBox box = new CheckBox(words);
        box.setMnemonicParsing(false);
        box.selectedProperty()
                .subscribe(
                        (was, now) -> {
                            if (now) {
                                chosen.add(codebook);
                            } else {
                                chosen.remove(codebook);
                            }
                        });
        box.setSelected(on);
        codebooks.getChildren().add(box);
    }

    private void folder() {
        DirectoryChooser chooser = Choosers.folder("Where the study is kept");
        File now = new File(place.getText());
        if (now.isDirectory()) {
            chooser.setInitialDirectory(now);
        }
        File folder = chooser.showDialog(stage);
        if (folder != null) {
            Choosers.near(folder);
            place.setText(folder.toString());
        }
    }

    private void own() {
        FileChooser chooser = Choosers.file("A codebook of your own");
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                "Codebooks", "*.yaml", "*.yml", "*.csv", "*.xlsx"));
        File file = chooser.showOpenDialog(stage);
        if (file != null) {
            Choosers.near(file);
            own(file.toPath());
        }
    }

    /// Takes a sheet of the person's own, or says why it is not a codebook.
    void own(Path file) {
        try {
            ImportedCodebook read = CodebookFiles.read(file.toString());
            offer(read, String.valueOf(file.getFileName()), true);
            problem.setText("");
        } catch (ConcordException e) {
            problem.setText(e.getMessage());
        }
    }

    private void make() {
        Path path;
        try {
            Path folder = Path.of(place.getText().strip());
            path = folder.resolve(StartActions.fileName(name.getText()) + ".concord");
            if (!Files.isDirectory(folder)) {
                problem.setText("There is no folder “" + folder + "”; choose another.");
                return;
            }
        } catch (InvalidPathException e) {
            problem.setText("“" + place.getText() + "” is not a folder’s name; choose another.");
            return;
        }
        if (Files.exists(path)) {
            problem.setText(
                    "There is a study of this name in that folder already; it was not touched.");
            return;
        }
        sheets.away();
        Approach how = approach.getValue();
        create.accept(
                path,
                new Study.Start(
                        name.getText().strip(),
                        how == null ? Approach.CODEBOOK : how,
                        coder.getText().strip(),
                        chosen));
    }

    private static TextField field(String prompt, String value) {
        TextField field = Pieces.field(prompt, prompt, value);
        return field;
    }

    private static VBox labelled(String name, Node field) {
        return new VBox(4, Pieces.text(name, "muted", "small"), field);
    }
}
