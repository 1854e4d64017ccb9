package org.concordqda.desk.coding;

import javafx.scene.Scene;

import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.model.SimpleViewOnlyStyledModel;

/// The line that the text control laid out last. It keeps it, whoever's it was, until it lays out another: with it
/// the desk of a closed study, its texts and its codings.
public final class LastLine {
    private LastLine() {}

    /// Lays out another that belongs to nobody. Some ten milliseconds; JavaFX thread only.
    public static void forget() {
        RichTextArea nobodys = new RichTextArea(new SimpleViewOnlyStyledModel().addSegment(" "));
        // In a scene that is in no window: outside of one nothing is laid out.
        new Scene(nobodys, 80, 40);
        nobodys.applyCss();
        nobodys.layout();
    }
}
