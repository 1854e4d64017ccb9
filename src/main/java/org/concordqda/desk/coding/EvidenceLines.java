package org.concordqda.desk.coding;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.Evidence;
import org.concordqda.text.Words;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The evidence of an answer, one line each: a click goes there, the cross takes it away.
final class EvidenceLines extends VBox {
    private final FormModel model;
    private final AnswerActs acts;
    private List<Evidence> shown = List.of();

    EvidenceLines(FormModel model, AnswerActs acts) {
        super(1);
        this.model = model;
        this.acts = acts;
        setManaged(false);
    }

    void show(List<Evidence> evidence) {
        if (shown.equals(evidence)) {
            return;
        }
        shown = evidence;
        setManaged(!evidence.isEmpty());
        getChildren().setAll(evidence.stream().map(this::line).toList());
    }

    private HBox line(Evidence evidence) {
        boolean link = !evidence.link().isEmpty();
        Label words =
                Pieces.text(
                        (link ? "↗ " : "❝ ") + Words.oneLine(evidence.words()), "link", "small");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setTooltip(tip(evidence.words()));
        words.setAccessibleText("Evidence: " + evidence.words());
        words.setOnMouseClicked(
                e -> {
                    acts.show(evidence);
                    e.consume();
                });
        HBox.setHgrow(words, Priority.ALWAYS);
        Button remove =
                Pieces.icon(
                        Feather.X,
                        "Take this evidence away",
                        () -> model.removeEvidence(evidence.id()));
        remove.setFocusTraversable(false);
        remove.getStyleClass().add("slim");
        HBox line = Pieces.row(4, words, remove);
        line.getStyleClass().add("evidence-line");
        return line;
    }

    private static Tooltip tip(String words) {
        Tooltip tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        return tip;
    }
}
