package org.concordqda.desk;

import javafx.application.Application;
import javafx.stage.Stage;

import org.concordqda.settings.SettingsFile;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// The JavaFX application: makes the window and hands it a study to open.
public final class DeskApp extends Application {
    private @Nullable DeskWindow window;

    @Override
    public void start(Stage stage) {
        DeskWindow made = new DeskWindow(stage, SettingsFile.ofThisPerson());
        window = made;
        List<String> arguments = getParameters().getUnnamed();
        if (arguments.isEmpty()) {
            made.show();
        } else {
            made.show(Path.of(arguments.getFirst()));
        }
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }
}
