package org.concordqda.desk.agreement;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.Confusion;
import org.concordqda.analysis.Details;
import org.concordqda.analysis.Presence;
import org.concordqda.desk.fx.ChoiceWords;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What lies behind a number about ratings: the matrix of a pair, why the number is so, every coefficient, the
/// units of a cell.
final class DetailView {
    private static final int CONFLICTS = 8;

    private final Session session;
    private final Supplier<BenchmarkScale> scale;
    private final UnitList units;
    private final VBox matrix = new VBox(12);

    DetailView(Session session, Supplier<BenchmarkScale> scale) {
        this.session = session;
        this.scale = scale;
        this.units = new UnitList(session);
    }

    /// The card's content; `head` takes the title and the choice of a pair.
    Node show(Details d, HBox head) {
        units.clear();
        String name = d.of().matrix().dimension().name() + d.code().map(c -> ": " + c).orElse("");
        Label title = Pieces.text(name, "strong");
        title.setMinWidth(40);
        title.setTooltip(new Tooltip(name));
        HBox.setHgrow(title, Priority.SOMETIMES);
        head.getChildren().add(0, title);
        VBox body = new VBox(14, matrix);
        body.setPadding(new Insets(12, 16, 12, 16));
        matrix.getChildren().clear();
        if (d.pairs().isEmpty()) {
            Label none =
                    Pieces.text(
                            d.coders().size() < 2
                                    ? "One coder alone cannot agree or disagree."
                                    : "No unit was answered by two coders. Mark work as done in"
                                            + " Code: only finished work counts.",
                            "muted");
            none.setWrapText(true);
            matrix.getChildren().add(none);
        } else {
            pair(d, head);
        }
        if (!d.why().isEmpty()) {
            body.getChildren().add(why(d.why()));
        }
        body.getChildren().add(units);
        body.getChildren().add(Pieces.caps("Every coefficient"));
        body.getChildren()
                .add(new CoefficientGrid(d.estimates(), scale.get(), e -> e.statistic().label()));
        if (!d.levels().isEmpty()) {
            body.getChildren().add(Pieces.caps("Upper levels of the tree"));
            body.getChildren()
                    .add(
                            new CoefficientGrid(
                                    d.levels(),
                                    scale.get(),
                                    e ->
                                            e.scope().replace('=', ' ')
                                                    + ", "
                                                    + e.statistic().label()));
        }
        List<String> remarks = new ArrayList<>(d.of().remarks());
        if (!d.of().folded().isEmpty()) {
            remarks.add("Read as codes: " + String.join(", ", d.of().folded()) + ".");
        }
        remarks.forEach(r -> body.getChildren().add(wrapped(r)));
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private void pair(Details d, HBox head) {
        List<String> coders = d.coders();
        if (d.pairs().size() == 1) {
            Details.Pair only = d.pairs().getFirst();
            String sides =
                    coders.get(only.first()) + " down, " + coders.get(only.second()) + " across";
            Label chip = Pieces.chip(sides);
            chip.setTooltip(new Tooltip(sides));
            // It says how the matrix is read; the dimension stands in the table too.
            chip.setMinWidth(sides.length() > 30 ? 210 : Region.USE_PREF_SIZE);
            head.getChildren().add(1, chip);
            fill(d, only);
            return;
        }
        ComboBox<Details.Pair> choice = new ComboBox<>();
        choice.setAccessibleText("Pair of coders");
        choice.getStyleClass().add("small-combo");
        choice.setMinWidth(110);
        choice.getItems().setAll(d.pairs());
        choice.setConverter(
                new ChoiceWords<>(
                        p ->
                                coders.get(p.first())
                                        + " down, "
                                        + coders.get(p.second())
                                        + " across"));
        choice.valueProperty()
                .subscribe(
                        p -> {
                            if (p != null) {
                                fill(d, p);
                            }
                        });
        choice.setValue(d.pairs().getFirst());
        head.getChildren().add(1, choice);
    }

    private void fill(Details d, Details.Pair pair) {
        matrix.getChildren().clear();
        units.clear();
        if (d.sets()) {
            sets(d, pair);
            return;
        }
        Confusion c = d.confusion(pair);
        MatrixView view =
                new MatrixView(c, session.palette().get(), (k, l) -> cell(d, pair, c, k, l));
        matrix.getChildren().add(view.framed());
        if (d.code().isPresent()) {
            matrix.getChildren().add(wrapped(twoByTwo(c)));
        }
        c.conflict()
                .ifPresent(
                        most -> {
                            view.mark(most.row(), most.column());
                            cell(d, pair, c, most.row(), most.column());
                        });
    }

    /// The numbers of a 2 × 2 matrix that explain its kappa.
    private static String twoByTwo(Confusion c) {
        return "Positive agreement "
                + Figures.number(c.positiveAgreement())
                + ", negative "
                + Figures.number(c.negativeAgreement())
                + "; prevalence index "
                + Figures.number(c.prevalenceIndex())
                + ", bias index "
                + Figures.number(c.biasIndex())
                + ", PABAK "
                + Figures.number(c.pabak())
                + ", largest possible κ "
                + (Double.isNaN(c.kappaMax()) ? "undefined" : Figures.number(c.kappaMax()))
                + ".";
    }

    private void cell(Details d, Details.Pair pair, Confusion c, int k, int l) {
        List<Integer> found = d.units(pair, k, l);
        units.show(
                d,
                c.first()
                        + ": "
                        + c.categories().get(k)
                        + "\n"
                        + c.second()
                        + ": "
                        + c.categories().get(l),
                found);
    }

    /// Sets of values: which codes are disputed, and which sets stood against each other.
    private void sets(Details d, Details.Pair pair) {
        String a = d.coders().get(pair.first());
        String b = d.coders().get(pair.second());
        Presence presence = d.presence();
        List<Presence.Disputed> codes = presence.disputed(pair.first(), pair.second());
        VBox list = new VBox();
        for (Presence.Disputed code : codes.subList(0, Math.min(CONFLICTS, codes.size()))) {
            list.getChildren()
                    .add(
                            line(
                                    code.code(),
                                    "both "
                                            + code.counts().both()
                                            + " · only "
                                            + a
                                            + " "
                                            + code.counts().onlyA()
                                            + " · only "
                                            + b
                                            + " "
                                            + code.counts().onlyB(),
                                    () -> disputed(d, pair, presence, code.code())));
        }
        matrix.getChildren().addAll(Pieces.caps("Codes, most disputed first"), list);
        Confusion c = d.confusion(pair);
        VBox against = new VBox();
        for (Confusion.Cell most : c.conflicts(CONFLICTS)) {
            against.getChildren()
                    .add(
                            line(
                                    c.categories().get(most.row())
                                            + "  /  "
                                            + c.categories().get(most.column()),
                                    Integer.toString(most.count()),
                                    () -> cell(d, pair, c, most.row(), most.column())));
        }
        if (!against.getChildren().isEmpty()) {
            matrix.getChildren().addAll(Pieces.caps("Sets against each other"), against);
        }
        codes.stream().findFirst().ifPresent(most -> disputed(d, pair, presence, most.code()));
    }

    private void disputed(Details d, Details.Pair pair, Presence presence, String code) {
        List<Integer> found = presence.apart(code, pair.first(), pair.second());
        units.show(d, "Only one of them gave " + code, found);
    }

    private static Button line(String words, String figures, Runnable action) {
        Label name = Pieces.text(words, "small");
        name.setMinWidth(40);
        Label count = Pieces.text(figures, "muted", "small");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = Pieces.row(10, name, Pieces.spring(), count);
        Button button = new Button();
        button.setGraphic(row);
        row.prefWidthProperty().bind(button.widthProperty().subtract(12));
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().addAll("recent", "tight");
        button.setAccessibleText(words + ", " + figures);
        button.setTooltip(new Tooltip(words + "\n" + figures));
        button.setOnAction(e -> action.run());
        return button;
    }

    /// The explanation, in its coloured box.
    static VBox why(List<String> sentences) {
        Label words = Pieces.text(String.join(" ", sentences), "small");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox notice = new VBox(4, Pieces.text("Why this number?", "strong", "small"), words);
        notice.getStyleClass().add("notice");
        return notice;
    }

    static Label wrapped(String sentence) {
        Label words = Pieces.text(sentence, "muted", "small");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }
}
