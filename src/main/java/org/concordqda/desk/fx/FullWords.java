package org.concordqda.desk.fx;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

/// Tells by the mouse in full what there was no room for: whatever shows a part of its words has them as a
/// tool tip, unless somebody gave it, or what it stands in, another. JavaFX thread only.
final class FullWords {
    private FullWords() {}

    /// For everything that is or comes into the scene.
    static void tellIn(Scene scene) {
        scene.addEventFilter(
                MouseEvent.MOUSE_ENTERED_TARGET,
                e -> {
                    if (e.getTarget() instanceof Labeled labeled) {
                        entered(labeled);
                    }
                });
    }

    private static void entered(Labeled labeled) {
        Tooltip there = labeled.getTooltip();
        if (there != null && !(there instanceof Full)) {
            return;
        }
        if (!labeled.isTextTruncated()) {
            if (there != null) {
                labeled.setTooltip(null);
            }
        } else if (there != null) {
            there.setText(labeled.getText());
        } else if (!told(labeled.getParent())) {
            labeled.setTooltip(new Full(labeled.getText()));
        }
    }

    private static boolean told(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Control c
                    && c.getTooltip() != null
                    && !(c.getTooltip() instanceof Full)) {
                return true;
            }
        }
        return false;
    }

    private static final class Full extends Tooltip {
        Full(String words) {
            super(words);
            setWrapText(true);
            setMaxWidth(480);
        }
    }
}
