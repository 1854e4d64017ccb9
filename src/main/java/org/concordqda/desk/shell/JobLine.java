package org.concordqda.desk.shell;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Jobs.Running;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;

import java.util.ArrayList;
import java.util.List;

/// What runs: the first job with its progress and Cancel, and how many more. A job's nodes stay while it runs:
/// what is pressed is what is let go of, however often the job reports.
final class JobLine extends HBox {
    private final Jobs jobs;
    private final Sheets sheets;
    private final Label nothing = Pieces.text("Nothing runs any more.", "muted");
    private final Button more = Pieces.button("", this::showAll, "link-button");
    private final VBox all = new VBox(12);

    JobLine(Jobs jobs, Sheets sheets) {
        super(8);
        this.jobs = jobs;
        this.sheets = sheets;
        setAlignment(Pos.CENTER_LEFT);
        more.setAccessibleText("Show everything that runs");
        jobs.running().addListener((InvalidationListener) change -> show(jobs.running()));
    }

    private void show(List<Running> running) {
        List<Node> here = new ArrayList<>(rows(this, running.stream().limit(1).toList()));
        if (running.size() > 1) {
            more.setText("and " + (running.size() - 1) + " more");
            here.add(more);
        }
        put(this, here);
        put(all, running.isEmpty() ? List.of(nothing) : rows(all, running));
    }

    /// Every job with its own Cancel.
    private void showAll() {
        show(jobs.running());
        sheets.show(
                Sheets.card("Under way", 560, all, Pieces.primary("Close", "Esc", sheets::away)));
    }

    /// The rows of these jobs: those that stand there already, brought up to date, and new ones.
    private List<Node> rows(Pane in, List<Running> running) {
        List<Node> rows = new ArrayList<>();
        for (Running now : running) {
            Row row =
                    in.getChildren().stream()
                            .filter(n -> n instanceof Row r && r.id == now.id())
                            .map(Row.class::cast)
                            .findFirst()
                            .orElseGet(() -> new Row(now, in.equals(all)));
            row.show(now);
            rows.add(row);
        }
        return rows;
    }

    private static void put(Pane in, List<Node> nodes) {
        if (!in.getChildren().equals(nodes)) {
            in.getChildren().setAll(nodes);
        }
    }

    private static final class Row extends HBox {
        private static final double WIDTH = 300;

        private final long id;
        private final Label what = Pieces.text("", "muted");
        private final ProgressBar bar = new ProgressBar(-1);

        /// @param listed whether it stands among others, where the bars stand below each other
        Row(Running of, boolean listed) {
            super(8);
            id = of.id();
            setAlignment(Pos.CENTER_LEFT);
            what.setMaxWidth(WIDTH);
            what.setMinWidth(0);
            if (listed) {
                what.setPrefWidth(WIDTH);
            }
            bar.setAccessibleText(of.title());
            Button cancel = Pieces.button("Cancel", of.cancel(), "link-button");
            cancel.setAccessibleText("Cancel: " + of.title());
            getChildren().setAll(what, bar, cancel);
        }

        void show(Running now) {
            what.setText(now.words());
            bar.setProgress(now.fraction());
        }
    }
}
