package org.concordqda.desk;

import org.concordqda.desk.session.Place;

import java.nio.file.Path;

/// Opens a study in a window for tests of one place.
public final class Desks {
    private Desks() {}

    /// Opens a study as a coder and goes to a place.
    public static <P extends Place> P openAt(
            Driver driver, Path file, String coder, Class<P> place) {
        DeskWindow window = driver.window();
        Driver.now(() -> window.settings(window.settings().withCoder(coder)));
        Driver.now(() -> window.open(file));
        driver.until("it is open", () -> window.study().isPresent());
        var shell = Driver.now(() -> window.study().orElseThrow().shell());
        P found =
                place.cast(
                        Driver.now(
                                () ->
                                        shell.places().stream()
                                                .filter(place::isInstance)
                                                .findFirst()
                                                .orElseThrow()));
        Driver.now(() -> shell.enter(found));
        driver.settle();
        return found;
    }

    /// Closes study and window.
    public static void close(Driver driver) {
        Driver.now(() -> driver.window().close());
        driver.close();
    }
}
