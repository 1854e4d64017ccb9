package org.concordqda.desk.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

import org.concordqda.settings.Settings.ThemeChoice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// Light or dark: as the person chose, or as the system is and becomes. One theme per window; scenes that
/// it dresses change with it. JavaFX thread only.
public final class Theme {
    private static final String RULES =
            Objects.requireNonNull(Theme.class.getResource("desk.css")).toExternalForm();

    private final ReadOnlyObjectWrapper<Palette> palette =
            new ReadOnlyObjectWrapper<>(Palette.LIGHT);
    private final List<Scene> dressed = new ArrayList<>();
    private ThemeChoice choice = ThemeChoice.SYSTEM;

    public Theme() {
        Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(
                        () -> {
                            if (choice == ThemeChoice.SYSTEM) {
                                apply();
                            }
                        });
        apply();
    }

    /// The colours now.
    public ReadOnlyObjectProperty<Palette> palette() {
        return palette.getReadOnlyProperty();
    }

    /// Follows the system or stays with one.
    public void choose(ThemeChoice wanted) {
        choice = wanted;
        apply();
    }

    /// Dresses a scene, now and whenever the theme changes.
    public void dress(Scene scene) {
        dressed.add(scene);
        scene.getStylesheets().setAll(sheets());
        scene.setFill(palette.get().of("ground"));
    }

    private void apply() {
        boolean dark =
                switch (choice) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        palette.set(dark ? Palette.DARK : Palette.LIGHT);
        for (Scene scene : dressed) {
            scene.getStylesheets().setAll(sheets());
            scene.setFill(palette.get().of("ground"));
        }
    }

    private List<String> sheets() {
        String fonts =
                ".root { -fx-font-family: '"
                        + Fonts.text()
                        + "'; -fx-font-size: 14px; }\n"
                        + ".strong, .strong .text { -fx-font-family: '"
                        + Fonts.strong()
                        + "'; }\n.source-line.title Text { -fx-font-family: '"
                        + Fonts.strong()
                        + "'; }\n.mono, .source-line.code Text { -fx-font-family: '"
                        + Fonts.code()
                        + "'; }\n";
        String css = palette.get().css() + fonts;
        String encoded = Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
        return List.of("data:text/css;base64," + encoded, RULES);
    }
}
