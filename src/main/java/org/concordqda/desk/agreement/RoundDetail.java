package org.concordqda.desk.agreement;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.Estimate;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.Scoped;
import org.concordqda.desk.fx.ChoiceWords;
import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Session;
import org.concordqda.study.AgreementSections;
import org.concordqda.study.AgreementSections.Row;
import org.concordqda.study.AgreementSections.Section;
import org.concordqda.study.AgreementView.Wanted;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Behind a row by round: each round's value, whether a later round helped, what each coder's leaving changes,
/// and how many units a narrower interval needs.
final class RoundDetail {
    private final Session session;
    private final Supplier<BenchmarkScale> scale;

    RoundDetail(Session session, Supplier<BenchmarkScale> scale) {
        this.session = session;
        this.scale = scale;
    }

    /// Rounds of one dimension, and each coder left out of the latest.
    record Facts(List<DimensionAgreement> rounds, List<Estimate> shown, Section without) {
        static Facts of(DimensionAgreement latest, List<DimensionAgreement> all, Wanted wanted) {
            List<DimensionAgreement> rounds =
                    all.stream()
                            .filter(
                                    d ->
                                            d.matrix()
                                                    .dimension()
                                                    .key()
                                                    .equals(latest.matrix().dimension().key()))
                            .toList();
            List<Estimate> shown = new ArrayList<>();
            for (DimensionAgreement d : rounds) {
                Scoped.from(d)
                        .lead("all", wanted.statistic())
                        .ifPresent(e -> shown.add(e.in(name(d))));
            }
            Section without =
                    new AgreementSections(List.of(latest), wanted.request().numbers(), false)
                            .leaveOneOut();
            return new Facts(rounds, shown, without);
        }
    }

    Node show(Facts facts, Wanted wanted, HBox head) {
        DimensionAgreement latest = facts.rounds().getLast();
        Label title = Pieces.text(latest.matrix().dimension().name(), "strong");
        title.setMinWidth(40);
        HBox.setHgrow(title, Priority.SOMETIMES);
        head.getChildren().add(0, title);
        VBox body = new VBox(14);
        body.setPadding(new Insets(12, 16, 16, 16));
        body.getChildren().add(Pieces.caps("Round by round"));
        body.getChildren().add(new CoefficientGrid(facts.shown(), scale.get(), Estimate::scope));
        if (facts.rounds().size() > 1) {
            body.getChildren().add(difference(facts, wanted));
        }
        body.getChildren().add(Pieces.caps("Without each coder, " + latest.round().name()));
        if (facts.without().rows().isEmpty()) {
            facts.without()
                    .notes()
                    .forEach(n -> body.getChildren().add(DetailView.wrapped(after(n))));
        } else {
            body.getChildren()
                    .add(
                            new CoefficientGrid(
                                    facts.without().rows().stream().map(Row::estimate).toList(),
                                    scale.get(),
                                    e -> e.scope().replace('=', ' ')));
        }
        body.getChildren().add(planning(latest, wanted));
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static String name(DimensionAgreement d) {
        int seen = d.matrix().seen();
        return d.round().name()
                + "  n "
                + d.matrix().pairable()
                + (seen > 0 ? ", " + seen + " seen" : "");
    }

    /// The sentence without the round and dimension it begins with.
    private static String after(String note) {
        if (note.isEmpty()) {
            return note;
        }
        int colon = note.indexOf(": ");
        String rest = colon < 0 ? note : note.substring(colon + 2);
        return Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
    }

    private Node difference(Facts facts, Wanted wanted) {
        List<DimensionAgreement> rounds = facts.rounds();
        ComboBox<DimensionAgreement> from = choice("From round", rounds);
        ComboBox<DimensionAgreement> to = choice("To round", rounds);
        VBox answer = new VBox(4);
        Latest latest = new Latest();
        Runnable compute =
                () -> {
                    DimensionAgreement a = from.getValue();
                    DimensionAgreement b = to.getValue();
                    answer.getChildren().clear();
                    if (a == null || b == null || a.equals(b)) {
                        latest.forget();
                        answer.getChildren()
                                .add(DetailView.wrapped("Choose two different rounds."));
                        return;
                    }
                    latest.read(
                            session.jobs(),
                            progress ->
                                    new AgreementSections(
                                                    List.of(a, b),
                                                    wanted.request().numbers(),
                                                    false)
                                            .difference(a.round().name(), b.round().name()),
                            section -> answer.getChildren().setAll(told(section)),
                            why -> answer.getChildren().setAll(DetailView.wrapped(why)));
                };
        from.setValue(rounds.get(rounds.size() - 2));
        to.setValue(rounds.getLast());
        from.setOnAction(e -> compute.run());
        to.setOnAction(e -> compute.run());
        compute.run();
        HBox row = Pieces.row(8, from, Pieces.text("to", "muted"), to);
        return new VBox(8, Pieces.caps("Did it help?"), row, answer);
    }

    private static List<Node> told(Section section) {
        List<Node> nodes = new ArrayList<>();
        for (Row row : section.rows()) {
            Estimate e = row.estimate();
            if (!e.defined()) {
                nodes.add(
                        DetailView.wrapped(
                                "The difference is undefined: " + e.undefined().orElse("") + "."));
                continue;
            }
            boolean clear = e.ciLow() > 0 || e.ciHigh() < 0;
            String sign = e.value() > 0.00499 ? "+" : "";
            Label value = Pieces.text("α " + sign + Figures.number(e.value()), "strong");
            Label interval =
                    Pieces.text(
                            e.ciLow() < e.ciHigh()
                                    ? Figures.number(e.ciLow()) + " … " + Figures.number(e.ciHigh())
                                    : "interval not estimable",
                            "muted");
            nodes.add(Pieces.row(10, value, interval));
            nodes.add(
                    DetailView.wrapped(
                            (!(e.ciLow() < e.ciHigh())
                                            ? ""
                                            : clear
                                                    ? e.value() > 0
                                                            ? "Higher: the interval leaves out 0. "
                                                            : "Lower: the interval leaves out 0. "
                                                    : "Not told apart: the interval holds 0. ")
                                    + "("
                                    + e.interval()
                                    + ")"));
        }
        section.notes().forEach(n -> nodes.add(DetailView.wrapped(after(n))));
        return nodes;
    }

    private static ComboBox<DimensionAgreement> choice(
            String name, List<DimensionAgreement> rounds) {
        ComboBox<DimensionAgreement> choice = new ComboBox<>();
        choice.setAccessibleText(name);
        choice.getStyleClass().add("small-combo");
        choice.getItems().setAll(rounds);
        choice.setConverter(new ChoiceWords<>(d -> d.round().name()));
        return choice;
    }

    private Node planning(DimensionAgreement latest, Wanted wanted) {
        TextField half = new TextField("0.10");
        half.getStyleClass().add("field");
        half.setAccessibleText("Half width of the interval");
        half.setPrefColumnCount(5);
        Label answer = DetailView.wrapped("");
        Latest asked = new Latest();
        Runnable compute =
                () -> {
                    Optional<Double> width = width(half.getText());
                    if (width.isEmpty()) {
                        answer.setText("A half width lies between 0 and 1, as in 0.10.");
                        return;
                    }
                    asked.read(
                            session.jobs(),
                            progress ->
                                    new AgreementSections(
                                                    List.of(latest),
                                                    wanted.request().numbers(),
                                                    false)
                                            .plan(width.get()),
                            section -> answer.setText(planned(section, latest, half.getText())),
                            answer::setText);
                };
        half.setOnAction(e -> compute.run());
        compute.run();
        HBox row = Pieces.row(8, Pieces.text("α ±", "muted"), half, Pieces.button("Tell", compute));
        return new VBox(8, Pieces.caps("How many units are needed"), row, answer);
    }

    private static String planned(Section section, DimensionAgreement latest, String half) {
        for (Row row : section.rows()) {
            if (row.units().isPresent()) {
                String n = Words.number(row.units().getAsInt());
                if (latest.passages()) {
                    String counted = section.notes().stream().findFirst().orElse("");
                    return "About " + n + " for α ± " + half.strip() + ". " + after(counted);
                }
                return "About "
                        + n
                        + " units for α ± "
                        + half.strip()
                        + ", judged from the "
                        + Words.number(latest.matrix().pairable())
                        + " of "
                        + latest.round().name()
                        + " and provided they vary as much.";
            }
        }
        return section.notes().stream().map(RoundDetail::after).findFirst().orElse("");
    }

    private static Optional<Double> width(String text) {
        try {
            double value = Double.parseDouble(text.strip().replace(',', '.'));
            return value > 0 && value < 1 ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
