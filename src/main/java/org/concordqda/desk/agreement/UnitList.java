package org.concordqda.desk.agreement;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.analysis.Details;
import org.concordqda.analysis.RatingMatrix;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Evidence;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.Unit;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Units behind a cell, with their state; Enter or a click opens one in Code, at the evidence where there is
/// some.
final class UnitList extends VBox {
    private static final double ROW = 36;

    private final Session session;
    private final Label head = Pieces.caps("");
    private final Label which = Pieces.text("", "small");
    private final ListView<Integer> list = new ListView<>();
    private @Nullable Details details;

    UnitList(Session session) {
        this.session = session;
        head.setPadding(new Insets(2, 0, 4, 0));
        which.setPadding(new Insets(0, 0, 8, 0));
        which.setWrapText(true);
        which.setMinHeight(USE_PREF_SIZE);
        list.setFixedCellSize(ROW);
        list.setAccessibleText("Units");
        list.setCellFactory(l -> new UnitCell());
        list.setOnKeyPressed(
                e -> {
                    Integer chosen = list.getSelectionModel().getSelectedItem();
                    if (e.getCode() == KeyCode.ENTER && chosen != null) {
                        open(chosen);
                        e.consume();
                    }
                });
        getChildren().addAll(head, which, list);
        setVisible(false);
        setManaged(false);
    }

    /// Shows units of a matrix, by their places in it.
    ///
    /// @param words what they have in common
    void show(Details of, String words, List<Integer> units) {
        details = of;
        head.setText(Words.counted(units.size(), "unit").toUpperCase(Locale.ROOT));
        which.setText(words);
        list.getItems().setAll(units);
        double height = ROW * Math.min(6, Math.max(1, units.size())) + 2;
        list.setPrefHeight(height);
        list.setMinHeight(height);
        list.setMaxHeight(height);
        list.setPlaceholder(Pieces.text("No unit is in this cell.", "muted", "small"));
        setVisible(true);
        setManaged(true);
    }

    void clear() {
        setVisible(false);
        setManaged(false);
    }

    private void open(int unit) {
        Details d = details;
        if (d == null) {
            return;
        }
        RatingMatrix.UnitRow row = d.of().matrix().rows().get(unit);
        SourceId source = new SourceId(row.source());
        int at = evidence(d, row, source).map(e -> e.span().orElseThrow().start()).orElse(0);
        session.go(Destination.in(source, at, at));
    }

    /// The first passage that a coder gave as evidence of an answer to this question.
    private Optional<Evidence> evidence(Details d, RatingMatrix.UnitRow row, SourceId source) {
        var kept = session.study().evidences().of(source);
        return session.study().ratings().of(source).stream()
                .filter(r -> r.dimension().equals(d.of().matrix().dimension().id()))
                .filter(r -> r.unit().map(u -> u.value() == row.unit()).orElse(row.unit() == 0))
                .flatMap(r -> kept.getOrDefault(r.id(), List.of()).stream())
                .filter(e -> e.span().isPresent())
                .findFirst();
    }

    private final class UnitCell extends ListCell<Integer> {
        private final Label key = Pieces.text("", "mono", "small");
        private final Label title = Pieces.text("", "small");
        private final Label state = Pieces.text("", "muted", "small");
        private final HBox row = Pieces.row(10, key, title, Pieces.spring(), state);

        UnitCell() {
            key.setMinWidth(USE_PREF_SIZE);
            title.setMinWidth(0);
            HBox.setHgrow(title, Priority.SOMETIMES);
            state.setMinWidth(USE_PREF_SIZE);
            row.setPadding(new Insets(0, 2, 0, 2));
            row.setMaxWidth(Double.MAX_VALUE);
            getStyleClass().add("unit-row");
            setPrefWidth(0);
            setOnMouseClicked(
                    e -> {
                        if (getItem() != null) {
                            open(getItem());
                        }
                    });
        }

        @Override
        protected void updateItem(@Nullable Integer unit, boolean empty) {
            super.updateItem(unit, empty);
            setGraphic(null);
            setAccessibleText(null);
            Details d = details;
            if (empty || unit == null || d == null) {
                return;
            }
            RatingMatrix.UnitRow at = d.of().matrix().rows().get(unit);
            Source source = d.units().sources().get(at.source());
            Unit named = d.units().units().get(at.unit());
            String name = source == null ? "source " + at.source() : shortKey(source.key());
            key.setText(
                    name + (named == null || named.ordinal() == 1 ? "" : " · " + named.ordinal()));
            title.setText(source == null ? "" : source.title());
            String words = d.state(unit);
            state.setText(words.length() > 22 ? words.substring(0, 21) + "…" : words);
            state.getStyleClass().removeAll("look", "ok");
            if (words.equals("open")) {
                state.getStyleClass().add("look");
            }
            setAccessibleText("Open " + key.getText() + ", " + title.getText() + ", " + words);
            setTooltip(
                    new javafx.scene.control.Tooltip(
                            (source == null ? "" : source.key() + "  " + source.title())
                                    + "\n"
                                    + words));
            setGraphic(row);
        }
    }

    /// `owner/repo#12` without the owner: the repository tells enough in a list.
    static String shortKey(String key) {
        int slash = key.indexOf('/');
        return slash > 0 && key.contains("#") ? key.substring(slash + 1) : key;
    }
}
