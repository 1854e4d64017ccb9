package org.concordqda.desk.session;

import javafx.scene.paint.Color;

import java.util.List;
import java.util.Optional;

/// A place that offers more than commands in the palette (codes to apply).
public interface Choices {
    /// Something to choose.
    ///
    /// @param name what it is called
    /// @param detail where it stands, what it does
    /// @param key its keys, or ""
    /// @param colour its colour, if it has one
    /// @param action what choosing does
    record Choice(
            String name, String detail, String key, Optional<Color> colour, Runnable action) {}

    /// What the field at the top says.
    String prompt();

    /// What can be chosen now, likeliest first.
    List<Choice> choices();
}
