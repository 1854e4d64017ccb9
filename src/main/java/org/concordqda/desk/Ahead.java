package org.concordqda.desk;

import org.concordqda.settings.SettingsFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.SecureRandom;
import java.text.Bidi;

/// What the window needs first and what needs no window, done on another core while JavaFX starts: the log, the
/// settings, the tables of writing directions, the chance that names JavaFX's copies of the fonts. Each is loaded once by Java itself, so that whoever is first does
/// the work and the other finds it done; a start without it is only slower.
final class Ahead {
    private Ahead() {}

    /// Begins, and returns at once. Any thread.
    static void start() {
        Thread.ofPlatform().daemon().name("concord-ahead").start(Ahead::load);
    }

    private static void load() {
        Logger log = LoggerFactory.getLogger(Ahead.class);
        log.debug("Settings can be read and written: {}", SettingsFile.warm());
        new SecureRandom().nextLong();
        // A letter of Hebrew: text of one direction needs no tables.
        new Bidi("a \u05d0", Bidi.DIRECTION_LEFT_TO_RIGHT);
    }
}
