package org.concordqda.desk.sources;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.concordqda.desk.fx.Icons;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.concordqda.model.ImportReport;
import org.concordqda.model.SourceKind;
import org.kordamp.ikonli.feather.Feather;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The table of sources: sorted, filtered, opened; files come in by button or drop.
public final class SourcesPlace implements Place {
    private final Session session;
    private final Sheets sheets;
    private final Importer importer;
    private final SourcesModel model;
    private final TableView<SourceRow> table = new TableView<>();
    private final javafx.collections.ObservableList<SourceRow> rows =
            FXCollections.observableArrayList();
    private final TextField filter = new TextField();
    private final Label count = Pieces.text("", "muted", "small");
    private final StackPane view = new StackPane();
    private final VBox filled;
    private List<String> columnsFor = List.of("?");

    /// @param importer brings files in
    public SourcesPlace(Session session, Sheets sheets, Importer importer) {
        this.session = session;
        this.sheets = sheets;
        this.importer = importer;
        model = new SourcesModel(session);
        filter.setPromptText("Filter by title, key, kind, attribute");
        filter.setAccessibleText("Filter sources");
        filter.getStyleClass().add("field");
        filter.setPrefColumnCount(26);
        filter.textProperty().subscribe(model::filter);
        HBox head =
                Pieces.row(
                        12,
                        filter,
                        count,
                        Pieces.spring(),
                        Pieces.primary("Import …", "Ctrl+O", this::chooseFiles));
        head.setPadding(new Insets(12, 16, 12, 16));
        table.setAccessibleText("Sources");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Pieces.text("Nothing fits the filter.", "muted"));
        SortedList<SourceRow> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setRowFactory(t -> row());
        table.setOnKeyPressed(
                e -> {
                    SourceRow chosen = table.getSelectionModel().getSelectedItem();
                    if (e.getCode() == KeyCode.ENTER && chosen != null) {
                        open(chosen);
                    }
                });
        VBox.setVgrow(table, Priority.ALWAYS);
        filled = new VBox(head, Pieces.hairline(), table);
        filled.getStyleClass().add("card");
        filled.setPadding(new Insets(1));
        StackPane.setMargin(filled, new Insets(22, 24, 22, 24));
        model.shown()
                .subscribe(
                        list -> {
                            rows.setAll(list);
                            int n = model.size();
                            count.setText(
                                    list.size() == n
                                            ? n + " sources"
                                            : list.size() + " of " + n + " sources");
                        });
        session.onActed(this::acted);
        view.setOnDragOver(
                e -> {
                    if (e.getDragboard().hasFiles()) {
                        e.acceptTransferModes(TransferMode.COPY);
                    }
                    e.consume();
                });
        view.setOnDragDropped(
                e -> {
                    List<File> files = e.getDragboard().getFiles();
                    take(files == null ? List.of() : files.stream().map(File::toPath).toList());
                    e.setDropCompleted(true);
                    e.consume();
                });
    }

    @Override
    public String name() {
        return "Sources";
    }

    @Override
    public Feather icon() {
        return Feather.FILE_TEXT;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void entered() {
        refresh();
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("Import files", "Shortcut+O", this::chooseFiles),
                Command.of("Filter the sources", "Shortcut+L", filter::requestFocus),
                Command.of("Take the source out of the study", "", this::removeChosen));
    }

    private void acted(Set<String> tables) {
        if (view.getScene() != null
                && tables.stream()
                        .anyMatch(
                                t ->
                                        t.startsWith("source")
                                                || t.equals("assignment")
                                                || t.startsWith("attribute"))) {
            refresh();
        }
    }

    private void refresh() {
        model.refresh();
        if (model.size() == 0) {
            view.getChildren()
                    .setAll(
                            Pieces.empty(
                                    Feather.FILE_TEXT,
                                    "No sources yet",
                                    "Drop interview transcripts (.txt, .docx) or GitHub issues"
                                            + " (.json) here. Nothing leaves this machine.",
                                    Pieces.primary("Import …", "Ctrl+O", this::chooseFiles)));
            return;
        }
        view.getChildren().setAll(filled);
        if (!columnsFor.equals(model.attributes())) {
            columnsFor = model.attributes();
            columns();
        }
    }

    private void columns() {
        table.getColumns().clear();
        TableColumn<SourceRow, SourceRow> kind = column("", r -> r, 44);
        kind.setMaxWidth(44);
        kind.setCellFactory(c -> new KindCell());
        kind.setComparator(Comparator.comparing(r -> r.kind()));
        table.getColumns().add(kind);
        TableColumn<SourceRow, String> title = column("Title", r -> r.source().title(), 330);
        table.getColumns().add(title);
        TableColumn<SourceRow, String> key = column("Key", r -> r.source().key(), 210);
        key.setCellFactory(c -> new TextCell<>("mono", "small", "muted"));
        table.getColumns().add(key);
        table.getColumns().add(number("Words", r -> r.source().words()));
        table.getColumns().add(number("Turns", r -> r.source().turns()));
        TableColumn<SourceRow, String> done =
                column("Done", r -> r.assigned() == 0 ? "" : r.done() + " of " + r.assigned(), 80);
        table.getColumns().add(done);
        for (String attribute : model.attributes()) {
            table.getColumns().add(column(attribute, r -> r.attribute(attribute), 110));
        }
    }

    private static <T> TableColumn<SourceRow, T> column(
            String name, Function<SourceRow, T> value, double width) {
        TableColumn<SourceRow, T> column = new TableColumn<>(name);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(value.apply(c.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private static TableColumn<SourceRow, Integer> number(
            String name, Function<SourceRow, Integer> value) {
        TableColumn<SourceRow, Integer> column = column(name, value, 80);
        column.getStyleClass().add("number");
        column.setCellFactory(c -> new TextCell<>("number"));
        return column;
    }

    private TableRow<SourceRow> row() {
        TableRow<SourceRow> row = new TableRow<>();
        row.setOnMouseClicked(
                e -> {
                    if (e.getClickCount() == 2 && row.getItem() != null) {
                        open(row.getItem());
                    }
                });
        return row;
    }

    private void open(SourceRow row) {
        session.go(Destination.in(row.source().id(), 0, 0));
    }

    private void removeChosen() {
        SourceRow chosen = table.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            session.say("Choose a source in the table first.");
            return;
        }
        sheets.ask(
                "Take “" + chosen.source().title() + "” out?",
                "Its text, units, ratings and codings go with it. Undo brings all back.",
                "Take out",
                () -> session.act(() -> session.study().sources().remove(chosen.source().id())));
    }

    private void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import transcripts and issues");
        List<File> files = chooser.showOpenMultipleDialog(view.getScene().getWindow());
        if (files != null) {
            take(files.stream().map(File::toPath).toList());
        }
    }

    /// Imports files and folders as one act, and says what came of it.
    public void take(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        session.jobs()
                .run(
                        "Importing",
                        progress -> importer.take(files, progress),
                        (ImportReport report) -> ReportSheet.show(sheets, report));
    }

    /// Text in a cell, in these styles.
    private static final class TextCell<T> extends TableCell<SourceRow, T> {
        TextCell(String... styles) {
            getStyleClass().addAll(styles);
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : item.toString());
        }
    }

    private static final class KindCell extends TableCell<SourceRow, SourceRow> {
        @Override
        protected void updateItem(SourceRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            SourceKind kind = row.source().kind();
            setGraphic(
                    Icons.of(
                            switch (kind) {
                                case ISSUE -> Feather.MESSAGE_SQUARE;
                                case TRANSCRIPT -> Feather.MIC;
                                case DOCUMENT -> Feather.FILE;
                            },
                            15));
            setAccessibleText(row.kind());
        }
    }
}
