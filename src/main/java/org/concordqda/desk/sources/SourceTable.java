package org.concordqda.desk.sources;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.concordqda.desk.fx.Icons;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceSummary;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The table itself: columns as the model has them, sorted by the model, groups as lines of their own. What
/// is chosen stays chosen when lines change.
final class SourceTable extends TableView<SourceRow> {
    private final SourcesModel model;
    private final Consumer<SourceSummary> open;
    private final ObservableList<SourceRow> lines = FXCollections.observableArrayList();
    private Runnable told = () -> {};
    private final Label none = Pieces.text("", "muted");
    private boolean changing;

    SourceTable(SourcesModel model, Consumer<SourceSummary> open) {
        this.model = model;
        this.open = open;
        setItems(lines);
        setAccessibleText("Sources");
        setPlaceholder(none);
        setTableMenuButtonVisible(false);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(t -> new Line());
        setSortPolicy(
                t -> {
                    model.sort(order());
                    return true;
                });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getSelectionModel()
                .getSelectedItems()
                .addListener(
                        (ListChangeListener<SourceRow>)
                                c -> {
                                    if (!changing) {
                                        told.run();
                                    }
                                });
        getColumns()
                .addListener(
                        (ListChangeListener<TableColumn<SourceRow, ?>>)
                                c -> {
                                    if (!changing) {
                                        model.order(
                                                getColumns().stream()
                                                        .map(TableColumn::getId)
                                                        .toList());
                                    }
                                });
        model.columns().subscribe(this::columns);
        // Told that there are others, without a comparison of ten thousand lines with ten thousand.
        model.shown().subscribe(() -> lines(model.shown().get()));
    }

    SourcesModel model() {
        return model;
    }

    /// Calls `told` when other sources are chosen.
    void onChosen(Runnable listener) {
        told = listener;
    }

    /// The chosen sources, in the order shown.
    List<SourceSummary> chosen() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(SourceRow.Of.class::isInstance)
                .map(r -> ((SourceRow.Of) r).of())
                .toList();
    }

    private void key(KeyEvent e) {
        SourceRow at = getFocusModel().getFocusedItem();
        if (at instanceof SourceRow.Group g
                && (e.getCode() == KeyCode.ENTER
                        || e.getCode() == KeyCode.SPACE
                        || (e.getCode() == KeyCode.LEFT && g.open())
                        || (e.getCode() == KeyCode.RIGHT && !g.open()))) {
            model.toggle(g);
            e.consume();
        } else if (at instanceof SourceRow.Of row && e.getCode() == KeyCode.ENTER) {
            open.accept(row.of());
            e.consume();
        }
    }

    private void lines(List<SourceRow> now) {
        Set<SourceId> was = new HashSet<>();
        chosen().forEach(s -> was.add(s.source().id()));
        int focus = getFocusModel().getFocusedIndex();
        changing = true;
        getSelectionModel().clearSelection();
        // Before the sources were read nothing is known of the filter.
        none.setText(model.size() == 0 ? "" : "Nothing fits the filter.");
        lines.setAll(now);
        if (!was.isEmpty()) {
            List<Integer> again = new ArrayList<>();
            for (int i = 0; i < now.size() && again.size() < was.size(); i++) {
                if (now.get(i) instanceof SourceRow.Of row
                        && was.contains(row.of().source().id())) {
                    again.add(i);
                }
            }
            if (!again.isEmpty()) {
                getSelectionModel()
                        .selectIndices(
                                again.getFirst(),
                                again.stream().skip(1).mapToInt(i -> i).toArray());
            }
        } else if (focus >= 0) {
            getFocusModel().focus(Math.min(focus, now.size() - 1));
        }
        changing = false;
        told.run();
    }

    private java.util.@org.jspecify.annotations.Nullable Comparator<SourceSummary> order() {
        Comparator<SourceSummary> by = null;
        for (TableColumn<SourceRow, ?> column : getSortOrder()) {
            if (column instanceof Column c) {
                Comparator<SourceSummary> one =
                        c.getSortType() == TableColumn.SortType.DESCENDING
                                ? c.of.order().reversed()
                                : c.of.order();
                by = by == null ? one : by.thenComparing(one);
            }
        }
        return by;
    }

    private void columns(List<SourceColumn> now) {
        changing = true;
        List<TableColumn<SourceRow, ?>> made = new ArrayList<>();
        for (SourceColumn column : now) {
            made.add(
                    getColumns().stream()
                            .filter(c -> column.id().equals(c.getId()))
                            .findFirst()
                            .orElseGet(() -> new Column(column)));
        }
        getColumns().setAll(made);
        changing = false;
    }

    private static final class Column extends TableColumn<SourceRow, SourceRow> {
        private final SourceColumn of;

        Column(SourceColumn of) {
            super(of.name());
            this.of = of;
            setId(of.id());
            setPrefWidth(of.width());
            setMinWidth(Math.min(of.width(), 60));
            setComparator((_, _) -> 0);
            if (of.number()) {
                getStyleClass().add("number");
            }
            setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
            setCellFactory(c -> new Cell(of));
        }
    }

    private static final class Cell extends TableCell<SourceRow, SourceRow> {
        private final SourceColumn of;

        Cell(SourceColumn of) {
            this.of = of;
            setEllipsisString("…");
            switch (of.id()) {
                case "key" -> {
                    getStyleClass().addAll("mono", "small", "muted");
                    // The number at its end tells issues of one repository apart.
                    setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
                }
                case "kind", "state", "why" -> getStyleClass().addAll("small", "muted");
                default -> {
                    if (of.number()) {
                        getStyleClass().add("number");
                    }
                }
            }
        }

        @Override
        protected void updateItem(SourceRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(null);
            if (empty || row == null) {
                setText("");
                return;
            }
            switch (row) {
                case SourceRow.Of source -> {
                    setText(of.text().apply(source.of()));
                    if (of.id().equals("kind")) {
                        setGraphic(
                                Icons.of(
                                        switch (source.of().source().kind()) {
                                            case ISSUE -> Feather.MESSAGE_SQUARE;
                                            case TRANSCRIPT -> Feather.MIC;
                                            case DOCUMENT -> Feather.FILE;
                                        },
                                        14));
                        setGraphicTextGap(7);
                    }
                }
                case SourceRow.Group g -> {
                    boolean first =
                            getTableColumn() != null
                                    && getTableView().getVisibleLeafIndex(getTableColumn()) == 0;
                    boolean title = of.id().equals("title");
                    setText(title ? g.name() + "   " + g.size() : "");
                    if (first) {
                        setGraphic(
                                Icons.of(
                                        g.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT,
                                        15));
                    }
                }
            }
        }
    }

    private final class Line extends TableRow<SourceRow> {
        Line() {
            setOnMouseClicked(
                    e -> {
                        SourceRow row = getItem();
                        if (row instanceof SourceRow.Group g && e.getClickCount() == 1) {
                            model.toggle(g);
                        } else if (row instanceof SourceRow.Of s && e.getClickCount() == 2) {
                            open.accept(s.of());
                        }
                    });
        }

        @Override
        protected void updateItem(SourceRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("group-row", "left-out");
            if (row instanceof SourceRow.Group g && !empty) {
                getStyleClass().add("group-row");
                setAccessibleText(
                        g.name() + ", " + g.size() + " sources, " + (g.open() ? "open" : "closed"));
            } else if (row instanceof SourceRow.Of s && !empty) {
                if (!s.of().source().excluded().isEmpty()) {
                    getStyleClass().add("left-out");
                }
                setAccessibleText(s.of().source().title() + ", " + SourceRow.state(s.of()));
            }
        }
    }
}
