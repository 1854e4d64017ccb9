package org.concordqda.desk.agreement;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;

import org.concordqda.agreement.Confusion;
import org.concordqda.desk.fx.Contrast;
import org.concordqda.desk.fx.Palette;
import org.concordqda.desk.fx.Pieces;

import java.util.function.BiConsumer;

/// A confusion matrix of two coders: agreement shaded blue, conflicts red, each cell opens its units.
final class MatrixView extends GridPane {
    private static final int SHOWN = 12;

    MatrixView(Confusion confusion, Palette palette, BiConsumer<Integer, Integer> chosen) {
        int q = Math.min(SHOWN, confusion.categories().size());
        // Names do not fit over many narrow columns: numbers stand for them, the rows say whose.
        boolean numbered = q > 6;
        setHgap(numbered ? 2 : 3);
        setVgap(numbered ? 2 : 3);
        int most = 1;
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                most = Math.max(most, confusion.counts()[k][l]);
            }
        }
        for (int l = 0; l < q; l++) {
            Label head =
                    Pieces.text(
                            numbered
                                    ? Integer.toString(l + 1)
                                    : shortName(confusion.categories().get(l)),
                            "muted",
                            "small");
            head.setMaxWidth(Double.MAX_VALUE);
            head.setAlignment(Pos.CENTER);
            head.setTooltip(new Tooltip(confusion.categories().get(l)));
            add(head, l + 1, 0);
        }
        for (int k = 0; k < q; k++) {
            Label name =
                    Pieces.text(
                            (numbered ? (k + 1) + " " : "") + confusion.categories().get(k),
                            "muted",
                            "small");
            name.setMaxWidth(110);
            name.setMinWidth(numbered ? 84 : 60);
            name.setPrefWidth(numbered ? 84 : USE_COMPUTED_SIZE);
            name.setPadding(new Insets(0, 6, 0, 0));
            name.setTooltip(new Tooltip(confusion.categories().get(k)));
            add(name, 0, k + 1);
            for (int l = 0; l < q; l++) {
                add(cell(confusion, k, l, most, palette, chosen), l + 1, k + 1);
            }
        }
    }

    private static Button cell(
            Confusion confusion,
            int k,
            int l,
            int most,
            Palette palette,
            BiConsumer<Integer, Integer> chosen) {
        int n = confusion.counts()[k][l];
        Color base = palette.of(k == l ? "accent" : "wrong");
        Color ground = palette.of("inset");
        Color fill = n == 0 ? ground : Contrast.over(base, 0.1 + 0.45 * n / most, ground);
        Color ink = Contrast.ratio(palette.of("ink"), fill) > 4.5 ? palette.of("ink") : Color.WHITE;
        Button cell = new Button(Integer.toString(n));
        cell.getStyleClass().add("matrix-cell");
        cell.setStyle("-fx-background-color: " + css(fill) + "; -fx-text-fill: " + css(ink) + ";");
        cell.setMaxWidth(Double.MAX_VALUE);
        boolean many = confusion.categories().size() > 6;
        cell.setMinWidth(many ? 18 : 30);
        cell.setPrefWidth(many ? 24 : 40);
        cell.setPrefHeight(many ? 28 : 38);
        cell.setAccessibleText(
                confusion.first()
                        + " "
                        + confusion.categories().get(k)
                        + ", "
                        + confusion.second()
                        + " "
                        + confusion.categories().get(l)
                        + ": "
                        + n
                        + " units");
        cell.setOnAction(e -> chosen.accept(k, l));
        GridPane.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }

    private static String shortName(String name) {
        return name.length() <= 9 ? name : name.substring(0, 8) + ".";
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
