package org.concordqda.desk.coding;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.model.Rating;
import org.concordqda.study.Form.Question;
import org.concordqda.study.Ratings.Beside;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What stands beside an answer: note, certainty, flags, evidence by link.
final class AnswerSheet {
    private AnswerSheet() {}

    static void show(Sheets sheets, FormModel model, Question question, AnswerActs acts) {
        if (question.answer().isEmpty()) {
            model.keep(question, question.beside());
            return;
        }
        Beside was = question.beside();
        TextArea note = Pieces.area("Note", was.note());
        note.setPromptText("Why this answer? What speaks against it?");
        note.setPrefRowCount(4);
        ToggleGroup sure = new ToggleGroup();
        HBox levels = Pieces.row(6, Pieces.text("How sure", "muted"));
        for (int i = 0; i < Rating.CERTAINTIES.size(); i++) {
            ToggleButton level = new ToggleButton(Rating.CERTAINTIES.get(i));
            level.getStyleClass().addAll("plain", "tab");
            level.setToggleGroup(sure);
            level.setSelected(Rating.CERTAINTIES.get(i).equals(was.certainty()));
            level.setAccessibleText("How sure: " + Rating.CERTAINTIES.get(i));
            levels.getChildren().addAll(level, Pieces.key("Ctrl " + (i + 1)));
        }
        Map<String, CheckBox> boxes = new LinkedHashMap<>();
        for (String flag : Rating.FLAG_WORDS) {
            CheckBox box = new CheckBox(capital(flag));
            box.setSelected(was.flags().contains(flag));
            boxes.put(flag, box);
        }
        HBox flags = Pieces.row(14);
        flags.getChildren().addAll(boxes.values());
        EvidenceLines lines = new EvidenceLines(model, acts);
        lines.show(question.evidence());
        TextField link =
                Pieces.field(
                        "Link: an address, or the key of another source", "Link as evidence", "");
        HBox.setHgrow(link, Priority.ALWAYS);
        VBox fields =
                new VBox(
                        12, note, levels, flags, new VBox(6, Pieces.caps("Evidence"), lines, link));
        Runnable keep =
                () -> {
                    sheets.away();
                    List<String> raised = new ArrayList<>();
                    boxes.forEach(
                            (flag, box) -> {
                                if (box.isSelected()) {
                                    raised.add(flag);
                                }
                            });
                    String level =
                            sure.getSelectedToggle() instanceof ToggleButton chosen
                                    ? chosen.getText()
                                    : "";
                    Beside now = new Beside(was.other(), note.getText().strip(), level, raised);
                    if (!now.equals(was)) {
                        model.keep(question, now);
                    }
                    if (!link.getText().isBlank()) {
                        model.link(question, link.getText());
                    }
                };
        link.setOnAction(e -> keep.run());
        sheets.show(
                Sheets.card(
                        question.dimension().name(),
                        500,
                        fields,
                        Pieces.button("Cancel", sheets::away),
                        Pieces.primary("Keep", "", keep)));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
