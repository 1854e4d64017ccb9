package org.concordqda.desk.agreement;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.analysis.Details;
import org.concordqda.desk.agreement.AgreementModel.Shown;
import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Unread;
import org.concordqda.desk.session.Session;
import org.concordqda.study.AgreementView;
import org.concordqda.study.AgreementView.By;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The card at the right: what lies behind the chosen row, worked out in the background.
final class DetailCard extends VBox {
    private final Session session;
    private final DetailView ratings;
    private final SourceDetail source;
    private final RoundDetail rounds;
    private final PassageDetail passages;
    private final HBox head = Pieces.row(8);
    private final VBox content = new VBox();
    private final Button close;
    private @Nullable Shown shown;
    private @Nullable Line line;
    private final AtomicReference<@Nullable Named> named = new AtomicReference<>();
    private int[] pair = {};
    private final Latest latest = new Latest();

    DetailCard(Session session, Supplier<BenchmarkScale> scale, Runnable away) {
        this.session = session;
        ratings = new DetailView(session, scale);
        source = new SourceDetail(session);
        rounds = new RoundDetail(session, scale);
        passages = new PassageDetail(session, scale);
        getStyleClass().add("card");
        setPadding(new Insets(1));
        setMaxHeight(Double.MAX_VALUE);
        close = new Button("Esc");
        close.getStyleClass().add("key-button");
        close.setMinWidth(USE_PREF_SIZE);
        close.setAccessibleText("Close the detail");
        close.setOnAction(e -> away.run());
        head.setPadding(new Insets(0, 14, 0, 16));
        head.setMinHeight(48);
        head.getStyleClass().add("line-below");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head, content);
        setVisible(false);
        setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        away.run();
                        e.consume();
                    }
                });
    }

    /// Which table rows are from now on of.
    void about(Shown now) {
        shown = now;
    }

    /// Whether it lies over the table.
    void lifted(boolean over) {
        getStyleClass().remove("lifted");
        if (over) {
            getStyleClass().add("lifted");
        }
    }

    void close() {
        latest.forget();
        line = null;
        setVisible(false);
        content.getChildren().clear();
    }

    /// Draws what is shown once more: other colours, another scale.
    void again() {
        Line now = line;
        if (now != null) {
            open(now);
        }
    }

    /// Gives the keyboard to the first thing in it.
    void enter() {
        content.requestFocus();
        close.requestFocus();
    }

    void open(Line now) {
        Shown of = shown;
        if (of == null) {
            return;
        }
        if (line == null || !line.same(now)) {
            pair = new int[0];
        }
        line = now;
        setVisible(true);
        By by = of.wanted().by();
        switch (by) {
            case SOURCE ->
                    work(
                            () -> {
                                Details.Units units = units(of);
                                var differing =
                                        Details.differing(now.source(), of.view().results(), units);
                                return () -> source.show(now, differing, units, head);
                            });
            case ROUND ->
                    work(
                            () -> {
                                RoundDetail.Facts facts =
                                        RoundDetail.Facts.of(
                                                now.of().orElseThrow(),
                                                of.view().results(),
                                                of.wanted());
                                return () -> rounds.show(facts, of.wanted(), head);
                            });
            case PASSAGES ->
                    work(
                            () -> {
                                List<int[]> pairs =
                                        Excerpts.pairs(
                                                now.of().orElseThrow().sheet().orElseThrow());
                                int[] own =
                                        pair.length == 2 || pairs.isEmpty()
                                                ? pair
                                                : pairs.getFirst();
                                Excerpts found = Excerpts.of(session.study(), now, own);
                                Consumer<int[]> other =
                                        chosen -> {
                                            pair = chosen;
                                            open(now);
                                        };
                                return () -> passages.show(found, head, other);
                            });
            case DIMENSION, CODE, PAIR ->
                    work(
                            () -> {
                                Details details = Details.of(now, units(of));
                                return () -> ratings.show(details, head);
                            });
        }
    }

    /// Names and states of units, read once per table.
    private Details.Units units(Shown of) {
        Named now = named.get();
        if (now == null || !now.view().equals(of.view())) {
            now = new Named(of.view(), session.study().agreements().names(of.view().results()));
            named.set(now);
        }
        return now.units();
    }

    private record Named(AgreementView view, Details.Units units) {}

    /// Works something out in the background, then makes nodes of it.
    private void work(Supplier<Supplier<Node>> facts) {
        latest.read(
                session.jobs(),
                progress -> facts.get(),
                nodes -> {
                    head.getChildren().setAll(Pieces.spring(), close);
                    content.getChildren().setAll(nodes.get());
                },
                why -> {
                    head.getChildren().setAll(Pieces.spring(), close);
                    content.getChildren().setAll(Unread.of(why, this::again));
                });
    }
}
