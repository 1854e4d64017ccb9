package org.concordqda.desk.fx;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the Feather set.
public final class Icons {
    private Icons() {}

    /// An icon that takes the colour of its surroundings.
    ///
    /// @param size edge in pixels
    public static FontIcon of(Feather icon, int size) {
        FontIcon node = FontIcon.of(icon, size);
        node.getStyleClass().add("icon");
        return node;
    }
}
