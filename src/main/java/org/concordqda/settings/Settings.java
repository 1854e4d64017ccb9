package org.concordqda.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the program remembers on this machine for this person.
///
/// @param recent paths of studies opened before, newest first, at most twelve
/// @param coder who codes on this machine, or "" when never said
/// @param look colours and sizes
/// @param window where the window stood
/// @param places for each study (path) the place where work stopped (`Code:41:1200`)
/// @param commands commands chosen from the palette, newest first, at most eight
/// @param tourSeen whether the tour of the sample study was shown
/// @param benchmark key of the scale by which coefficients are named, as `krippendorff`
public record Settings(
        List<String> recent,
        String coder,
        Look look,
        Window window,
        Map<String, String> places,
        List<String> commands,
        boolean tourSeen,
        String benchmark) {
    private static final int RECENT = 12;
    private static final int COMMANDS = 8;

    /// Which colours the window has.
    public enum ThemeChoice {
        /// As the system, its high contrast too.
        SYSTEM,
        /// Always light.
        LIGHT,
        /// Always dark.
        DARK,
        /// Black on white, 7 : 1 and more.
        HIGH_CONTRAST_LIGHT,
        /// White on black, 7 : 1 and more.
        HIGH_CONTRAST_DARK
    }

    /// Where the window stood, in screen coordinates.
    ///
    /// @param width in pixels
    /// @param height in pixels
    /// @param maximized whether it filled the screen
    public record Window(double width, double height, boolean maximized) {}

    /// Colours and sizes.
    ///
    /// @param theme which colours
    /// @param zoom size of the whole window, 1 = 100 %, kept between 75 % and 200 %
    /// @param text size of a source's text within it, 1 = 100 %, kept between 60 % and 250 %
    public record Look(ThemeChoice theme, double zoom, double text) {
        public Look {
            zoom = Math.clamp(zoom, 0.75, 2);
            text = Math.clamp(text, 0.6, 2.5);
        }

        /// With these colours.
        public Look with(ThemeChoice choice) {
            return new Look(choice, zoom, text);
        }

        /// With the window at this size.
        public Look zoomed(double factor) {
            return new Look(theme, factor, text);
        }

        /// With sources' text at this size.
        public Look text(double factor) {
            return new Look(theme, zoom, factor);
        }
    }

    public Settings {
        recent = List.copyOf(recent);
        places = Map.copyOf(places);
        commands = List.copyOf(commands);
    }

    /// What holds before anything was said.
    public static Settings initial() {
        return new Settings(
                List.of(),
                "",
                new Look(ThemeChoice.SYSTEM, 1, 1),
                new Window(1440, 900, false),
                Map.of(),
                List.of(),
                false,
                "krippendorff");
    }

    /// With this study first among the recent ones.
    public Settings opened(String path) {
        return with(first(path, recent, RECENT), commands);
    }

    /// Without this study among the recent ones.
    public Settings forgotten(String path) {
        List<String> paths = new ArrayList<>(recent);
        paths.remove(path);
        return with(paths, commands);
    }

    /// With this command first among those chosen from the palette.
    public Settings chosen(String command) {
        return with(recent, first(command, commands, COMMANDS));
    }

    private Settings with(List<String> paths, List<String> chosen) {
        return new Settings(paths, coder, look, window, places, chosen, tourSeen, benchmark);
    }

    private static List<String> first(String newest, List<String> list, int most) {
        List<String> all = new ArrayList<>(list);
        all.remove(newest);
        all.addFirst(newest);
        return all.subList(0, Math.min(most, all.size()));
    }

    /// With this acting coder.
    public Settings withCoder(String name) {
        return new Settings(recent, name, look, window, places, commands, tourSeen, benchmark);
    }

    /// With these colours and sizes.
    public Settings withLook(Look now) {
        return new Settings(recent, coder, now, window, places, commands, tourSeen, benchmark);
    }

    /// With the window standing so.
    public Settings withWindow(Window where) {
        return new Settings(recent, coder, look, where, places, commands, tourSeen, benchmark);
    }

    /// With the place where work on a study stopped.
    public Settings withPlace(String path, String place) {
        Map<String, String> all = new LinkedHashMap<>(places);
        all.put(path, place);
        return new Settings(recent, coder, look, window, all, commands, tourSeen, benchmark);
    }

    /// With the tour shown.
    public Settings withTourSeen() {
        return new Settings(recent, coder, look, window, places, commands, true, benchmark);
    }

    /// With this scale for coefficients.
    public Settings withBenchmark(String key) {
        return new Settings(recent, coder, look, window, places, commands, tourSeen, key);
    }
}
