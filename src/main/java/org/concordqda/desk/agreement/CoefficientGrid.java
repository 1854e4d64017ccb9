package org.concordqda.desk.agreement;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.Estimate;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.text.Words;

import java.util.List;
import java.util.function.Function;

/// Every coefficient of a row: value, interval, standard error, p, and the level of a scale.
final class CoefficientGrid extends GridPane {
    CoefficientGrid(List<Estimate> all, BenchmarkScale scale, Function<Estimate, String> name) {
        setHgap(8);
        setVgap(5);
        for (int i = 0; i < 6; i++) {
            ColumnConstraints c = new ColumnConstraints();
            c.setHalignment(i == 0 || i == 5 ? HPos.LEFT : HPos.RIGHT);
            if (i == 0) {
                c.setHgrow(Priority.ALWAYS);
                c.setMinWidth(70);
            }
            getColumnConstraints().add(c);
        }
        String[] heads = {"", "value", "95 % interval", "SE", "p", scale.title()};
        for (int i = 1; i < heads.length; i++) {
            add(Pieces.text(heads[i], "faint", "tiny"), i, 0);
        }
        int row = 1;
        for (Estimate e : all) {
            Label label = Pieces.text(name.apply(e), "small");
            label.setTooltip(new Tooltip(Figures.sentence(e, scale)));
            label.setMinWidth(0);
            add(label, 0, row);
            if (!e.defined()) {
                Label why = Pieces.text("undefined: " + e.undefined().orElse(""), "muted", "small");
                why.setWrapText(true);
                GridPane.setHalignment(why, HPos.LEFT);
                add(why, 1, row, 5, 1);
            } else {
                add(figure(Figures.value(e)), 1, row);
                add(figure(Figures.interval(e)), 2, row);
                add(figure(e.se() > 0 ? small(e.se()) : ""), 3, row);
                add(figure(p(e.p())), 4, row);
                Label level = Pieces.text(Figures.label(e, scale), "small", "muted");
                level.setMinWidth(0);
                add(level, 5, row);
            }
            row++;
        }
    }

    private static Node figure(String words) {
        Label label = Pieces.text(words, "small");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static String small(double se) {
        return Words.decimals(se, 3).replaceFirst("^0", "");
    }

    private static String p(double p) {
        if (Double.isNaN(p)) {
            return "";
        }
        return p < 0.001 ? "< .001" : Words.decimals(p, 3).replaceFirst("^0", "");
    }
}
