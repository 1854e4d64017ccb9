package org.concordqda.desk.shell;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Jobs.Running;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;

import java.util.List;

/// What runs: the first job with its progress and Cancel, and how many more.
final class JobLine extends HBox {
    private final Jobs jobs;
    private final Sheets sheets;
    private final VBox all = new VBox(12);

    JobLine(Jobs jobs, Sheets sheets) {
        super(8);
        this.jobs = jobs;
        this.sheets = sheets;
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        jobs.running().addListener((InvalidationListener) change -> show(jobs.running()));
    }

    private void show(List<Running> running) {
        getChildren().clear();
        if (!running.isEmpty()) {
            getChildren().addAll(line(running.getFirst(), 280));
        }
        if (running.size() > 1) {
            Button more =
                    Pieces.button(
                            "and " + (running.size() - 1) + " more", this::showAll, "link-button");
            more.setAccessibleText("Show everything that runs");
            getChildren().add(more);
        }
        all.getChildren().setAll(rows(running));
    }

    /// Every job with its own Cancel.
    private void showAll() {
        all.getChildren().setAll(rows(jobs.running()));
        sheets.show(
                Sheets.card("Under way", 560, all, Pieces.primary("Close", "Esc", sheets::away)));
    }

    private static List<HBox> rows(List<Running> running) {
        if (running.isEmpty()) {
            return List.of(Pieces.row(8, Pieces.text("Nothing runs any more.", "muted")));
        }
        return running.stream()
                .map(
                        r -> {
                            HBox row = Pieces.row(8, line(r, 300));
                            row.getChildren().add(1, Pieces.spring());
                            return row;
                        })
                .toList();
    }

    private static javafx.scene.Node[] line(Running running, double width) {
        ProgressBar bar = new ProgressBar(running.fraction());
        bar.setAccessibleText(running.title());
        Label what =
                Pieces.text(
                        running.message().isEmpty()
                                ? running.title()
                                : running.title() + " · " + running.message(),
                        "muted");
        what.setMaxWidth(width);
        what.setMinWidth(0);
        Button cancel = Pieces.button("Cancel", running.cancel(), "link-button");
        cancel.setAccessibleText("Cancel: " + running.title());
        return new javafx.scene.Node[] {what, bar, cancel};
    }
}
