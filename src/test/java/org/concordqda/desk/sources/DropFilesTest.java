package org.concordqda.desk.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.desk.InWindow;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Files dropped on the window, in whatever place one is.
@InWindow
class DropFilesTest extends DeskTest {
    @Test
    void aFileDroppedWhileCodingIsPreviewedAndImported() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("dropped.txt"),
                        "Ann: one\nBen: two\nAnn: three\nBen: four\n");
        Label handle = new Label("a file of the desktop");
        Driver.now(
                () -> {
                    StackPane root =
                            (StackPane)
                                    driver.scene().getRoot().getChildrenUnmodifiable().getFirst();
                    StackPane.setAlignment(handle, Pos.TOP_RIGHT);
                    root.getChildren().add(handle);
                    handle.setOnDragDetected(
                            e -> {
                                ClipboardContent content = new ClipboardContent();
                                content.putFiles(List.of(file.toFile()));
                                handle.startDragAndDrop(TransferMode.COPY).setContent(content);
                                e.consume();
                            });
                });
        driver.press(KeyCode.ALT, KeyCode.DIGIT2);
        driver.settle();
        driver.drag(
                driver.middle(handle),
                Driver.now(() -> driver.scene().getRoot().localToScreen(700, 450)));
        driver.until("the preview", () -> driver.says("What these files bring"));
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.until("stored", () -> driver.says("1 stored"));
        assertEquals(9, open.study().sources().list().size());
    }
}
