package org.concordqda.desk.sources;

import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.ImportPreview.Untaken;
import org.concordqda.text.Words;

import java.util.List;
import java.util.function.Consumer;

/// Labels of a transcript that were not taken for speakers, each with how often it stands there and the first
/// words behind it; a button takes it.
final class UntakenLabels extends VBox {
    /// Shown at once; of more only on request.
    private static final int MOST = 12;

    /// Shown on each request, so that the window never makes thousands of lines at once.
    private static final int MORE = 60;

    private final GridPane grid = new GridPane(10, 6);

    /// @param take makes a speaker of the label
    UntakenLabels(List<Untaken> labels, Consumer<Untaken> take) {
        super(8);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(words);
        getChildren().addAll(Pieces.caps("Not taken for speakers"), grid);
        fill(labels, 0, Math.min(MOST, labels.size()), take);
    }

    /// Lines of some of the labels, and a button for those after them.
    private void fill(List<Untaken> labels, int from, int to, Consumer<Untaken> take) {
        fill(labels.subList(from, to), from, take);
        int left = labels.size() - to;
        if (left == 0) {
            return;
        }
        int next = Math.min(MORE, left);
        Button more =
                Pieces.button(
                        "Show " + next + (next < left ? " of " + left : "") + " more",
                        () -> {},
                        "quiet");
        more.setOnAction(
                e -> {
                    getChildren().remove(more);
                    fill(labels, to, to + next, take);
                });
        getChildren().add(more);
    }

    private void fill(List<Untaken> labels, int from, Consumer<Untaken> take) {
        int row = from;
        for (Untaken u : labels) {
            Label name = Pieces.text(u.name());
            name.setWrapText(true);
            Label words =
                    Pieces.text(
                            Words.counted(u.times(), "time") + " · “" + u.words() + "”",
                            "muted",
                            "small");
            words.setWrapText(true);
            Button button = Pieces.button("Is a speaker", () -> take.accept(u), "quiet");
            button.setAccessibleText(u.name() + " is a speaker");
            VBox said = new VBox(1, name, words);
            said.setMinWidth(0);
            GridPane.setValignment(button, VPos.TOP);
            grid.addRow(row++, said, button);
        }
    }
}
