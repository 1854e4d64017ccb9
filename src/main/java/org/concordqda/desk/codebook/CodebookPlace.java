package org.concordqda.desk.codebook;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Coding;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.RatingColumns;
import org.concordqda.study.CodebookFiles;
import org.concordqda.study.CodebookShape;
import org.kordamp.ikonli.feather.Feather;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The codebook: its tree with usage counts, and all fields of what is chosen in it.
public final class CodebookPlace implements Place {
    private final Session session;
    private final Sheets sheets;
    private final TreeView<CodebookNode> tree = new TreeView<>();
    private final CodeFields fields;
    private final BorderPane filled = new BorderPane();
    private final StackPane view = new StackPane();
    private final Set<DimensionId> folded = new HashSet<>();
    private @org.jspecify.annotations.Nullable CodebookNode dragged;
    private Map<CodeId, Integer> usage = Map.of();

    public CodebookPlace(Session session, Sheets sheets) {
        this.session = session;
        this.sheets = sheets;
        fields = new CodeFields(session, this::askCode, this::retire);
        tree.setShowRoot(false);
        tree.setAccessibleText("Codebook");
        tree.setCellFactory(t -> new Cell());
        tree.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        item -> {
                            if (item != null) {
                                fields.show(item.getValue(), usage);
                            }
                        });
        HBox head =
                Pieces.row(
                        8,
                        Pieces.caps("Codebook"),
                        Pieces.spring(),
                        Pieces.icon(Feather.PLUS, "Add a code (Ctrl N)", this::askCode),
                        Pieces.icon(Feather.DOWNLOAD, "Add a template", this::askTemplate));
        head.setPadding(new Insets(6, 8, 6, 16));
        head.getStyleClass().add("line-below");
        VBox.setVgrow(tree, Priority.ALWAYS);
        VBox left = new VBox(head, tree);
        left.getStyleClass().addAll("panel", "line-right");
        left.setPrefWidth(380);
        left.setMinWidth(280);
        filled.setLeft(left);
        filled.setCenter(fields);
        session.onActed(this::acted);
        session.colours().subscribe(c -> tree.refresh());
    }

    @Override
    public String name() {
        return "Codebook";
    }

    @Override
    public Feather icon() {
        return Feather.BOOK_OPEN;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void entered() {
        count();
        refresh();
    }

    @Override
    public void focus() {
        tree.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("Add a code", "Shortcut+N", this::askCode),
                Command.of("Move the code up", "Alt+UP", () -> move(-1)),
                Command.of("Move the code down", "Alt+DOWN", () -> move(1)),
                Command.of("Retire the code, or offer it again", "", this::retire),
                Command.of("Add a codebook template", "", this::askTemplate),
                Command.of("Cut a codebook version", "", this::cut));
    }

    private void acted(Set<String> tables) {
        if (view.getScene() != null
                && tables.stream()
                        .anyMatch(t -> t.startsWith("code") || t.startsWith("dimension"))) {
            refresh();
        }
    }

    private Optional<CodebookNode> chosen() {
        return Optional.ofNullable(tree.getSelectionModel().getSelectedItem())
                .map(TreeItem::getValue);
    }

    private void move(int by) {
        TreeItem<CodebookNode> item = tree.getSelectionModel().getSelectedItem();
        if (item == null || item.getValue().code().isEmpty()) {
            return;
        }
        int at = item.getParent().getChildren().indexOf(item);
        int to = by < 0 ? at - 1 : at + 2;
        if (to >= 0 && to <= item.getParent().getChildren().size()) {
            shift(item.getValue(), item.getParent().getValue(), to);
        }
    }

    /// Puts a code under another line of the tree, before the child at `position`.
    private void shift(CodebookNode node, CodebookNode under, int position) {
        session.act(
                () ->
                        new CodebookShape(session.study())
                                .move(
                                        node.code().orElseThrow().id(),
                                        under.code().map(Code::id),
                                        position));
    }

    private void retire() {
        chosen().flatMap(CodebookNode::code)
                .ifPresent(
                        code ->
                                session.act(
                                        () ->
                                                new CodebookShape(session.study())
                                                        .retire(code.id(), !code.retired())));
    }

    private void cut() {
        session.act(() -> session.study().codebooks().cut(""));
        session.say("A codebook version was cut.");
    }

    private void count() {
        Map<CodeId, Integer> counts = new HashMap<>();
        RatingColumns ratings = session.study().ratings().columns(Optional.empty());
        for (int i = 0; i < ratings.size(); i++) {
            for (CodeId code : ratings.sets().get(ratings.set()[i])) {
                counts.merge(code, 1, Integer::sum);
            }
        }
        for (Coding coding : session.study().codings().list()) {
            counts.merge(coding.code(), 1, Integer::sum);
        }
        usage = counts;
    }

    private void refresh() {
        Codebook book = session.codebook().get();
        if (book.dimensions().isEmpty()) {
            view.getChildren()
                    .setAll(
                            Pieces.empty(
                                    Feather.BOOK_OPEN,
                                    "No codebook yet",
                                    "Start from a template; every name and definition can be"
                                            + " changed afterwards.",
                                    Pieces.primary("Add a template", "", this::askTemplate)));
            return;
        }
        TreeItem<CodebookNode> was = tree.getSelectionModel().getSelectedItem();
        CodebookNode chosen = was == null ? null : was.getValue();
        TreeItem<CodebookNode> root = new TreeItem<>();
        TreeItem<CodebookNode> select = null;
        for (Dimension dimension : book.dimensions()) {
            TreeItem<CodebookNode> item =
                    new TreeItem<>(new CodebookNode(dimension, Optional.empty()));
            item.setExpanded(!folded.contains(dimension.id()));
            item.expandedProperty()
                    .subscribe(
                            open -> {
                                if (open) {
                                    folded.remove(dimension.id());
                                } else {
                                    folded.add(dimension.id());
                                }
                            });
            root.getChildren().add(item);
            dimension.codes().forEach(code -> add(item, dimension, code));
            if (chosen != null) {
                TreeItem<CodebookNode> found = find(item, chosen);
                select = found == null ? select : found;
            }
        }
        tree.setRoot(root);
        tree.getSelectionModel().select(select == null ? root.getChildren().getFirst() : select);
        view.getChildren().setAll(filled);
    }

    private static void add(TreeItem<CodebookNode> to, Dimension dimension, Code code) {
        TreeItem<CodebookNode> item =
                new TreeItem<>(new CodebookNode(dimension, Optional.of(code)));
        item.setExpanded(true);
        to.getChildren().add(item);
        code.children().forEach(child -> add(item, dimension, child));
    }

    private static @org.jspecify.annotations.Nullable TreeItem<CodebookNode> find(
            TreeItem<CodebookNode> at, CodebookNode wanted) {
        if (at.getValue().same(wanted)) {
            return at;
        }
        for (TreeItem<CodebookNode> child : at.getChildren()) {
            TreeItem<CodebookNode> found = find(child, wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private void askCode() {
        TreeItem<CodebookNode> item = tree.getSelectionModel().getSelectedItem();
        if (item == null) {
            session.say("Choose a dimension or a code first.");
            return;
        }
        CodebookNode at = item.getValue();
        TextField name = new TextField();
        name.setPromptText("Name of the code");
        name.setAccessibleText("Name of the code");
        name.getStyleClass().add("field");
        ComboBox<String> where = new ComboBox<>();
        String inside = "In " + at.name();
        where.getItems().add(inside);
        if (at.code().isPresent()) {
            where.getItems().add("In the dimension " + at.dimension().name());
        }
        where.setValue(inside);
        where.setAccessibleText("Where");
        where.setMaxWidth(Double.MAX_VALUE);
        Runnable add =
                () -> {
                    sheets.away();
                    CodeId parent =
                            inside.equals(where.getValue())
                                    ? at.code().map(Code::id).orElse(null)
                                    : null;
                    session.act(
                            () ->
                                    session.study()
                                            .codebooks()
                                            .addCode(at.dimension().id(), parent, name.getText()));
                };
        name.setOnAction(e -> add.run());
        var go = Pieces.primary("Add", "Enter", add);
        go.disableProperty().bind(name.textProperty().isEmpty());
        sheets.show(
                Sheets.card(
                        "Add a code",
                        440,
                        new VBox(10, name, where),
                        Pieces.button("Cancel", sheets::away),
                        go));
    }

    private void askTemplate() {
        VBox list = new VBox(8);
        for (ImportedCodebook template : CodebookFiles.builtIn()) {
            var button =
                    Pieces.button(
                            template.name(),
                            () -> {
                                sheets.away();
                                session.act(() -> session.study().codebooks().add(template));
                            });
            button.setMaxWidth(Double.MAX_VALUE);
            Label what = Pieces.text(template.description(), "muted", "small");
            what.setWrapText(true);
            list.getChildren().add(new VBox(3, button, what));
        }
        sheets.show(
                Sheets.card("Add a template", 520, list, Pieces.button("Cancel", sheets::away)));
    }

    private final class Cell extends TreeCell<CodebookNode> {
        Cell() {
            setOnDragDetected(
                    e -> {
                        if (getItem() != null && getItem().code().isPresent()) {
                            dragged = getItem();
                            ClipboardContent content = new ClipboardContent();
                            content.putString(getItem().name());
                            startDragAndDrop(TransferMode.MOVE).setContent(content);
                            e.consume();
                        }
                    });
            setOnDragOver(
                    e -> {
                        if (dragged != null && getItem() != null) {
                            e.acceptTransferModes(TransferMode.MOVE);
                        }
                        e.consume();
                    });
            setOnDragDropped(
                    e -> {
                        CodebookNode from = dragged;
                        dragged = null;
                        if (from != null && getItem() != null) {
                            shift(from, getItem(), getTreeItem().getChildren().size());
                            e.setDropCompleted(true);
                        }
                        e.consume();
                    });
        }

        @Override
        protected void updateItem(CodebookNode node, boolean empty) {
            super.updateItem(node, empty);
            if (empty || node == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label name = Pieces.text(node.name());
            HBox row = Pieces.row(8);
            if (node.code().isPresent()) {
                Code code = node.code().get();
                row.getChildren().add(Pieces.dot(session.colours().get().of(code.id())));
                if (code.retired()) {
                    name.getStyleClass().add("faint");
                }
                row.getChildren().addAll(name, Pieces.spring());
                int n = usage.getOrDefault(code.id(), 0);
                row.getChildren().add(Pieces.text(n == 0 ? "" : "" + n, "muted", "small"));
                setAccessibleText(node.name() + ", used " + n + " times");
            } else {
                name.getStyleClass().add("strong");
                row.getChildren().addAll(name, Pieces.spring());
                row.getChildren()
                        .add(
                                Pieces.text(
                                        node.dimension()
                                                .scope()
                                                .name()
                                                .toLowerCase(java.util.Locale.ROOT),
                                        "faint",
                                        "small"));
                setAccessibleText("Dimension " + node.name());
            }
            row.setPrefWidth(1);
            row.setMinWidth(0);
            HBox.setHgrow(row, Priority.ALWAYS);
            setGraphic(row);
            setPrefWidth(0);
            row.prefWidthProperty().bind(widthProperty().subtract(60));
        }
    }
}
