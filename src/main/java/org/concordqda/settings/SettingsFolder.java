package org.concordqda.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where settings and log of this person are on this machine. Has no logger: it is asked before the first one is made.
public final class SettingsFolder {
    private SettingsFolder() {}

    /// `%APPDATA%\Concord`, `~/Library/Application Support/Concord` or `$XDG_CONFIG_HOME/concord` (else
    /// `~/.config/concord`).
    public static Path ofThisPerson() {
        return in(System.getenv());
    }

    private static Path in(Map<String, String> env) {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (os.contains("win")) {
            String roaming = env.getOrDefault("APPDATA", "");
            return (roaming.isEmpty() ? home : Path.of(roaming)).resolve("Concord");
        }
        if (os.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Concord");
        }
        String config = env.getOrDefault("XDG_CONFIG_HOME", "");
        return (config.isEmpty() ? home.resolve(".config") : Path.of(config)).resolve("concord");
    }
}
