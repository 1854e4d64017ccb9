package org.concordqda.desk.fx;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;

import java.io.File;

/// Asks the system for files and folders, beginning where the last one was chosen or, before that, beside the
/// study: what belongs together lies together. JavaFX thread.
public final class Choosers {
    private static @Nullable File folder;

    private Choosers() {}

    /// A chooser of files.
    public static FileChooser file(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    /// A chooser of a folder.
    public static DirectoryChooser folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    /// Something was chosen or opened: the next chooser begins there.
    ///
    /// @param chosen a folder, or a file in one that may not be there yet
    public static void near(File chosen) {
        File at = chosen.getAbsoluteFile();
        folder = at.isDirectory() ? at : at.getParentFile();
    }
}
