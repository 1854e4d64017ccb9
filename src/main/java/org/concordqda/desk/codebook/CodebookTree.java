package org.concordqda.desk.codebook;

import javafx.application.Platform;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Dimension;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The tree of the codebook: kept in step with the draft without losing what is open, chosen and in view;
/// renamed and added to in place; moved by dragging.
final class CodebookTree extends TreeView<CodebookNode> {
    private final Session session;
    private final CodebookModel model;
    private final Set<Object> folded = new HashSet<>();

    /// Codes that came, or were chosen, while the filter held: they stay in view until it changes.
    private final Set<CodeId> kept = new HashSet<>();

    private final Set<CodeId> known = new HashSet<>();
    private String filter = "";
    private @Nullable CodebookNode renaming;
    private @Nullable TreeItem<CodebookNode> adding;
    private @Nullable CodebookNode dragged;

    CodebookTree(Session session, CodebookModel model) {
        super(new TreeItem<>());
        this.session = session;
        this.model = model;
        setShowRoot(false);
        setFixedCellSize(32);
        setAccessibleText("Codebook");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(t -> new CodebookCell(session, model, this));
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.F2 && renaming == null && adding == null) {
                        rename();
                        e.consume();
                    }
                });
    }

    /// What is chosen last.
    Optional<CodebookNode> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    /// Every code that is chosen.
    List<Code> chosenCodes() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(i -> i != null && i.getValue() != null)
                .flatMap(i -> i.getValue().code().stream())
                .toList();
    }

    /// Shows only lines with these words, and those above them.
    void filter(String words) {
        filter = words.strip().toLowerCase(Locale.ROOT);
        kept.clear();
        known.clear();
        refreshItems();
        TreeItem<CodebookNode> chosen = getSelectionModel().getSelectedItem();
        if (chosen != null) {
            show(chosen);
        }
    }

    /// Brings the tree in step with the draft.
    void refreshItems() {
        Codebook book = session.codebook().get();
        Optional<CodebookNode> was = chosen();
        keep(book);
        List<CodebookNode> dimensions = new ArrayList<>();
        for (Dimension d : book.dimensions()) {
            if (filter.isEmpty() || shown(d)) {
                dimensions.add(new CodebookNode(d, Optional.empty()));
            }
        }
        sync(getRoot(), dimensions);
        if (was.isPresent() && !was.get().fresh() && chosen().filter(was.get()::same).isEmpty()) {
            item(was.get()).ifPresent(this::choose);
        }
        if (getSelectionModel().isEmpty() && !getRoot().getChildren().isEmpty()) {
            getSelectionModel().select(getRoot().getChildren().getFirst());
        }
        // The tree moves its focus later by the lines that came above it, also past its end.
        Platform.runLater(this::aim);
        redraw();
    }

    /// The arrow keys go on from the chosen line, whatever came or went above it.
    private void aim() {
        int chosen = getSelectionModel().getSelectedIndex();
        if (getSelectionModel().getSelectedIndices().size() == 1
                && chosen < getExpandedItemCount()
                && getFocusModel().getFocusedIndex() != chosen) {
            getFocusModel().focus(chosen);
        }
    }

    private void keep(Codebook book) {
        List<CodeId> now =
                book.dimensions().stream()
                        .flatMap(d -> d.allCodes().stream())
                        .map(Code::id)
                        .toList();
        if (!known.isEmpty()) {
            now.stream().filter(id -> !known.contains(id)).forEach(kept::add);
            chosen().flatMap(CodebookNode::code).map(Code::id).ifPresent(kept::add);
        }
        known.clear();
        known.addAll(now);
    }

    /// Draws the lines again; not while one is being named, whose field would lose the keyboard.
    void redraw() {
        if (adding == null && renaming == null) {
            refresh();
        }
    }

    private boolean shown(Dimension d) {
        return named(d) || d.codes().stream().anyMatch(this::shown);
    }

    /// Who looks for a dimension wants its codes.
    private boolean named(Dimension d) {
        return d.name().toLowerCase(Locale.ROOT).contains(filter);
    }

    private boolean shown(Code c) {
        return filter.isEmpty()
                || kept.contains(c.id())
                || c.called(filter)
                || c.children().stream().anyMatch(this::shown);
    }

    private void sync(TreeItem<CodebookNode> at, List<CodebookNode> wanted) {
        List<TreeItem<CodebookNode>> now = new ArrayList<>();
        for (CodebookNode node : wanted) {
            TreeItem<CodebookNode> item =
                    at.getChildren().stream()
                            .filter(i -> i.getValue().same(node))
                            .findFirst()
                            .orElseGet(() -> made(node));
            item.setValue(node);
            List<Code> below =
                    node.code().map(Code::children).orElseGet(() -> node.dimension().codes());
            sync(
                    item,
                    below.stream()
                            .filter(c -> named(node.dimension()) || shown(c))
                            .map(c -> new CodebookNode(node.dimension(), Optional.of(c)))
                            .toList());
            item.setExpanded(!filter.isEmpty() || !folded.contains(id(node)));
            now.add(item);
        }
        if (!at.getChildren().equals(now)) {
            at.getChildren().setAll(now);
        }
    }

    private TreeItem<CodebookNode> made(CodebookNode node) {
        TreeItem<CodebookNode> item = new TreeItem<>(node);
        item.setExpanded(true);
        item.expandedProperty()
                .subscribe(
                        open -> {
                            if (filter.isEmpty() && !item.getChildren().isEmpty()) {
                                if (open) {
                                    folded.remove(id(item.getValue()));
                                } else {
                                    folded.add(id(item.getValue()));
                                }
                            }
                        });
        return item;
    }

    private static Object id(CodebookNode node) {
        return node.code().<Object>map(Code::id).orElse(node.dimension().id());
    }

    private Optional<TreeItem<CodebookNode>> item(CodebookNode wanted) {
        return find(getRoot(), wanted);
    }

    private static Optional<TreeItem<CodebookNode>> find(
            TreeItem<CodebookNode> at, CodebookNode wanted) {
        for (TreeItem<CodebookNode> child : at.getChildren()) {
            if (child.getValue().same(wanted)) {
                return Optional.of(child);
            }
            Optional<TreeItem<CodebookNode>> found = find(child, wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void choose(TreeItem<CodebookNode> item) {
        for (TreeItem<CodebookNode> up = item.getParent(); up != null; up = up.getParent()) {
            up.setExpanded(true);
        }
        getSelectionModel().clearSelection();
        getSelectionModel().select(item);
    }

    /// Chooses a code and brings it into view.
    void choose(CodeId code) {
        session.codebook()
                .get()
                .dimensionOf(code)
                .flatMap(
                        d ->
                                d.allCodes().stream()
                                        .filter(c -> c.id().equals(code))
                                        .findFirst()
                                        .flatMap(c -> item(new CodebookNode(d, Optional.of(c)))))
                .ifPresent(
                        item -> {
                            choose(item);
                            show(item);
                        });
    }

    private void show(TreeItem<CodebookNode> item) {
        int row = getRow(item);
        double rows = getHeight() / getFixedCellSize();
        if (row >= 0
                && lookup(".virtual-flow") instanceof javafx.scene.control.skin.VirtualFlow<?> f) {
            var first = f.getFirstVisibleCell();
            int top = first == null ? 0 : first.getIndex();
            if (row < top || row > top + rows - 2) {
                scrollTo(Math.max(0, row - (int) (rows / 2)));
            }
        }
    }

    /// Opens the chosen line for its new name.
    void rename() {
        chosen().ifPresent(
                        node -> {
                            renaming = node;
                            refresh();
                        });
    }

    /// Opens a line for a new code: beside the chosen code, or below what is chosen.
    void add(boolean below) {
        TreeItem<CodebookNode> item = getSelectionModel().getSelectedItem();
        if (item == null || adding != null) {
            return;
        }
        boolean inside = below || item.getValue().code().isEmpty();
        TreeItem<CodebookNode> parent = inside ? item : item.getParent();
        int at = inside ? parent.getChildren().size() : parent.getChildren().indexOf(item) + 1;
        adding =
                new TreeItem<>(
                        new CodebookNode(item.getValue().dimension(), Optional.empty(), true));
        parent.setExpanded(true);
        parent.getChildren().add(at, adding);
        getSelectionModel().clearSelection();
        getSelectionModel().select(adding);
        show(adding);
    }

    /// Whether a cell shows a field for the name of its line.
    boolean naming(CodebookNode node) {
        return node.fresh() || (renaming != null && renaming.same(node));
    }

    /// Takes the name typed; a refusal leaves the field open.
    void named(CodebookNode node, String name) {
        if (node.fresh()) {
            made(name);
        } else if (renaming != null) {
            if (name.strip().equals(node.name()) || model.rename(node, name)) {
                renaming = null;
                refresh();
                requestFocus();
            }
        }
    }

    private void made(String name) {
        TreeItem<CodebookNode> line = adding;
        if (line == null || line.getParent() == null) {
            return;
        }
        TreeItem<CodebookNode> parent = line.getParent();
        int at = parent.getChildren().indexOf(line);
        Optional<CodeId> after =
                at == 0
                        ? Optional.empty()
                        : parent.getChildren().get(at - 1).getValue().code().map(Code::id);
        Optional<CodeId> made =
                model.add(
                        line.getValue().dimension().id(),
                        parent.getValue().code().map(Code::id),
                        after,
                        name);
        if (made.isPresent()) {
            adding = null;
            parent.getChildren().remove(line);
            requestFocus();
            // The draft is told of after this event: then the code can be chosen.
            Platform.runLater(() -> choose(made.get()));
        }
    }

    /// Gives up naming.
    void unnamed() {
        TreeItem<CodebookNode> line = adding;
        adding = null;
        renaming = null;
        model.hint("");
        if (line != null && line.getParent() != null) {
            TreeItem<CodebookNode> parent = line.getParent();
            int at = parent.getChildren().indexOf(line);
            parent.getChildren().remove(line);
            choose(at > 0 ? parent.getChildren().get(at - 1) : parent);
        }
        refresh();
        requestFocus();
    }

    void drag(@Nullable CodebookNode node) {
        dragged = node;
    }

    /// Where a drop on a line would go; nothing while nothing of this tree is dragged.
    Optional<TreeDrop> drop(CodebookNode line, double y, double height) {
        CodebookNode from = dragged;
        return from == null || line.fresh()
                ? Optional.empty()
                : Optional.of(
                        TreeDrop.of(
                                from,
                                line,
                                TreeDrop.at(y, height),
                                session.codebook().get().dimensions()));
    }

    boolean dropped(TreeDrop where) {
        CodebookNode from = dragged;
        dragged = null;
        return from != null && where.allowed() && model.drop(from, where);
    }
}
