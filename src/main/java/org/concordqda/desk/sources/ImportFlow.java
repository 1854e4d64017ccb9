package org.concordqda.desk.sources;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Session;
import org.concordqda.job.Job;
import org.concordqda.model.ImportChoices;
import org.concordqda.model.ImportReport;
import org.concordqda.study.StagedImport;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// An import from the drop to what came of it: reading with progress, the preview, storing, the report. The
/// card stays over the window meanwhile. JavaFX thread only.
final class ImportFlow {
    private final Session session;
    private final Sheets sheets;

    ImportFlow(Session session, Sheets sheets) {
        this.session = session;
        this.sheets = sheets;
    }

    /// Reads files and shows what they would bring.
    void read(List<Path> files, boolean pullRequests) {
        wait(
                "Reading",
                "Nothing is stored before you have seen what was found.",
                progress -> session.study().imports().stage(files, "auto", pullRequests, progress),
                staged -> preview(files, pullRequests, staged));
    }

    private void preview(List<Path> files, boolean pullRequests, StagedImport staged) {
        if (staged.preview().items().isEmpty()) {
            staged.close();
            ReportSheet.show(
                    sheets,
                    new ImportReport(
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            staged.preview().leftOut(),
                            staged.preview().problems(),
                            staged.preview().notes()),
                    pullRequests || !staged.preview().leftOut().containsKey("pull request")
                            ? () -> {}
                            : () -> read(files, true));
            return;
        }
        boolean[] stored = {false};
        ImportSheet sheet =
                new ImportSheet(
                        staged,
                        session.jobs(),
                        sheets::away,
                        choices -> {
                            stored[0] = true;
                            store(staged, choices);
                        },
                        () -> read(files, true));
        sheets.show(
                sheet,
                () -> {
                    sheet.stop();
                    if (!stored[0]) {
                        // Something may still be read of it: that is waited for, but not by the
                        // window.
                        session.jobs().quietly(progress -> closed(staged), done -> {});
                    }
                });
        sheet.ready();
    }

    private static boolean closed(StagedImport staged) {
        staged.close();
        return true;
    }

    private void store(StagedImport staged, ImportChoices choices) {
        wait(
                "Importing",
                "One act: undo takes the whole import back.",
                progress -> {
                    try (staged) {
                        return staged.store(choices, progress);
                    }
                },
                report -> ReportSheet.show(sheets, report, () -> {}));
    }

    /// Runs work under a card with its progress and Cancel.
    private <T> void wait(String title, String sentence, Job<T> job, Consumer<T> done) {
        ProgressBar bar = new ProgressBar(-1);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(title);
        Label message = Pieces.text("", "muted", "small");
        Label words = Pieces.text(sentence, "muted");
        words.setWrapText(true);
        VBox card =
                Sheets.card(
                        title,
                        460,
                        new VBox(10, words, bar, message),
                        Pieces.button("Cancel", sheets::away));
        boolean[] runs = {true};
        Jobs jobs = session.jobs();
        Runnable ended =
                () -> {
                    runs[0] = false;
                    sheets.away(card);
                };
        Jobs.Running work =
                jobs.run(
                        title,
                        job,
                        result -> {
                            ended.run();
                            done.accept(result);
                        },
                        ended);
        InvalidationListener follow =
                change ->
                        jobs.running().stream()
                                .filter(now -> now.id() == work.id())
                                .forEach(
                                        now -> {
                                            bar.setProgress(now.fraction());
                                            message.setText(now.message());
                                        });
        jobs.running().addListener(follow);
        sheets.show(
                card,
                () -> {
                    jobs.running().removeListener(follow);
                    if (runs[0]) {
                        work.cancel().run();
                    }
                });
    }
}
