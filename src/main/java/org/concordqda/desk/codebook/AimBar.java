package org.concordqda.desk.codebook;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

import org.concordqda.desk.fx.Pieces;

/// The field above the tree and, while something is dragged, what a drop would do in its place: a line that
/// came and went would move the lines under the pointer.
final class AimBar extends StackPane {
    AimBar(TextField field, CodebookModel model) {
        Label aim = Pieces.text("", "look", "small", "hint-bar");
        aim.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        aim.setPadding(new javafx.geometry.Insets(0, 10, 0, 10));
        aim.setMinWidth(0);
        aim.setMouseTransparent(true);
        model.aim()
                .subscribe(
                        words -> {
                            aim.setText(words);
                            aim.setVisible(!words.isEmpty());
                            field.setOpacity(words.isEmpty() ? 1 : 0);
                        });
        getChildren().addAll(field, aim);
    }
}
