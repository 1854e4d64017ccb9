package org.concordqda.desk;

import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Statistic;
import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.study.RaterSheets;
import org.concordqda.study.RaterSheets.Column;
import org.concordqda.study.RaterSheets.Conflict;
import org.concordqda.study.RaterSheets.Reading;
import org.concordqda.study.RaterSheets.Result;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// “Check two rater sheets”: two spreadsheets give the agreement per column with intervals and the conflicts
/// that cost most, before anything else is asked; one click makes a study of them.
final class RaterCheck {
    private static final int CONFLICTS = 6;

    private final DeskWindow window;
    private final Stage stage;
    private final Sheets sheets;
    private final Jobs jobs;

    RaterCheck(DeskWindow window, Stage stage, Sheets sheets, Jobs jobs) {
        this.window = window;
        this.stage = stage;
        this.sheets = sheets;
        this.jobs = jobs;
    }

    /// Asks for the files.
    void ask() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose two rater sheets");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Spreadsheets", "*.xlsx", "*.csv", "*.tsv"));
        List<File> files = chooser.showOpenMultipleDialog(stage);
        if (files != null) {
            check(files.stream().map(File::toPath).toList());
        }
    }

    /// Compares the files and shows what they say; rows that name one unit several times correspond by
    /// their order, which the card says.
    void check(List<Path> files) {
        jobs.run(
                "Comparing the sheets",
                progress -> {
                    String unit = RaterSheets.guessUnit(files.getFirst(), progress);
                    RaterSheets.Options options =
                            new RaterSheets.Options(
                                    List.of(unit),
                                    true,
                                    Optional.empty(),
                                    List.of(),
                                    AgreementOptions.DEFAULT);
                    return new Checked(
                            files, options, RaterSheets.compare(files, options, progress));
                },
                this::show);
    }

    private record Checked(List<Path> files, RaterSheets.Options options, Result result) {}

    private void show(Checked checked) {
        Result r = checked.result();
        VBox body = new VBox(16);
        body.setPadding(new Insets(0, 14, 0, 0));
        body.getChildren()
                .add(
                        wrapped(
                                String.join(" and ", r.coders())
                                        + " · "
                                        + r.units()
                                        + " units, matched by the column “"
                                        + checked.options().unit().getFirst()
                                        + "” (several rows of one unit by their order)"));
        body.getChildren().add(table(r));
        if (!r.conflicts().isEmpty()) {
            body.getChildren().add(conflicts(r));
        }
        r.unmatched()
                .forEach(
                        (coder, units) ->
                                body.getChildren()
                                        .add(
                                                wrapped(
                                                        "Only "
                                                                + coder
                                                                + " names "
                                                                + units.size()
                                                                + " units: "
                                                                + String.join(
                                                                        ", ",
                                                                        units.subList(
                                                                                0,
                                                                                Math.min(
                                                                                        8,
                                                                                        units
                                                                                                .size()))))));
        r.notes().forEach(note -> body.getChildren().add(wrapped(note)));
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(520);
        sheets.show(
                Sheets.card(
                        "Agreement of the sheets",
                        860,
                        scroll,
                        Pieces.button("Close", sheets::away),
                        Pieces.primary("Make a study of them", "", () -> makeStudy(checked))));
    }

    private static GridPane table(Result r) {
        GridPane grid = new GridPane(18, 8);
        String[] heads = {
            "Column", "n", "agree", "κ as written", "κ spelling folded", "α", "95 % interval of α"
        };
        for (int i = 0; i < heads.length; i++) {
            add(grid, Pieces.text(heads[i], "muted", "small"), i, 0);
        }
        int at = 1;
        for (Column column : r.columns()) {
            Optional<Estimate> alpha = column.numbers().whole(Statistic.KRIPPENDORFF_ALPHA);
            add(grid, Pieces.text(column.name(), "strong"), 0, at);
            add(grid, Pieces.text(alpha.map(e -> "" + e.pairable()).orElse("")), 1, at);
            add(grid, Pieces.text(percent(column)), 2, at);
            add(grid, Pieces.text(kappa(column, Reading.WRITTEN)), 3, at);
            add(grid, Pieces.text(kappa(column, Reading.FOLDED)), 4, at);
            add(grid, Pieces.text(alpha.map(RaterCheck::value).orElse("")), 5, at);
            add(grid, Pieces.text(alpha.map(RaterCheck::interval).orElse("")), 6, at);
            at++;
        }
        return grid;
    }

    private static VBox conflicts(Result r) {
        VBox box = new VBox(6, Pieces.caps("Conflicts that cost most"));
        for (Conflict c : r.conflicts().subList(0, Math.min(CONFLICTS, r.conflicts().size()))) {
            box.getChildren()
                    .add(
                            Pieces.text(
                                    String.format(
                                            Locale.ROOT,
                                            "%s: %s / %s, %d times; agreement would rise by %.1f points",
                                            c.column(),
                                            c.first(),
                                            c.second(),
                                            c.count(),
                                            100 * c.agreement())));
        }
        return box;
    }

    private void makeStudy(Checked checked) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Where to keep the study");
        chooser.setInitialFileName("ratings.concord");
        File file = chooser.showSaveDialog(stage);
        if (file == null) {
            return;
        }
        sheets.away();
        Path to = file.toPath();
        jobs.run(
                "Making the study",
                progress -> {
                    RaterSheets.study(checked.files(), checked.options(), to, "Round 1", progress);
                    return to;
                },
                window::open);
    }

    private static void add(GridPane grid, Region node, int column, int row) {
        grid.add(node, column, row);
        if (column > 0) {
            GridPane.setHalignment(node, HPos.RIGHT);
        }
    }

    private static Label wrapped(String sentence) {
        Label label = Pieces.text(sentence, "muted", "small");
        label.setWrapText(true);
        return label;
    }

    private static String kappa(Column column, Reading reading) {
        RaterSheets.Numbers numbers = column.readings().get(reading);
        return numbers == null
                ? ""
                : numbers.whole(Statistic.COHEN_KAPPA)
                        .or(() -> numbers.whole(Statistic.CONGER_KAPPA))
                        .map(RaterCheck::value)
                        .orElse("");
    }

    private static String percent(Column column) {
        return column.numbers()
                .whole(Statistic.PERCENT_AGREEMENT)
                .filter(Estimate::defined)
                .map(e -> String.format(Locale.ROOT, "%.0f %%", 100 * e.value()))
                .orElse("–");
    }

    private static String value(Estimate e) {
        return e.defined() ? String.format(Locale.ROOT, "%.4f", e.value()) : "undefined";
    }

    private static String interval(Estimate e) {
        return e.defined() && e.ciLow() < e.ciHigh()
                ? String.format(Locale.ROOT, "%.3f … %.3f", e.ciLow(), e.ciHigh())
                : "not estimable";
    }
}
