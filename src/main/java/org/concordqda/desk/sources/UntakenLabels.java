package org.concordqda.desk.sources;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.ImportPreview.Untaken;
import org.concordqda.text.Words;

import java.util.List;
import java.util.function.Consumer;

/// Labels of a transcript that were not taken for speakers, each with how often it stands there and the first
/// words behind it; a button takes it, and its line goes.
final class UntakenLabels extends VBox {
    /// Shown at once; of more only on request.
    private static final int MOST = 12;

    /// Shown on each request, so that the window never makes thousands of lines at once.
    private static final int MORE = 60;

    private final VBox lines = new VBox(6);
    private final Consumer<Untaken> take;

    /// @param take makes a speaker of the label
    UntakenLabels(List<Untaken> labels, Consumer<Untaken> take) {
        super(8);
        this.take = take;
        getChildren().addAll(Pieces.caps("Not taken for speakers"), lines);
        fill(labels, 0, Math.min(MOST, labels.size()));
    }

    /// Lines of some of the labels, and a button for those after them.
    private void fill(List<Untaken> labels, int from, int to) {
        labels.subList(from, to).forEach(u -> lines.getChildren().add(line(u)));
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
                    fill(labels, to, to + next);
                });
        getChildren().add(more);
    }

    private Node line(Untaken u) {
        Label name = Pieces.text(u.name());
        name.setWrapText(true);
        Label words =
                Pieces.text(
                        Words.counted(u.times(), "time") + " · “" + u.words() + "”",
                        "muted",
                        "small");
        words.setWrapText(true);
        VBox said = new VBox(1, name, words);
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        Button button = Pieces.button("Is a speaker", () -> {}, "quiet");
        button.setAccessibleText(u.name() + " is a speaker");
        HBox line = new HBox(10, said, button);
        line.setAlignment(Pos.TOP_LEFT);
        button.setOnAction(
                e -> {
                    take.accept(u);
                    lines.getChildren().remove(line);
                    // The heading of nothing goes too.
                    setVisible(!lines.getChildren().isEmpty() || getChildren().size() > 2);
                    setManaged(isVisible());
                });
        return line;
    }
}
