package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Session;
import org.concordqda.model.CorrectionPlan;
import org.concordqda.model.Remains;
import org.concordqda.model.SourceId;
import org.concordqda.study.Corrections;
import org.concordqda.study.Corrections.Replacement;
import org.concordqda.study.Remaining;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;

/// Replaces words wherever they stand, in this source or in all: a name to mask. What it touches is counted
/// and shown first.
final class ReplaceSheet {
    private final Session session;
    private final Optional<SourceId> here;
    private final TextField find = Pieces.field("Words to replace");
    private final TextField fresh = Pieces.field("What stands there afterwards");
    private final CheckBox word = new CheckBox("Whole words only");
    private final CheckBox anyCase = new CheckBox("In any case");
    private final CheckBox only = new CheckBox("Only the open source");
    private final Label touches = Pieces.text("", "muted");
    private final Label stays = Pieces.text("", "look");
    private final VBox preview = new VBox(10);
    private final Latest latest = new Latest();
    private final Button apply;
    private @Nullable CorrectionPlan plan;

    /// What a preview found.
    private record Looked(CorrectionPlan plan, Remains remains) {}

    private ReplaceSheet(
            Session session,
            Optional<SourceId> here,
            String words,
            String instead,
            Consumer<CorrectionPlan> done) {
        this.session = session;
        this.here = here;
        // A field has one line: words over several could never be found as they would stand in it.
        find.setText(words.contains("\n") ? "" : words);
        fresh.setText(instead.contains("\n") ? "" : instead);
        word.setSelected(true);
        stays.setWrapText(true);
        only.setDisable(here.isEmpty());
        apply =
                Pieces.primary(
                        "Replace",
                        "Ctrl Enter",
                        () -> {
                            CorrectionPlan now = plan;
                            if (now != null) {
                                done.accept(now);
                            }
                        });
        apply.setDisable(true);
        find.setOnAction(e -> look());
        fresh.setOnAction(e -> look());
        for (var property :
                new javafx.beans.value.ObservableValue<?>[] {
                    find.textProperty(),
                    fresh.textProperty(),
                    word.selectedProperty(),
                    anyCase.selectedProperty(),
                    only.selectedProperty()
                }) {
            property.addListener((o, was, now) -> stale());
        }
    }

    static void show(
            Session session,
            Sheets sheets,
            Optional<SourceId> here,
            String words,
            String instead,
            Consumer<CorrectionPlan> done) {
        ReplaceSheet sheet = new ReplaceSheet(session, here, words, instead, done);
        HBox.setHgrow(sheet.find, Priority.ALWAYS);
        HBox.setHgrow(sheet.fresh, Priority.ALWAYS);
        sheet.preview.setPadding(new Insets(0, 12, 0, 0));
        ScrollPane scroll = new ScrollPane(sheet.preview);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(280);
        Label said =
                Pieces.text(
                        "The earlier texts stay in the file as versions, and so do the names in them."
                                + " Words replaced are not named in the history.",
                        "muted",
                        "small");
        said.setWrapText(true);
        VBox content =
                new VBox(
                        10,
                        Pieces.row(10, sheet.find, Pieces.text("becomes", "muted"), sheet.fresh),
                        Pieces.row(
                                16,
                                sheet.word,
                                sheet.anyCase,
                                sheet.only,
                                Pieces.spring(),
                                Pieces.button("Preview", sheet::look)),
                        said,
                        Pieces.hairline(),
                        sheet.touches,
                        sheet.stays,
                        scroll);
        content.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
                        e.consume();
                        sheet.apply.fire();
                    }
                });
        sheets.show(
                Sheets.card(
                        "Replace words in texts",
                        720,
                        content,
                        Pieces.button("Cancel", sheets::away),
                        sheet.apply));
        (sheet.find.getText().isEmpty() ? sheet.find : sheet.fresh).requestFocus();
        sheet.tell("");
    }

    private void stale() {
        plan = null;
        apply.setDisable(true);
        touches.setText("");
        tell("");
        preview.getChildren().clear();
    }

    private void tell(String what) {
        stays.setText(what);
        stays.setVisible(!what.isEmpty());
        stays.setManaged(!what.isEmpty());
    }

    private void look() {
        stale();
        if (find.getText().isEmpty()) {
            touches.setText("Say which words to replace.");
            return;
        }
        Replacement wanted =
                new Replacement(
                        find.getText(),
                        fresh.getText(),
                        word.isSelected(),
                        anyCase.isSelected(),
                        only.isSelected() ? here : Optional.empty());
        touches.setText("Looking …");
        session.jobs()
                .run(
                        "Looking for places",
                        progress ->
                                new Looked(
                                        new Corrections(session.study()).replace(wanted, progress),
                                        new Remaining(session.study()).after(wanted, progress)),
                        latest.only(
                                (Looked looked) -> {
                                    CorrectionPlan found = looked.plan();
                                    plan = found;
                                    tell(Remaining.say(looked.remains()));
                                    apply.setDisable(found.places() == 0);
                                    touches.setText(
                                            found.places() == 0
                                                    ? "These words stand nowhere."
                                                    : Correcting.touches(found));
                                    ChangeView.fill(preview, found, true);
                                }),
                        () -> touches.setText(""));
    }
}
