package org.concordqda.desk.coding;

import jfx.incubator.scene.control.richtext.RichTextArea;

/// The text control, dressed for reading.
final class SourceArea extends RichTextArea {
    SourceArea() {
        super(null);
        getStyleClass().add("source-area");
        setWrapText(true);
        setEditable(false);
        setAccessibleText("Text of the source");
    }
}
