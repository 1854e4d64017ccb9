package org.concordqda.desk.fx;

import javafx.scene.paint.Color;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The colours of the window by what they mean: light and dark, and each in high contrast. The style sheets
/// know them as looked-up colours (`-c-ink` …), code that draws knows them as constants; both come from here.
/// Text tokens reach 4.5 : 1 on every surface (7 : 1 in high contrast), `edge` and the hues 3 : 1; the hues
/// stay apart for people who do not see red or green.
public final class Palette {
    /// Dark ink on white panels.
    public static final Palette LIGHT =
            new Palette(
                    false,
                    "#f6f7f9 #ffffff #e3e6ea #1c2430 #566173 #5f6c7e #2456c7 #e8effc #1f7a4d"
                            + " #9b5800 #b3261e #10192b #f1f3f6 #f6efe4 #ffffff #818c9b",
                    "#468ffc #d17f4b #227f59 #7d45b0 #d05097 #6b5d00");

    /// Light ink on dark panels.
    public static final Palette DARK =
            new Palette(
                    true,
                    "#11151c #181e27 #2a323e #e3e8ef #a3aebd #8f9aab #7aa7ff #1d2b47 #5cc596"
                            + " #e0a458 #f2837a #0b0f16 #11161f #2d261b #0d1a33 #69768a",
                    "#96b4f5 #e78a5e #86d5a6 #8e7bea #e05c9e #daba3c");

    /// Black ink on white, every edge drawn.
    public static final Palette HIGH_CONTRAST_LIGHT =
            new Palette(
                    false,
                    "#ffffff #ffffff #5a6472 #000000 #2d3440 #3d4653 #0b3aa0 #dfe9ff #0a4f2c"
                            + " #6b3a00 #8c0f0a #000000 #f4f5f7 #fff1d6 #ffffff #3d4653",
                    "#2170df #bc2b1d #0e7447 #6537a7 #a02663 #4c6011");

    /// White ink on black, every edge drawn.
    public static final Palette HIGH_CONTRAST_DARK =
            new Palette(
                    true,
                    "#000000 #000000 #8a94a3 #ffffff #d5dbe4 #c0c8d4 #9fc1ff #10234a #7ce0b0"
                            + " #ffc46b #ffaca5 #000000 #0c0f14 #332500 #000000 #c0c8d4",
                    "#4f9cf9 #fc8b6c #b1f6c1 #e8c0ff #ed6aa0 #e4da52");

    private final boolean dark;
    private final Map<String, String> tokens;
    private final List<Color> hues;

    private Palette(boolean dark, String tokens, String hues) {
        String[] names = {
            "ground",
            "panel",
            "line",
            "ink",
            "muted",
            "faint",
            "accent",
            "accent-soft",
            "ok",
            "look",
            "wrong",
            "rail",
            "inset",
            "look-soft",
            "on-accent",
            "edge"
        };
        this.dark = dark;
        String[] values = tokens.split(" ");
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            all.put(names[i], values[i]);
        }
        this.tokens = Map.copyOf(all);
        this.hues = List.of(hues.split(" ")).stream().map(Color::web).toList();
    }

    /// The colour with this meaning (`ink`, `accent-soft` …).
    ///
    /// @throws IllegalArgumentException when nothing is called so
    public Color of(String token) {
        String value = tokens.get(token);
        if (value == null) {
            throw new IllegalArgumentException("No colour is called " + token);
        }
        return Color.web(value);
    }

    /// The six base hues of codes.
    public List<Color> hues() {
        return hues;
    }

    /// Whether the ground is dark.
    public boolean isDark() {
        return dark;
    }

    /// The style sheet that defines every token, and AtlantaFX's own names by them.
    String css() {
        String own =
                tokens.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> "  -c-" + e.getKey() + ": " + e.getValue() + ";\n")
                        .collect(Collectors.joining());
        return String.format(Locale.ROOT, ".root {%n%s%s}%n", own, ATLANTA);
    }

    /// AtlantaFX's look-ups in terms of ours, and the Modena look-ups that ControlsFX's sheets expect.
    private static final String ATLANTA =
            """
              -color-fg-default: -c-ink;
              -color-fg-muted: -c-muted;
              -color-fg-subtle: -c-faint;
              -color-fg-emphasis: -c-on-accent;
              -color-bg-default: -c-panel;
              -color-bg-overlay: -c-panel;
              -color-bg-subtle: -c-ground;
              -color-bg-inset: -c-inset;
              -color-border-default: -c-line;
              -color-border-muted: -c-line;
              -color-border-subtle: -c-line;
              -color-accent-fg: -c-accent;
              -color-accent-emphasis: -c-accent;
              -color-accent-muted: -c-accent;
              -color-accent-subtle: -c-accent-soft;
              -color-success-fg: -c-ok;
              -color-success-emphasis: -c-ok;
              -color-warning-fg: -c-look;
              -color-warning-emphasis: -c-look;
              -color-warning-subtle: -c-look-soft;
              -color-danger-fg: -c-wrong;
              -color-danger-emphasis: -c-wrong;
              -fx-base: -c-panel;
              -fx-background: -c-panel;
              -fx-accent: -c-accent;
              -fx-default-button: -c-accent;
              -fx-focus-color: -c-accent;
              -fx-faint-focus-color: -c-accent-soft;
              -fx-control-inner-background: -c-panel;
              -fx-control-inner-background-alt: -c-ground;
              -fx-color: -c-panel;
              -fx-hover-base: -c-ground;
              -fx-pressed-base: -c-line;
              -fx-box-border: -c-line;
              -fx-text-box-border: -c-edge;
              -fx-outer-border: -c-line;
              -fx-inner-border: -c-panel;
              -fx-body-color: -c-panel;
              -fx-shadow-highlight-color: transparent;
              -fx-mark-color: -c-muted;
              -fx-mark-highlight-color: transparent;
              -fx-text-base-color: -c-ink;
              -fx-text-background-color: -c-ink;
              -fx-text-inner-color: -c-ink;
              -fx-dark-text-color: -c-ink;
              -fx-mid-text-color: -c-ink;
              -fx-light-text-color: -c-ink;
              -fx-selection-bar: -c-accent-soft;
              -fx-selection-bar-non-focused: -c-accent-soft;
              -fx-selection-bar-text: -c-ink;
              -fx-cell-focus-inner-border: -c-accent;
              -fx-cell-hover-color: -c-ground;
            """;
}
