package org.concordqda.desk.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Session;

import java.util.Locale;

/// The line at the foot of the window: saved, undo, the jobs that run, who codes in which round with which
/// codebook, and how large everything is shown.
final class StatusBar extends HBox {
    StatusBar(Session session, Sheets sheets, ObservableValue<String> zoom) {
        getStyleClass().addAll("status-bar", "line-above");
        Label saved = new Label();
        Label mark = Pieces.text("●", "ok", "tiny");
        if (session.study().writable()) {
            saved.textProperty().bind(session.saved());
            saved.getStyleClass().add("ok");
        } else {
            saved.setText("Read-only: open elsewhere, or not writable here");
            saved.getStyleClass().add("look");
            mark = Pieces.text("◼", "look", "tiny");
        }
        saved.setMinWidth(USE_PREF_SIZE);
        Label undo = Pieces.text("", "muted");
        undo.textProperty()
                .bind(
                        session.undoLabel()
                                .map(what -> what.isEmpty() ? "" : "Undo: " + what + " (Ctrl Z)"));
        undo.setMinWidth(0);
        Label round = fixed("");
        round.textProperty()
                .bind(
                        session.toldRound()
                                .map(
                                        r ->
                                                r.map(
                                                                x ->
                                                                        named(x.name())
                                                                                + (x.closed()
                                                                                        ? " (closed)"
                                                                                        : ""))
                                                        .orElse("")));
        Label codebook = fixed("");
        codebook.textProperty().bind(session.codebookVersion());
        Label size = fixed("");
        size.textProperty().bind(zoom);
        getChildren()
                .addAll(
                        Pieces.row(6, mark, saved),
                        undo,
                        Pieces.spring(),
                        new JobLine(session.jobs(), sheets),
                        round,
                        fixed(session.myName()),
                        codebook,
                        size);
    }

    /// “Round Pilot”, but not “Round Round 1”.
    private static String named(String round) {
        return round.toLowerCase(Locale.ROOT).startsWith("round") ? round : "Round " + round;
    }

    private static Label fixed(String words) {
        Label label =
                new Label(words) {
                    // What was done last gives way first: it is the longest.
                    @Override
                    protected double computeMinWidth(double height) {
                        return Math.min(computePrefWidth(height), 150);
                    }
                };
        label.getStyleClass().add("muted");
        label.setMaxWidth(220);
        return label;
    }
}
