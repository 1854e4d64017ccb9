package org.concordqda.desk.codebook;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import org.concordqda.desk.fx.CodeColours;
import org.concordqda.desk.fx.Contrast;
import org.concordqda.desk.fx.Palette;
import org.concordqda.desk.fx.Pieces;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Consumer;

/// The colour of a code: the six hues in three steps, any other, and how its stripe and highlight stand out
/// in light and dark, with a better proposal where that is too little.
final class ColourField extends VBox {
    private static final double STRIPE = 3;
    private static final double TEXT = 4.5;
    private static final double[] STEPS = {1, 0.78, 1.14};

    private final HBox samples = new HBox(10);
    private final VBox advice = new VBox();
    private final Consumer<String> store;
    private @Nullable String own;
    private @Nullable Color shown;

    ColourField(Consumer<String> store) {
        super(8);
        this.store = store;
        HBox.setHgrow(samples, Priority.ALWAYS);
    }

    /// @param own the code's own colour, or "" for that of its place
    /// @param shown the colour it has in the window now
    void show(String own, Color shown) {
        if (own.equals(this.own) && shown.equals(this.shown)) {
            // The button that is being pressed stays.
            return;
        }
        this.own = own;
        this.shown = shown;
        FlowPane swatches = new FlowPane(6, 6);
        swatches.setAlignment(Pos.CENTER_LEFT);
        for (double step : STEPS) {
            for (Color hue : Palette.LIGHT.hues()) {
                swatches.getChildren()
                        .add(swatch(hue.deriveColor(0, step > 1 ? 0.75 : 1, step, 1), own));
            }
        }
        ColorPicker any = new ColorPicker(own.isEmpty() ? shown : Color.web(own));
        any.setAccessibleText("Another colour");
        any.getStyleClass().add("button");
        any.setOnAction(e -> store.accept(web(any.getValue())));
        Button none = Pieces.button("By its place", () -> store.accept(""), "quiet");
        none.setDisable(own.isEmpty());
        swatches.setPrefWrapLength(18 * 28);
        Color colour = own.isEmpty() ? shown : Color.web(own);
        samples.getChildren().setAll(sample(colour, Palette.LIGHT), sample(colour, Palette.DARK));
        advice.getChildren().setAll(advice(own, colour));
        getChildren()
                .setAll(Pieces.caps("Colour"), swatches, Pieces.row(8, any, none), samples, advice);
    }

    private Node swatch(Color colour, String own) {
        Button button = new Button();
        Rectangle fill = new Rectangle(18, 18, colour);
        fill.setArcWidth(8);
        fill.setArcHeight(8);
        button.setGraphic(fill);
        button.getStyleClass().add("swatch");
        if (web(colour).equals(own)) {
            button.getStyleClass().add("chosen");
        }
        button.setAccessibleText("Colour " + web(colour));
        button.setOnAction(e -> store.accept(web(colour)));
        return button;
    }

    /// Text under the code's highlight with its stripe, as the window draws it in that palette.
    private static Node sample(Color colour, Palette palette) {
        Color panel = palette.of("panel");
        Color stripe = Contrast.atLeast(colour, panel, STRIPE);
        Color ground = Contrast.over(stripe, CodeColours.HIGHLIGHT, panel);
        double text = Contrast.ratio(palette.of("ink"), ground);
        double edge = Contrast.ratio(colour, panel);
        Label words = Pieces.text("highlighted text");
        words.setStyle(
                "-fx-text-fill: "
                        + web(palette.of("ink"))
                        + "; -fx-background-color: "
                        + web(ground)
                        + "; -fx-padding: 1 3 1 3;");
        Label facts =
                Pieces.text(
                        String.format(Locale.ROOT, "text %.1f : 1, stripe %.1f : 1", text, edge),
                        "small");
        facts.setStyle("-fx-text-fill: " + web(palette.of("muted")) + ";");
        Rectangle bar = new Rectangle(4, 34, stripe);
        bar.setArcWidth(4);
        bar.setArcHeight(4);
        HBox box = Pieces.row(10, bar, new VBox(4, words, facts));
        box.setStyle(
                "-fx-background-color: "
                        + web(palette.of("line"))
                        + ", "
                        + web(panel)
                        + "; -fx-background-insets: 0, 1; -fx-background-radius: 8, 7;"
                        + " -fx-padding: 8 12 8 10;");
        box.setMinWidth(Region.USE_PREF_SIZE);
        return new StackPane(box);
    }

    private Node advice(String own, Color colour) {
        double light = Contrast.ratio(colour, Palette.LIGHT.of("panel"));
        double dark = Contrast.ratio(colour, Palette.DARK.of("panel"));
        boolean text = textOn(colour, Palette.LIGHT) < TEXT || textOn(colour, Palette.DARK) < TEXT;
        if (light >= STRIPE && dark >= STRIPE && !text) {
            return Pieces.text("Stands out in light and in dark.", "ok", "small");
        }
        String where =
                light < STRIPE && dark < STRIPE
                        ? "in both themes"
                        : light < STRIPE ? "in light" : dark < STRIPE ? "in dark" : "under text";
        Label words =
                Pieces.text(
                        "Too weak "
                                + where
                                + " (3 : 1 is the least for a stripe); the window strengthens it"
                                + " there.",
                        "look",
                        "small");
        words.setWrapText(true);
        Color better = better(colour);
        if (own.isEmpty() || web(better).equals(web(colour))) {
            return words;
        }
        Rectangle fill = new Rectangle(14, 14, better);
        Button take = Pieces.button("Take " + web(better), () -> store.accept(web(better)));
        take.setGraphic(fill);
        return Pieces.row(10, words, take);
    }

    private static double textOn(Color colour, Palette palette) {
        Color panel = palette.of("panel");
        Color stripe = Contrast.atLeast(colour, panel, STRIPE);
        return Contrast.ratio(
                palette.of("ink"), Contrast.over(stripe, CodeColours.HIGHLIGHT, panel));
    }

    /// The nearest brightness of the hue that stands out in both palettes.
    static Color better(Color colour) {
        for (int i = 0; i <= 40; i++) {
            for (int sign : new int[] {-1, 1}) {
                Color end = sign < 0 ? Color.BLACK : Color.WHITE;
                Color tried = colour.interpolate(end, i / 40.0);
                if (Contrast.ratio(tried, Palette.LIGHT.of("panel")) >= STRIPE
                        && Contrast.ratio(tried, Palette.DARK.of("panel")) >= STRIPE) {
                    return tried;
                }
            }
        }
        return colour;
    }

    static String web(Color c) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(c.getRed() * 255),
                Math.round(c.getGreen() * 255),
                Math.round(c.getBlue() * 255));
    }
}
