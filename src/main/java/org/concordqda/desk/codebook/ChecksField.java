package org.concordqda.desk.codebook;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Removable;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Check;
import org.concordqda.model.Code;
import org.concordqda.model.Dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The checks of a dimension: values that contradict those of another and warn, never forbid.
final class ChecksField extends VBox {
    private final Session session;
    private final CodebookModel model;
    private final Supplier<Dimension> dimension;
    private final VBox lines = new VBox(2);

    ChecksField(Session session, CodebookModel model, Supplier<Dimension> dimension) {
        super(6);
        this.session = session;
        this.model = model;
        this.dimension = dimension;
    }

    void update() {
        Dimension d = dimension.get();
        int left = Removable.focused(lines);
        lines.getChildren().clear();
        getChildren().setAll(Pieces.caps("Checks that warn"), lines);
        for (Check check : d.checks()) {
            Label words =
                    Pieces.text(
                            check.when()
                                    + " with "
                                    + check.dimension()
                                    + " = "
                                    + String.join(" or ", check.values())
                                    + ": “"
                                    + check.warn()
                                    + "”");
            words.setWrapText(true);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            lines.getChildren()
                    .add(
                            Removable.line(
                                    Pieces.row(8, words),
                                    "Check: " + words.getText(),
                                    "Remove this check",
                                    () -> remove(d, check)));
        }
        Removable.focus(lines, left);
        if (!d.codes().isEmpty()) {
            getChildren().add(Pieces.row(0, Pieces.button("+ Check", () -> form(d), "quiet")));
        }
    }

    private void remove(Dimension d, Check check) {
        List<Check> left = new ArrayList<>(d.checks());
        left.remove(check);
        store(d, left);
    }

    private void form(Dimension d) {
        ComboBox<String> when = codes(d, "When");
        ComboBox<String> other = new ComboBox<>();
        other.setAccessibleText("Other dimension");
        List<Dimension> others =
                session.codebook().get().dimensions().stream()
                        .filter(x -> !x.id().equals(d.id()) && !x.codes().isEmpty())
                        .toList();
        others.forEach(x -> other.getItems().add(x.name()));
        HBox value = Pieces.row(6);
        other.setOnAction(
                e -> {
                    int at = other.getSelectionModel().getSelectedIndex();
                    if (at >= 0) {
                        value.getChildren().setAll(codes(others.get(at), "Value"));
                    }
                });
        other.getSelectionModel().selectFirst();
        if (!others.isEmpty()) {
            value.getChildren().setAll(codes(others.getFirst(), "Value"));
        }
        TextField warn = Pieces.field("Sentence that warns");
        HBox.setHgrow(warn, Priority.ALWAYS);
        Runnable add =
                () -> {
                    int at = other.getSelectionModel().getSelectedIndex();
                    if (at < 0 || warn.getText().isBlank()) {
                        model.hint("A check needs a sentence that warns.");
                        return;
                    }
                    ComboBox<?> chosen = (ComboBox<?>) value.getChildren().getFirst();
                    List<Check> all = new ArrayList<>(d.checks());
                    all.add(
                            new Check(
                                    d.allCodes()
                                            .get(when.getSelectionModel().getSelectedIndex())
                                            .key(),
                                    others.get(at).key(),
                                    List.of(
                                            others.get(at)
                                                    .allCodes()
                                                    .get(
                                                            chosen.getSelectionModel()
                                                                    .getSelectedIndex())
                                                    .key()),
                                    warn.getText().strip()));
                    store(d, all);
                };
        warn.setOnAction(e -> add.run());
        getChildren().removeLast();
        getChildren()
                .add(
                        new VBox(
                                6,
                                Pieces.row(
                                        6,
                                        when,
                                        Pieces.text("with", "muted"),
                                        other,
                                        Pieces.text("=", "muted"),
                                        value),
                                Pieces.row(6, warn, Pieces.button("Add the check", add))));
    }

    private static ComboBox<String> codes(Dimension d, String words) {
        ComboBox<String> box = new ComboBox<>();
        d.allCodes().forEach((Code c) -> box.getItems().add(d.path(c.id()).orElse(c.name())));
        box.getSelectionModel().selectFirst();
        box.setAccessibleText(words);
        box.setPrefWidth(170);
        return box;
    }

    private void store(Dimension d, List<Check> checks) {
        model.act(
                () ->
                        model.fields()
                                .change(
                                        org.concordqda.study.CodebookFields.withChecks(d, checks),
                                        false,
                                        ""));
    }
}
