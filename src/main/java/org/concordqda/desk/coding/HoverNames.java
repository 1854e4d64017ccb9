package org.concordqda.desk.coding;

import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Duration;

import org.concordqda.desk.fx.Pieces;

import java.util.List;

/// Names the codings under the resting mouse.
final class HoverNames {
    private final PauseTransition rest = new PauseTransition(Duration.millis(350));
    private final Popup popup = new Popup();
    private final VBox names = new VBox(4);
    private double screenX;
    private double screenY;

    static void attach(SourceTextView view, MarginPane margin) {
        HoverNames names = new HoverNames();
        names.follow(view, margin);
    }

    private void follow(SourceTextView view, MarginPane margin) {
        names.getStyleClass().add("toast");
        popup.getContent().add(names);
        popup.setAutoHide(true);
        watch(view);
        rest.setOnFinished(
                e -> {
                    boolean beside = margin.contains(margin.screenToLocal(screenX, screenY));
                    Point2D at = margin.screenToLocal(screenX, screenY);
                    show(
                            view,
                            beside
                                    ? margin.at(at.getX(), at.getY())
                                            .map(List::of)
                                            .orElse(List.of())
                                    : view.marksAt(screenX, screenY));
                });
    }

    /// By filters: the text keeps what the mouse does in it to itself.
    private void watch(Node node) {
        node.addEventFilter(
                MouseEvent.MOUSE_MOVED,
                e -> {
                    screenX = e.getScreenX();
                    screenY = e.getScreenY();
                    popup.hide();
                    rest.playFromStart();
                });
        node.addEventHandler(
                MouseEvent.MOUSE_EXITED,
                e -> {
                    rest.stop();
                    popup.hide();
                });
        node.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                e -> {
                    rest.stop();
                    popup.hide();
                });
    }

    private void show(SourceTextView view, List<Mark> marks) {
        if (marks.isEmpty() || !Pieces.onShow(view) || view.getScene().getWindow() == null) {
            return;
        }
        names.getChildren().clear();
        for (Mark mark : marks.subList(0, Math.min(8, marks.size()))) {
            Label name = Pieces.text(mark.detail().isEmpty() ? mark.name() : mark.detail());
            name.setMaxWidth(420);
            name.setWrapText(true);
            names.getChildren().add(Pieces.row(8, Pieces.dot(mark.colour()), name));
        }
        popup.show(view.getScene().getWindow(), screenX + 12, screenY + 16);
    }
}
