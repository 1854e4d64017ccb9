package org.concordqda.desk.shell;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Fuzzy;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Choices.Choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The one field from which everything can be reached: codes of the place first, then commands; fuzzy,
/// recent first, Enter does it.
public final class CommandPalette extends VBox {
    private static final int MOST = 60;

    private final TextField field = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private final List<Choice> all;
    private final Sheets sheets;

    /// @param all what can be chosen, likeliest first
    public CommandPalette(Sheets sheets, String prompt, List<Choice> all) {
        this.sheets = sheets;
        this.all = List.copyOf(all);
        getStyleClass().add("ask-card");
        setPadding(new Insets(10));
        setSpacing(8);
        setPrefSize(560, 420);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().add("field");
        field.textProperty().subscribe(this::filter);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setFocusTraversable(false);
        list.setFixedCellSize(36);
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(Pieces.text("Nothing is called so.", "muted"));
        list.setOnMouseClicked(e -> choose());
        VBox.setVgrow(list, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(field, list);
    }

    private void filter(String typed) {
        record Scored(Choice choice, int score, int place) {}
        List<Scored> fits = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Choice choice = all.get(i);
            int score =
                    Math.max(
                            Fuzzy.score(typed, choice.name()),
                            Fuzzy.score(typed, choice.detail()) - 400);
            if (typed.isBlank() || score >= 0) {
                fits.add(new Scored(choice, score, i));
            }
        }
        fits.sort(
                Comparator.comparingInt((Scored s) -> -s.score()).thenComparingInt(Scored::place));
        list.getItems().setAll(fits.stream().limit(MOST).map(Scored::choice).toList());
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent e) {
        int at = list.getSelectionModel().getSelectedIndex();
        int size = list.getItems().size();
        if (e.getCode() == KeyCode.DOWN && size > 0) {
            move((at + 1) % size);
        } else if (e.getCode() == KeyCode.UP && size > 0) {
            move((at + size - 1) % size);
        } else if (e.getCode() == KeyCode.ENTER) {
            choose();
        } else {
            return;
        }
        e.consume();
    }

    private void move(int to) {
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - 4));
    }

    private void choose() {
        Choice chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            sheets.away();
            chosen.action().run();
        }
    }

    private static final class Cell extends ListCell<Choice> {
        @Override
        protected void updateItem(Choice item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            Label name = Pieces.text(item.name());
            Label detail = Pieces.text(item.detail(), "muted", "small");
            HBox row = Pieces.row(8);
            item.colour().ifPresent(c -> row.getChildren().add(Pieces.dot(c)));
            row.getChildren().addAll(name, detail, Pieces.spring());
            if (!item.key().isEmpty()) {
                row.getChildren().add(Pieces.key(item.key()));
            }
            row.setPadding(new Insets(0, 10, 0, 10));
            name.setMinWidth(Math.min(300, 8 * item.name().length()));
            setGraphic(row);
        }
    }
}
