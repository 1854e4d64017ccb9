package org.concordqda.desk.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Icons;
import org.concordqda.desk.fx.Pieces;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The first thing a person sees: what to do, and the studies worked on before.
public final class StartView extends StackPane {
    /// A thing to do.
    ///
    /// @param icon its sign
    /// @param title a few words
    /// @param sentence what comes of it
    /// @param action does it
    public record StartChoice(Feather icon, String title, String sentence, Runnable action) {}

    /// @param recent paths of studies, newest first
    public StartView(List<String> recent, List<StartChoice> choices, Consumer<Path> open) {
        getStyleClass().add("ground");
        StackPane logo = new StackPane(Pieces.text("C"));
        logo.getStyleClass().add("logo");
        Label title = Pieces.text("Concord", "strong", "huge");
        Label sentence =
                Pieces.text("Code texts together, see where you agree, settle the rest.", "muted");
        VBox head = new VBox(4, title, sentence);
        HBox top = Pieces.row(14, logo, head);
        TilePane tiles = new TilePane(14, 14);
        tiles.setPrefColumns(2);
        for (StartChoice choice : choices) {
            tiles.getChildren().add(tile(choice));
        }
        VBox box = new VBox(28, top, tiles);
        box.setMaxWidth(696);
        box.setPadding(new Insets(72, 24, 24, 24));
        List<String> there = recent.stream().filter(p -> Files.exists(Path.of(p))).toList();
        if (!there.isEmpty()) {
            VBox list = new VBox(0);
            list.getStyleClass().add("card");
            list.setPadding(new Insets(6, 0, 6, 0));
            there.forEach(p -> list.getChildren().add(recent(Path.of(p), open)));
            ScrollPane scroll = new ScrollPane(list);
            scroll.setFitToWidth(true);
            VBox.setVgrow(scroll, Priority.ALWAYS);
            box.getChildren().add(new VBox(10, Pieces.caps("Recent studies"), scroll));
        }
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
    }

    private static Button tile(StartChoice choice) {
        Label title = Pieces.text(choice.title(), "strong");
        title.setStyle("-fx-font-size: 15px;");
        Label sentence = Pieces.text(choice.sentence(), "muted");
        sentence.setWrapText(true);
        VBox words = new VBox(4, title, sentence);
        words.setPrefWidth(240);
        HBox row = new HBox(14, Icons.of(choice.icon(), 22), words);
        Button tile = new Button();
        tile.setGraphic(row);
        tile.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        tile.setAccessibleText(choice.title() + ". " + choice.sentence());
        tile.getStyleClass().add("choice");
        tile.setPrefSize(316, 96);
        tile.setOnAction(e -> choice.action().run());
        return tile;
    }

    private static Button recent(Path path, Consumer<Path> open) {
        String file = String.valueOf(path.getFileName());
        Label name = Pieces.text(file.replaceFirst("\\.concord$", ""), "strong");
        Label folder = Pieces.text(String.valueOf(path.getParent()), "muted", "small");
        HBox row = Pieces.row(10, Icons.of(Feather.FILE_TEXT, 16), name, folder);
        Button button = new Button();
        button.setGraphic(row);
        button.setAccessibleText("Open " + file);
        button.getStyleClass().add("recent");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> open.accept(path));
        return button;
    }
}
