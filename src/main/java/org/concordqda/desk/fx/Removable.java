package org.concordqda.desk.fx;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

import org.kordamp.ikonli.feather.Feather;

/// A line that can be taken away. Tab reaches it as a whole and Delete takes it away; its × is for the mouse
/// alone: Enter, which goes on everywhere else, takes nothing away.
public final class Removable {
    private Removable() {}

    /// Adds the × to a line and lets the keyboard to it.
    ///
    /// @param called what the line is
    /// @param does what its × does, as “Remove this check”
    /// @return the line
    public static HBox line(HBox line, String called, String does, Runnable away) {
        Button cross = Pieces.icon(Feather.X, does + " (Delete)", away);
        cross.setFocusTraversable(false);
        line.getChildren().add(cross);
        line.getStyleClass().add("removable");
        line.setFocusTraversable(true);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(called);
        line.setAccessibleHelp("Delete: " + does + ".");
        line.setOnMousePressed(e -> line.requestFocus());
        line.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
                        away.run();
                        e.consume();
                    }
                });
        return line;
    }

    /// Place among the lines of a box that has the keyboard, or -1.
    public static int focused(Pane box) {
        for (int i = 0; i < box.getChildren().size(); i++) {
            if (box.getChildren().get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    /// Gives the keyboard to what is at a place of a box that was filled anew, or to its last.
    public static void focus(Pane box, int place) {
        if (place >= 0 && !box.getChildren().isEmpty()) {
            box.getChildren().get(Math.min(place, box.getChildren().size() - 1)).requestFocus();
        }
    }
}
