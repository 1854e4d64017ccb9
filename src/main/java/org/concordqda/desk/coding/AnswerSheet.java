package org.concordqda.desk.coding;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

import org.concordqda.desk.coding.FormModel.Question;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.study.Ratings.Beside;

/// What stands beside an answer: note, certainty, flags.
final class AnswerSheet {
    private AnswerSheet() {}

    static void show(Sheets sheets, FormModel model, Question question) {
        Beside was = FormModel.beside(question);
        TextArea note = new TextArea(was.note());
        note.setPromptText("Why this answer? What speaks against it?");
        note.setAccessibleText("Note");
        note.getStyleClass().add("field");
        note.setPrefRowCount(4);
        note.setWrapText(true);
        ComboBox<String> certainty = new ComboBox<>();
        certainty.getItems().setAll("", "sure", "rather sure", "unsure");
        certainty.setValue(was.certainty());
        certainty.setAccessibleText("Certainty");
        CheckBox discuss = new CheckBox("Discuss");
        discuss.setSelected(was.flags().contains("discuss"));
        CheckBox second = new CheckBox("Second opinion");
        second.setSelected(was.flags().contains("second opinion"));
        CheckBox translated = new CheckBox("Translated");
        translated.setSelected(was.flags().contains("translated"));
        VBox fields =
                new VBox(
                        10,
                        note,
                        Pieces.row(10, Pieces.text("How sure", "muted"), certainty),
                        Pieces.row(14, discuss, second, translated));
        Runnable keep =
                () -> {
                    sheets.away();
                    java.util.List<String> flags = new java.util.ArrayList<>();
                    if (discuss.isSelected()) {
                        flags.add("discuss");
                    }
                    if (second.isSelected()) {
                        flags.add("second opinion");
                    }
                    if (translated.isSelected()) {
                        flags.add("translated");
                    }
                    String sure = certainty.getValue() == null ? "" : certainty.getValue();
                    model.keep(
                            question, new Beside(was.other(), note.getText().strip(), sure, flags));
                };
        sheets.show(
                Sheets.card(
                        question.dimension().name(),
                        480,
                        fields,
                        Pieces.button("Cancel", sheets::away),
                        Pieces.primary("Keep", "", keep)));
    }
}
