package org.concordqda.desk.codebook;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
import org.concordqda.model.CodeId;
import org.concordqda.study.CodeUse;
import org.concordqda.study.CodebookStale;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was made under an older meaning, and what changed since: each is opened in Code, or said to hold still.
final class StaleSheet {
    private StaleSheet() {}

    /// @param only of one code; empty for all
    static void show(Session session, Sheets sheets, Optional<CodeId> only) {
        session.jobs()
                .quietly(
                        progress ->
                                only.map(new CodebookStale(session.study())::of)
                                        .orElseGet(new CodebookStale(session.study())::list),
                        uses -> open(session, sheets, uses));
    }

    private static void open(Session session, Sheets sheets, List<CodeUse> uses) {
        ListView<CodeUse> list = new ListView<>();
        list.getItems().setAll(uses);
        list.setFixedCellSize(56);
        list.setPrefHeight(290);
        list.setAccessibleText("Made under an older meaning");
        list.setPlaceholder(Pieces.text("Everything was made under the present meaning.", "muted"));
        list.setCellFactory(v -> new Cell(session, sheets, list));
        Label words =
                Pieces.text(
                        "These were made before a code or question got another meaning. Open one and"
                                + " answer again, or say that it still holds: it is then written under"
                                + " the codebook as it is now.",
                        "muted");
        words.setWrapText(true);
        VBox changes = new VBox(8);
        changes.setPadding(new Insets(0, 12, 0, 0));
        ScrollPane scroll = new ScrollPane(changes);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(140);
        Latest latest = new Latest();
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(use -> since(session, latest, changes, use));
        List<CodeUse> own = uses.stream().filter(CodeUse::open).toList();
        Button all =
                Pieces.button(
                        own.size() == 1
                                ? "It still holds"
                                : "All " + own.size() + " of mine still hold",
                        () -> {
                            sheets.away();
                            session.act(
                                    "Second look",
                                    own.size(),
                                    () -> new CodebookStale(session.study()).confirm(own));
                        });
        all.setDisable(own.isEmpty());
        sheets.show(
                Sheets.card(
                        "Second look · " + uses.size(),
                        680,
                        new VBox(12, words, list, Pieces.caps("What changed since"), scroll),
                        all,
                        Pieces.primary("Close", "Esc", sheets::away)));
        list.getSelectionModel().selectFirst();
    }

    private static void since(Session session, Latest latest, VBox changes, @Nullable CodeUse use) {
        if (use == null) {
            latest.forget();
            changes.getChildren().clear();
            return;
        }
        latest.read(
                session.jobs(),
                progress ->
                        new CodebookStale(session.study())
                                .since(use).stream().map(VersionsSheet.Changed::of).toList(),
                all -> changes.getChildren().setAll(all.stream().map(VersionsSheet::row).toList()),
                why -> changes.getChildren().setAll(Pieces.text(why, "wrong")));
    }

    private static final class Cell extends ListCell<CodeUse> {
        private final Session session;
        private final Label words = Pieces.text("");
        private final Label where = Pieces.text("", "muted", "small");
        private final Button holds;
        private final HBox row;

        Cell(Session session, Sheets sheets, ListView<CodeUse> list) {
            this.session = session;
            words.setMinWidth(0);
            where.setMinWidth(0);
            VBox text = new VBox(1, words, where);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            holds =
                    Pieces.button(
                            "Still holds",
                            () -> {
                                CodeUse use = getItem();
                                if (use != null
                                        && session.act(
                                                () ->
                                                        new CodebookStale(session.study())
                                                                .confirm(List.of(use)))) {
                                    List<CodeUse> left = new ArrayList<>(list.getItems());
                                    left.remove(use);
                                    list.getItems().setAll(left);
                                }
                            },
                            "quiet");
            Button open =
                    Pieces.button(
                            "Open",
                            () -> {
                                CodeUse use = getItem();
                                if (use != null) {
                                    sheets.away();
                                    UsePane.open(session, use);
                                }
                            },
                            "quiet");
            row = Pieces.row(6, text, open, holds);
            row.setPadding(new Insets(4, 4, 4, 10));
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(CodeUse use, boolean empty) {
            super.updateItem(use, empty);
            if (empty || use == null) {
                setGraphic(null);
                return;
            }
            String code = session.study().codebooks().name(use.code());
            words.setText(
                    code
                            + (use.coding().isPresent()
                                    ? ": “" + Words.oneLine(use.words()) + "”"
                                    : " · " + use.title()));
            where.setText(
                    use.key()
                            + (use.unit().isEmpty() ? "" : " · " + use.unit())
                            + " · "
                            + use.coderName()
                            + " · "
                            + use.roundName()
                            + " · version "
                            + use.version());
            holds.setDisable(!use.open());
            setGraphic(row);
        }
    }
}
