package org.concordqda.desk.agreement;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.concordqda.agreement.Confusion;
import org.concordqda.analysis.RatingMatrix;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;

import java.util.List;
import java.util.Optional;

/// What lies behind a number: the confusion matrix of a pair, why the number is so, the units of a cell.
final class DetailView extends VBox {
    private static final int MOST = 60;

    private final Session session;
    private final VBox units = new VBox();

    DetailView(Session session) {
        this.session = session;
        getStyleClass().add("card");
        setMinWidth(380);
        setPrefWidth(428);
        setMaxWidth(428);
        setMaxHeight(USE_PREF_SIZE);
    }

    void show(AgreementRow row) {
        List<String> coders = row.numbers().matrix().coderNames();
        getChildren().clear();
        Label title = Pieces.text(row.name(), "strong");
        HBox head = Pieces.row(10, title);
        head.setPadding(new Insets(0, 16, 0, 16));
        head.setMinHeight(46);
        head.getStyleClass().add("line-below");
        VBox body = new VBox(14);
        body.setPadding(new Insets(14, 16, 16, 16));
        getChildren().addAll(head, body, units);
        units.getChildren().clear();
        if (coders.size() < 2) {
            body.getChildren()
                    .add(Pieces.text("One coder alone cannot agree or disagree.", "muted"));
            return;
        }
        if (coders.size() == 2) {
            head.getChildren()
                    .add(Pieces.chip(coders.get(0) + " down, " + coders.get(1) + " across"));
            fill(row, body, 0, 1);
            return;
        }
        ComboBox<String> pair = new ComboBox<>();
        pair.setAccessibleText("Pair of coders");
        for (int g = 0; g < coders.size(); g++) {
            for (int h = g + 1; h < coders.size(); h++) {
                pair.getItems().add(coders.get(g) + " down, " + coders.get(h) + " across");
            }
        }
        head.getChildren().add(pair);
        pair.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        i -> {
                            int at = i.intValue();
                            for (int g = 0; g < coders.size() && at >= 0; g++) {
                                int here = coders.size() - g - 1;
                                if (at < here) {
                                    fill(row, body, g, g + 1 + at);
                                    return;
                                }
                                at -= here;
                            }
                        });
        pair.getSelectionModel().selectFirst();
    }

    private void fill(AgreementRow row, VBox body, int g, int h) {
        body.getChildren().clear();
        units.getChildren().clear();
        Optional<Confusion> confusion = AgreementRow.confusion(row.numbers(), g, h);
        if (confusion.isEmpty()) {
            body.getChildren()
                    .add(Pieces.text("There are too many values to draw their matrix.", "muted"));
            return;
        }
        body.getChildren()
                .add(
                        new MatrixView(
                                confusion.get(),
                                session.palette().get(),
                                (k, l) -> listUnits(row, confusion.get(), g, h, k, l)));
        List<String> why = row.numbers().matrix().explanation(g, h);
        if (!why.isEmpty()) {
            Label words = Pieces.text(String.join(" ", why));
            words.setWrapText(true);
            VBox notice = new VBox(4, Pieces.text("Why this number?", "strong"), words);
            notice.getStyleClass().add("notice");
            body.getChildren().add(notice);
        }
        row.alpha()
                .flatMap(org.concordqda.agreement.Estimate::undefined)
                .ifPresent(
                        reason -> {
                            Label words = Pieces.text("α is undefined: " + reason, "muted");
                            words.setWrapText(true);
                            body.getChildren().add(words);
                        });
        for (String remark : row.numbers().remarks()) {
            Label words = Pieces.text(remark, "muted", "small");
            words.setWrapText(true);
            body.getChildren().add(words);
        }
        Conflict.most(confusion.get())
                .ifPresent(c -> listUnits(row, confusion.get(), g, h, c.row(), c.column()));
    }

    private void listUnits(
            AgreementRow row, Confusion confusion, int g, int h, int first, int second) {
        units.getChildren().clear();
        RatingMatrix matrix = row.numbers().matrix();
        int n = confusion.counts()[first][second];
        Label head =
                Pieces.caps(
                        n
                                + (n == 1 ? " unit: " : " units: ")
                                + confusion.categories().get(first)
                                + " ("
                                + confusion.first()
                                + "), "
                                + confusion.categories().get(second)
                                + " ("
                                + confusion.second()
                                + ")");
        head.setPadding(new Insets(2, 16, 8, 16));
        units.getChildren().add(head);
        int shown = 0;
        for (int u = 0; u < matrix.rows().size() && shown < MOST; u++) {
            if (matrix.cell(u, g) == first && matrix.cell(u, h) == second) {
                units.getChildren().add(unit(matrix.rows().get(u)));
                shown++;
            }
        }
    }

    private Button unit(RatingMatrix.UnitRow row) {
        Source source = session.study().sources().get(new SourceId(row.source()));
        Label key = Pieces.text(source.key(), "mono", "small");
        Label title = Pieces.text(source.title());
        title.setMinWidth(0);
        Button open = new Button();
        open.setGraphic(Pieces.row(10, key, title));
        open.setAccessibleText("Open " + source.title());
        open.getStyleClass().add("recent");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setOnAction(e -> session.go(Destination.in(source.id(), 0, 0)));
        return open;
    }
}
