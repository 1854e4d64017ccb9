package org.concordqda.desk.coding;

import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

import org.concordqda.model.CodeId;
import org.concordqda.model.Span;

import java.util.Optional;

/// What is dragged between text and codes, and how the selected text is picked up: pressing inside the
/// selection and moving drags it; pressing and letting go puts the caret there, as ever.
final class PassageDrag {
    /// The selected passage of the open source.
    static final DataFormat PASSAGE = new DataFormat("application/x-concord-passage");

    private static final String CODE = "code:";

    private final SourceTextView view;
    private boolean pressed;

    private PassageDrag(SourceTextView view) {
        this.view = view;
    }

    static void attach(SourceTextView view, Node text) {
        PassageDrag drag = new PassageDrag(view);
        text.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::press);
        text.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag::hold);
        text.addEventFilter(MouseEvent.DRAG_DETECTED, drag::begin);
        text.addEventFilter(MouseEvent.MOUSE_RELEASED, drag::release);
    }

    /// What a code is dragged as.
    static ClipboardContent of(CodeId code) {
        ClipboardContent content = new ClipboardContent();
        content.putString(CODE + code.value());
        return content;
    }

    /// The code that is dragged, if one is.
    static Optional<CodeId> code(Dragboard board) {
        String content = board.getString();
        if (content == null || !content.startsWith(CODE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CodeId(Long.parseLong(content.substring(CODE.length()))));
        } catch (NumberFormatException other) {
            // Words from elsewhere that happen to begin so.
            return Optional.empty();
        }
    }

    private void press(MouseEvent e) {
        pressed =
                e.getButton() == MouseButton.PRIMARY
                        && e.getClickCount() == 1
                        && !e.isShiftDown()
                        && inSelection(e);
        if (pressed) {
            view.requestFocus();
            e.consume();
        }
    }

    private boolean inSelection(MouseEvent e) {
        Optional<Span> selected = view.selection().get();
        if (selected.isEmpty()) {
            return false;
        }
        var here = view.screenToLocal(e.getScreenX(), e.getScreenY());
        return view.shape(selected.get().start(), selected.get().end()).stream()
                .anyMatch(r -> r.contains(here));
    }

    private void hold(MouseEvent e) {
        if (pressed) {
            e.consume();
        }
    }

    private void begin(MouseEvent e) {
        Optional<Span> selected = view.selection().get();
        if (!pressed || selected.isEmpty()) {
            return;
        }
        pressed = false;
        ClipboardContent content = new ClipboardContent();
        content.put(PASSAGE, "selection");
        content.putString(view.text().substring(selected.get().start(), selected.get().end()));
        view.startDragAndDrop(TransferMode.COPY).setContent(content);
        e.consume();
    }

    private void release(MouseEvent e) {
        if (pressed) {
            pressed = false;
            view.reveal(view.offsetAt(e.getScreenX(), e.getScreenY()));
        }
    }
}
