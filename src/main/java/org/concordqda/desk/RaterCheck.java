package org.concordqda.desk;

import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Statistic;
import org.concordqda.desk.agreement.IntervalView;
import org.concordqda.desk.fx.Choosers;
import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.study.RaterSheets;
import org.concordqda.study.RaterSheets.Column;
import org.concordqda.study.RaterSheets.Conflict;
import org.concordqda.study.RaterSheets.Reading;
import org.concordqda.study.RaterSheets.Result;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// “Check two rater sheets”: two or more spreadsheets give the agreement per column with intervals and the
/// conflicts that cost most, before anything else is asked; one click makes a study of them.
final class RaterCheck {
    private static final int CONFLICTS = 8;
    private static final int NAMED = 8;

    private final DeskWindow window;
    private final Stage stage;
    private final Sheets sheets;
    private final Jobs jobs;
    private @Nullable Checked checked;

    RaterCheck(DeskWindow window, Stage stage, Sheets sheets, Jobs jobs) {
        this.window = window;
        this.stage = stage;
        this.sheets = sheets;
        this.jobs = jobs;
    }

    /// Asks for the files.
    void ask() {
        FileChooser chooser = Choosers.file("Choose two rater sheets");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Spreadsheets", "*.xlsx", "*.csv", "*.tsv"));
        List<File> files = chooser.showOpenMultipleDialog(stage);
        if (files != null) {
            Choosers.near(files.getFirst());
            check(files.stream().map(File::toPath).toList());
        }
    }

    /// Compares the files and shows what they say; rows that name one unit several times correspond by
    /// their order, which the card says.
    void check(List<Path> files) {
        compare(files, Optional.empty());
    }

    private void compare(List<Path> files, Optional<String> unit) {
        jobs.run(
                "Comparing the sheets",
                progress -> {
                    List<String> units = RaterSheets.units(files, progress);
                    RaterSheets.Options options =
                            new RaterSheets.Options(
                                    List.of(unit.orElse(units.getFirst())),
                                    true,
                                    Optional.empty(),
                                    List.of(),
                                    AgreementOptions.DEFAULT);
                    return new Checked(
                            files, units, options, RaterSheets.compare(files, options, progress));
                },
                this::show);
    }

    private record Checked(
            List<Path> files, List<String> units, RaterSheets.Options options, Result result) {}

    private void show(Checked now) {
        checked = now;
        Result r = now.result();
        VBox body = new VBox(14);
        body.setPadding(new Insets(0, 14, 0, 0));
        body.getChildren().add(unit(now));
        body.getChildren().add(table(r));
        body.getChildren().add(Pieces.caps("Conflicts that cost most"));
        body.getChildren()
                .add(
                        r.conflicts().isEmpty()
                                ? wrapped("The raters never differ.")
                                : conflicts(r.conflicts()));
        r.unmatched()
                .forEach((coder, units) -> body.getChildren().add(wrapped(only(coder, units))));
        r.notes().forEach(note -> body.getChildren().add(wrapped(note)));
        body.getChildren().add(wrapped(method(r)));
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(Math.max(260, stage.getHeight() - 260));
        sheets.show(
                Sheets.card(
                        "Agreement of the sheets",
                        Math.clamp(stage.getWidth() - 80, 640, 960),
                        scroll,
                        Pieces.button("Close", sheets::away),
                        Pieces.primary("Make a study of them", "", this::askPlace)));
    }

    private Node unit(Checked now) {
        Result r = now.result();
        ComboBox<String> unit = new ComboBox<>();
        unit.setAccessibleText("Column that names the unit");
        unit.getStyleClass().add("small-combo");
        unit.getItems().setAll(now.units());
        unit.setValue(now.options().unit().getFirst());
        unit.setOnAction(
                e -> {
                    sheets.away();
                    compare(now.files(), Optional.of(unit.getValue()));
                });
        Label who =
                Pieces.text(
                        String.join(", ", r.coders()) + " · " + r.units() + " units, matched by",
                        "muted",
                        "small");
        who.setMinWidth(60);
        Label order = Pieces.text("rows of one unit by their order", "faint", "small");
        return Pieces.row(8, who, unit, order);
    }

    private Node table(Result r) {
        boolean two = r.coders().size() == 2;
        String kappa = two ? "Cohen’s κ" : "Conger’s κ";
        GridPane grid = new GridPane(14, 7);
        String[] heads = {
            "Column",
            "n",
            "missing",
            "agree",
            kappa + " as written",
            "spelling folded",
            "α",
            "95 % interval of α",
            ""
        };
        for (int i = 0; i < heads.length; i++) {
            ColumnConstraints c = new ColumnConstraints();
            boolean words = i == 0 || i >= 7;
            c.setHalignment(words ? HPos.LEFT : HPos.RIGHT);
            if (i == 0) {
                c.setHgrow(Priority.ALWAYS);
                c.setMinWidth(110);
            }
            grid.getColumnConstraints().add(c);
            Label head = Pieces.text(heads[i], "muted", "small");
            head.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(head, i, 0);
        }
        int at = 1;
        for (Column column : r.columns()) {
            Optional<Estimate> alpha = column.numbers().whole(Statistic.KRIPPENDORFF_ALPHA);
            Label name = Pieces.text(column.name(), "strong");
            name.setTooltip(new Tooltip(column.name()));
            name.setMinWidth(0);
            grid.add(name, 0, at);
            grid.add(Pieces.text(alpha.map(e -> "" + e.pairable()).orElse("0")), 1, at);
            grid.add(Pieces.text("" + column.numbers().missing()), 2, at);
            grid.add(figure(column.numbers().whole(Statistic.PERCENT_AGREEMENT)), 3, at);
            grid.add(figure(kappa(column, Reading.WRITTEN)), 4, at);
            grid.add(figure(kappa(column, Reading.FOLDED)), 5, at);
            Label main = figure(alpha);
            main.getStyleClass().add("strong");
            grid.add(main, 6, at);
            if (alpha.filter(Estimate::defined).isPresent()) {
                grid.add(new IntervalView(alpha.get(), window.theme().palette().getValue()), 7, at);
                grid.add(Pieces.text(IntervalView.words(alpha.get()), "muted", "small"), 8, at);
            } else {
                Label why =
                        Pieces.text(
                                "undefined: " + alpha.flatMap(Estimate::undefined).orElse(""),
                                "muted",
                                "small");
                grid.add(why, 7, at, 2, 1);
            }
            at++;
        }
        return grid;
    }

    private static Node conflicts(List<Conflict> all) {
        GridPane grid = new GridPane(14, 5);
        String[] heads = {"Column", "one value against another", "times", "agree would rise"};
        for (int i = 0; i < heads.length; i++) {
            ColumnConstraints c = new ColumnConstraints();
            c.setHalignment(i < 2 ? HPos.LEFT : HPos.RIGHT);
            c.setHgrow(i == 1 ? Priority.ALWAYS : Priority.NEVER);
            grid.getColumnConstraints().add(c);
            grid.add(Pieces.text(heads[i], "muted", "small"), i, 0);
        }
        int at = 1;
        for (Conflict c : all.subList(0, Math.min(CONFLICTS, all.size()))) {
            Label values = Pieces.text(c.first() + "  /  " + c.second(), "small");
            values.setMinWidth(0);
            values.setTooltip(new Tooltip(c.first() + " / " + c.second()));
            grid.add(Pieces.text(c.column(), "small"), 0, at);
            grid.add(values, 1, at);
            grid.add(Pieces.text("" + c.count(), "small"), 2, at);
            grid.add(
                    Pieces.text(Words.decimals(100 * c.agreement(), 1) + " points", "small"),
                    3,
                    at);
            at++;
        }
        return grid;
    }

    private static String only(String coder, List<String> units) {
        return "Only "
                + coder
                + " names "
                + Words.counted(units.size(), "unit")
                + ": "
                + String.join(", ", units.subList(0, Math.min(NAMED, units.size())))
                + (units.size() > NAMED ? " and " + (units.size() - NAMED) + " more." : ".");
    }

    private static String method(Result r) {
        String methods =
                r.columns().stream()
                        .map(c -> c.numbers().whole(Statistic.KRIPPENDORFF_ALPHA))
                        .flatMap(Optional::stream)
                        .filter(e -> e.defined() && e.ciLow() < e.ciHigh())
                        .map(Estimate::interval)
                        .distinct()
                        .collect(java.util.stream.Collectors.joining("; "));
        return "α, agreement and conflicts with spelling folded. "
                + (methods.isEmpty() ? "" : "Intervals: " + methods + ". ")
                + "Missing ratings: available. Bands after Krippendorff (.667, .800).";
    }

    private void askPlace() {
        FileChooser chooser = Choosers.file("Where to keep the study");
        chooser.setInitialFileName("ratings.concord");
        File file = chooser.showSaveDialog(stage);
        if (file != null) {
            Choosers.near(file);
            make(file.toPath());
        }
    }

    /// Makes a study of what was compared last, and opens it.
    void make(Path to) {
        Checked now = checked;
        if (now == null) {
            return;
        }
        sheets.away();
        jobs.run(
                "Making the study",
                progress -> {
                    RaterSheets.study(now.files(), now.options(), to, "Round 1", progress);
                    return to;
                },
                window::open);
    }

    private static Label wrapped(String sentence) {
        Label label = Pieces.text(sentence, "muted", "small");
        label.setWrapText(true);
        return label;
    }

    private static Optional<Estimate> kappa(Column column, Reading reading) {
        return Optional.ofNullable(column.readings().get(reading))
                .flatMap(
                        n ->
                                n.whole(Statistic.COHEN_KAPPA)
                                        .or(() -> n.whole(Statistic.CONGER_KAPPA)));
    }

    /// A coefficient with four decimals, as papers are checked; what is undefined says why on hover.
    private static Label figure(Optional<Estimate> estimate) {
        if (estimate.isEmpty()) {
            return Pieces.text("");
        }
        Estimate e = estimate.get();
        if (!e.defined()) {
            Label label = Pieces.text("undefined", "muted", "small");
            label.setTooltip(new Tooltip("undefined: " + e.undefined().orElse("")));
            return label;
        }
        return Pieces.text(
                e.statistic() == Statistic.PERCENT_AGREEMENT
                        ? Words.decimals(100 * e.value(), 1) + " %"
                        : Words.decimals(e.value(), 4));
    }
}
