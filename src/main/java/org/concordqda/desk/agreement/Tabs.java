package org.concordqda.desk.agreement;

import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.concordqda.agreement.Granularity;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.desk.agreement.AgreementModel.Shown;
import org.concordqda.desk.fx.ChoiceWords;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.study.AgreementView.By;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The head of the table: what the rows are, and what can be done with the table; below it what only some
/// tables can choose.
final class Tabs extends VBox {
    private static final String ALL = "all dimensions";

    private final AgreementModel model;
    private final TableOutput output;
    private final Map<By, ToggleButton> buttons = new EnumMap<>(By.class);
    private final List<Map<By, ToggleButton>> copies = new ArrayList<>();
    private final HBox more = Pieces.row(14);
    private final ComboBox<String> dimension = new ComboBox<>();
    private final HBox ofSource;
    private final HBox ofPassages;

    Tabs(AgreementModel model, TableOutput output) {
        this.model = model;
        this.output = output;
        HBox row = tabs(buttons);
        row.getChildren().add(Pieces.spring());
        Button latex = Pieces.button("Copy as LaTeX", output::copyLatex);
        row.getChildren().add(latex);
        // In a narrow card the menu beside it offers the same.
        widthProperty()
                .subscribe(
                        w -> {
                            latex.setVisible(w.doubleValue() > 760);
                            latex.setManaged(w.doubleValue() > 760);
                        });
        row.setMinWidth(0);
        setMinWidth(0);
        row.getChildren().add(export());
        row.setPadding(new Insets(10, 12, 10, 12));
        more.setPadding(new Insets(0, 16, 10, 16));
        ofSource = Pieces.row(8, Pieces.text("Of", "muted", "small"), dimension);
        dimension.setAccessibleText("Dimension");
        dimension.getStyleClass().add("small-combo");
        dimension.setMaxWidth(260);
        dimension
                .valueProperty()
                .subscribe(d -> model.dimension.set(d == null || d.equals(ALL) ? "" : d));
        ofPassages = passages();
        getChildren().addAll(row, more);
        refresh();
    }

    TableOutput output() {
        return output;
    }

    /// The same tabs once more, for a place that has no table.
    HBox copyOfTabs() {
        Map<By, ToggleButton> own = new EnumMap<>(By.class);
        HBox row = tabs(own);
        copies.clear();
        copies.add(own);
        choose(own);
        return row;
    }

    private HBox tabs(Map<By, ToggleButton> into) {
        HBox row = Pieces.row(2);
        ToggleGroup group = new ToggleGroup();
        for (By by : By.values()) {
            ToggleButton tab = new ToggleButton(words(by));
            tab.getStyleClass().setAll("button", "plain", "tab");
            tab.setToggleGroup(group);
            tab.setMinWidth(USE_PREF_SIZE);
            tab.setAccessibleText("Agreement " + words(by));
            // Arrows choose too, and they fire no action.
            tab.setOnAction(e -> tab.setSelected(true));
            tab.selectedProperty()
                    .subscribe(
                            on -> {
                                if (on) {
                                    model.by.set(by);
                                }
                            });
            into.put(by, tab);
            row.getChildren().add(tab);
        }
        return row;
    }

    private MenuButton export() {
        MenuButton export = new MenuButton("Export …");
        export.getStyleClass().add("export-menu");
        export.setMinWidth(USE_PREF_SIZE);
        MenuItem csv = new MenuItem("This table as CSV …");
        csv.setOnAction(e -> output.askCsv());
        MenuItem workbook = new MenuItem("The agreement workbook …");
        workbook.setOnAction(e -> output.askWorkbook());
        MenuItem text = new MenuItem("Copy as text");
        text.setOnAction(e -> output.copyText());
        MenuItem latex = new MenuItem("Copy as LaTeX");
        latex.setOnAction(e -> output.copyLatex());
        export.getItems().addAll(csv, workbook, latex, text);
        return export;
    }

    private HBox passages() {
        ComboBox<Granularity> unit = new ComboBox<>();
        unit.setAccessibleText("Granularity");
        unit.getStyleClass().add("small-combo");
        unit.getItems().setAll(Granularity.values());
        unit.setConverter(new ChoiceWords<>(Tabs::words));
        unit.valueProperty().bindBidirectional(model.granularity);
        CheckBox uncoded = new CheckBox("Uncoded text counts");
        uncoded.selectedProperty().bindBidirectional(model.uncoded);
        CheckBox gamma = new CheckBox("γ too (takes longer)");
        gamma.selectedProperty().bindBidirectional(model.gamma);
        for (CheckBox box : List.of(uncoded, gamma)) {
            box.getStyleClass().add("small");
            box.setMinWidth(USE_PREF_SIZE);
        }
        return Pieces.row(
                14, Pieces.row(8, Pieces.text("Per", "muted", "small"), unit), uncoded, gamma);
    }

    /// What gives the keyboard to the chosen tab once other nodes are on show, if a tab has it now.
    Runnable keepKeyboard(@Nullable Scene scene) {
        boolean has =
                scene != null
                        && scene.getFocusOwner() instanceof ToggleButton tab
                        && tab.getStyleClass().contains("tab");
        return () -> {
            List<Map<By, ToggleButton>> all = new ArrayList<>(copies);
            all.add(buttons);
            for (Map<By, ToggleButton> each : all) {
                ToggleButton tab = each.get(model.by.get());
                if (has && tab != null && tab.getScene() != null) {
                    tab.requestFocus();
                }
            }
        };
    }

    private void choose(Map<By, ToggleButton> of) {
        of.forEach((by, tab) -> tab.setSelected(by == model.by.get()));
    }

    /// Shows what is chosen.
    void refresh() {
        By by = model.by.get();
        choose(buttons);
        copies.forEach(this::choose);
        more.getChildren().clear();
        if (by == By.SOURCE) {
            more.getChildren().add(ofSource);
        } else if (by == By.PASSAGES) {
            more.getChildren().add(ofPassages);
        }
        more.setVisible(!more.getChildren().isEmpty());
        more.setManaged(!more.getChildren().isEmpty());
        if (model.state().get() instanceof Shown s && model.dimension.get().isEmpty()) {
            List<String> names = new ArrayList<>(List.of(ALL));
            boolean rated = s.view().results().stream().anyMatch(d -> !d.passages());
            s.view().results().stream()
                    .filter(d -> !rated || !d.passages())
                    .map((DimensionAgreement d) -> d.matrix().dimension().name())
                    .distinct()
                    .forEach(names::add);
            if (!dimension.getItems().equals(names) && names.size() > 1) {
                dimension.getItems().setAll(names);
                dimension.setValue(ALL);
            }
        }
    }

    /// A tab's name.
    static String words(By by) {
        return switch (by) {
            case DIMENSION -> "By dimension";
            case CODE -> "By code";
            case PAIR -> "By pair";
            case SOURCE -> "By source";
            case ROUND -> "Rounds";
            case PASSAGES -> "Passages";
        };
    }

    private static String words(Granularity g) {
        return switch (g) {
            case CHARACTER -> "character";
            case SENTENCE -> "sentence";
            case TURN -> "turn or comment";
            case SOURCE -> "source";
        };
    }
}
