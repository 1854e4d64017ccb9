package org.concordqda.desk.agreement;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.concordqda.agreement.Estimate;
import org.concordqda.desk.fx.Palette;

import java.util.Optional;
import java.util.function.Supplier;

/// An interval drawn on the line from -0.2 to 1, over the band that Krippendorff calls reliable.
final class IntervalCell extends TableCell<AgreementRow, AgreementRow> {
    private static final double LOW = -0.2;
    private static final double WIDTH = 160;
    private static final double HEIGHT = 22;

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Supplier<Palette> palette;

    IntervalCell(Supplier<Palette> palette) {
        this.palette = palette;
    }

    @Override
    protected void updateItem(AgreementRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(null);
        setAccessibleText("");
        if (empty || row == null) {
            return;
        }
        Optional<Estimate> alpha = row.alpha().filter(Estimate::defined);
        if (alpha.isEmpty()) {
            return;
        }
        Estimate e = alpha.get();
        draw(e);
        setGraphic(canvas);
        String words =
                Double.isNaN(e.ciLow())
                        ? e.interval()
                        : AgreementRow.number(e.ciLow())
                                + " … "
                                + AgreementRow.number(e.ciHigh())
                                + ", "
                                + e.interval();
        setAccessibleText("95 % interval " + words);
        setTooltip(new Tooltip(words));
    }

    private void draw(Estimate e) {
        Palette now = palette.get();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, HEIGHT);
        g.setGlobalAlpha(0.12);
        g.setFill(now.of("ok"));
        g.fillRect(x(0.667), 3, x(1) - x(0.667), HEIGHT - 6);
        g.setGlobalAlpha(1);
        boolean low = e.value() < 0.4;
        double middle = HEIGHT / 2;
        if (!Double.isNaN(e.ciLow())) {
            g.setStroke(low ? now.of("wrong") : now.of("muted"));
            g.setLineWidth(1.6);
            g.strokeLine(x(e.ciLow()), middle, x(e.ciHigh()), middle);
        }
        g.setFill(low ? now.of("wrong") : now.of("accent"));
        g.fillOval(x(e.value()) - 5, middle - 5, 10, 10);
    }

    private static double x(double value) {
        return 6 + (Math.clamp(value, LOW, 1) - LOW) / (1 - LOW) * (WIDTH - 12);
    }
}
