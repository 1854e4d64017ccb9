package org.concordqda.desk.fx;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/// Keeps the keyboard in the card on show: Tab goes round in it, arrows end at its edge, and what had the
/// keyboard and is gone leaves it to the card. Below the card nobody sees where the keyboard is, and Enter would
/// act there.
final class KeptKeyboard {
    private final Sheets sheets;
    private @Nullable KeyEvent last;

    private KeptKeyboard(Sheets sheets) {
        this.sheets = sheets;
    }

    static void in(Sheets sheets) {
        KeptKeyboard kept = new KeptKeyboard(sheets);
        sheets.addEventFilter(KeyEvent.KEY_PRESSED, e -> kept.last = e);
        sheets.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(kept::moved);
    }

    private void moved(@Nullable Node was, @Nullable Node now) {
        if (outside(now) && was != null && (Sheets.within(was, sheets) || was.getScene() == null)) {
            KeyEvent key = last;
            Platform.runLater(() -> back(was, key));
        }
    }

    /// Whether the keyboard is below the card.
    private boolean outside(@Nullable Node now) {
        return sheets.isVisible() && now != null && !Sheets.within(now, sheets);
    }

    private void back(Node was, @Nullable KeyEvent key) {
        if (sheets.getScene() == null || !outside(sheets.getScene().getFocusOwner())) {
            return;
        }
        Node card = sheets.getChildren().getLast();
        boolean tab = key != null && key.getCode() == KeyCode.TAB;
        if (!tab && Sheets.within(was, sheets)) {
            was.requestFocus();
        } else if (key != null && tab && key.isShiftDown()) {
            focusLast(card);
        } else {
            Sheets.focusFirst(card);
        }
    }

    private static boolean focusLast(Node node) {
        if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().reversed().stream()
                        .anyMatch(KeptKeyboard::focusLast);
    }
}
