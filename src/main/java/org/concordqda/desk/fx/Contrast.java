package org.concordqda.desk.fx;

import javafx.scene.paint.Color;

/// How well two colours can be told apart, after WCAG 2.2 (relative luminance and contrast ratio).
public final class Contrast {
    private Contrast() {}

    /// The contrast ratio of two opaque colours, 1 to 21.
    public static double ratio(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    /// A colour laid over an opaque one.
    public static Color over(Color top, double alpha, Color ground) {
        return ground.interpolate(top, alpha);
    }

    /// The colour, made lighter or darker until it stands out from the ground by this ratio.
    public static Color atLeast(Color wanted, Color ground, double ratio) {
        Color towards = luminance(ground) > 0.4 ? Color.BLACK : Color.WHITE;
        Color colour = wanted;
        for (double step = 0.05; ratio(colour, ground) < ratio && step <= 1; step += 0.05) {
            colour = wanted.interpolate(towards, step);
        }
        return colour;
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed())
                + 0.7152 * linear(c.getGreen())
                + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
