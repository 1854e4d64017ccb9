package org.concordqda.desk.sources;

import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Files and folders dropped on a node, before its children see them. What children drag among themselves is
/// none of its business.
public final class FileDrop {
    private FileDrop() {}

    /// Gives dropped files to `taker`; while they hover the node has the style class `dropping`.
    public static void on(Node node, Consumer<List<Path>> taker) {
        node.addEventFilter(
                DragEvent.DRAG_OVER,
                e -> {
                    if (e.getDragboard().hasFiles()) {
                        e.acceptTransferModes(TransferMode.COPY);
                        if (!node.getStyleClass().contains("dropping")) {
                            node.getStyleClass().add("dropping");
                        }
                        e.consume();
                    }
                });
        node.addEventHandler(DragEvent.DRAG_EXITED, e -> node.getStyleClass().remove("dropping"));
        node.addEventFilter(
                DragEvent.DRAG_DROPPED,
                e -> {
                    node.getStyleClass().remove("dropping");
                    List<File> files = e.getDragboard().getFiles();
                    if (files != null && !files.isEmpty()) {
                        e.setDropCompleted(true);
                        e.consume();
                        taker.accept(files.stream().map(File::toPath).toList());
                    }
                });
    }

    /// Whether all of these are tables, which hold attributes and no sources.
    public static boolean tables(List<Path> files) {
        return !files.isEmpty()
                && files.stream()
                        .allMatch(
                                f ->
                                        f.toString()
                                                .toLowerCase(Locale.ROOT)
                                                .matches(".+\\.(csv|tsv|xlsx)"));
    }
}
