package org.concordqda.desk.coding;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

import org.concordqda.desk.coding.CodeModel.Opened;
import org.concordqda.desk.fx.FilterField;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Prompt;
import org.concordqda.desk.fx.Unread;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.SourceId;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The queue: progress, filter, the sources with their states.
final class QueueView extends VBox {
    private final QueueModel model;
    private final ListView<QueueEntry> list = new ListView<>();
    private final FilterField filter =
            new FilterField("Filter by text, label, state", "Filter the queue");
    private final ComboBox<QueueOrder> order = new ComboBox<>();
    private final TextField seed = new TextField();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label done = Pieces.text("", "muted", "small");
    private final Label empty = Pieces.text("", "muted");
    private @Nullable SourceId open;
    private boolean following;

    QueueView(QueueModel model, Consumer<SourceId> opener) {
        this.model = model;
        getStyleClass().addAll("queue", "panel", "line-right");
        setMinWidth(240);
        setPrefWidth(264);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setPrefHeight(5);
        progress.setAccessibleText("Sources done");
        order.getItems().setAll(QueueOrder.values());
        order.setValue(model.order());
        order.setAccessibleText("Sort the queue");
        order.getStyleClass().add("quiet-combo");
        seed.setText(Long.toString(model.seed()));
        seed.setAccessibleText("Seed of the random order");
        seed.getStyleClass().addAll("field", "seed");
        seed.setPrefColumnCount(4);
        seed.setMaxWidth(64);
        order.valueProperty().subscribe(by -> sort());
        seed.textProperty().subscribe(text -> sort());
        Label caps = Pieces.caps("Queue");
        caps.setMinWidth(Label.USE_PREF_SIZE);
        VBox head = new VBox(8, Pieces.row(6, caps, Pieces.spring(), order, seed), progress, done);
        head.setPadding(new Insets(12, 14, 10, 14));
        head.getStyleClass().add("line-below");
        filter.textProperty().subscribe(model::filter);
        filter.leadsTo(this::openFirst, list::requestFocus);
        Prompt.fit(filter, "Filter by text, label, state", "Text, label, state", "Filter");
        VBox.setMargin(filter, new Insets(10, 12, 8, 12));
        empty.setWrapText(true);
        empty.setPadding(new Insets(16));
        list.setCellFactory(view -> new Cell());
        list.setFixedCellSize(54);
        list.setAccessibleText("Sources to code");
        list.setPlaceholder(empty);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        entry -> {
                            if (entry != null && !following) {
                                opener.accept(entry.source().id());
                            }
                        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Unread unread = new Unread(() -> model.update(() -> {}));
        model.unread().subscribe(unread::say);
        getChildren().addAll(head, filter, unread, list);
        model.known().subscribe(on -> say());
        model.shown().subscribe(() -> show(model.shown().get()));
        show(model.shown().get());
    }

    /// From the filter into the list, onto the first source that fits.
    private void openFirst() {
        if (!list.getItems().isEmpty()) {
            list.getSelectionModel().clearAndSelect(0);
            list.scrollTo(0);
            list.requestFocus();
        }
    }

    private void sort() {
        boolean random = order.getValue() == QueueOrder.RANDOM;
        seed.setVisible(random);
        seed.setManaged(random);
        if (!random) {
            model.sort(order.getValue());
        } else if (seed.getText().matches("-?\\d{1,18}")) {
            model.sortAtRandom(Long.parseLong(seed.getText()));
        }
    }

    /// Takes up an order by its name; one that is not known is left.
    void sortAs(String name, long drawn) {
        for (QueueOrder known : QueueOrder.values()) {
            if (known.name().equals(name)) {
                model.sortAs(known, drawn);
                showOrder();
            }
        }
    }

    /// Shows how the model is sorted, where that was remembered.
    void showOrder() {
        seed.setText(Long.toString(model.seed()));
        order.setValue(model.order());
    }

    private void show(List<QueueEntry> entries) {
        following = true;
        if (sameSources(entries)) {
            for (int i = 0; i < entries.size(); i++) {
                if (!list.getItems().get(i).equals(entries.get(i))) {
                    list.getItems().set(i, entries.get(i));
                }
            }
        } else {
            list.getItems().setAll(entries);
        }
        select(false);
        following = false;
        say();
    }

    private void say() {
        int n = model.size();
        empty.setText(
                n == 0
                        ? model.known().get() ? "No sources yet. Import some in Sources." : ""
                        : "Nothing fits the filter; Escape clears it.");
        progress.setProgress(n == 0 ? 0 : (double) model.done() / n);
        done.setText(model.progress());
    }

    private boolean sameSources(List<QueueEntry> entries) {
        List<QueueEntry> items = list.getItems();
        if (items.size() != entries.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).source().id().equals(entries.get(i).source().id())) {
                return false;
            }
        }
        return true;
    }

    /// Shows which source is open.
    void follow(SourceId id) {
        open = id;
        following = true;
        select(true);
        following = false;
        done.setText(model.progress());
    }

    private void select(boolean reveal) {
        List<QueueEntry> items = list.getItems();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).source().id().equals(open)) {
                if (list.getSelectionModel().getSelectedIndex() != i) {
                    list.getSelectionModel().clearAndSelect(i);
                }
                if (reveal && !inView(i)) {
                    list.scrollTo(Math.max(0, i - 4));
                }
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }

    private boolean inView(int index) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null) {
            return index > flow.getFirstVisibleCell().getIndex()
                    && index < flow.getLastVisibleCell().getIndex();
        }
        return false;
    }

    /// What stands in the place of a text when there is nothing in the queue.
    static Node nothing(Runnable goToSources) {
        return Pieces.empty(
                Feather.INBOX,
                "Nothing to code yet",
                "Import transcripts or issues first; then they stand here in a queue.",
                Pieces.button("Go to Sources", goToSources));
    }

    /// What stands in the place of a text that is not there, though its ratings are.
    static Node away(ObservableValue<Optional<Opened>> opened, Runnable goToSources) {
        Node node =
                Pieces.empty(
                        Feather.FILE,
                        "Text not imported",
                        "Its ratings came from a table. Import the issue or transcript with this"
                                + " key, and its text stands here; the ratings stay.",
                        Pieces.button("Go to Sources", goToSources));
        node.getStyleClass().add("panel");
        node.visibleProperty().bind(opened.map(o -> o.filter(s -> s.text().isEmpty()).isPresent()));
        return node;
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// A state as a sign: ring, half disc, disc.
    static Node sign(AssignmentState state) {
        Circle ring = new Circle(4.5);
        ring.getStyleClass().add("state-" + state.name().toLowerCase(Locale.ROOT));
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

    private static final class Cell extends ListCell<QueueEntry> {
        @Override
        protected void updateItem(QueueEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label title = Pieces.text(entry.title());
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
            setAccessibleText(entry.title() + ", " + entry.stateWords());
        }
    }
}
