package org.concordqda.desk.session;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Something that can be done from the palette, a menu or by key.
///
/// @param name what it does, as people would type it
/// @param told what it would do it to, shown beside its name, or ""
/// @param key the keys, or null
/// @param action does it
public record Command(String name, String told, @Nullable KeyCombination key, Runnable action) {
    /// A command with keys as `Shortcut+Shift+Z`.
    public static Command of(String name, String keys, Runnable action) {
        return new Command(name, "", keys.isEmpty() ? null : combination(keys), action);
    }

    /// The same command, saying what it would do it to now.
    public Command telling(String what) {
        return new Command(name, what, key, action);
    }

    /// By the names of [KeyCode]: `KeyCombination.valueOf` takes `DIGIT0` for a character that no key types.
    private static KeyCombination combination(String keys) {
        String[] parts = keys.split("\\+");
        List<KeyCombination.Modifier> modifiers = new ArrayList<>();
        for (int i = 0; i < parts.length - 1; i++) {
            modifiers.add(
                    switch (parts[i]) {
                        case "Shortcut" -> KeyCombination.SHORTCUT_DOWN;
                        case "Shift" -> KeyCombination.SHIFT_DOWN;
                        case "Ctrl" -> KeyCombination.CONTROL_DOWN;
                        case "Alt" -> KeyCombination.ALT_DOWN;
                        default -> throw new IllegalArgumentException(keys);
                    });
        }
        return new KeyCodeCombination(
                code(parts[parts.length - 1].toUpperCase(Locale.ROOT)),
                modifiers.toArray(KeyCombination.Modifier[]::new));
    }

    private static KeyCode code(String name) {
        if (name.equals("ESC")) {
            return KeyCode.ESCAPE;
        }
        boolean digit = name.length() == 1 && Character.isDigit(name.charAt(0));
        return KeyCode.valueOf(digit ? "DIGIT" + name : name);
    }

    /// The keys as people read them, or "".
    public String keys() {
        return key == null
                ? ""
                : key.getDisplayText()
                        .replace("+", " ")
                        .replace("Equals", "=")
                        .replace("Minus", "−")
                        .replace("Left", "←")
                        .replace("Right", "→")
                        .replace("Up", "↑")
                        .replace("Down", "↓")
                        .replace("Page ↑", "Page up")
                        .replace("Page ↓", "Page down")
                        .strip();
    }
}
