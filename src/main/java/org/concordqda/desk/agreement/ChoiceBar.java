package org.concordqda.desk.agreement;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.IntervalMethod;
import org.concordqda.agreement.Missing;
import org.concordqda.agreement.Statistic;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.model.Round;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// The chips over the table: round, coders, primary statistic, missing ratings, and the rest under Options.
final class ChoiceBar {
    /// Statistics that can lead.
    private static final List<Statistic> LEADING =
            List.of(
                    Statistic.KRIPPENDORFF_ALPHA,
                    Statistic.COHEN_KAPPA,
                    Statistic.CONGER_KAPPA,
                    Statistic.FLEISS_KAPPA,
                    Statistic.SCOTT_PI,
                    Statistic.LIGHT_KAPPA,
                    Statistic.GWET_AC,
                    Statistic.BRENNAN_PREDIGER,
                    Statistic.PERCENT_AGREEMENT);

    private final AgreementModel model;
    private final Sheets sheets;
    private final MenuButton round = chip("Round");
    private final MenuButton coders = chip("Coders");
    private final MenuButton primary = chip("Primary statistic");
    private final MenuButton missing = chip("Missing ratings");
    private final MenuButton options = chip("Options");

    ChoiceBar(AgreementModel model, Sheets sheets) {
        this.model = model;
        this.sheets = sheets;
        round.getStyleClass().add("soft");
        options.setText("Options");
        options.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        options.getItems().setAll(options());
        round.setOnShowing(e -> round.getItems().setAll(rounds()));
        coders.setOnShowing(e -> coders.getItems().setAll(people()));
        primary.setOnShowing(e -> primary.getItems().setAll(statistics()));
        missing.setOnShowing(e -> missing.getItems().setAll(policies()));
        refresh();
    }

    List<Node> nodes() {
        return List.of(round, coders, primary, missing, options);
    }

    /// Fills the chips with what is chosen.
    void refresh() {
        Round now = model.round.get();
        round.setText(now == null ? "No round" : "Round: " + now.name());
        round.setDisable(now == null);
        List<String> all = model.loaded().in(now);
        List<String> chosen = model.coders.isEmpty() ? all : List.copyOf(model.coders);
        coders.setText(
                chosen.isEmpty()
                        ? "No coder"
                        : chosen.size() <= 3
                                ? String.join(", ", chosen)
                                : chosen.size()
                                        + (model.coders.isEmpty()
                                                ? " coders"
                                                : " of " + all.size() + " coders"));
        coders.setDisable(all.isEmpty());
        primary.setText("Primary: " + model.leading());
        missing.setText("Missing: " + model.policy().label());
        round.getItems().setAll(rounds());
        coders.getItems().setAll(people());
        primary.getItems().setAll(statistics());
        missing.getItems().setAll(policies());
    }

    private List<MenuItem> rounds() {
        return radios(
                model.loaded().rounds().reversed(),
                r -> r.name() + (r.sealed() ? "  (blind)" : ""),
                r -> model.round.get() != null && model.round.get().id().equals(r.id()),
                model::choose);
    }

    private List<MenuItem> people() {
        List<String> all = model.loaded().in(model.round.get());
        List<MenuItem> items = new ArrayList<>();
        MenuItem everybody = new MenuItem("Everybody");
        everybody.setOnAction(e -> model.coders.clear());
        items.add(everybody);
        items.add(new SeparatorMenuItem());
        for (String name : all) {
            CheckMenuItem item = new CheckMenuItem(name);
            item.setMnemonicParsing(false);
            item.setSelected(model.coders.isEmpty() || model.coders.contains(name));
            item.setOnAction(e -> choose(all, name, item.isSelected()));
            items.add(item);
        }
        return items;
    }

    private void choose(List<String> all, String name, boolean with) {
        List<String> now = new ArrayList<>(model.coders.isEmpty() ? all : model.coders);
        now.remove(name);
        if (with) {
            now.add(name);
        }
        now.sort(java.util.Comparator.comparingInt(all::indexOf));
        model.coders.setAll(now.size() == all.size() ? List.of() : now);
    }

    private List<MenuItem> statistics() {
        return orAsChosen(LEADING, Statistic::label, model.statistic);
    }

    private List<MenuItem> policies() {
        return orAsChosen(List.of(Missing.values()), m -> m.label() + explained(m), model.missing);
    }

    /// What the round chose, or one of these.
    private static <T> List<MenuItem> orAsChosen(
            List<T> values, Function<T, String> words, ObjectProperty<Optional<T>> property) {
        List<Optional<T>> all = new ArrayList<>();
        all.add(Optional.empty());
        values.forEach(v -> all.add(Optional.of(v)));
        List<MenuItem> items =
                radios(
                        all,
                        v -> v.map(words).orElse("As the round chose"),
                        v -> property.get().equals(v),
                        property::set);
        items.add(1, new SeparatorMenuItem());
        return items;
    }

    private List<MenuItem> options() {
        CheckMenuItem unseen = new CheckMenuItem("Unseen units only");
        unseen.selectedProperty().bindBidirectional(model.unseen);
        CheckMenuItem unfinished = new CheckMenuItem("Count unfinished work too");
        unfinished.selectedProperty().bindBidirectional(model.unfinished);
        Menu level = new Menu("Trees are compared at");
        level.getItems()
                .setAll(
                        radios(
                                List.of(0, 1, 2, 3, 4),
                                at ->
                                        at == 0
                                                ? "the values themselves"
                                                : "level " + at + (at == 1 ? " (the top)" : ""),
                                at -> model.level.get() == at,
                                model.level::set));
        Menu scale = new Menu("Bands after");
        scale.setOnShowing(e -> scale.getItems().setAll(scales()));
        scale.getItems().setAll(scales());
        Menu interval = new Menu("Intervals");
        interval.getItems()
                .setAll(
                        radios(
                                List.of(IntervalMethod.values()),
                                ChoiceBar::words,
                                m -> model.interval.get() == m,
                                model.interval::set));
        MenuItem draws = new MenuItem("Replicates and seed …");
        draws.setOnAction(e -> askDraws());
        return List.of(unseen, unfinished, new SeparatorMenuItem(), level, scale, interval, draws);
    }

    private List<MenuItem> scales() {
        return radios(
                List.of(BenchmarkScale.values()),
                BenchmarkScale::title,
                s -> model.scale.get() == s,
                model.scale::set);
    }

    private void askDraws() {
        TextField replicates = field("Replicates", Integer.toString(model.replicates.get()));
        TextField seed = field("Seed", Long.toString(model.seed.get()));
        var wrong = Pieces.text("", "wrong", "small");
        var use =
                Pieces.primary(
                        "Use",
                        "Enter",
                        () -> {
                            try {
                                int n = Integer.parseInt(replicates.getText().strip());
                                long s = Long.parseLong(seed.getText().strip());
                                if (n < 100 || n > 100_000) {
                                    wrong.setText("Replicates lie between 100 and 100,000.");
                                    return;
                                }
                                sheets.away();
                                model.replicates.set(n);
                                model.seed.set(s);
                            } catch (NumberFormatException e) {
                                wrong.setText("Both are whole numbers.");
                            }
                        });
        use.setDefaultButton(true);
        VBox body =
                new VBox(
                        10,
                        Pieces.text("Replicates", "muted", "small"),
                        replicates,
                        Pieces.text("Seed", "muted", "small"),
                        seed,
                        wrong);
        sheets.show(
                Sheets.card("Bootstrap", 380, body, Pieces.button("Cancel", sheets::away), use));
    }

    private static TextField field(String name, String value) {
        TextField field = new TextField(value);
        field.setAccessibleText(name);
        field.getStyleClass().add("field");
        return field;
    }

    /// One of several, as a group of menu items.
    private static <T> List<MenuItem> radios(
            List<T> values, Function<T, String> words, Predicate<T> chosen, Consumer<T> choose) {
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem(words.apply(value));
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(chosen.test(value));
            item.setOnAction(e -> choose.accept(value));
            items.add(item);
        }
        return items;
    }

    private static MenuButton chip(String name) {
        MenuButton chip = new MenuButton();
        chip.getStyleClass().addAll("chip-menu");
        chip.setAccessibleText(name);
        chip.setMnemonicParsing(false);
        chip.setMinWidth(64);
        chip.setMaxWidth(300);
        return chip;
    }

    private static String explained(Missing m) {
        return switch (m) {
            case AVAILABLE -> ": every rating counts";
            case PAIRWISE -> ": units with one rating are left out";
            case COMPLETE -> ": only units every coder rated";
            case CATEGORY -> ": “did not rate” is a value";
        };
    }

    private static String words(IntervalMethod m) {
        return switch (m) {
            case AUTO -> "automatic: analytic, by source where one holds several units";
            case ANALYTIC -> "analytic (Gwet)";
            case PERCENTILE -> "bootstrap of units, percentile";
            case BCA -> "bootstrap of units, BCa";
            case CLUSTER -> "bootstrap of whole sources, percentile";
            case CLUSTER_BCA -> "bootstrap of whole sources, BCa";
            case PAIRS -> "Krippendorff’s bootstrap of pairs, for comparison only";
        };
    }
}
