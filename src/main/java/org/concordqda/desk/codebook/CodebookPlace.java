package org.concordqda.desk.codebook;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.FilterField;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.fx.Unread;
import org.concordqda.desk.memos.MemosSheet;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.Codebook;
import org.concordqda.model.Dimension;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The codebook: its tree with usage counts, all fields of what is chosen in it, and how it is used.
public final class CodebookPlace implements Place {
    private static final double ROOM_FOR_USE = 1130;

    private final Session session;
    private final Sheets sheets;
    private final CodebookModel model;
    private final CodebookTree tree;
    private final AddSheets add;
    private final UsePane use;
    private final ScrollPane fields = new ScrollPane();
    private final HBox actions = Pieces.row(8);
    private final Label hint = Pieces.text("", "look", "small");
    private final Button second;
    private final FilterField filter = new FilterField("Filter by name", "Filter the codebook");
    private final BorderPane filled = new BorderPane();
    private final StackPane view = new StackPane();
    private boolean stale = true;
    private @Nullable CodeFields codeFields;
    private @Nullable DimensionFields dimensionFields;

    public CodebookPlace(Session session, Sheets sheets) {
        this.session = session;
        this.sheets = sheets;
        model = new CodebookModel(session);
        tree = new CodebookTree(session, model);
        add = new AddSheets(session, sheets, model);
        second =
                Pieces.button(
                        "",
                        () -> StaleSheet.show(session, sheets, Optional.empty()),
                        "quiet",
                        "small");
        use = new UsePane(session, sheets, model, this::secondLook);
        filled.setLeft(left());
        filled.setCenter(middle());
        filled.setRight(use);
        filled.widthProperty()
                .subscribe(
                        w -> {
                            boolean room = w.doubleValue() > ROOM_FOR_USE;
                            use.setVisible(room);
                            use.setManaged(room);
                        });
        tree.getSelectionModel().selectedItemProperty().subscribe(this::show);
        tree.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.DELETE) {
                        remove();
                        e.consume();
                    }
                });
        session.onActed(this::acted);
        session.colours().subscribe(c -> tree.redraw());
        // Nothing is made before somebody comes here.
        second.setVisible(false);
        second.setManaged(false);
        model.counts().subscribe((was, now) -> counted(now));
    }

    private VBox left() {
        Label counting = Pieces.text("Counting uses …", "muted", "small");
        counting.visibleProperty().bind(model.counting());
        HBox head =
                Pieces.row(
                        4,
                        Pieces.caps("Codebook"),
                        counting,
                        Pieces.spring(),
                        Pieces.icon(Feather.PLUS, "Add a code (Ctrl N)", () -> tree.add(false)),
                        Pieces.icon(Feather.FOLDER_PLUS, "Add a dimension", add::dimension),
                        Pieces.icon(Feather.DOWNLOAD, "Add a template", add::template),
                        Pieces.icon(
                                Feather.CLOCK,
                                "Versions and what changed",
                                () -> VersionsSheet.show(session, sheets)));
        head.setPadding(new Insets(6, 8, 6, 16));
        filter.textProperty().subscribe((was, now) -> tree.filter(now));
        filter.leadsTo(tree::requestFocus, tree::requestFocus);
        AimBar field = new AimBar(filter, model);
        VBox.setMargin(field, new Insets(0, 12, 8, 12));
        hint.setWrapText(true);
        hint.setMaxWidth(Double.MAX_VALUE);
        hint.setPadding(new Insets(8, 14, 8, 14));
        hint.getStyleClass().add("hint-bar");
        model.hint()
                .subscribe(
                        words -> {
                            hint.setText(words);
                            hint.setVisible(!words.isEmpty());
                            hint.setManaged(!words.isEmpty());
                        });
        second.setMaxWidth(Double.MAX_VALUE);
        second.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox.setMargin(second, new Insets(4, 8, 4, 6));
        VBox.setVgrow(tree, Priority.ALWAYS);
        Unread unread = new Unread(model::countIfStale);
        model.unread().subscribe(unread::say);
        VBox left = new VBox(head, field, tree, hint, unread, second);
        left.getStyleClass().addAll("panel", "line-right");
        left.prefWidthProperty()
                .bind(
                        filled.widthProperty()
                                .map(w -> Math.clamp(w.doubleValue() * 0.42, 300, 390)));
        left.setMinWidth(280);
        return left;
    }

    private BorderPane middle() {
        fields.setFitToWidth(true);
        actions.setPadding(new Insets(10, 16, 10, 24));
        actions.getStyleClass().addAll("panel", "line-above");
        BorderPane middle = new BorderPane(fields);
        middle.setBottom(actions);
        middle.getStyleClass().add("panel");
        middle.setMinWidth(0);
        return middle;
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
        model.countIfStale();
        if (stale) {
            refresh();
        }
        Destination to = session.destination().get();
        if (to != null && to.code().isPresent()) {
            filter.clear();
            tree.choose(to.code().get());
        }
    }

    @Override
    public void focus() {
        tree.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("Add a code", "Shortcut+N", () -> tree.add(false)),
                Command.of(
                        "Add a code below the chosen one",
                        "Shortcut+Shift+N",
                        () -> tree.add(true)),
                Command.of("Add a dimension", "", add::dimension),
                Command.of("Rename (F2)", "", tree::rename),
                Command.of(
                        "Move up", "Alt+UP", () -> tree.chosen().ifPresent(n -> model.step(n, -1))),
                Command.of(
                        "Move down",
                        "Alt+DOWN",
                        () -> tree.chosen().ifPresent(n -> model.step(n, 1))),
                Command.of(
                        "Put under the code above",
                        "Alt+RIGHT",
                        () -> tree.chosen().ifPresent(model::indent)),
                Command.of(
                        "Put beside its parent",
                        "Alt+LEFT",
                        () -> tree.chosen().ifPresent(model::outdent)),
                Command.of("Merge codes", "", () -> MergeSheet.show(session, sheets, tree)),
                Command.of("Split the code", "", this::split),
                Command.of("Retire the code, or offer it again", "", this::retire),
                Command.of("Remove the code or dimension", "", this::remove),
                Command.of("Second look at what an older meaning left", "", this::secondLook),
                Command.of("Memo on the code", "Shortcut+M", this::memo),
                Command.of("Filter the codebook", "", filter::requestFocus),
                Command.of("Add a codebook template", "", add::template),
                Command.of(
                        "Versions of the codebook", "", () -> VersionsSheet.show(session, sheets)));
    }

    private void acted(Set<String> tables) {
        model.acted(tables);
        stale |= tables.stream().anyMatch(t -> t.startsWith("code") || t.startsWith("dimension"));
        if (!Pieces.onShow(view)) {
            stale |= tables.contains("memo");
            return;
        }
        model.countIfStale();
        if (tables.contains("memo")) {
            tree.chosen().ifPresent(use::again);
        }
        if (stale) {
            refresh();
        }
    }

    private void counted(CodebookModel.Counts counts) {
        tree.redraw();
        int old = counts.wanting();
        second.setText(
                old == 0
                        ? ""
                        : Words.counted(old, "use wants a second look", "uses want a second look"));
        second.setVisible(old > 0);
        second.setManaged(old > 0);
        show();
    }

    private void memo() {
        tree.chosen()
                .flatMap(CodebookNode::code)
                .ifPresentOrElse(
                        code -> MemosSheet.write(session, sheets, UsePane.about(code)),
                        () -> session.say("Choose a code; then a memo can be written on it."));
    }

    private void refresh() {
        stale = false;
        Codebook book = session.codebook().get();
        if (book.dimensions().isEmpty()) {
            view.getChildren()
                    .setAll(
                            Pieces.empty(
                                    Feather.BOOK_OPEN,
                                    "No codebook yet",
                                    "Start from a template, or with a dimension of your own; every"
                                            + " name and definition can be changed afterwards.",
                                    Pieces.button("Add a dimension", add::dimension),
                                    Pieces.primary("Add a template", "", add::template)));
            return;
        }
        tree.refreshItems();
        if (!view.getChildren().contains(filled)) {
            view.getChildren().setAll(filled);
        }
        show();
    }

    /// Shows the fields of what is chosen; those on show already are only brought up to date.
    private void show() {
        Optional<CodebookNode> chosen = tree.chosen().filter(n -> !n.fresh());
        if (chosen.isEmpty()) {
            return;
        }
        CodebookNode node = chosen.get();
        Optional<Dimension> dimension = session.codebook().get().dimension(node.dimension().id());
        if (dimension.isEmpty()) {
            return;
        }
        Dimension d = dimension.get();
        if (node.code().isPresent()) {
            Optional<Code> now =
                    d.allCodes().stream()
                            .filter(c -> c.id().equals(node.code().get().id()))
                            .findFirst();
            now.ifPresent(code -> code(d, code));
        } else if (dimensionFields != null && dimensionFields.of(d)) {
            dimensionFields.update(d);
        } else {
            codeFields = null;
            dimensionFields = new DimensionFields(session, model, d);
            put(dimensionFields);
        }
        use.show(node);
        actions(node);
    }

    private void code(Dimension d, Code code) {
        if (codeFields != null && codeFields.of(code)) {
            codeFields.update(d, code);
        } else {
            dimensionFields = null;
            codeFields = new CodeFields(session, model, d, code);
            put(codeFields);
        }
    }

    private void put(VBox content) {
        content.setPadding(new Insets(18, 24, 24, 24));
        content.setMaxWidth(760);
        fields.setContent(content);
        fields.setVvalue(0);
    }

    private void actions(CodebookNode node) {
        actions.getChildren().clear();
        if (node.code().isPresent()) {
            Code code = node.code().get();
            int several = tree.chosenCodes().size();
            actions.getChildren()
                    .addAll(
                            Pieces.button(
                                    several > 1 ? "Merge " + several + " …" : "Merge …",
                                    () -> MergeSheet.show(session, sheets, tree)),
                            Pieces.button("Split …", this::split),
                            Pieces.button(code.retired() ? "Offer again" : "Retire", this::retire));
        }
        actions.getChildren()
                .addAll(
                        Pieces.button("Remove", this::remove),
                        Pieces.spring(),
                        Pieces.primary("Add code", "Ctrl N", () -> tree.add(false)));
    }

    private Optional<Code> code() {
        return tree.chosen().flatMap(CodebookNode::code);
    }

    private void secondLook() {
        StaleSheet.show(session, sheets, code().map(Code::id));
    }

    private void split() {
        code().ifPresentOrElse(
                        c -> SplitSheet.show(session, sheets, c),
                        () -> session.say("Choose a code to split first."));
    }

    private void retire() {
        Optional<Code> chosen = code();
        if (chosen.isEmpty()) {
            return;
        }
        Code code = chosen.get();
        List<String> named = code.retired() ? List.of() : model.shape().naming(code.id());
        Runnable act = () -> model.act(() -> model.shape().retire(code.id(), !code.retired()));
        if (named.isEmpty()) {
            act.run();
        } else {
            sheets.ask("Retire “" + code.name() + "”?", String.join(" ", named), "Retire", act);
        }
    }

    private void remove() {
        tree.chosen().ifPresent(this::remove);
    }

    private void remove(CodebookNode node) {
        Optional<Code> code = node.code();
        model.act(
                "Removing " + code.map(Code::name).orElse(node.dimension().name()),
                () -> {
                    if (code.isPresent()) {
                        model.shape().remove(code.get().id());
                    } else {
                        model.shape().removeDimension(node.dimension().id());
                    }
                },
                () -> {});
    }
}
