package org.concordqda.desk.codebook;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.study.CodebookFields;

/// A field that is stored as one act when one leaves it. While it differs from what is stored a line below it
/// asks whether wording or meaning changes, and why; leaving that line stores as well.
final class EditRow extends VBox {
    /// Stores what was typed.
    interface Store {
        /// @return whether it was stored; a refusal leaves what was typed in the field
        boolean store(String value, boolean meaning, String reason);
    }

    private final TextInputControl input;
    private final ToggleButton wording = tab("wording");
    private final ToggleButton meaning = tab("meaning");
    private final TextField reason = new TextField();
    private final HBox line;
    private final boolean guess;
    private final Store store;
    private String stored;

    /// The room of the question closes a moment after it: a click on what stands below stores the field first, and
    /// must still meet it when the button comes up.
    private final PauseTransition closing = new PauseTransition(Duration.millis(300));

    /// @param field the stored name of the field, which guesses wording or meaning
    /// @param rows lines of text; 1 for a single line
    EditRow(String head, String field, String value, int rows, Store store) {
        super(4);
        this.store = store;
        this.stored = value;
        this.guess = CodebookFields.meaningful(field);
        if (rows == 1) {
            input = Pieces.field("", head, value);
        } else {
            TextArea area = Pieces.area(head, value);
            area.setPrefRowCount(rows);
            input = area;
        }
        Label caps = Pieces.caps(head);
        caps.setLabelFor(input);
        ToggleGroup group = new ToggleGroup();
        wording.setToggleGroup(group);
        meaning.setToggleGroup(group);
        reason.setPromptText("Why? (optional)");
        reason.setAccessibleText("Why");
        reason.getStyleClass().addAll("field", "in-place");
        HBox.setHgrow(reason, Priority.ALWAYS);
        line =
                Pieces.row(
                        6,
                        Pieces.text("This changes the", "muted", "small"),
                        wording,
                        meaning,
                        reason);
        line.getStyleClass().add("change-line");
        line.setVisible(false);
        line.setManaged(false);
        getChildren().addAll(caps, input, line);
        closing.setOnFinished(e -> line.setManaged(line.isVisible()));
        input.textProperty().subscribe(this::asked);
        focusWithinProperty()
                .subscribe(
                        on -> {
                            if (!on) {
                                store();
                            }
                        });
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE && dirty()) {
                        // What is stored comes back; a second Escape means what it means elsewhere.
                        e.consume();
                        input.setText(stored);
                        input.end();
                    }
                });
        if (input instanceof TextField one) {
            one.setOnAction(e -> store());
        }
        reason.setOnAction(e -> store());
    }

    private static ToggleButton tab(String words) {
        ToggleButton tab = new ToggleButton(words);
        tab.getStyleClass().addAll("plain", "tab", "tiny-tab");
        return tab;
    }

    private boolean dirty() {
        return !input.getText().strip().equals(stored.strip());
    }

    private void asked() {
        boolean ask = dirty();
        if (ask && !line.isVisible()) {
            (guess ? meaning : wording).setSelected(true);
            reason.clear();
        }
        line.setVisible(ask);
        if (ask) {
            closing.stop();
            line.setManaged(true);
        } else if (line.isManaged()) {
            closing.playFromStart();
        }
    }

    private void store() {
        if (!dirty()) {
            return;
        }
        String before = stored;
        stored = input.getText().strip();
        if (!store.store(stored, meaning.isSelected(), reason.getText())) {
            stored = before;
        }
        asked();
    }

    /// Shows what is stored now, unless something else is being typed.
    void update(String value) {
        if (!dirty()) {
            stored = value;
            if (!input.getText().strip().equals(value.strip())) {
                input.setText(value);
            }
        } else {
            stored = value;
        }
        asked();
    }

    Node input() {
        return input;
    }
}
