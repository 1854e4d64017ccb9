package org.concordqda.desk.shell;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Act;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What was done to the study, by whom, newest first.
public final class HistorySheet {
    private static final int MOST = 500;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH)
                    .withZone(ZoneId.systemDefault());

    private HistorySheet() {}

    /// Shows the latest acts.
    public static void show(Session session, Sheets sheets) {
        session.jobs()
                .quietly(
                        progress -> session.study().history().log(MOST),
                        acts -> sheets.show(card(acts, sheets)));
    }

    private static Region card(List<Act> acts, Sheets sheets) {
        ListView<Act> list = new ListView<>();
        list.getItems().setAll(acts);
        list.setFixedCellSize(32);
        list.setPrefHeight(440);
        list.setAccessibleText("History");
        list.setCellFactory(
                view ->
                        new ListCell<>() {
                            @Override
                            protected void updateItem(Act act, boolean empty) {
                                super.updateItem(act, empty);
                                setGraphic(empty || act == null ? null : row(act));
                            }
                        });
        return Sheets.card("History", 720, list, Pieces.primary("Close", "Esc", sheets::away));
    }

    private static HBox row(Act act) {
        Label when = Pieces.text(TIME.format(act.at()), "muted", "small");
        when.setMinWidth(92);
        Label who = Pieces.text(act.coder(), "muted", "small");
        who.setMinWidth(110);
        who.setPrefWidth(110);
        Label what = Pieces.text(act.words());
        what.setMinWidth(0);
        HBox row = Pieces.row(10, when, who, what, Pieces.spring());
        if (!act.inEffect()) {
            what.getStyleClass().add("faint");
            row.getChildren().add(Pieces.chip("undone", "square"));
        }
        if (act.barrier()) {
            row.getChildren().add(Pieces.chip("cannot be undone", "square"));
        }
        row.setPadding(new Insets(0, 8, 0, 8));
        row.setPrefWidth(1);
        return row;
    }
}
