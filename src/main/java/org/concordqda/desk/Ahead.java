package org.concordqda.desk;

import org.concordqda.desk.fx.Fonts;
import org.concordqda.desk.fx.Icons;
import org.concordqda.settings.SettingsFile;
import org.concordqda.study.Study;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.text.Bidi;

/// What the window needs first and what needs no window, done on another core while JavaFX starts: the log, the
/// settings, the faces, the tables of writing directions, what a study is read with. Each is loaded once by Java itself, so that whoever is first
/// does the work and the other finds it done; a start without it is only slower.
final class Ahead {
    private Ahead() {}

    /// Begins, and returns at once. Any thread.
    ///
    /// @param study whether a study will be opened at once
    static void start(boolean study) {
        Thread.ofPlatform()
                .daemon()
                .name("concord-ahead")
                // What fails here fails again for the one that needs it, who says so.
                .uncaughtExceptionHandler((thread, thrown) -> {})
                .start(() -> load(study));
    }

    private static void load(boolean study) {
        Logger log = LoggerFactory.getLogger(Ahead.class);
        log.debug("Settings can be read and written: {}", SettingsFile.warm());
        log.debug("Faces {}, {}", Fonts.text(), Icons.of(Feather.FOLDER, 16));
        if (study) {
            log.debug("Studies can be read: {}", Study.warm());
        }
        // A letter of Hebrew: text of one direction needs no tables.
        new Bidi("a \u05d0", Bidi.DIRECTION_LEFT_TO_RIGHT);
    }
}
