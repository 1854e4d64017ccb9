package org.concordqda.desk.shell;

import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// Which keys belong to the field one types in, and so start no command.
final class Typing {
    private Typing() {}

    /// Whether the key belongs to the field it was pressed in.
    static boolean keeps(KeyEvent e) {
        if ((e.getTarget() instanceof ComboBoxBase<?> box && box.isEditable())
                || e.getTarget() instanceof Spinner<?>) {
            return !e.isShortcutDown() && !e.isAltDown() && !e.getCode().isFunctionKey();
        }
        if (!(e.getTarget() instanceof TextInputControl field) || !field.isEditable()) {
            return false;
        }
        if (!e.isShortcutDown()) {
            return !e.isAltDown() && !e.getCode().isFunctionKey();
        }
        return switch (e.getCode()) {
            case A, C, V, X, INSERT, LEFT, RIGHT, HOME, END, BACK_SPACE, DELETE ->
                    !e.isShiftDown() || e.getCode().isNavigationKey();
            case UP, DOWN -> field instanceof TextArea;
            // A field where nothing was typed leaves undo to the study.
            case Z -> e.isShiftDown() ? field.isRedoable() : field.isUndoable();
            case Y -> field.isRedoable();
            default -> false;
        };
    }
}
