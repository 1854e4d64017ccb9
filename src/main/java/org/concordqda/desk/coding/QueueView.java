package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

import org.concordqda.desk.coding.QueueModel.Entry;
import org.concordqda.desk.coding.QueueModel.Order;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Session;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.SourceId;

import java.util.function.Consumer;

/// The queue: progress, filter, the sources with their states.
final class QueueView extends VBox {
    private final ListView<Entry> list = new ListView<>();
    private final TextField filter = new TextField();
    private boolean following;

    QueueView(Session session, QueueModel model, Consumer<SourceId> open) {
        getStyleClass().addAll("queue", "panel", "line-right");
        setMinWidth(240);
        setPrefWidth(264);
        ProgressBar progress = new ProgressBar(0);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setPrefHeight(5);
        progress.setAccessibleText("Sources done");
        Label done = Pieces.text("", "muted", "small");
        ComboBox<Order> order = new ComboBox<>();
        order.getItems().setAll(Order.values());
        order.setValue(Order.GIVEN);
        order.setAccessibleText("Sort the queue");
        order.getStyleClass().add("quiet-combo");
        order.valueProperty().subscribe(model::sort);
        VBox head =
                new VBox(
                        8,
                        Pieces.row(8, Pieces.caps("Queue"), Pieces.spring(), order),
                        progress,
                        done);
        head.setPadding(new Insets(12, 14, 10, 14));
        head.getStyleClass().add("line-below");
        filter.setPromptText("Filter by text, state");
        filter.setAccessibleText("Filter the queue");
        filter.getStyleClass().add("field");
        filter.textProperty().subscribe(model::filter);
        VBox.setMargin(filter, new Insets(10, 12, 8, 12));
        list.setCellFactory(view -> new Cell());
        list.setFixedCellSize(54);
        list.setAccessibleText("Sources to code");
        list.setPlaceholder(
                Pieces.text(
                        session.study().sources().count() == 0
                                ? "No sources yet. Import some in Sources."
                                : "Nothing fits the filter.",
                        "muted"));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        entry -> {
                            if (entry != null && !following) {
                                open.accept(entry.source().id());
                            }
                        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, filter, list);
        model.shown()
                .subscribe(
                        entries -> {
                            Entry was = list.getSelectionModel().getSelectedItem();
                            following = true;
                            list.getItems().setAll(entries);
                            if (was != null) {
                                follow(was.source().id());
                            }
                            following = false;
                            int n = model.size();
                            progress.setProgress(n == 0 ? 0 : (double) model.done() / n);
                            done.setText(model.done() + " of " + n + " done");
                        });
    }

    /// Shows which source is open.
    void follow(SourceId id) {
        following = true;
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).source().id().equals(id)) {
                list.getSelectionModel().select(i);
                list.scrollTo(Math.max(0, i - 4));
            }
        }
        following = false;
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// A state as a sign: ring, half disc, disc.
    static Node sign(AssignmentState state) {
        Circle ring = new Circle(4.5);
        ring.getStyleClass().add("state-" + state.name().toLowerCase(java.util.Locale.ROOT));
        StackPane sign = new StackPane(ring);
        if (state == AssignmentState.IN_PROGRESS) {
            Arc half = new Arc(0, 0, 3.5, 3.5, 90, 180);
            half.setType(ArcType.CHORD);
            half.getStyleClass().add("state-half");
            half.setTranslateX(-1.75);
            sign.getChildren().add(half);
        }
        sign.setMinSize(12, 12);
        sign.setMaxSize(12, 12);
        return sign;
    }

    private static final class Cell extends ListCell<Entry> {
        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label title = Pieces.text(entry.source().title());
            Label detail = Pieces.text(entry.detail(), "muted", "small");
            VBox words = new VBox(1, title, detail);
            words.setMinWidth(0);
            words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = Pieces.row(9, sign(entry.state()), words);
            row.setPadding(new Insets(0, 12, 0, 14));
            row.setMinWidth(0);
            row.setPrefWidth(1);
            setGraphic(row);
            setAccessibleText(entry.source().title() + ", " + QueueModel.words(entry.state()));
        }
    }
}
