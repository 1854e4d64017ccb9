package org.concordqda.desk.session;

import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;

/// Something that can be done from the palette, a menu or by key.
///
/// @param name what it does, as people would type it
/// @param key the keys, or null
/// @param action does it
public record Command(String name, @Nullable KeyCombination key, Runnable action) {
    /// A command with keys as `Shortcut+Shift+Z`.
    public static Command of(String name, String keys, Runnable action) {
        return new Command(name, keys.isEmpty() ? null : KeyCombination.valueOf(keys), action);
    }

    /// The keys as people read them, or "".
    public String keys() {
        return key == null
                ? ""
                : key.getDisplayText()
                        .replace("+", " ")
                        .replace("Period", ".")
                        .replace("Equals", "=")
                        .replace("Minus", "−")
                        .replace("DIGIT", "")
                        .replace("PAGE_", "Page ");
    }
}
