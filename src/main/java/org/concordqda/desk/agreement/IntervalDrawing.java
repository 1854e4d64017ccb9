package org.concordqda.desk.agreement;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.Estimate;
import org.concordqda.desk.fx.Palette;

import java.util.List;

/// Intervals drawn: one on a line over the bands of a scale, or those of several rounds side by side.
final class IntervalDrawing {
    /// Where the line begins; a share begins at 0.
    static final double LOW = -0.2;

    /// Below this a coefficient is drawn in red, as in the table.
    static final double POOR = 0.4;

    private IntervalDrawing() {}

    /// One interval from left to right.
    static void line(Canvas canvas, Estimate e, BenchmarkScale scale, Palette palette) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double w = canvas.getWidth();
        double h = canvas.getHeight();
        g.clearRect(0, 0, w, h);
        boolean banded = Figures.benchmarked(e.statistic());
        double from = banded ? LOW : 0;
        double[] cuts = scale.cuts();
        if (banded) {
            double best = x(cuts[cuts.length - 1], from, w);
            double good = x(cuts[cuts.length - 2], from, w);
            g.setFill(palette.of("ok"));
            g.setGlobalAlpha(0.10);
            g.fillRect(good, 3, best - good, h - 6);
            g.setGlobalAlpha(0.20);
            g.fillRect(best, 3, x(1, from, w) - best, h - 6);
        } else {
            g.setStroke(palette.of("line"));
            g.setGlobalAlpha(1);
            g.strokeLine(x(0, from, w), h / 2, x(1, from, w), h / 2);
        }
        g.setGlobalAlpha(1);
        boolean low = banded && e.value() < POOR;
        if (e.ciLow() < e.ciHigh()) {
            g.setStroke(palette.of(low ? "wrong" : "muted"));
            g.setLineWidth(1.6);
            g.strokeLine(x(e.ciLow(), from, w), h / 2, x(e.ciHigh(), from, w), h / 2);
        }
        g.setFill(palette.of(low ? "wrong" : "accent"));
        double at = x(e.value(), from, w);
        if (e.ciLow() < e.ciHigh()) {
            g.fillOval(at - 4.5, h / 2 - 4.5, 9, 9);
        } else {
            // A ring: the value is known, its interval is not.
            g.setStroke(palette.of(low ? "wrong" : "accent"));
            g.setLineWidth(1.8);
            g.strokeOval(at - 3.8, h / 2 - 3.8, 7.6, 7.6);
        }
    }

    /// Several values from left to right, each with its interval upright.
    static void trend(Canvas canvas, List<Estimate> all, BenchmarkScale scale, Palette palette) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double w = canvas.getWidth();
        double h = canvas.getHeight();
        g.clearRect(0, 0, w, h);
        double[] cuts = scale.cuts();
        Color ok = palette.of("ok");
        g.setFill(ok);
        g.setGlobalAlpha(0.10);
        double good = y(cuts[cuts.length - 2], h);
        double best = y(cuts[cuts.length - 1], h);
        g.fillRect(0, best, w, good - best);
        g.setGlobalAlpha(0.20);
        g.fillRect(0, y(1, h), w, best - y(1, h));
        g.setGlobalAlpha(1);
        double step = all.size() < 2 ? 0 : (w - 20) / (all.size() - 1);
        double left = all.size() < 2 ? w / 2 : 10;
        g.setLineWidth(1.4);
        for (int i = 0; i < all.size(); i++) {
            Estimate e = all.get(i);
            if (!e.defined()) {
                continue;
            }
            double x = left + i * step;
            if (i > 0 && all.get(i - 1).defined()) {
                g.setStroke(palette.of("faint"));
                g.strokeLine(x - step, y(all.get(i - 1).value(), h), x, y(e.value(), h));
            }
            boolean low = e.value() < POOR;
            if (e.ciLow() < e.ciHigh()) {
                g.setStroke(palette.of(low ? "wrong" : "muted"));
                g.strokeLine(x, y(e.ciLow(), h), x, y(e.ciHigh(), h));
            }
            g.setFill(palette.of(low ? "wrong" : "accent"));
            g.fillOval(x - 3.5, y(e.value(), h) - 3.5, 7, 7);
        }
    }

    private static double x(double value, double from, double width) {
        return 6 + (Math.clamp(value, from, 1) - from) / (1 - from) * (width - 12);
    }

    private static double y(double value, double height) {
        return height - 4 - Math.clamp(value, 0, 1) * (height - 8);
    }
}
