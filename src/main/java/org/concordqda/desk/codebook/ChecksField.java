package org.concordqda.desk.codebook;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Removable;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Check;
import org.concordqda.model.Dimension;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The checks of a dimension: values that contradict those of another and warn, never forbid.
final class ChecksField extends VBox {
    private final Session session;
    private final CodebookModel model;
    private final Supplier<Dimension> dimension;
    private final VBox lines = new VBox(2);
    private final VBox foot = new VBox();
    private @Nullable CheckForm form;
    private @Nullable Check added;

    ChecksField(Session session, CodebookModel model, Supplier<Dimension> dimension) {
        super(6);
        this.session = session;
        this.model = model;
        this.dimension = dimension;
        getChildren().addAll(Pieces.caps("Checks that warn"), lines, foot);
    }

    void update() {
        Dimension d = dimension.get();
        int left = Removable.focused(lines);
        lines.getChildren().clear();
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
                                    () -> remove(check)));
        }
        Removable.focus(lines, left);
        if (d.codes().isEmpty() || (added != null && d.checks().contains(added))) {
            form = null;
        }
        added = null;
        CheckForm open = form;
        if (open != null) {
            // What is half filled in stays.
            offer(open, d);
        } else if (d.codes().isEmpty()) {
            foot.getChildren().clear();
        } else {
            foot.getChildren().setAll(Pieces.row(0, Pieces.button("+ Check", this::form, "quiet")));
        }
    }

    private void remove(Check check) {
        Dimension d = dimension.get();
        List<Check> left = new ArrayList<>(d.checks());
        left.remove(check);
        store(d, left);
    }

    private void form() {
        CheckForm open = new CheckForm(this::add, model::hint);
        form = open;
        offer(open, dimension.get());
        foot.getChildren().setAll(open);
    }

    private void offer(CheckForm open, Dimension d) {
        open.offer(
                d,
                session.codebook().get().dimensions().stream()
                        .filter(x -> !x.id().equals(d.id()) && !x.codes().isEmpty())
                        .toList());
    }

    private void add(Check check) {
        Dimension d = dimension.get();
        List<Check> all = new ArrayList<>(d.checks());
        all.add(check);
        added = check;
        store(d, all);
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
