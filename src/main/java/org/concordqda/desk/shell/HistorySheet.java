package org.concordqda.desk.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.concordqda.desk.fx.FilterField;
import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.fx.Unread;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Act;
import org.concordqda.model.EntryId;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What was done to the study, by whom, newest first; read page by page, so that a hundred thousand acts
/// open as fast as ten. One's own acts can be undone back to any of them.
public final class HistorySheet {
    private static final int PAGE = 400;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH)
                    .withZone(ZoneId.systemDefault());

    private final Session session;
    private final Sheets sheets;
    private final ListView<Act> list = new ListView<>();
    private final FilterField filter = new FilterField("Filter by what was done or who did it");
    private final Label count = Pieces.text("", "muted", "small");
    private final PauseTransition pause = new PauseTransition(Duration.millis(120));
    private final Button toHere = Pieces.button("Undo to here", this::undoToHere);
    private final Latest pages = new Latest();
    private final Latest counts = new Latest();
    private final Unread unread = new Unread(this::reload);
    private boolean more = true;
    private boolean loading;

    private HistorySheet(Session session, Sheets sheets) {
        this.session = session;
        this.sheets = sheets;
    }

    /// Shows the latest acts.
    public static void show(Session session, Sheets sheets) {
        HistorySheet sheet = new HistorySheet(session, sheets);
        AutoCloseable listening = session.onActed(tables -> sheet.reload());
        sheets.show(
                sheet.card(),
                () -> {
                    try {
                        listening.close();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
        sheet.reload();
    }

    private Region card() {
        filter.textProperty().subscribe((was, now) -> pause.playFromStart());
        filter.leadsTo(list);
        pause.setOnFinished(e -> reload());
        HBox.setHgrow(filter, Priority.ALWAYS);
        list.setFixedCellSize(32);
        list.setPrefHeight(460);
        list.setMinHeight(0);
        list.setAccessibleText("History, newest first");
        list.setPlaceholder(Pieces.text("Nothing was done so.", "muted"));
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        Button undo = Pieces.button("Undo", session::undo);
        undo.disableProperty().bind(session.undoLabel().isEmpty());
        Button redo = Pieces.button("Redo", session::redo);
        redo.disableProperty().bind(session.redoLabel().isEmpty());
        toHere.setDisable(true);
        VBox body = new VBox(10, Pieces.row(10, filter, count), unread, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        body.setMinHeight(0);
        return Sheets.card(
                "History",
                780,
                body,
                undo,
                redo,
                toHere,
                Pieces.primary("Close", "Esc", sheets::away));
    }

    private void reload() {
        more = true;
        load(Optional.empty());
        counts.read(
                session.jobs(),
                progress -> session.study().history().count(),
                n -> count.setText(Words.counted(n, "act")),
                unread::say);
    }

    private void load(Optional<EntryId> before) {
        String words = filter.getText();
        loading = true;
        unread.say("");
        pages.read(
                session.jobs(),
                progress -> session.study().history().page(before, words, PAGE),
                acts -> {
                    loading = false;
                    more = acts.size() == PAGE;
                    if (before.isEmpty()) {
                        list.getItems().setAll(acts);
                    } else {
                        list.getItems().addAll(acts);
                    }
                },
                why -> {
                    loading = false;
                    more = false;
                    unread.say(why);
                });
    }

    /// The end of what was read is in view: the next page.
    private void reached(int index) {
        List<Act> shown = list.getItems();
        if (more && !loading && index > shown.size() - PAGE / 4 && !shown.isEmpty()) {
            load(Optional.of(shown.getLast().id()));
        }
    }

    private void chosen(@Nullable Act act) {
        boolean mine =
                act != null
                        && act.inEffect()
                        && !act.barrier()
                        && act.undoes().isEmpty()
                        && act.coder().equals(session.myName())
                        && session.study().writable();
        toHere.setDisable(!mine);
    }

    private void undoToHere() {
        Act act = list.getSelectionModel().getSelectedItem();
        if (act == null) {
            return;
        }
        session.jobs()
                .run(
                        "Undoing",
                        progress -> session.study().history().undoTo(act.id(), progress),
                        undone ->
                                session.say(
                                        undone.size() == 1
                                                ? "Undone: " + undone.getFirst()
                                                : undone.size()
                                                        + " acts undone; redo brings them back one"
                                                        + " by one."));
    }

    private final class Cell extends ListCell<Act> {
        @Override
        protected void updateItem(Act act, boolean empty) {
            super.updateItem(act, empty);
            if (empty || act == null) {
                setGraphic(null);
                return;
            }
            reached(getIndex());
            setGraphic(row(act));
        }
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
        if (act.undoes().isPresent()) {
            what.getStyleClass().add("muted");
        }
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
