package org.concordqda.desk.codebook;

import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.skin.TreeCellSkin;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.study.CodeUses;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A line of the codebook: colour, name or the field for it, what is stale, how often it is used.
final class CodebookCell extends TreeCell<CodebookNode> {
    private static final List<String> DROPS = List.of("drop-before", "drop-into", "drop-after");

    /// The arrow before a line and the scroll bar after it.
    private static final double EDGES = 36;

    private final Session session;
    private final CodebookModel model;
    private final CodebookTree tree;
    private final Circle dot = new Circle(4.5);
    private final Label name = Pieces.text("");
    private final TextField field = new TextField();
    private final Label stale = Pieces.chip("", "look");
    private final Label count = Pieces.text("", "muted", "small");
    private final HBox row = Pieces.row(8);
    private final Tooltip who = new Tooltip();
    private @Nullable CodebookNode opened;

    CodebookCell(Session session, CodebookModel model, CodebookTree tree) {
        this.session = session;
        this.model = model;
        this.tree = tree;
        field.getStyleClass().addAll("field", "in-place");
        HBox.setHgrow(field, Priority.ALWAYS);
        count.setMinWidth(Region.USE_PREF_SIZE);
        stale.setTooltip(new Tooltip("Made under an older meaning: wants a second look"));
        row.setMinWidth(0);
        setPrefWidth(0);
        tree.widthProperty().subscribe(this::fit);
        row.setMaxWidth(Region.USE_PREF_SIZE);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        field.focusedProperty()
                .subscribe(
                        on -> {
                            CodebookNode node = getItem();
                            if (!on
                                    && node != null
                                    && tree.naming(node)
                                    && field.getScene() != null) {
                                if (field.getText().isBlank()) {
                                    tree.unnamed();
                                } else {
                                    tree.named(node, field.getText());
                                }
                            }
                        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        drags();
    }

    /// Ends every line at the same edge, however deep it stands.
    private void fit() {
        double indent = getSkin() instanceof TreeCellSkin<?> skin ? skin.getIndent() : 16;
        int level = getTreeItem() == null ? 1 : tree.getTreeItemLevel(getTreeItem());
        row.setPrefWidth(tree.getWidth() - EDGES - indent * level);
    }

    private void pressed(MouseEvent e) {
        CodebookNode node = getItem();
        boolean twice = e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2;
        if (twice && node != null && !tree.naming(node)) {
            tree.rename();
            e.consume();
        }
    }

    private void typed(KeyEvent e) {
        CodebookNode node = getItem();
        if (node == null) {
            return;
        }
        if (e.getCode() == KeyCode.ENTER) {
            tree.named(node, field.getText());
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE) {
            tree.unnamed();
            e.consume();
        }
    }

    private void drags() {
        setOnDragDetected(
                e -> {
                    CodebookNode node = getItem();
                    if (node != null && !tree.naming(node)) {
                        tree.drag(node);
                        ClipboardContent content = new ClipboardContent();
                        content.putString(node.name());
                        startDragAndDrop(TransferMode.MOVE).setContent(content);
                        e.consume();
                    }
                });
        setOnDragOver(this::over);
        setOnDragExited(e -> getStyleClass().removeAll(DROPS));
        setOnDragDropped(
                e -> {
                    getStyleClass().removeAll(DROPS);
                    CodebookNode line = getItem();
                    boolean done =
                            line != null
                                    && tree.drop(line, e.getY(), getHeight())
                                            .filter(tree::dropped)
                                            .isPresent();
                    e.setDropCompleted(done);
                    e.consume();
                });
        setOnDragDone(
                e -> {
                    tree.drag(null);
                    model.aimed(e.getTransferMode() != null);
                });
    }

    private void over(DragEvent e) {
        CodebookNode line = getItem();
        getStyleClass().removeAll(DROPS);
        if (line != null) {
            tree.drop(line, e.getY(), getHeight())
                    .ifPresent(
                            drop -> {
                                model.aim(drop.says(), drop.allowed());
                                if (drop.allowed()) {
                                    e.acceptTransferModes(TransferMode.MOVE);
                                    getStyleClass()
                                            .add(
                                                    "drop-"
                                                            + drop.at()
                                                                    .name()
                                                                    .toLowerCase(Locale.ROOT));
                                }
                            });
        }
        e.consume();
    }

    @Override
    protected void updateItem(@Nullable CodebookNode node, boolean empty) {
        super.updateItem(node, empty);
        getStyleClass().removeAll(DROPS);
        if (empty || node == null) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        name.getStyleClass().removeAll("strong", "faint");
        row.getChildren().clear();
        boolean code = node.code().isPresent() || node.fresh();
        if (code) {
            dot.setFill(
                    node.code()
                            .map(c -> session.colours().get().of(c.id()))
                            .orElse(session.palette().get().of("faint")));
            row.getChildren().add(dot);
        }
        if (tree.naming(node)) {
            open(node);
        } else {
            opened = null;
            name.setText(node.name());
            row.getChildren().addAll(name, Pieces.spring());
        }
        node.code().ifPresent(this::facts);
        if (!code) {
            name.getStyleClass().add("strong");
            count.setText(Words.of(node.dimension().scope()));
            row.getChildren().add(count);
            setTooltip(null);
            setAccessibleText("Dimension " + node.name());
        }
        setGraphic(row);
        fit();
    }

    private void open(CodebookNode node) {
        if (!node.equals(opened)) {
            opened = node;
            field.setText(node.name());
            field.setPromptText(node.fresh() ? "Name of the new code" : "");
            field.setAccessibleText(node.fresh() ? "Name of the new code" : "New name");
        }
        row.getChildren().add(field);
        Platform.runLater(
                () -> {
                    if (field.getScene() != null && !field.isFocused()) {
                        field.requestFocus();
                        field.selectAll();
                    }
                });
    }

    private void facts(Code code) {
        CodeUses.Count n = model.counts().get().of(code.id());
        int old = model.counts().get().stale(code.id());
        if (code.retired()) {
            name.getStyleClass().add("faint");
        }
        if (old > 0) {
            stale.setText("" + old);
            row.getChildren().add(stale);
        }
        String used = n.all() == 0 ? "" : "" + n.all();
        count.setText(!code.retired() ? used : used.isEmpty() ? "retired" : "retired · " + used);
        row.getChildren().add(count);
        String by =
                n.byCoder().entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", "));
        boolean known = model.counts().get().known();
        who.setText(
                code.name()
                        + "\n"
                        + (!known ? "uses are being counted" : by.isEmpty() ? "not used yet" : by));
        setTooltip(who);
        setAccessibleText(
                code.name()
                        + (known ? ", used " + n.all() + " times" : ", uses are being counted")
                        + (old > 0 ? ", " + old + " under an older meaning" : "")
                        + (code.retired() ? ", retired" : ""));
    }
}
