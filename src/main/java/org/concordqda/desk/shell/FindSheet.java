package org.concordqda.desk.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Session;
import org.concordqda.study.Finder;
import org.concordqda.study.Finder.Found;

import java.util.List;

/// Finds words in every source as one types, with what stands around them; Enter opens the place with the
/// words selected, ready to be coded.
public final class FindSheet extends VBox {
    private static final int MOST = 200;

    private final Session session;
    private final Sheets sheets;
    private final TextField field = new TextField();
    private final ListView<Found> list = new ListView<>();
    private final Label count = Pieces.text("", "muted", "small");
    private final PauseTransition pause = new PauseTransition(Duration.millis(120));
    private long asked;

    public FindSheet(Session session, Sheets sheets) {
        this.session = session;
        this.sheets = sheets;
        getStyleClass().add("ask-card");
        setPadding(new Insets(12));
        setSpacing(8);
        setPrefSize(860, 560);
        field.setPromptText("Find in all sources");
        field.setAccessibleText("Find in all sources");
        field.getStyleClass().add("field");
        field.textProperty().subscribe(words -> pause.playFromStart());
        pause.setOnFinished(e -> find());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setFocusTraversable(false);
        list.setFixedCellSize(50);
        list.setPlaceholder(Pieces.text("Whole words; the last may be unfinished.", "muted"));
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(e -> open());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(field, count, list);
    }

    private void find() {
        long mine = ++asked;
        String words = field.getText();
        if (words.isBlank()) {
            list.getItems().clear();
            count.setText("");
            return;
        }
        session.jobs()
                .quietly(
                        progress -> new Finder(session.study()).find(words, MOST),
                        found -> {
                            if (mine == asked) {
                                show(found);
                            }
                        });
    }

    private void show(List<Found> found) {
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        count.setText(
                found.isEmpty()
                        ? "Nothing found"
                        : found.size() == MOST
                                ? "The best " + MOST + " places"
                                : found.size() + (found.size() == 1 ? " place" : " places"));
    }

    private void key(KeyEvent e) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (e.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().select(Math.min(at + 1, list.getItems().size() - 1));
        } else if (e.getCode() == KeyCode.UP) {
            list.getSelectionModel().select(Math.max(0, at - 1));
        } else if (e.getCode() == KeyCode.ENTER) {
            open();
        } else {
            return;
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
        e.consume();
    }

    private void open() {
        Found found = list.getSelectionModel().getSelectedItem();
        if (found != null) {
            sheets.away();
            session.go(Destination.in(found.source(), found.start(), found.end()));
        }
    }

    private final class Cell extends ListCell<Found> {
        @Override
        protected void updateItem(Found found, boolean empty) {
            super.updateItem(found, empty);
            if (empty || found == null) {
                setGraphic(null);
                return;
            }
            Text hit = new Text(found.hit());
            hit.getStyleClass().addAll("text", "strong", "hit");
            TextFlow flow =
                    new TextFlow(new Text("… " + found.before()), hit, new Text(found.after()));
            flow.setMaxHeight(20);
            flow.setPrefHeight(20);
            Label where =
                    Pieces.text(
                            session.study().sources().get(found.source()).title(),
                            "muted",
                            "small");
            VBox box = new VBox(1, flow, where);
            box.setPadding(new Insets(4, 10, 4, 10));
            box.setPrefWidth(1);
            box.setMinWidth(0);
            setGraphic(box);
        }
    }
}
