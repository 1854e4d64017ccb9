package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.Coding;
import org.concordqda.model.CodingId;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the coding that is selected: read and write its memo, recode, compare, take away.
final class CodingBar extends HBox {
    private final CodeModel model;
    private final Label name = Pieces.text("", "strong");
    private final HBox dot = new HBox();
    private final TextField memo = new TextField();
    private @Nullable CodingId coding;

    CodingBar(CodeModel model, Runnable onRecode, Runnable onCompare, Runnable onRemove) {
        super(8);
        this.model = model;
        getStyleClass().addAll("panel", "line-above");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setPadding(new Insets(8, 14, 8, 28));
        name.setMinWidth(0);
        name.setMaxWidth(220);
        dot.setAlignment(javafx.geometry.Pos.CENTER);
        memo.setPromptText("Memo on this passage");
        memo.setAccessibleText("Memo on this passage");
        memo.getStyleClass().add("field");
        HBox.setHgrow(memo, Priority.ALWAYS);
        memo.setOnAction(e -> store());
        memo.focusedProperty()
                .subscribe(
                        on -> {
                            if (!on) {
                                store();
                            }
                        });
        Button recode = Pieces.button("Recode", onRecode);
        Button compare = Pieces.button("Compare", onCompare);
        Button remove = Pieces.icon(Feather.TRASH_2, "Take this coding away (Delete)", onRemove);
        getChildren().addAll(dot, name, memo, compare, recode, remove);
        show(null);
    }

    void show(@Nullable Mark mark) {
        store();
        coding = mark == null ? null : mark.id();
        setVisible(mark != null);
        setManaged(mark != null);
        if (mark != null) {
            dot.getChildren().setAll(Pieces.dot(mark.colour()));
            name.setText(mark.name());
            memo.setText(model.coding(mark.id()).map(Coding::memo).orElse(""));
        }
    }

    void focusMemo() {
        memo.requestFocus();
        memo.end();
    }

    private void store() {
        CodingId id = coding;
        if (id != null
                && model.coding(id)
                        .filter(c -> !c.memo().equals(memo.getText().strip()))
                        .isPresent()) {
            model.memo(id, memo.getText().strip());
        }
    }
}
