package org.concordqda.desk.coding;

import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.TextPos;

/// Which part of a text its control shows. The control lays out two hundred lines wherever it looks, and to go
/// somewhere it looks up to five times; a text that was just given to it is laid out here once. JavaFX thread only.
final class TextWindow {
    /// A line so far from the beginning of a text is out of view at first.
    private static final int BEYOND = 40;

    /// Lines to show before what one goes to.
    private static final int BEFORE = 3;

    private final RichTextArea area;
    private boolean blind;

    TextWindow(RichTextArea area) {
        this.area = area;
    }

    /// Shows nothing.
    void clear() {
        // Its flow remembers until the next layout that it has no height, and does not look for
        // white space at the
        // end, which fails where nothing is laid out.
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

    /// Selects, and scrolls as little as brings the end into view; in a text that was just shown, what is farther down
    /// comes near the upper edge.
    void select(TextPos from, TextPos to) {
        if (from.index() > BEYOND && isFresh()) {
            from(from.index() - BEFORE);
        }
        // Without its width the control fails to scroll.
        area.layout();
        area.select(from, to);
    }

    /// Puts a line at the upper edge; the caret goes to its beginning.
    void from(int line) {
        TextPos there = TextPos.ofLeading(line, 0);
        if (isFresh()) {
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
