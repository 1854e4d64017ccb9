package org.concordqda.desk;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.desk.fx.ChoiceWords;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.settings.Settings;
import org.concordqda.settings.Settings.Look;
import org.concordqda.settings.Settings.ThemeChoice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What belongs to this person and machine; each change is taken at once.
final class SettingsSheet {
    private static final List<Double> WINDOW = List.of(0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0);
    private static final List<Double> TEXT = List.of(0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 2.5);

    private final DeskWindow window;
    private ComboBox<ThemeChoice> theme = new ComboBox<>();

    private SettingsSheet(DeskWindow window) {
        this.window = window;
    }

    /// @param study the open study's file, where there is one
    static void show(DeskWindow window, Sheets sheets, Optional<Path> study, Runnable tour) {
        SettingsSheet sheet = new SettingsSheet(window);
        VBox card = sheet.card(sheets, study, tour);
        sheets.show(card);
        // What scrolls stands in the window only once it is styled.
        card.applyCss();
        sheet.theme.requestFocus();
    }

    private VBox card(Sheets sheets, Optional<Path> study, Runnable tour) {
        Look look = window.settings().look();
        theme = choice("Colours", List.of(ThemeChoice.values()), look.theme(), SettingsSheet::name);
        theme.valueProperty().subscribe((was, now) -> look(l -> l.with(now)));
        ComboBox<Double> zoom =
                choice("Size of the window", WINDOW, look.zoom(), SettingsSheet::percent);
        zoom.valueProperty().subscribe((was, now) -> look(l -> l.zoomed(now)));
        ComboBox<Double> text =
                choice("Size of sources' text", TEXT, look.text(), SettingsSheet::percent);
        text.valueProperty().subscribe((was, now) -> look(l -> l.text(now)));
        TextField coder = new TextField(window.settings().coder());
        coder.setAccessibleText("Your name, as a coder");
        coder.getStyleClass().add("field");
        coder.textProperty()
                .subscribe((was, now) -> window.settings(window.settings().withCoder(now.strip())));
        ComboBox<BenchmarkScale> bands =
                choice(
                        "Bands of coefficients",
                        List.of(BenchmarkScale.values()),
                        BenchmarkScale.of(window.settings().benchmark())
                                .orElse(BenchmarkScale.KRIPPENDORFF),
                        BenchmarkScale::title);
        bands.valueProperty()
                .subscribe(
                        (was, now) -> window.settings(window.settings().withBenchmark(now.key())));
        VBox body =
                new VBox(
                        10,
                        Pieces.caps("Looks"),
                        line("Colours", "", theme),
                        line("Size of the window", "Ctrl Shift = and −", zoom),
                        line("Size of sources’ text", "Ctrl = and −", text),
                        gap(),
                        Pieces.caps("You"),
                        line("Your name, as a coder", "for new studies", coder),
                        line("Bands of coefficients", "in Agreement, unless chosen there", bands),
                        gap(),
                        Pieces.caps("Files"),
                        words(
                                "Settings",
                                window.settingsPlace()
                                        + ". Written whole, beside the old ones first; what a newer"
                                        + " version put there is kept."));
        study.ifPresent(file -> files(body, file));
        Button again = Pieces.button("Show the tour", tour);
        again.setDisable(study.isEmpty());
        Button forget =
                Pieces.button(
                        "Forget recent studies",
                        () -> {
                            Settings now = window.settings();
                            for (String path : now.recent()) {
                                now = now.forgotten(path);
                            }
                            window.settings(now);
                        });
        HBox more = Pieces.row(8, again, forget);
        body.getChildren().addAll(gap(), more);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.setPrefHeight(540);
        scroll.setFocusTraversable(false);
        body.setPadding(new javafx.geometry.Insets(0, 14, 0, 0));
        return Sheets.card("Settings", 640, scroll, Pieces.primary("Close", "Esc", sheets::away));
    }

    private static void files(VBox body, Path file) {
        body.getChildren()
                .addAll(
                        words("This study", file.toString()),
                        words(
                                "Backups",
                                file.resolveSibling(file.getFileName() + "-backups")
                                        + ". A copy is put there before a newer Concord changes the"
                                        + " form of the file; the newest ten are kept."));
    }

    private void look(Function<Look, Look> change) {
        Settings now = window.settings();
        window.settings(now.withLook(change.apply(now.look())));
    }

    private static <T> ComboBox<T> choice(
            String words, List<T> values, T now, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(new ChoiceWords<>(name));
        box.setValue(now);
        box.setAccessibleText(words);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private static HBox line(String words, String hint, Node control) {
        VBox left = new VBox(1, Pieces.text(words));
        if (!hint.isEmpty()) {
            left.getChildren().add(Pieces.text(hint, "muted", "small"));
        }
        left.setMinWidth(220);
        left.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        HBox.setHgrow(control, Priority.ALWAYS);
        return Pieces.row(12, left, control);
    }

    private static HBox words(String name, String sentence) {
        Label text = Pieces.text(sentence, "muted", "small");
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label left = Pieces.text(name);
        left.setMinWidth(220);
        HBox row = new HBox(12, left, text);
        return row;
    }

    private static Node gap() {
        return Pieces.hairline();
    }

    static String percent(double factor) {
        return Math.round(factor * 100) + " %";
    }

    private static String name(ThemeChoice choice) {
        return switch (choice) {
            case SYSTEM -> "As the system";
            case LIGHT -> "Light";
            case DARK -> "Dark";
            case HIGH_CONTRAST_LIGHT -> "High contrast, light";
            case HIGH_CONTRAST_DARK -> "High contrast, dark";
        };
    }
}
