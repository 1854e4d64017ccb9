package org.concordqda.desk.agreement;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.analysis.Details;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.text.Words;

import java.util.List;

/// Behind a row by source: each question of each unit on which the coders differ, with what each answered.
final class SourceDetail {
    private static final int MOST = 120;

    private final Session session;

    SourceDetail(Session session) {
        this.session = session;
    }

    Node show(Line line, List<Details.Differing> differing, Details.Units units, HBox head) {
        Source source = units.sources().get(line.source());
        String key = source == null ? "" : UnitList.shortKey(source.key());
        Label title = Pieces.text(key, "strong");
        title.setMinWidth(40);
        HBox.setHgrow(title, Priority.SOMETIMES);
        head.getChildren().add(0, title);
        VBox body = new VBox(10);
        body.setPadding(new Insets(12, 16, 16, 16));
        if (source != null) {
            body.getChildren().add(DetailView.wrapped(source.title()));
        }
        boolean passages = line.of().filter(DimensionAgreement::passages).isPresent();
        body.getChildren()
                .add(
                        Pieces.caps(
                                passages
                                        ? "Passages side by side: in the tab Passages"
                                        : differing.isEmpty()
                                                ? "The coders agree on every answer"
                                                : Words.counted(
                                                        differing.size(),
                                                        "answer differs",
                                                        "answers differ")));
        boolean several = differing.stream().map(Details.Differing::unit).distinct().count() > 1;
        for (Details.Differing d : differing.subList(0, Math.min(MOST, differing.size()))) {
            VBox one =
                    new VBox(
                            2,
                            Pieces.text(
                                    (several ? d.unit() + " · " : "") + d.dimension(),
                                    "small",
                                    "strong"));
            d.answers()
                    .forEach(
                            a -> {
                                Label words = Pieces.text(a, "small");
                                words.setTooltip(new Tooltip(a));
                                words.setMinWidth(0);
                                one.getChildren().add(words);
                            });
            body.getChildren().add(one);
        }
        Button open =
                Pieces.primary(
                        "Open in Code",
                        "Enter",
                        () -> session.go(Destination.in(new SourceId(line.source()), 0, 0)));
        HBox foot = Pieces.row(8, Pieces.spring(), open);
        foot.setPadding(new Insets(10, 16, 12, 16));
        foot.getStyleClass().add("line-above");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox all = new VBox(scroll, foot);
        VBox.setVgrow(all, Priority.ALWAYS);
        return all;
    }
}
