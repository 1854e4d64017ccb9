package org.concordqda.desk.sources;

import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.ImportChoices;
import org.concordqda.model.ImportPreview;
import org.concordqda.model.ImportPreview.Item;
import org.concordqda.model.ImportPreview.Standing;
import org.concordqda.model.ImportProblem;
import org.concordqda.model.SpeakerChoice;
import org.concordqda.study.StagedImport;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The preview of an import: what was found on the left, what was detected in the chosen one on the right,
/// with its speakers to be merged, renamed or rejected. Nothing is stored before Import.
final class ImportSheet extends VBox {
    private static final int PROBLEMS = 100;

    private final ImportPreview preview;
    private final Consumer<ImportChoices> store;
    private final List<SpeakerChoice> speakers = new ArrayList<>();
    private final Set<Integer> leftOut = new HashSet<>();

    private final SpeakerCounts counts;
    private final ListView<Integer> list = new ListView<>();
    private final ImportDetail side;
    private final ComboBox<String> changed = new ComboBox<>();
    private final Button go;

    /// @param jobs reads what is long
    /// @param away puts the card away
    /// @param store stores with these choices
    /// @param pullRequests reads again with pull requests
    ImportSheet(
            StagedImport staged,
            Jobs jobs,
            Runnable away,
            Consumer<ImportChoices> store,
            Runnable pullRequests) {
        this.preview = staged.preview();
        this.store = store;
        counts = new SpeakerCounts(staged, jobs, list::refresh);
        side = new ImportDetail(staged, jobs, speakers, counts);
        go = Pieces.primary("Import", "Ctrl+Enter", this::confirm);
        getStyleClass().add("ask-card");
        setPadding(new Insets(22));
        setSpacing(12);
        setPrefWidth(1000);
        setPrefHeight(680);
        list.setItems(
                FXCollections.observableArrayList(
                        java.util.stream.IntStream.range(0, preview.items().size())
                                .boxed()
                                .toList()));
        list.setCellFactory(v -> new ItemCell());
        list.setAccessibleText("Sources found");
        list.setPrefWidth(400);
        list.setMinWidth(240);
        list.setFixedCellSize(52);
        list.getSelectionModel().selectedItemProperty().subscribe(side::show);
        list.setOnKeyPressed(
                e -> {
                    Integer at = list.getSelectionModel().getSelectedItem();
                    if (e.getCode() == KeyCode.SPACE && at != null) {
                        toggle(at);
                        e.consume();
                    }
                });
        HBox.setHgrow(side, Priority.ALWAYS);
        HBox body = new HBox(16, list, side);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(120);
        Label title = Pieces.text("What these files bring", "strong", "big");
        getChildren().addAll(title, summary(pullRequests), Pieces.hairline(), body);
        if (!preview.problems().isEmpty()) {
            getChildren().add(problems());
        }
        boolean here = preview.count(Standing.CHANGED) > 0;
        boolean clash = preview.count(Standing.CLASHES) > 0;
        changed.getItems()
                .addAll(
                        !clash
                                ? "Keep the text that is here"
                                : here ? "Keep what is here or came first" : "Keep the first text",
                        "Take both texts");
        if (here) {
            changed.getItems().add("Refresh: codings move along");
        }
        changed.getSelectionModel().select(0);
        changed.setAccessibleText(
                here
                        ? "Sources that are here with another text"
                        : "Sources of which these files have two texts");
        changed.valueProperty().subscribe(v -> count());
        HBox foot = Pieces.row(8);
        if (here || clash) {
            foot.getChildren().addAll(Pieces.text("Where the text differs:", "muted"), changed);
        }
        foot.getChildren().addAll(Pieces.spring(), Pieces.button("Cancel", away), go);
        getChildren().add(foot);
        setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER && e.isShortcutDown() && !go.isDisabled()) {
                        confirm();
                        e.consume();
                    }
                });
        count();
    }

    /// Chooses the first source that may need a decision.
    void ready() {
        int first = 0;
        for (int i = preview.items().size() - 1; i >= 0; i--) {
            if (!preview.items().get(i).speakers().isEmpty()) {
                first = i;
            }
        }
        list.getSelectionModel().select(first);
        list.scrollTo(Math.max(0, first - 1));
        list.requestFocus();
    }

    /// Reads no further: the card is put away.
    void stop() {
        side.stop();
        counts.stop();
    }

    private Region summary(Runnable pullRequests) {
        javafx.scene.layout.FlowPane chips = new javafx.scene.layout.FlowPane(8, 6);
        for (Standing s : Standing.values()) {
            int n = preview.count(s);
            if (n > 0) {
                chips.getChildren().add(Pieces.chip(n + " " + s.words(), style(s)));
            }
        }
        preview.leftOut()
                .forEach(
                        (what, n) ->
                                chips.getChildren()
                                        .add(Pieces.chip(n + " × " + what + " left out")));
        if (preview.leftOut().containsKey("pull request")) {
            chips.getChildren()
                    .add(Pieces.button("Take the pull requests too", pullRequests, "quiet"));
        }
        if (!preview.problems().isEmpty()) {
            chips.getChildren()
                    .add(Pieces.chip(preview.problems().size() + " not readable", "wrong"));
        }
        return chips;
    }

    private static String style(Standing standing) {
        return switch (standing) {
            case NEW, FILLS -> "soft";
            case CHANGED, CLASHES -> "look";
            case SAME, TWICE -> "plain-chip";
        };
    }

    private Region problems() {
        VBox lines = new VBox(3);
        for (ImportProblem p :
                preview.problems().subList(0, Math.min(PROBLEMS, preview.problems().size()))) {
            Label line = Pieces.text(p.sentence(), "small");
            line.setWrapText(true);
            lines.getChildren().add(line);
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(84);
        scroll.setMinHeight(Math.min(84, 22 * preview.problems().size()));
        VBox box =
                new VBox(
                        4,
                        Pieces.text(
                                preview.problems().size() == 1
                                        ? "One could not be read; the others can be imported."
                                        : preview.problems().size()
                                                + " could not be read; the others can be"
                                                + " imported.",
                                "strong",
                                "small"),
                        scroll);
        box.getStyleClass().add("notice");
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private void toggle(Integer at) {
        if (!comes(preview.items().get(at).standing())) {
            return;
        }
        if (!leftOut.remove(at)) {
            leftOut.add(at);
        }
        list.refresh();
        count();
    }

    private static boolean comes(Standing s) {
        return s != Standing.SAME && s != Standing.TWICE;
    }

    private ImportChoices.Changed changed() {
        return switch (changed.getSelectionModel().getSelectedIndex()) {
            case 1 -> ImportChoices.Changed.BOTH;
            case 2 -> ImportChoices.Changed.REFRESH;
            default -> ImportChoices.Changed.KEEP;
        };
    }

    private void count() {
        int n = 0;
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < preview.items().size(); i++) {
            Item item = preview.items().get(i);
            if (comes(item.standing()) && !leftOut.contains(i)) {
                boolean in =
                        item.standing() == Standing.CHANGED
                                ? changed() != ImportChoices.Changed.KEEP
                                : keys.add(item.key()) || changed() == ImportChoices.Changed.BOTH;
                n += in ? 1 : 0;
            }
        }
        go.setText(n == 1 ? "Import 1 source" : "Import " + n + " sources");
        go.setAccessibleText(go.getText());
        go.setDisable(n == 0);
    }

    private void confirm() {
        // What stands in a field is a choice too: it is one once the keyboard is elsewhere.
        go.requestFocus();
        stop();
        store.accept(new ImportChoices(speakers, leftOut, changed()));
    }

    private final class ItemCell extends ListCell<Integer> {
        private final CheckBox box = new CheckBox();
        private final Label title = Pieces.text("");
        private final Label below = Pieces.text("", "muted", "small");
        private final Label standing = Pieces.chip("");
        private final HBox row;

        ItemCell() {
            box.setFocusTraversable(false);
            box.setOnAction(
                    e -> {
                        if (getItem() != null) {
                            toggle(getItem());
                        }
                    });
            VBox words = new VBox(1, title, below);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            row = Pieces.row(10, box, words, standing);
            row.setPadding(new Insets(6, 10, 6, 8));
            row.setPrefWidth(10);
        }

        @Override
        protected void updateItem(Integer at, boolean empty) {
            super.updateItem(at, empty);
            if (empty || at == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            Item item = preview.items().get(at);
            boolean comes = comes(item.standing());
            box.setDisable(!comes);
            box.setSelected(comes && !leftOut.contains(at));
            box.setAccessibleText("Import " + item.key());
            title.setText(item.title());
            int speaking = counts.of(at);
            // What the title says already is not said again: there is little room.
            String file =
                    item.key().startsWith(item.title() + ".")
                            ? item.key().substring(item.title().length() + 1)
                            : item.key();
            String where = item.standing() == Standing.CLASHES ? " · " + item.file() : "";
            below.setText(
                    file
                            + where
                            + (speaking == 0 ? "" : " · " + Words.counted(speaking, "speaker")));
            standing.setText(item.standing().words());
            standing.getStyleClass().setAll("label", "chip", style(item.standing()));
            setAccessibleText(item.title() + ", " + item.standing().words());
            setGraphic(row);
        }
    }
}
