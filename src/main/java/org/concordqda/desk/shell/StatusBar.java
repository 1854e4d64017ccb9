package org.concordqda.desk.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Session;
import org.jspecify.annotations.Nullable;

/// The line at the foot of the window: saved, undo, the job that runs, who codes in which round.
final class StatusBar extends HBox {
    private final HBox job = Pieces.row(8);

    StatusBar(Session session) {
        getStyleClass().addAll("status-bar", "line-above");
        Label saved = new Label();
        saved.textProperty().bind(session.saved());
        saved.getStyleClass().add("ok");
        Node mark = Pieces.text("●", "ok", "tiny");
        if (!session.study().writable()) {
            saved.textProperty().unbind();
            saved.setText("Read-only: open elsewhere, or not writable here");
            saved.getStyleClass().setAll("label", "look");
            mark = Pieces.text("●", "look", "tiny");
        }
        Label undo = Pieces.text("", "muted");
        undo.textProperty()
                .bind(
                        session.undoLabel()
                                .map(what -> what.isEmpty() ? "" : "Undo: " + what + " (Ctrl Z)"));
        Label round = Pieces.text("", "muted");
        round.textProperty()
                .bind(session.round().map(r -> r.map(x -> "Round " + x.name()).orElse("")));
        Label coder = Pieces.text(session.myName(), "muted");
        getChildren().addAll(Pieces.row(6, mark, saved), undo, Pieces.spring(), job, round, coder);
        session.jobs().shown().subscribe(this::show);
    }

    private void show(Jobs.@Nullable Running running) {
        job.getChildren().clear();
        if (running == null) {
            return;
        }
        ProgressBar bar = new ProgressBar(running.fraction());
        bar.setAccessibleText(running.title());
        String words =
                running.message().isEmpty()
                        ? running.title()
                        : running.title() + " · " + running.message();
        Label what = Pieces.text(words, "muted");
        what.setMaxWidth(320);
        Button cancel = Pieces.button("Cancel", running.cancel(), "link-button");
        job.getChildren().addAll(what, bar, cancel);
    }
}
