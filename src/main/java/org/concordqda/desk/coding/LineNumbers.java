package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import jfx.incubator.scene.control.richtext.SideDecorator;

import org.concordqda.desk.coding.SourceLayout.Line;
import org.concordqda.desk.coding.SourceLayout.Look;
import org.concordqda.desk.fx.Pieces;
import org.jspecify.annotations.Nullable;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/// The numbers of the lines of the stored text, beside it, from 1.
final class LineNumbers implements SideDecorator {
    private final Supplier<@Nullable SourceModel> model;
    private final DoubleSupplier zoom;

    LineNumbers(Supplier<@Nullable SourceModel> model, DoubleSupplier zoom) {
        this.model = model;
        this.zoom = zoom;
    }

    @Override
    public double getPrefWidth(double viewWidth) {
        SourceModel now = model.get();
        int digits =
                now == null ? 2 : String.valueOf(now.layout().lineNumber(now.size() - 1)).length();
        return 14 + 8 * zoom.getAsDouble() * Math.max(2, digits);
    }

    @Override
    public @Nullable Node getMeasurementNode(int index) {
        return null;
    }

    @Override
    public @Nullable Node getNode(int index) {
        SourceModel now = model.get();
        if (now == null || index >= now.size()) {
            return null;
        }
        Line line = now.layout().line(index);
        if (line.look() == Look.HEADER) {
            return null;
        }
        Label number = Pieces.text(Integer.toString(now.layout().lineNumber(index)), "line-number");
        number.setStyle("-fx-font-size: " + 11 * zoom.getAsDouble() + "px;");
        double above = SourceModel.above(line, index) + 4 * zoom.getAsDouble();
        boolean boxed = line.look() == Look.CODE && !now.layout().sameBlock(index, index - 1);
        VBox box = new VBox(number);
        box.setAlignment(Pos.TOP_RIGHT);
        box.setPadding(new Insets(above + (boxed ? 9 : 0), 0, 0, 0));
        return box;
    }
}
