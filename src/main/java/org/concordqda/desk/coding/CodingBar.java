package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Prompt;
import org.concordqda.model.Coding;
import org.concordqda.model.CodingId;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.stream.Collectors;

/// What can be done with the coding that is selected: read and write its memo, recode, compare, take away.
final class CodingBar extends HBox {
    /// Width in which everything stands beside each other.
    private static final double ROOMY = 540;

    private final CodeModel model;
    private final Label name = Pieces.text("", "strong");
    private final Label round = Pieces.text("", "muted", "small");
    private final Label among = Pieces.chip("");
    private final Tooltip names = new Tooltip();
    private final Tooltip whole = new Tooltip();
    private final HBox dot = new HBox();
    private final TextField memo = Pieces.field("Memo on this passage");
    private final Button exemplar;
    private final Button recode;
    private final Button remove;
    private @Nullable CodingId coding;

    CodingBar(CodeModel model, PassageActions acts) {
        super(8);
        this.model = model;
        getStyleClass().addAll("panel", "line-above");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setPadding(new Insets(8, 14, 8, 28));
        name.setMinWidth(40);
        name.setMaxWidth(240);
        name.setTooltip(whole);
        round.setTooltip(whole);
        round.setMinWidth(0);
        round.setMaxWidth(180);
        whole.setWrapText(true);
        whole.setMaxWidth(420);
        dot.setAlignment(javafx.geometry.Pos.CENTER);
        dot.setMinWidth(9);
        among.setOnMouseClicked(e -> acts.cycle());
        among.setTooltip(names);
        Prompt.fit(memo, "Memo on this passage", "Memo");
        memo.setMinWidth(60);
        memo.setPrefWidth(60);
        HBox.setHgrow(memo, Priority.ALWAYS);
        memo.setOnAction(e -> store());
        memo.focusedProperty()
                .subscribe(
                        on -> {
                            if (!on) {
                                store();
                            }
                        });
        exemplar =
                Pieces.icon(
                        Feather.STAR,
                        "An example of its code (Ctrl+Shift+X)",
                        acts::toggleExemplar);
        recode = Pieces.button("Recode", acts::recode);
        Button compare = Pieces.button("Compare", acts::compare);
        // In the smallest window comparing is done by key.
        widthProperty()
                .subscribe(
                        width -> {
                            boolean room = width.doubleValue() >= ROOMY;
                            compare.setVisible(room);
                            compare.setManaged(room);
                        });
        remove = Pieces.icon(Feather.TRASH_2, "Take this coding away (Delete)", acts::removeActive);
        remove.setFocusTraversable(false);
        getChildren().addAll(dot, name, round, among, memo, exemplar, compare, recode, remove);
        setVisible(false);
        setManaged(false);
    }

    /// Shows a coding and names those it overlaps with.
    ///
    /// @param here the codings at the place, this one among them
    void show(@Nullable Mark mark, List<Mark> here) {
        store();
        coding = mark == null ? null : mark.id();
        setVisible(mark != null);
        setManaged(mark != null);
        if (mark == null) {
            return;
        }
        dot.getChildren().setAll(Pieces.dot(mark.colour()));
        name.setText(mark.name());
        round.setText(mark.round());
        round.setVisible(!mark.round().isEmpty());
        round.setManaged(!mark.round().isEmpty());
        whole.setText(mark.said());
        boolean several = here.size() > 1;
        among.setVisible(several);
        among.setManaged(several);
        if (several) {
            int at = here.stream().map(Mark::id).toList().indexOf(mark.id());
            among.setText((at + 1) + " of " + here.size() + " here");
            String all = here.stream().map(Mark::said).collect(Collectors.joining("\n"));
            names.setText(all + "\nO or another click goes to the next.");
            among.setAccessibleText("Codings here: " + all);
        }
        memo.setText(model.coding(mark.id()).map(Coding::memo).orElse(""));
        memo.setDisable(!mark.mine());
        exemplar.setDisable(!mark.mine());
        recode.setDisable(!mark.mine());
        remove.setDisable(!mark.mine());
        exemplar.getStyleClass().remove("chosen");
        if (mark.exemplar()) {
            exemplar.getStyleClass().add("chosen");
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
            model.passages().memo(id, memo.getText().strip());
        }
    }
}
