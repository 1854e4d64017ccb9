package org.concordqda.desk.palette;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.HeadedLists;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Choices.Choice;

import java.util.List;
import java.util.Optional;

/// The one field from which everything can be reached: in sections, fuzzy, Enter does it.
public final class CommandPalette extends VBox {
    /// Letters of a detail that is shown whole beside a long name.
    private static final int KEY = 30;

    private final TextField field = new TextField();
    private final ListView<Line> list = new ListView<>();
    private final PaletteModel model;
    private final Sheets sheets;

    /// A line of the list: the heading of a section, or something to choose.
    private record Line(String heading, Optional<Choice> choice) {}

    /// One list without headings.
    ///
    /// @param all what can be chosen, likeliest first
    CommandPalette(Sheets sheets, String prompt, List<Choice> all) {
        this(
                sheets,
                prompt,
                new PaletteModel(List.of(new PaletteModel.Section("", all))),
                "Nothing is called so.");
    }

    /// What the model offers, under its headings.
    ///
    /// @param otherwise what to do when nothing of it is called what was typed
    public CommandPalette(Sheets sheets, String prompt, PaletteModel model, String otherwise) {
        this.sheets = sheets;
        this.model = model;
        getStyleClass().add("ask-card");
        setPadding(new Insets(10));
        setSpacing(8);
        setPrefSize(600, 460);
        setMinHeight(0);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().add("field");
        field.textProperty().subscribe(this::filter);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setFocusTraversable(false);
        list.setFixedCellSize(34);
        list.setAccessibleText("What can be chosen");
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(Pieces.text(otherwise, "muted"));
        list.setOnMouseClicked(e -> choose());
        list.setMinHeight(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(field, list);
    }

    /// Offers these too, by the words of their names, once they are read; what is chosen so far stays.
    public void lookUp(PaletteModel.Section section) {
        model.lookUp(section);
        int at = list.getSelectionModel().getSelectedIndex();
        filter(field.getText());
        if (at > 0) {
            move(at - 1, 1);
        }
    }

    private void filter(String typed) {
        list.getItems()
                .setAll(
                        model.matching(typed).stream()
                                .flatMap(
                                        s ->
                                                java.util.stream.Stream.concat(
                                                        s.name().isEmpty()
                                                                ? java.util.stream.Stream.of()
                                                                : java.util.stream.Stream.of(
                                                                        new Line(
                                                                                s.name(),
                                                                                Optional.empty())),
                                                        s.choices().stream()
                                                                .map(
                                                                        c ->
                                                                                new Line(
                                                                                        "",
                                                                                        Optional.of(
                                                                                                c)))))
                                .toList());
        list.getSelectionModel().clearSelection();
        move(-1, 1);
        list.scrollTo(0);
    }

    private void key(KeyEvent e) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (e.getCode()) {
            case DOWN -> move(at, 1);
            case UP -> move(at, -1);
            case PAGE_DOWN -> page(at, 1);
            case PAGE_UP -> page(at, -1);
            case ENTER -> choose();
            case TAB -> {}
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void move(int from, int by) {
        HeadedLists.step(list, from, by, 5, line -> line.choice().isPresent());
    }

    private void page(int at, int by) {
        int to = Math.clamp(at + 9L * by, 0, Math.max(0, list.getItems().size() - 1));
        move(to - by, by);
    }

    private void choose() {
        Line chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.choice().isPresent()) {
            sheets.away();
            model.choose(chosen.choice().get());
        }
    }

    private static final class Cell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setMouseTransparent(empty || line == null || line.choice().isEmpty());
            if (empty || line == null) {
                setGraphic(null);
            } else if (line.choice().isEmpty()) {
                Label heading = Pieces.caps(line.heading());
                HBox row = Pieces.row(0, heading);
                row.setAlignment(Pos.BOTTOM_LEFT);
                row.setPadding(new Insets(0, 10, 5, 10));
                setGraphic(row);
            } else {
                setGraphic(row(line.choice().get()));
            }
        }

        private static HBox row(Choice item) {
            Label name = Pieces.text(item.name());
            Label detail = Pieces.text(item.detail() + item.told(), "muted", "small");
            HBox row = Pieces.row(8);
            item.colour().ifPresent(c -> row.getChildren().add(Pieces.dot(c)));
            row.getChildren().addAll(name, detail, Pieces.spring());
            if (!item.key().isEmpty()) {
                row.getChildren().add(Pieces.key(item.key()));
            }
            row.setPadding(new Insets(0, 10, 0, 10));
            row.setPrefWidth(1);
            name.setMinWidth(Math.min(300, 8 * item.name().length()));
            if (item.detail().length() <= KEY) {
                // A key tells its number at its end.
                detail.setMinWidth(Region.USE_PREF_SIZE);
            }
            return row;
        }
    }
}
