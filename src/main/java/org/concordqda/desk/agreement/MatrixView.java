package org.concordqda.desk.agreement;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

import org.concordqda.agreement.Confusion;
import org.concordqda.desk.fx.Contrast;
import org.concordqda.desk.fx.Palette;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.text.Words;

import java.util.List;
import java.util.function.BiConsumer;

/// A confusion matrix of two coders: agreement shaded blue, conflicts red, each cell opens its units. Only
/// values that were used; many scroll.
final class MatrixView extends GridPane {
    private static final int SHOWN = 24;

    /// From here numbers stand over the columns, and the rows say whose.
    private static final int NAMED = 5;

    /// Letters over a column that are given the room they take.
    private static final int LONG = 14;

    private final UsedValues values;

    MatrixView(Confusion confusion, Palette palette, BiConsumer<Integer, Integer> chosen) {
        this.values = UsedValues.of(confusion, SHOWN);
        List<Integer> shown = values.shown();
        boolean numbered = shown.size() > NAMED;
        setHgap(numbered ? 2 : 3);
        setVgap(numbered ? 2 : 3);
        int most = 1;
        for (int k : shown) {
            for (int l : shown) {
                most = Math.max(most, confusion.count(k, l));
            }
        }
        for (int i = 0; i < shown.size(); i++) {
            String full = confusion.categories().get(shown.get(i));
            Label head =
                    Pieces.text(
                            numbered ? Integer.toString(i + 1) : full,
                            "muted",
                            numbered ? "tiny" : "small");
            head.setMaxWidth(Double.MAX_VALUE);
            head.setMinWidth(0);
            if (full.length() > LONG) {
                // A long name takes no room from the other columns.
                head.setPrefWidth(90);
            }
            head.setAlignment(Pos.CENTER);
            head.setTooltip(new Tooltip(full));
            add(head, i + 1, 0);
        }
        for (int i = 0; i < shown.size(); i++) {
            int k = shown.get(i);
            String full = confusion.categories().get(k);
            Label name = Pieces.text((numbered ? (i + 1) + "  " : "") + full, "muted", "small");
            name.setMaxWidth(126);
            name.setMinWidth(numbered ? 104 : 60);
            name.setPrefWidth(numbered ? 118 : USE_COMPUTED_SIZE);
            name.setPadding(new Insets(0, 6, 0, 0));
            name.setTooltip(new Tooltip(full));
            add(name, 0, i + 1);
            for (int j = 0; j < shown.size(); j++) {
                add(cell(confusion, k, shown.get(j), most, palette, chosen), j + 1, i + 1);
            }
        }
    }

    /// The matrix in what it needs to scroll, and a line of what is left out.
    Node framed() {
        boolean many = values.shown().size() > 10;
        VBox box = new VBox(8);
        if (many) {
            ScrollPane scroll = new ScrollPane(this);
            scroll.setPannable(true);
            scroll.setMaxHeight(320);
            scroll.setPrefViewportHeight(Math.min(310, 24 + 28.0 * values.shown().size()));
            box.getChildren().add(scroll);
        } else {
            box.getChildren().add(this);
        }
        if (!values.left().isEmpty()) {
            box.getChildren().add(DetailView.wrapped(values.left()));
        }
        return box;
    }

    private Button cell(
            Confusion confusion,
            int k,
            int l,
            int most,
            Palette palette,
            BiConsumer<Integer, Integer> chosen) {
        int n = confusion.count(k, l);
        Color base = palette.of(k == l ? "accent" : "wrong");
        Color ground = palette.of("inset");
        Color fill = n == 0 ? ground : Contrast.over(base, 0.1 + 0.45 * n / most, ground);
        Color dark = n == 0 ? palette.of("faint") : palette.of("ink");
        Color ink = n == 0 || Contrast.ratio(dark, fill) > 4.5 ? dark : Color.WHITE;
        Button cell = new Button(Integer.toString(n));
        cell.getStyleClass().add("matrix-cell");
        cell.setStyle("-fx-background-color: " + css(fill) + "; -fx-text-fill: " + css(ink) + ";");
        cell.setMaxWidth(Double.MAX_VALUE);
        boolean many = values.shown().size() > NAMED;
        // A number is never cut.
        double digits = 10 + 8.0 * cell.getText().length();
        cell.setMinWidth(Math.max(many ? 26 : 34, digits));
        cell.setPrefWidth(Math.max(many ? 27 : 44, digits));
        cell.setPrefHeight(many ? 26 : 38);
        cell.setAccessibleText(
                confusion.first()
                        + " "
                        + confusion.categories().get(k)
                        + ", "
                        + confusion.second()
                        + " "
                        + confusion.categories().get(l)
                        + ": "
                        + Words.counted(n, "unit"));
        cell.setOnAction(
                e -> {
                    getChildren().forEach(c -> c.getStyleClass().remove("chosen"));
                    cell.getStyleClass().add("chosen");
                    chosen.accept(k, l);
                });
        cell.setUserData(List.of(k, l));
        GridPane.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }

    /// Marks the cell whose units are on show.
    void mark(int k, int l) {
        for (Node c : getChildren()) {
            c.getStyleClass().remove("chosen");
            if (List.of(k, l).equals(c.getUserData())) {
                c.getStyleClass().add("chosen");
            }
        }
    }

    private static String css(Color c) {
        return String.format(
                java.util.Locale.ROOT,
                "rgb(%d,%d,%d)",
                Math.round(c.getRed() * 255),
                Math.round(c.getGreen() * 255),
                Math.round(c.getBlue() * 255));
    }
}
