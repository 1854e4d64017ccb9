package org.concordqda.desk.coding;

import jfx.incubator.scene.control.richtext.RichTextArea;

/// The text control, dressed for reading.
final class SourceArea extends RichTextArea {
    SourceArea() {
        super(null);
        setWrapText(true);
        setEditable(false);
        setAccessibleText("Text of the source");
    }
}
