package org.concordqda.desk.agreement;

import javafx.scene.canvas.Canvas;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.Estimate;
import org.concordqda.desk.fx.Palette;

/// One interval drawn over Krippendorff's bands, for places outside Agreement.
public final class IntervalView extends Canvas {
    public IntervalView(Estimate e, Palette palette) {
        super(106, 22);
        IntervalDrawing.line(this, e, BenchmarkScale.KRIPPENDORFF, palette);
        setAccessibleText(Figures.sentence(e, BenchmarkScale.KRIPPENDORFF));
    }

    /// The interval in words.
    public static String words(Estimate e) {
        return Figures.interval(e);
    }
}
