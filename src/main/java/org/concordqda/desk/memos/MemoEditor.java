package org.concordqda.desk.memos;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.memos.MemosModel.Draft;
import org.concordqda.model.MemoKind;
import org.concordqda.study.MemoList.Kept;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Reads and writes one memo; what is typed is stored by itself.
final class MemoEditor extends StackPane {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final MemosModel model;
    private final Autosave autosave = new Autosave(this::store);
    private final Label about = Pieces.text("", "muted", "small");
    private final ComboBox<MemoKind> kind = new ComboBox<>();
    private final TextField title = new TextField();
    private final TextArea body = Pieces.area("The memo", "");
    private final Label saved = Pieces.text("", "ok", "small");
    private final Button there;
    private final Button remove;
    private final VBox page;
    private boolean filling;

    MemoEditor(MemosModel model, Runnable onGo) {
        this.model = model;
        kind.getItems().setAll(MemoKind.values());
        kind.setCellFactory(list -> new KindCell());
        kind.setButtonCell(new KindCell());
        kind.setAccessibleText("Kind of memo");
        title.setPromptText("Heading");
        title.setAccessibleText("Heading of the memo");
        title.getStyleClass().addAll("field", "memo-title");
        body.setPromptText("What do you see? What surprises you, what does not fit?");
        body.getStyleClass().add("memo-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        about.setWrapText(true);
        about.setMaxHeight(36);
        about.setMinWidth(0);
        HBox.setHgrow(about, Priority.ALWAYS);
        there = Pieces.button("Go there", onGo, "quiet");
        remove =
                Pieces.icon(
                        Feather.TRASH_2,
                        "Take this memo away",
                        () -> {
                            autosave.now();
                            model.remove();
                        });
        HBox head = Pieces.row(8, about, there);
        head.setMinHeight(32);
        HBox foot = Pieces.row(10, kind, Pieces.spring(), saved, remove);
        page = new VBox(10, head, title, body, foot);
        page.setPadding(new Insets(0, 0, 0, 18));
        kind.valueProperty().subscribe(k -> touched());
        title.textProperty().subscribe(t -> touched());
        body.textProperty().subscribe(t -> touched());
        title.setOnAction(e -> body.requestFocus());
        title.focusedProperty().subscribe(this::left);
        body.focusedProperty().subscribe(this::left);
        getChildren()
                .addAll(
                        Pieces.empty(
                                Feather.BOOK,
                                "Nothing open",
                                "Choose a memo on the left, or write a new one. It is stored as you"
                                        + " type."),
                        page);
        model.draft().subscribe(this::show);
    }

    /// Stores now what waits.
    ///
    /// @return false when it could not be stored: then it stays in the editor
    boolean storeNow() {
        return autosave.now();
    }

    /// What stands in its fields.
    String typed() {
        return title.getText() + "\n" + body.getText();
    }

    /// Takes the keyboard.
    void write() {
        body.requestFocus();
        body.end();
    }

    private void show(@Nullable Draft draft) {
        if (draft == null) {
            return;
        }
        filling = true;
        boolean any = draft.kept() != null || draft.mine();
        page.setVisible(any);
        getChildren().getFirst().setVisible(!any);
        boolean memo = draft.kept() == null || draft.kept() == Kept.MEMO;
        about.setText(
                (draft.kept() == Kept.CODING || draft.kept() == Kept.ANSWER
                                ? draft.title() + " · "
                                : "")
                        + draft.about());
        there.setVisible(draft.kept() != null);
        set(title, draft.title());
        title.setVisible(memo);
        title.setManaged(memo);
        if (!body.getText().equals(draft.body())) {
            int caret = body.getCaretPosition();
            body.setText(draft.body());
            body.positionCaret(Math.min(caret, draft.body().length()));
        }
        kind.setValue(draft.kind());
        kind.setVisible(memo);
        title.setEditable(draft.mine());
        body.setEditable(draft.mine());
        kind.setDisable(!draft.mine());
        remove.setVisible(draft.mine());
        if (draft.kept() == null) {
            saved.setText("");
        }
        filling = false;
    }

    private static void set(TextField field, String words) {
        if (!field.getText().equals(words)) {
            field.setText(words);
        }
    }

    private void touched() {
        if (!filling) {
            saved.setText("…");
            autosave.touched();
        }
    }

    private void left(boolean on) {
        if (!on) {
            autosave.now();
        }
    }

    /// Whether nothing is left to store.
    private boolean store() {
        MemoKind chosen = kind.getValue();
        if (chosen == null || !model.wants(chosen, title.getText(), body.getText())) {
            if (saved.getText().equals("…")) {
                saved.setText("");
            }
            return true;
        }
        boolean stored = model.store(chosen, title.getText(), body.getText());
        saved.setText(
                stored
                        ? "Stored " + LocalTime.now(ZoneId.systemDefault()).format(CLOCK)
                        : "Not stored yet");
        return stored;
    }

    private static final class KindCell extends ListCell<MemoKind> {
        @Override
        protected void updateItem(MemoKind item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : MemoWords.of(item));
        }
    }
}
