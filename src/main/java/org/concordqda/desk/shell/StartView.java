package org.concordqda.desk.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Icons;
import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.KeyHint;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The first thing a person sees: what to do, and the studies worked on before.
public final class StartView extends StackPane {
    private final Sheets sheets;
    private final List<Command> commands;
    private final Consumer<Path> open;
    private final Consumer<String> forget;
    private final VBox recent = new VBox(0);
    private final VBox below = new VBox(10);

    /// A thing to do.
    ///
    /// @param icon its sign
    /// @param title a few words
    /// @param sentence what comes of it
    /// @param action does it
    public record StartChoice(Feather icon, String title, String sentence, Runnable action) {}

    /// @param paths studies opened before, newest first
    /// @param forget takes one off that list
    public StartView(
            Jobs jobs,
            Sheets sheets,
            List<String> paths,
            List<StartChoice> choices,
            List<Command> commands,
            Consumer<Path> open,
            Consumer<String> forget) {
        this.sheets = sheets;
        this.commands = List.copyOf(commands);
        this.open = open;
        this.forget = forget;
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
        recent.getStyleClass().add("card");
        recent.setPadding(new Insets(6, 0, 6, 0));
        paths.forEach(p -> recent.getChildren().add(line(p)));
        ScrollPane scroll = new ScrollPane(recent);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        below.getChildren().addAll(Pieces.caps("Recent studies"), scroll);
        below.setMinHeight(0);
        below.setVisible(!paths.isEmpty());
        VBox.setVgrow(below, Priority.ALWAYS);
        VBox box = new VBox(28, top, tiles, below);
        box.setMaxWidth(696);
        box.setPadding(new Insets(72, 24, 48, 24));
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        getChildren().addAll(box, foot(jobs));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventFilter(
                KeyEvent.KEY_TYPED,
                e -> {
                    if ("?".equals(e.getCharacter())
                            && !(e.getTarget() instanceof TextInputControl)) {
                        keys();
                    }
                });
    }

    private HBox foot(Jobs jobs) {
        HBox foot =
                Pieces.row(
                        8,
                        Pieces.icon(Feather.SETTINGS, "Settings (Ctrl ,)", this::settings),
                        Pieces.icon(Feather.HELP_CIRCLE, "Keys (?)", this::keys),
                        Pieces.text("A study can also be dropped here.", "muted", "small"),
                        Pieces.spring(),
                        new JobLine(jobs, sheets));
        foot.setMaxHeight(USE_PREF_SIZE);
        foot.setPadding(new Insets(0, 16, 8, 12));
        StackPane.setAlignment(foot, Pos.BOTTOM_CENTER);
        return foot;
    }

    private void settings() {
        commands.stream()
                .filter(c -> c.name().equals("Settings"))
                .findFirst()
                .ifPresent(c -> c.action().run());
    }

    private void keys() {
        List<KeyHint> keys = new ArrayList<>();
        commands.forEach(c -> keys.add(new KeyHint(c.keys(), c.name())));
        keys.add(new KeyHint("Tab", "To the next choice"));
        keys.add(new KeyHint("Enter", "Take it"));
        keys.add(new KeyHint("Delete", "On a recent study: forget it (the file stays)"));
        keys.add(new KeyHint("?  F1", "All keys"));
        KeysSheet.show(sheets, List.of(new KeysSheet.Group("Start", keys)));
    }

    private void key(KeyEvent e) {
        if (e.getCode() == javafx.scene.input.KeyCode.F1) {
            keys();
            e.consume();
            return;
        }
        commands.stream()
                .filter(c -> c.key() != null && c.key().match(e))
                .findFirst()
                .ifPresent(
                        c -> {
                            c.action().run();
                            e.consume();
                        });
    }

    private static Button tile(StartChoice choice) {
        Label title = Pieces.text(choice.title(), "strong", "title");
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

    /// A study worked on before; one that is no longer there is grey and can be forgotten.
    private HBox line(String stored) {
        Path path = Path.of(stored);
        boolean there = Files.exists(path);
        String file = String.valueOf(path.getFileName());
        Label name = Pieces.text(file.replaceFirst("\\.concord$", ""), there ? "strong" : "muted");
        Label folder = Pieces.text(String.valueOf(path.getParent()), "muted", "small");
        folder.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        HBox row = Pieces.row(10, Icons.of(Feather.FILE_TEXT, 16), name, folder);
        if (!there) {
            row.getChildren().add(Pieces.chip("not there now", "square"));
        }
        Button button = new Button();
        button.setGraphic(row);
        button.setAccessibleText((there ? "Open " : "Not there now: ") + file);
        button.getStyleClass().add("recent");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setDisable(!there);
        button.setOnAction(e -> open.accept(path));
        HBox.setHgrow(button, Priority.ALWAYS);
        Button away = Pieces.icon(Feather.X, "Forget " + file + " (the file stays)", () -> {});
        // What can be opened is forgotten with Delete; of what is gone × is all there is to reach.
        away.setFocusTraversable(!there);
        HBox line = Pieces.row(0, button, away);
        line.setPadding(new Insets(0, 8, 0, 0));
        Runnable drop =
                () -> {
                    forget.accept(stored);
                    recent.getChildren().remove(line);
                    below.setVisible(!recent.getChildren().isEmpty());
                };
        away.setOnAction(e -> drop.run());
        line.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == javafx.scene.input.KeyCode.DELETE) {
                        drop.run();
                        e.consume();
                    }
                });
        return line;
    }
}
