package org.concordqda.desk.session;

import javafx.scene.paint.Color;

import java.util.List;
import java.util.Optional;

/// A place that offers more than commands in the palette (codes to apply).
public interface Choices {
    /// Something to choose.
    ///
    /// @param name what it is called
    /// @param detail where it stands, what it does; found by its words too
    /// @param told what stands beside it and is not looked for: what an undo would take back
    /// @param key its keys, or ""
    /// @param colour its colour, if it has one
    /// @param action what choosing does
    record Choice(
            String name,
            String detail,
            String told,
            String key,
            Optional<Color> colour,
            Runnable action) {}

    /// What the field at the top says.
    String prompt();

    /// What can be chosen now, likeliest first.
    List<Choice> choices();
}
