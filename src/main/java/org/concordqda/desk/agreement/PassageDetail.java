package org.concordqda.desk.agreement;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.Estimate;
import org.concordqda.analysis.PassageSheet.Mark;
import org.concordqda.desk.agreement.Excerpts.Excerpt;
import org.concordqda.desk.fx.ChoiceWords;
import org.concordqda.desk.fx.CodeColours;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Session;
import org.concordqda.model.SourceId;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Behind a row about passages: the passages of two coders side by side, disagreements first, each opening at
/// its place in Code; every coefficient folded away above.
final class PassageDetail {
    private final Session session;
    private final Supplier<BenchmarkScale> scale;

    PassageDetail(Session session, Supplier<BenchmarkScale> scale) {
        this.session = session;
        this.scale = scale;
    }

    /// @param other told of another pair
    Node show(Excerpts shown, HBox head, Consumer<int[]> other) {
        Label title = Pieces.text(shown.name(), "strong");
        title.setMinWidth(40);
        title.setTooltip(new Tooltip(shown.name()));
        HBox.setHgrow(title, Priority.SOMETIMES);
        head.getChildren().add(0, title);
        List<int[]> pairs = Excerpts.pairs(shown.of().sheet().orElseThrow());
        List<String> coders = shown.of().coders();
        if (pairs.size() > 1) {
            ComboBox<int[]> choice = new ComboBox<>();
            choice.setAccessibleText("Pair of coders");
            choice.getStyleClass().add("small-combo");
            choice.getItems().setAll(pairs);
            choice.setConverter(
                    new ChoiceWords<>(p -> coders.get(p[0]) + " and " + coders.get(p[1])));
            pairs.stream()
                    .filter(p -> p[0] == shown.first() && p[1] == shown.second())
                    .findFirst()
                    .ifPresent(choice::setValue);
            choice.setOnAction(e -> other.accept(choice.getValue()));
            head.getChildren().add(1, choice);
        }
        VBox all = new VBox();
        VBox.setVgrow(all, Priority.ALWAYS);
        all.getChildren().add(numbers(shown));
        if (shown.first() < 0) {
            Label none =
                    DetailView.wrapped(
                            "No two coders finished a source in common. Finish a source in Code with"
                                    + " Ctrl+Enter; only then “coded nothing” can be told from “not"
                                    + " looked at yet”.");
            none.setPadding(new Insets(12, 16, 16, 16));
            all.getChildren().add(none);
            return all;
        }
        if (!shown.why().isEmpty()) {
            VBox why = new VBox(4);
            why.setPadding(new Insets(10, 16, 10, 16));
            why.getStyleClass().add("line-below");
            why.setMinHeight(Region.USE_PREF_SIZE);
            shown.why().forEach(sentence -> why.getChildren().add(DetailView.wrapped(sentence)));
            all.getChildren().add(why);
        }
        HBox names =
                new HBox(
                        12,
                        column(Pieces.caps(coders.get(shown.first()))),
                        column(Pieces.caps(coders.get(shown.second()))));
        names.setPadding(new Insets(8, 16, 6, 16));
        names.getStyleClass().add("line-below");
        ListView<Excerpt> list = new ListView<>();
        list.setAccessibleText("Passages side by side");
        list.getItems().setAll(shown.places());
        list.setCellFactory(l -> new ExcerptCell(shown));
        list.setPlaceholder(Pieces.text("Neither of them coded anything here.", "muted"));
        list.setOnKeyPressed(
                e -> {
                    Excerpt chosen = list.getSelectionModel().getSelectedItem();
                    if (e.getCode() == KeyCode.ENTER && chosen != null) {
                        open(chosen);
                        e.consume();
                    }
                });
        list.widthProperty().subscribe(w -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setPrefHeight(2000);
        list.setMinHeight(160);
        all.getChildren().addAll(names, list);
        return all;
    }

    private static Node column(Node node) {
        HBox box = new HBox(node);
        box.setPrefWidth(100);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node numbers(Excerpts shown) {
        VBox body =
                new VBox(
                        10,
                        new CoefficientGrid(shown.estimates(), scale.get(), PassageDetail::name));
        body.setPadding(new Insets(10, 16, 12, 16));
        shown.of().remarks().forEach(r -> body.getChildren().add(DetailView.wrapped(r)));
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(260);
        scroll.setPrefHeight(Math.min(260, 60 + 24.0 * shown.estimates().size()));
        int opened = shown.of().sheet().orElseThrow().sources().size();
        TitledPane pane =
                new TitledPane(
                        "Every coefficient · "
                                + Words.counted(opened, "source")
                                + " two coders finished",
                        scroll);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().add("quiet-pane");
        pane.setMinHeight(Region.USE_PREF_SIZE);
        return pane;
    }

    private static String name(Estimate e) {
        String scope = e.scope();
        String at = scope.contains(";at=") ? scope.replaceAll("^.*;at=([a-z]+).*$", "$1") : "";
        String pair = scope.contains(";pair=") ? scope.replaceAll("^.*;pair=([^;]+).*$", "$1") : "";
        return e.statistic().label()
                + (scope.startsWith("coded or not") ? ", coded or not" : "")
                + (at.isEmpty() ? "" : ", per " + at)
                + (pair.isEmpty() ? "" : ", " + pair.replace(",", " and "));
    }

    private void open(Excerpt e) {
        session.go(
                Destination.in(
                        new SourceId(e.place().source()), e.place().start(), e.place().end()));
    }

    private final class ExcerptCell extends ListCell<Excerpt> {
        private final Excerpts shown;

        ExcerptCell(Excerpts shown) {
            this.shown = shown;
            setPrefWidth(0);
            getStyleClass().add("excerpt-cell");
            setOnMouseClicked(
                    e -> {
                        if (getItem() != null && e.getClickCount() == 2) {
                            open(getItem());
                        }
                    });
        }

        /// The text wraps at the list's width, which a cell does not ask for by itself.
        @Override
        protected double computePrefHeight(double width) {
            double list = getListView() == null ? 0 : getListView().getWidth();
            double inside = list < 100 ? 500 : list - 14;
            return getGraphic() == null ? 40 : Math.ceil(getGraphic().prefHeight(inside));
        }

        @Override
        protected void updateItem(@Nullable Excerpt e, boolean empty) {
            super.updateItem(e, empty);
            setGraphic(null);
            setAccessibleText(null);
            if (empty || e == null) {
                return;
            }
            String compared = shown.compared(e.place());
            Label key = Pieces.text(e.key(), "mono", "tiny");
            key.setMinWidth(USE_PREF_SIZE);
            Label where = Pieces.text(e.title(), "muted", "tiny");
            where.setMinWidth(0);
            Label state = Pieces.chip(compared, compared.equals("same") ? "plain-chip" : "look");
            var open = Pieces.button("Open", () -> open(e), "link-button");
            open.setAccessibleText("Open in Code: " + e.key());
            HBox top = Pieces.row(8, key, where, Pieces.spring(), state, open);
            HBox both = new HBox(12, side(e, e.place().first()), side(e, e.place().second()));
            VBox box = new VBox(6, top, both);
            box.setPadding(new Insets(10, 16, 12, 16));
            setGraphic(box);
            setAccessibleText(e.key() + ", " + compared + ": " + e.text());
        }

        private Node side(Excerpt e, List<Mark> marks) {
            CodeColours colours = session.colours().get();
            List<ExcerptText.Mark> coloured = new ArrayList<>();
            List<String> codes = new ArrayList<>();
            for (Mark m : marks) {
                Color c = colours.of(m.id());
                int from = Math.clamp(m.start() - e.from(), 0, e.text().length());
                int to = Math.clamp(m.end() - e.from(), 0, e.text().length());
                coloured.add(
                        new ExcerptText.Mark(
                                from, to, c.deriveColor(0, 1, 1, CodeColours.HIGHLIGHT)));
                codes.add(m.code());
            }
            VBox side = new VBox(4);
            ExcerptText text = new ExcerptText(e.text(), coloured);
            if (marks.isEmpty()) {
                text.setOpacity(0.55);
            }
            side.getChildren().add(text);
            if (shown.code().isEmpty()) {
                Label names =
                        Pieces.text(
                                codes.isEmpty()
                                        ? "no code"
                                        : String.join(", ", codes.stream().distinct().toList()),
                                "tiny",
                                "muted");
                names.setWrapText(true);
                side.getChildren().add(names);
            } else if (marks.isEmpty()) {
                side.getChildren().add(Pieces.text("not coded", "tiny", "muted"));
            }
            side.setPrefWidth(100);
            side.setMinWidth(0);
            HBox.setHgrow(side, Priority.ALWAYS);
            return side;
        }
    }
}
