package org.concordqda.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the program remembers on this machine for this person.
///
/// @param recent paths of studies opened before, newest first, at most twelve
/// @param coder who codes on this machine, or "" when never said
/// @param theme follow the system, or always light or dark
/// @param zoom size of a source's text, 1 = 100 %
/// @param window where the window stood
/// @param places for each study (path) the place where work stopped (`coding:41:1200`)
/// @param tourSeen whether the tour of the sample study was shown
public record Settings(
        List<String> recent,
        String coder,
        ThemeChoice theme,
        double zoom,
        Window window,
        Map<String, String> places,
        boolean tourSeen) {
    private static final int RECENT = 12;

    /// Which colours the window has.
    public enum ThemeChoice {
        /// As the system.
        SYSTEM,
        /// Always light.
        LIGHT,
        /// Always dark.
        DARK
    }

    /// Where the window stood, in screen coordinates.
    ///
    /// @param width in pixels
    /// @param height in pixels
    /// @param maximized whether it filled the screen
    public record Window(double width, double height, boolean maximized) {}

    public Settings {
        recent = List.copyOf(recent);
        places = Map.copyOf(places);
    }

    /// What holds before anything was said.
    public static Settings initial() {
        return new Settings(
                List.of(),
                "",
                ThemeChoice.SYSTEM,
                1,
                new Window(1440, 900, false),
                Map.of(),
                false);
    }

    /// With this study first among the recent ones.
    public Settings opened(String path) {
        List<String> paths = new ArrayList<>(recent);
        paths.remove(path);
        paths.addFirst(path);
        return new Settings(
                paths.subList(0, Math.min(RECENT, paths.size())),
                coder,
                theme,
                zoom,
                window,
                places,
                tourSeen);
    }

    /// Without this study among the recent ones.
    public Settings forgotten(String path) {
        List<String> paths = new ArrayList<>(recent);
        paths.remove(path);
        return new Settings(paths, coder, theme, zoom, window, places, tourSeen);
    }

    /// With this acting coder.
    public Settings withCoder(String name) {
        return new Settings(recent, name, theme, zoom, window, places, tourSeen);
    }

    /// With these colours.
    public Settings withTheme(ThemeChoice choice) {
        return new Settings(recent, coder, choice, zoom, window, places, tourSeen);
    }

    /// With this text size, kept between 60 % and 250 %.
    public Settings withZoom(double factor) {
        return new Settings(
                recent, coder, theme, Math.clamp(factor, 0.6, 2.5), window, places, tourSeen);
    }

    /// With the window standing so.
    public Settings withWindow(Window where) {
        return new Settings(recent, coder, theme, zoom, where, places, tourSeen);
    }

    /// With the place where work on a study stopped.
    public Settings withPlace(String path, String place) {
        Map<String, String> all = new LinkedHashMap<>(places);
        all.put(path, place);
        return new Settings(recent, coder, theme, zoom, window, all, tourSeen);
    }

    /// With the tour shown.
    public Settings withTourSeen() {
        return new Settings(recent, coder, theme, zoom, window, places, true);
    }
}
