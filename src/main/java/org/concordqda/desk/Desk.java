package org.concordqda.desk;

import javafx.application.Application;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens the desk and stays until its window is closed.
public final class Desk {
    private Desk() {}

    /// Opens the window, on a study when one is given, else on the choices of a first start.
    ///
    /// @throws NoDisplayException when there is no screen
    public static void launch(Optional<Path> study) {
        List<String> arguments = study.map(p -> List.of(p.toString())).orElse(List.of());
        Ahead.start(study.isPresent());
        try {
            Application.launch(DeskApp.class, arguments.toArray(String[]::new));
        } catch (UnsupportedOperationException e) {
            throw new NoDisplayException(e);
        } catch (RuntimeException e) {
            for (Throwable at = e.getCause(); at != null; at = at.getCause()) {
                if (at instanceof UnsupportedOperationException) {
                    throw new NoDisplayException(e);
                }
            }
            throw e;
        }
    }
}
