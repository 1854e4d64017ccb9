package org.concordqda.desk.coding;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.FilterField;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Coding;
import org.concordqda.model.CodingId;
import org.concordqda.model.Dimension;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The codes for passages: click applies to the selection, or drag one onto the text. The digits of the
/// codes used last stand beside them.
final class CodesView extends VBox {
    private static final PseudoClass AIMED = PseudoClass.getPseudoClass("aimed");

    private static final String NONE =
            "No codes for passages yet. Ctrl+I makes one of the selection.";

    private final Session session;
    private final CodeModel model;
    private final ListView<Row> list = new ListView<>();
    private final Label none = Pieces.text(NONE, "muted");
    private final VBox definition = new VBox();
    private List<CodeId> recent = List.of();
    private String filter = "";

    CodesView(Session session, CodeModel model, Consumer<CodeId> apply) {
        this.session = session;
        this.model = model;
        FilterField field = new FilterField("Filter codes");
        field.textProperty()
                .subscribe(
                        words -> {
                            filter = words.strip().toLowerCase(Locale.ROOT);
                            none.setText(filter.isEmpty() ? NONE : "No code is called so.");
                            refresh();
                        });
        field.leadsTo(this::intoList, list::requestFocus);
        VBox.setMargin(field, new Insets(10, 12, 8, 12));
        list.setFixedCellSize(30);
        list.setAccessibleText("Codes for passages");
        list.setCellFactory(view -> new Cell(apply));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            definition.getChildren().clear();
                            if (row != null && row.code() != null) {
                                definition.getChildren().add(DefinitionBox.of(row.code()));
                            }
                        });
        list.setOnKeyPressed(
                e -> {
                    Row row = list.getSelectionModel().getSelectedItem();
                    if (e.getCode() == javafx.scene.input.KeyCode.ENTER && row != null) {
                        Code code = row.code();
                        if (code != null) {
                            apply.accept(code.id());
                        }
                    }
                });
        none.setWrapText(true);
        none.setPadding(new Insets(12));
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
        definition.setPadding(new Insets(8, 12, 12, 12));
        getChildren().addAll(field, list, definition);
    }

    /// The keyboard goes on to the first code, unless one is chosen.
    private void intoList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getItems().stream()
                    .filter(row -> row.code() != null)
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
    }

    /// A code, or the heading of a dimension.
    record Row(
            String name,
            int depth,
            @org.jspecify.annotations.Nullable Code code,
            int count,
            String digit) {}

    void refresh() {
        Map<CodeId, Integer> counts = new HashMap<>();
        List<Coding> all = model.codings().get();
        Set<CodingId> again =
                model.source().map(session.study().codings()::again).orElseGet(Set::of);
        for (Coding coding : all) {
            if (!again.contains(coding.id())) {
                counts.merge(coding.code(), 1, Integer::sum);
            }
        }
        recent = model.recent().list();
        List<Row> rows = new ArrayList<>();
        for (Dimension dimension : model.passageDimensions()) {
            List<Row> of = new ArrayList<>();
            for (Code root : dimension.codes()) {
                add(of, root, 0, counts);
            }
            if (!of.isEmpty()) {
                rows.add(new Row(dimension.name(), 0, null, 0, ""));
                rows.addAll(of);
            }
        }
        Row was = list.getSelectionModel().getSelectedItem();
        show(rows);
        if (was != null) {
            rows.stream()
                    .filter(r -> r.code() != null && was.code() != null)
                    .filter(r -> java.util.Objects.equals(idOf(r), idOf(was)))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
    }

    /// An act changes a count or two: only rows that differ are put in anew.
    private void show(List<Row> rows) {
        if (list.getItems().size() != rows.size()) {
            list.getItems().setAll(rows);
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(list.getItems().get(i))) {
                list.getItems().set(i, rows.get(i));
            }
        }
    }

    private static @org.jspecify.annotations.Nullable CodeId idOf(Row row) {
        Code code = row.code();
        return code == null ? null : code.id();
    }

    private void add(List<Row> rows, Code code, int depth, Map<CodeId, Integer> counts) {
        if (code.retired()) {
            return;
        }
        if (code.called(filter)) {
            int digit = recent.indexOf(code.id()) + 1;
            rows.add(
                    new Row(
                            code.name(),
                            depth,
                            code,
                            counts.getOrDefault(code.id(), 0),
                            digit > 0 ? Integer.toString(digit) : ""));
        }
        for (Code child : code.children()) {
            add(rows, child, depth + 1, counts);
        }
    }

    private final class Cell extends ListCell<Row> {
        Cell(Consumer<CodeId> apply) {
            setOnMouseClicked(
                    e -> {
                        Row row = getItem();
                        Code code = row == null ? null : row.code();
                        if (code != null && e.getButton() == MouseButton.PRIMARY) {
                            apply.accept(code.id());
                        }
                    });
            setOnDragDetected(
                    e -> {
                        Row row = getItem();
                        Code code = row == null ? null : row.code();
                        if (code != null) {
                            startDragAndDrop(TransferMode.COPY)
                                    .setContent(PassageDrag.of(code.id()));
                            e.consume();
                        }
                    });
            // The selected text dropped on a code is coded with it.
            setOnDragOver(
                    e -> {
                        if (takes(e)) {
                            e.acceptTransferModes(TransferMode.COPY);
                            e.consume();
                        }
                    });
            setOnDragEntered(e -> pseudoClassStateChanged(AIMED, takes(e)));
            setOnDragExited(e -> pseudoClassStateChanged(AIMED, false));
            setOnDragDropped(
                    e -> {
                        Row row = getItem();
                        Code code = row == null ? null : row.code();
                        if (code != null && takes(e)) {
                            apply.accept(code.id());
                            e.setDropCompleted(true);
                            e.consume();
                        }
                    });
        }

        private boolean takes(DragEvent e) {
            Row row = getItem();
            return row != null
                    && row.code() != null
                    && e.getDragboard().hasContent(PassageDrag.PASSAGE);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            Code code = row.code();
            if (code == null) {
                Label head = Pieces.caps(row.name());
                head.setPadding(new Insets(6, 12, 0, 16));
                setGraphic(head);
                return;
            }
            Label name = Pieces.text(row.name());
            name.setMinWidth(0);
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            if (row.name().length() > 30) {
                // It may be cut; the mouse then tells all of it.
                Tooltip whole = new Tooltip(row.name());
                whole.setWrapText(true);
                whole.setMaxWidth(420);
                name.setTooltip(whole);
            }
            HBox line = Pieces.row(8, Pieces.dot(session.colours().get().of(code.id())), name);
            if (row.count() > 0) {
                line.getChildren().add(Pieces.text("" + row.count(), "muted", "small"));
            }
            if (!row.digit().isEmpty()) {
                line.getChildren().add(Pieces.key(row.digit()));
            }
            line.setPadding(new Insets(0, 12, 0, 16 + 16.0 * row.depth()));
            line.setPrefWidth(1);
            setGraphic(line);
            setAccessibleText(row.name() + ", " + row.count() + " here");
        }
    }
}
