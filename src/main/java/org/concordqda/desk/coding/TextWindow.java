package org.concordqda.desk.coding;

import javafx.application.Platform;

import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;

import java.util.Objects;

/// Which part of a text its control shows. The control lays out two hundred lines wherever it looks, and to go
/// somewhere it looks up to five times; a text that was just given to it is laid out here once. JavaFX thread only.
final class TextWindow {
    /// Lines to show before what one goes to.
    private static final int BEFORE = 3;

    private final RichTextArea area;
    private boolean blind;

    TextWindow(RichTextArea area) {
        this.area = area;
    }

    /// Shows nothing.
    void clear() {
        // Until the next layout its flow has no height, and does not look for white space at the
        // end, which
        // fails where no line is laid out.
        size(area.getWidth(), 0);
        area.setModel(null);
    }

    /// Shows another text from its beginning, in the next pulse. A new model is laid out at once, forgotten, and laid
    /// out again; without a width the first is left out.
    void show(SourceModel next) {
        blind = area.getModel() != null;
        clear();
        // An area without a width gives its flow that of a border, in which each letter is a line.
        size(0, area.getHeight());
        area.setModel(next);
        area.requestLayout();
    }

    /// Selects, and scrolls as little as brings the end into view.
    void select(TextPos from, TextPos to) {
        // Without its width the control fails to scroll.
        area.layout();
        area.select(from, to);
    }

    /// Selects what is out of view, and shows it near the upper edge, with what follows it. Left to itself the
    /// control brings it in at the lower.
    void jump(SourceModel shown, TextPos from, TextPos to) {
        if (!isFresh()) {
            show(shown);
        }
        int first = from.index() - BEFORE;
        if (first > 0 && isFresh()) {
            from(first);
        }
        select(from, to);
    }

    /// Puts a line of a text that was just shown at the upper edge, and the caret anywhere; later where the control has
    /// no place on the screen yet.
    void comeBack(int line, TextPos caret) {
        if (area.getScene() == null || area.getWidth() == 0) {
            StyledTextModel shown = area.getModel();
            Platform.runLater(
                    () -> {
                        if (Objects.equals(shown, area.getModel())) {
                            from(line);
                            select(caret, caret);
                        }
                    });
            return;
        }
        from(line);
        select(caret, caret);
    }

    private void from(int line) {
        TextPos there = TextPos.ofLeading(line, 0);
        if (line == 0) {
            area.layout();
        } else if (isFresh()) {
            // Without a width the control goes there at once.
            area.select(there, there);
            area.layout();
        } else {
            // Coming from the end, a line comes in at the top.
            TextPos end = area.getDocumentEnd();
            select(end, end);
            select(there, there);
        }
    }

    /// Puts the caret at the beginning of a text that was just shown.
    ///
    /// @return whether that was possible without laying out the text
    boolean begin() {
        boolean can = isFresh();
        if (can) {
            area.select(TextPos.ZERO, TextPos.ZERO);
        }
        return can;
    }

    /// Whether the text was not laid out since it was shown.
    private boolean isFresh() {
        return blind
                && area.getWidth() > 0
                && area.getChildrenUnmodifiable().stream()
                        .allMatch(flow -> flow.getLayoutBounds().getWidth() == 0);
    }

    private void size(double width, double height) {
        area.getChildrenUnmodifiable().forEach(flow -> flow.resize(width, height));
    }
}
