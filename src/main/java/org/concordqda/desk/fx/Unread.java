package org.concordqda.desk.fx;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Stands where something could not be read: why, and a button that tries again. It takes no room while all
/// is well.
public final class Unread extends VBox {
    private final Label words = Pieces.text("", "wrong", "small");

    /// @param again reads again
    public Unread(Runnable again) {
        super(8);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        Button button = Pieces.button("Try again", again);
        getChildren().addAll(words, button);
        setPadding(new Insets(10, 14, 12, 14));
        setMaxHeight(USE_PREF_SIZE);
        say("");
    }

    /// One that says why.
    public static Unread of(String why, Runnable again) {
        Unread unread = new Unread(again);
        unread.say(why);
        return unread;
    }

    /// Says why; "" when it was read after all.
    public void say(String why) {
        words.setText(why);
        setVisible(!why.isEmpty());
        setManaged(!why.isEmpty());
    }
}
