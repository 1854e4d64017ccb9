package org.concordqda.desk.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import org.concordqda.settings.Settings;
import org.concordqda.settings.Settings.Look;
import org.concordqda.settings.Settings.ThemeChoice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// Light, dark or high contrast: as the person chose, or as the system is and becomes. One theme per window; scenes that
/// it dresses change with it. JavaFX thread only.
public final class Theme {
    private static final String RULES = sheet("desk.css");
    private static final String SHADOWS = sheet("shadows.css");

    private final ReadOnlyObjectWrapper<Palette> palette =
            new ReadOnlyObjectWrapper<>(Palette.LIGHT);
    private final List<Scene> dressed = new ArrayList<>();
    private final InvalidationListener system = scheme -> followSystem();
    private Look look = Settings.initial().look();

    public Theme() {
        Shaping.start();
        // The system outlives every window: held strongly, it would keep them all.
        Platform.getPreferences()
                .colorSchemeProperty()
                .addListener(new WeakInvalidationListener(system));
        apply();
    }

    private void followSystem() {
        if (look.theme() == ThemeChoice.SYSTEM) {
            apply();
        }
    }

    /// The colours now.
    public ReadOnlyObjectProperty<Palette> palette() {
        return palette.getReadOnlyProperty();
    }

    /// Follows the system or stays with one.
    public void choose(ThemeChoice wanted) {
        choose(look.with(wanted));
    }

    /// Takes these colours and sizes.
    public void choose(Look wanted) {
        if (!wanted.equals(look)) {
            look = wanted;
            apply();
        }
    }

    /// Dresses a scene, now and whenever the theme changes.
    public void dress(Scene scene) {
        Shaping.mended();
        FullWords.tellIn(scene);
        dressed.add(scene);
        scene.getStylesheets().setAll(sheets());
        scene.setFill(palette.get().of("ground"));
    }

    private void apply() {
        Palette now =
                switch (look.theme()) {
                    case LIGHT -> Palette.LIGHT;
                    case DARK -> Palette.DARK;
                    case HIGH_CONTRAST_LIGHT -> Palette.HIGH_CONTRAST_LIGHT;
                    case HIGH_CONTRAST_DARK -> Palette.HIGH_CONTRAST_DARK;
                    case SYSTEM -> systemPalette();
                };
        closeLists();
        Application.setUserAgentStylesheet(
                now.isDark()
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        palette.set(now);
        for (Scene scene : dressed) {
            scene.getStylesheets().setAll(sheets());
            scene.setFill(now.of("ground"));
        }
    }

    /// A list or menu takes its colours from the window it was opened in. JavaFX dresses it anew before that
    /// window, which has none at that moment; opened again it is as the window.
    private static void closeLists() {
        List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide);
    }

    private static Palette systemPalette() {
        Platform.Preferences system = Platform.getPreferences();
        boolean dark = system.getColorScheme() == ColorScheme.DARK;
        // Windows says it so; the others have no word for it that JavaFX hands on.
        if (Boolean.TRUE.equals(system.get("Windows.SPI.HighContrast"))) {
            return dark ? Palette.HIGH_CONTRAST_DARK : Palette.HIGH_CONTRAST_LIGHT;
        }
        return dark ? Palette.DARK : Palette.LIGHT;
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name)).toExternalForm();
    }

    private List<String> sheets() {
        String fonts =
                ".root { -fx-font-family: '"
                        + Fonts.text()
                        + "'; -fx-font-size: 14px; }\n"
                        + ".strong, .strong .text { -fx-font-family: '"
                        + Fonts.strong()
                        + "'; }\n.mono { -fx-font-family: '"
                        + Fonts.code()
                        + "'; }\n"
                        // Menus, lists and tips are windows of their own, outside what Zoomed
                        // enlarges.
                        + ".root.popup, .tooltip { -fx-font-size: "
                        + Math.round(14 * look.zoom())
                        + "px; }\n";
        String css = palette.get().css() + fonts;
        String encoded = Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
        String colours = "data:text/css;base64," + encoded;
        // Where there is no graphics card every frame would blur the shadows again.
        return Platform.isSupported(ConditionalFeature.SCENE3D)
                ? List.of(colours, RULES, SHADOWS)
                : List.of(colours, RULES);
    }
}
