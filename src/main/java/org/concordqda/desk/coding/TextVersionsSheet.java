package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Session;
import org.concordqda.model.SourceId;
import org.concordqda.study.Corrections;
import org.concordqda.study.Corrections.TextVersion;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// The versions of a source's text: when, who, and what each changed.
final class TextVersionsSheet {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private TextVersionsSheet() {}

    static void show(Session session, Sheets sheets, SourceId source) {
        session.jobs()
                .quietly(
                        progress -> new Corrections(session.study()).versions(source),
                        versions -> show(session, sheets, versions));
    }

    private static void show(Session session, Sheets sheets, List<TextVersion> versions) {
        ListView<TextVersion> list = new ListView<>();
        list.getItems().setAll(versions);
        list.setAccessibleText("Versions of the text");
        list.setPrefWidth(260);
        list.setMinWidth(220);
        list.setCellFactory(view -> new Cell());
        VBox changes = new VBox(10);
        changes.setPadding(new Insets(0, 12, 0, 0));
        ScrollPane scroll = new ScrollPane(changes);
        scroll.setFitToWidth(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox both = new HBox(16, list, scroll);
        both.setPrefHeight(380);
        Latest latest = new Latest();
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        index -> {
                            int i = index.intValue();
                            if (i < 0 || i >= versions.size()) {
                                return;
                            }
                            if (i + 1 == versions.size()) {
                                latest.forget();
                                changes.getChildren()
                                        .setAll(
                                                Pieces.text(
                                                        "The text as it was imported.", "muted"));
                                return;
                            }
                            latest.read(
                                    session.jobs(),
                                    progress ->
                                            Corrections.difference(
                                                    versions.get(i + 1).text().text(),
                                                    versions.get(i).text().text()),
                                    samples -> ChangeView.fill(changes, samples),
                                    why -> changes.getChildren().setAll(Pieces.text(why, "wrong")));
                        });
        sheets.show(
                Sheets.card(
                        "Versions of this text",
                        820,
                        both,
                        Pieces.primary("Close", "Esc", sheets::away)));
        list.getSelectionModel().selectFirst();
        list.requestFocus();
    }

    private static final class Cell extends ListCell<TextVersion> {
        @Override
        protected void updateItem(TextVersion version, boolean empty) {
            super.updateItem(version, empty);
            if (empty || version == null) {
                setGraphic(null);
                return;
            }
            String when = Instant.parse(version.at()).atZone(ZoneId.systemDefault()).format(WHEN);
            var what = Pieces.text(version.words(), "muted", "small");
            what.setWrapText(true);
            what.setPrefWidth(210);
            VBox lines =
                    new VBox(
                            2,
                            Pieces.text("Version " + version.text().version(), "strong"),
                            Pieces.text(when + " · " + version.coder(), "small"),
                            what);
            lines.setPadding(new Insets(8, 12, 8, 12));
            setGraphic(lines);
            setAccessibleText(
                    "Version " + version.text().version() + ", " + when + ", " + version.coder());
        }
    }
}
