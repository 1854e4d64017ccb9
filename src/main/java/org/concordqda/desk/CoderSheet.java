package org.concordqda.desk;

import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.model.Coder;
import org.concordqda.study.Study;

import java.util.List;
import java.util.function.Consumer;

/// Asks who codes on this machine, when several people could.
final class CoderSheet {
    private CoderSheet() {}

    static void show(
            Sheets sheets,
            Study study,
            List<Coder> people,
            Consumer<String> chosen,
            Runnable refused) {
        boolean[] done = {false};
        VBox names = new VBox(8);
        for (Coder coder : people) {
            var button =
                    Pieces.button(
                            coder.name(),
                            () -> {
                                done[0] = true;
                                sheets.away();
                                chosen.accept(coder.name());
                            });
            button.setMaxWidth(Double.MAX_VALUE);
            names.getChildren().add(button);
        }
        sheets.show(
                Sheets.card(
                        "Who codes in “" + study.info().name() + "”?",
                        420,
                        names,
                        Pieces.button("Cancel", sheets::away)),
                () -> {
                    if (!done[0]) {
                        refused.run();
                    }
                });
    }
}
