package org.concordqda.desk.codebook;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Choice;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.Scope;
import org.concordqda.study.CodebookFiles;

import java.util.stream.Collectors;

/// Asks for what is added to a codebook as a whole: a dimension, a template.
final class AddSheets {
    private final Session session;
    private final Sheets sheets;
    private final CodebookModel model;

    AddSheets(Session session, Sheets sheets, CodebookModel model) {
        this.session = session;
        this.sheets = sheets;
        this.model = model;
    }

    void dimension() {
        TextField name = Pieces.field("Name of the dimension");
        ComboBox<String> of = new ComboBox<>();
        of.getItems()
                .setAll(
                        "Each unit, one value",
                        "Each unit, several values",
                        "The source, one value",
                        "Passages, several values");
        of.getSelectionModel().selectFirst();
        of.setAccessibleText("Asked of");
        of.setMaxWidth(Double.MAX_VALUE);
        Runnable add =
                () -> {
                    int at = of.getSelectionModel().getSelectedIndex();
                    Scope scope = at < 2 ? Scope.UNIT : at == 2 ? Scope.SOURCE : Scope.PASSAGE;
                    Choice choice = at == 1 || at == 3 ? Choice.MANY : Choice.ONE;
                    if (session.act(
                            () -> model.shape().addDimension(name.getText(), scope, choice))) {
                        sheets.away();
                    }
                };
        name.setOnAction(e -> add.run());
        var go = Pieces.primary("Add", "Enter", add);
        go.setDefaultButton(true);
        go.disableProperty().bind(name.textProperty().isEmpty());
        sheets.show(
                Sheets.card(
                        "Add a dimension",
                        440,
                        new VBox(10, name, of),
                        Pieces.button("Cancel", sheets::away),
                        go));
    }

    void template() {
        VBox list = new VBox(8);
        for (ImportedCodebook template : CodebookFiles.builtIn()) {
            var button =
                    Pieces.button(
                            template.name(),
                            () -> {
                                sheets.away();
                                if (session.act(() -> session.study().codebooks().add(template))) {
                                    session.say(
                                            "Added “"
                                                    + template.name()
                                                    + "”: "
                                                    + template.dimensions().stream()
                                                            .map(Dimension::name)
                                                            .collect(Collectors.joining(", "))
                                                    + ".");
                                }
                            });
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            Label what = Pieces.text(template.description(), "muted", "small");
            what.setWrapText(true);
            list.getChildren().add(new VBox(3, button, what));
        }
        sheets.show(
                Sheets.card("Add a template", 520, list, Pieces.button("Cancel", sheets::away)));
    }
}
