package org.concordqda.desk.coding;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Choices.Choice;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Session;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Span;
import org.concordqda.model.Turn;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be done with the selected passage and the selected coding, by key, palette, menu and drop.
final class PassageActions {
    private final Session session;
    private final Sheets sheets;
    private final CodeModel model;
    private final SourceTextView text;
    private final CodePlace place;
    private @Nullable CodingBar bar;

    PassageActions(
            Session session, Sheets sheets, CodeModel model, SourceTextView text, CodePlace place) {
        this.session = session;
        this.sheets = sheets;
        this.model = model;
        this.text = text;
        this.place = place;
        text.setOnMenu(this::menu);
        text.setOnDragOver(
                e -> {
                    if (dragged(e).isPresent()) {
                        e.acceptTransferModes(TransferMode.COPY);
                        e.consume();
                    }
                });
        text.setOnDragDropped(
                e -> {
                    dragged(e).ifPresent(code -> drop(code, e.getScreenX(), e.getScreenY()));
                    e.setDropCompleted(true);
                    e.consume();
                });
    }

    void useBar(CodingBar shown) {
        bar = shown;
    }

    private static Optional<CodeId> dragged(DragEvent e) {
        String content = e.getDragboard().getString();
        return content != null && content.startsWith("code:")
                ? Optional.of(new CodeId(Long.parseLong(content.substring(5))))
                : Optional.empty();
    }

    /// A code dropped on the text: on the selection if there is one, else on the turn under the mouse.
    void drop(CodeId code, double screenX, double screenY) {
        if (text.selection().get().isEmpty()) {
            int at = text.offsetAt(screenX, screenY);
            turnAt(at).ifPresent(t -> text.select(t.body().start(), t.body().end()));
        }
        apply(code);
    }

    /// Applies a code to the selection.
    void apply(CodeId code) {
        Optional<Span> span = text.selection().get();
        if (span.isEmpty()) {
            session.say("Select a passage first; then a code can be put on it.");
            return;
        }
        model.apply(code, span.get());
    }

    void applyRecent(int index) {
        if (index >= 0 && index < model.recent().size()) {
            apply(model.recent().get(index));
        } else {
            session.say("No code has the digit " + (index + 1) + " yet; Ctrl K applies any code.");
        }
    }

    void removeActive() {
        Mark active = text.active().get();
        if (active != null) {
            text.active().set(null);
            model.remove(active.id());
        }
    }

    void recode() {
        Mark active = text.active().get();
        if (active == null) {
            session.say("Click a coding first.");
            return;
        }
        sheets.show(
                CodePicker.of(
                        sheets,
                        "Put another code in the place of “" + active.name() + "”",
                        session,
                        code -> model.recode(active.id(), code)));
    }

    void compare() {
        Mark active = text.active().get();
        Optional<CodeId> code =
                active == null
                        ? model.recent().stream().findFirst()
                        : model.coding(active.id()).map(c -> c.code());
        if (code.isEmpty()) {
            session.say("Click a coding first; then its code's other passages can be compared.");
            return;
        }
        CompareSheet.show(session, sheets, model, code.get());
    }

    private void memo() {
        if (text.active().get() == null) {
            text.selection()
                    .get()
                    .flatMap(
                            s ->
                                    model.marks().stream()
                                            .filter(m -> m.start() == s.start())
                                            .findFirst())
                    .ifPresent(text.active()::set);
        }
        if (text.active().get() == null || bar == null) {
            session.say("Click a coding first; a memo stands beside it.");
        } else {
            bar.focusMemo();
        }
    }

    private void inVivo() {
        text.selection()
                .get()
                .ifPresentOrElse(
                        model::inVivo,
                        () -> session.say("Select the words that should become a code."));
    }

    private void repeat() {
        if (model.recent().isEmpty()) {
            session.say("No code was applied yet.");
        } else {
            apply(model.recent().getFirst());
        }
    }

    /// Selects the turn or comment the caret is in.
    void selectTurn() {
        turnAt(text.caret()).ifPresent(t -> text.select(t.body().start(), t.body().end()));
    }

    private Optional<Turn> turnAt(int offset) {
        return model.opened()
                .get()
                .flatMap(
                        o ->
                                o.turns().stream()
                                        .filter(t -> t.body().start() <= offset)
                                        .filter(t -> offset <= t.body().end())
                                        .findFirst());
    }

    /// Alt and arrows move the end of the selected coding by words, with Shift its beginning.
    boolean altArrow(KeyEvent e) {
        Mark active = text.active().get();
        boolean arrow = e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT;
        if (active == null || !arrow) {
            return false;
        }
        model.moveEdge(active.id(), !e.isShiftDown(), e.getCode() == KeyCode.RIGHT ? 1 : -1);
        return true;
    }

    List<Command> commands() {
        return List.of(
                Command.of("In vivo: make the selection a code", "Shortcut+I", this::inVivo),
                Command.of("Repeat the last code", "Shortcut+PERIOD", this::repeat),
                Command.of("Memo on this coding", "Shortcut+M", this::memo),
                Command.of("Compare with other passages", "Shortcut+J", this::compare),
                Command.of("Select the whole turn or comment", "Shortcut+T", this::selectTurn),
                Command.of(
                        "Code by rule",
                        "Shortcut+Shift+A",
                        () -> AutoCodeSheet.show(session, sheets, model)),
                Command.of("Take this coding away", "", this::removeActive));
    }

    /// The codes that can be applied, those used last first.
    List<Choice> choices() {
        if (text.selection().get().isEmpty()) {
            return List.of();
        }
        return CodePicker.choices(session, model.recent(), this::apply);
    }

    private void menu(double x, double y) {
        ContextMenu menu = new ContextMenu();
        Codebook book = session.codebook().get();
        for (CodeId id : model.recent()) {
            book.code(id)
                    .ifPresent(
                            code -> {
                                MenuItem item = new MenuItem(code.name());
                                item.setGraphic(Pieces.dot(session.colours().get().of(id)));
                                item.setOnAction(e -> apply(id));
                                item.setDisable(text.selection().get().isEmpty());
                                menu.getItems().add(item);
                            });
        }
        List<Command> commands = new ArrayList<>(commands());
        for (Command command : commands) {
            MenuItem item = new MenuItem(command.name());
            item.setAccelerator(command.key());
            item.setOnAction(e -> command.action().run());
            menu.getItems().add(item);
        }
        menu.show(place.view(), x, y);
    }
}
