package org.concordqda.desk;

import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// A study file dropped anywhere on the window is opened.
final class StudyDrop {
    private StudyDrop() {}

    static void accept(Node node, Consumer<Path> open) {
        node.addEventFilter(
                DragEvent.DRAG_OVER,
                e -> {
                    if (study(e.getDragboard().getFiles()).isPresent()) {
                        e.acceptTransferModes(TransferMode.COPY);
                        e.consume();
                    }
                });
        node.addEventFilter(
                DragEvent.DRAG_DROPPED,
                e ->
                        study(e.getDragboard().getFiles())
                                .ifPresent(
                                        path -> {
                                            e.setDropCompleted(true);
                                            e.consume();
                                            open.accept(path);
                                        }));
    }

    /// The study among the files, when it is the only one.
    static Optional<Path> study(List<File> files) {
        return files.size() == 1
                        && files.getFirst().getName().toLowerCase(Locale.ROOT).endsWith(".concord")
                ? Optional.of(files.getFirst().toPath())
                : Optional.empty();
    }
}
