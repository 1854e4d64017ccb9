package org.concordqda.desk;

import javafx.scene.control.Label;

import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;

/// Asks what becomes of work under way before a study or the window is closed.
final class LeaveSheet {
    private LeaveSheet() {}

    static void show(Sheets sheets, Jobs jobs, Runnable then) {
        int n = jobs.running().size();
        String title =
                n == 1
                        ? "“" + jobs.running().getFirst().title() + "” is still running"
                        : n + " things are still running";
        Label words =
                Pieces.text(
                        "What was stored so far is kept in any case. Stopped work leaves nothing"
                                + " half-done behind.",
                        "muted");
        words.setWrapText(true);
        Label waiting = Pieces.text("", "muted");
        var wait =
                Pieces.button(
                        "Wait, then close",
                        () -> {
                            waiting.setText("Waiting …");
                            jobs.whenIdle(then);
                        });
        var stop =
                Pieces.primary(
                        "Stop and close",
                        "",
                        () -> {
                            waiting.setText("Stopping …");
                            jobs.whenIdle(then);
                            jobs.cancelAll();
                        });
        sheets.show(
                Sheets.card(
                        title,
                        520,
                        words,
                        waiting,
                        Pieces.button("Stay", sheets::away),
                        wait,
                        stop),
                jobs::stay);
    }
}
