package org.concordqda.desk.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Session;

/// A sentence in passing at the foot of the window: what was undone, what was stored.
final class Toasts extends StackPane {
    /// Above the status bar and the row of buttons at the foot of a place, which stay free.
    private static final double ABOVE_FOOT = 96;

    private final PauseTransition rest = new PauseTransition(Duration.seconds(5));

    Toasts(Session session) {
        setMouseTransparent(true);
        setAlignment(Pos.BOTTOM_CENTER);
        rest.setOnFinished(e -> getChildren().clear());
        session.notice()
                .subscribe(
                        words -> {
                            if (!words.isEmpty()) {
                                show(words);
                            }
                        });
    }

    private void show(String words) {
        Label label = Pieces.text(words);
        label.setWrapText(true);
        label.setMaxWidth(560);
        StackPane toast = new StackPane(label);
        toast.getStyleClass().add("toast");
        toast.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setMargin(toast, new Insets(0, 0, ABOVE_FOOT, 0));
        getChildren().setAll(toast);
        rest.playFromStart();
    }
}
