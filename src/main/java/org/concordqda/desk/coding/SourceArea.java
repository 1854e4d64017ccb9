package org.concordqda.desk.coding;

import javafx.beans.binding.Bindings;
import javafx.util.Duration;

import jfx.incubator.scene.control.richtext.RichTextArea;

/// The text control, dressed for reading.
final class SourceArea extends RichTextArea {
    private static final Duration BLINK = Duration.seconds(1);

    SourceArea() {
        super(null);
        setWrapText(true);
        setEditable(false);
        setAccessibleText("Text of the source");
        // The control blinks from its first layout on and never stops: an animation that runs keeps
        // the
        // whole desk of a closed study in memory, and draws sixty times a second though nothing
        // moves. A
        // period of zero is one that does not start.
        caretBlinkPeriodProperty()
                .bind(Bindings.when(focusedProperty()).then(BLINK).otherwise(Duration.ZERO));
    }

    /// Room left beside the text, in pixels; -1 before it was styled.
    double left() {
        return getContentPadding() == null ? -1 : getContentPadding().getLeft();
    }

    /// Room left below the text, in pixels.
    double below() {
        return getContentPadding() == null ? 0 : getContentPadding().getBottom();
    }
}
