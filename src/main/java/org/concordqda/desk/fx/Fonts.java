package org.concordqda.desk.fx;

import javafx.scene.text.Font;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// The faces of the window: Inter and JetBrains Mono where the build brings them, else the system's own.
/// Loaded once per process, on first use.
public final class Fonts {
    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static final String INTER = "/com/formdev/flatlaf/fonts/inter/";
    private static final String MONO = "/com/formdev/flatlaf/fonts/jetbrains_mono/";

    private static final String TEXT_FAMILY =
            family(
                    List.of(
                            INTER + "Inter-Regular.otf",
                            INTER + "Inter-Bold.otf",
                            INTER + "Inter-Italic.otf"),
                    "System");
    private static final String STRONG_FAMILY =
            family(List.of(INTER + "Inter-SemiBold.otf"), "System");
    private static final String CODE_FAMILY =
            family(
                    List.of(MONO + "JetBrainsMono-Regular.ttf", MONO + "JetBrainsMono-Bold.ttf"),
                    "Monospaced");

    private Fonts() {}

    /// Family of running text.
    public static String text() {
        return TEXT_FAMILY;
    }

    /// Family of headings; heavier than text without being bold.
    public static String strong() {
        return STRONG_FAMILY;
    }

    /// Family with one width for all characters.
    public static String code() {
        return CODE_FAMILY;
    }

    private static String family(List<String> files, String otherwise) {
        String family = otherwise;
        for (int i = files.size() - 1; i >= 0; i--) {
            Font font = load(files.get(i));
            if (font == null) {
                return otherwise;
            }
            family = font.getFamily();
        }
        return family;
    }

    private static @Nullable Font load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream(file)) {
            return in == null ? null : Font.loadFont(in, 14);
        } catch (IOException e) {
            LOG.warn("Font {} cannot be read; the system's own face is used", file, e);
            return null;
        }
    }
}
