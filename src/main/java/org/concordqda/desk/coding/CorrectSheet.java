package org.concordqda.desk.coding;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.fx.Unread;
import org.concordqda.desk.session.Session;
import org.concordqda.model.CorrectionPlan;
import org.concordqda.model.SourceText;
import org.concordqda.study.Corrections;
import org.jspecify.annotations.Nullable;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The selected stretch to type over; what the correction touches is shown while one types.
final class CorrectSheet {
    private final Session session;
    private final SourceText source;
    private final int start;
    private final int end;
    private final TextArea words = Pieces.area("The text, to be corrected", "");
    private final Label touches = Pieces.text("", "muted");
    private final VBox preview = new VBox(10);
    private final Latest latest = new Latest();
    private final Button apply;
    private final Consumer<CorrectionPlan> done;
    private @Nullable CorrectionPlan plan;
    private boolean atOnce;

    private CorrectSheet(
            Session session, SourceText source, int start, int end, Consumer<CorrectionPlan> done) {
        this.session = session;
        this.source = source;
        this.start = start;
        this.end = end;
        this.done = done;
        apply = Pieces.primary("Correct", "Ctrl Enter", this::finish);
        apply.setDisable(true);
        String old = source.text().substring(start, end);
        words.setText(old);
        words.setPrefRowCount(Math.clamp(old.length() / 80 + old.split("\n", -1).length, 2, 9));
        PauseTransition pause = new PauseTransition(Duration.millis(120));
        pause.setOnFinished(e -> look());
        words.textProperty()
                .subscribe(
                        (was, now) -> {
                            plan = null;
                            atOnce = false;
                            apply.setDisable(true);
                            pause.playFromStart();
                        });
        words.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
                        finish();
                        e.consume();
                    }
                });
    }

    /// @param done told of the plan that was confirmed
    /// @param everywhere told of the words and of what was typed instead, to replace them everywhere
    static void show(
            Session session,
            Sheets sheets,
            SourceText source,
            int start,
            int end,
            Consumer<CorrectionPlan> done,
            BiConsumer<String, String> everywhere) {
        CorrectSheet sheet = new CorrectSheet(session, source, start, end, done);
        String key = session.study().sources().get(source.source()).key();
        Label said =
                Pieces.text(
                        key
                                + ". The text as it is now is kept as a version, every coding moves"
                                + " along, and one undo takes all back.",
                        "muted",
                        "small");
        said.setWrapText(true);
        sheet.preview.setPadding(new Insets(0, 12, 0, 0));
        ScrollPane scroll = new ScrollPane(sheet.preview);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(170);
        Button all =
                Pieces.button(
                        "Replace everywhere …",
                        () -> {
                            String old = source.text().substring(start, end);
                            String typed = sheet.words.getText();
                            everywhere.accept(old, typed.equals(old) ? "" : typed);
                        });
        VBox content = new VBox(10, said, sheet.words, sheet.touches, scroll);
        sheets.show(
                Sheets.card(
                        "Correct the text",
                        640,
                        content,
                        all,
                        Pieces.button("Cancel", sheets::away),
                        sheet.apply));
        sheet.words.requestFocus();
        sheet.words.selectAll();
        sheet.look();
    }

    private void look() {
        String typed = words.getText();
        latest.read(
                session.jobs(),
                progress -> new Corrections(session.study()).edit(source, start, end, typed),
                found -> {
                    plan = found;
                    apply.setDisable(found.places() == 0);
                    touches.setText(Correcting.touches(found));
                    ChangeView.fill(preview, found, false);
                    if (atOnce) {
                        finish();
                    }
                },
                why -> preview.getChildren().setAll(Unread.of(why, this::look)));
    }

    /// Corrects; what was typed a moment ago is looked at first.
    private void finish() {
        CorrectionPlan now = plan;
        atOnce = now == null;
        if (now != null && now.places() > 0) {
            done.accept(now);
        }
    }
}
