package org.concordqda.desk.fx;

import javafx.scene.paint.Color;

/// How well two colours can be told apart, after WCAG 2.2 (relative luminance and contrast ratio), and for
/// people who do not see all colours (Machado, Oliveira & Fernandes 2009, severity 1).
public final class Contrast {
    private static final double[] DEUTERANOPIA = {
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881
    };
    private static final double[] PROTANOPIA = {
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998
    };

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

    /// The colour as seen without green-sensitive cones.
    public static Color deuteranopia(Color c) {
        return seen(c, DEUTERANOPIA);
    }

    /// The colour as seen without red-sensitive cones.
    public static Color protanopia(Color c) {
        return seen(c, PROTANOPIA);
    }

    private static Color seen(Color c, double[] m) {
        double r = linear(c.getRed());
        double g = linear(c.getGreen());
        double b = linear(c.getBlue());
        return Color.color(
                gamma(m[0] * r + m[1] * g + m[2] * b),
                gamma(m[3] * r + m[4] * g + m[5] * b),
                gamma(m[6] * r + m[7] * g + m[8] * b));
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed())
                + 0.7152 * linear(c.getGreen())
                + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double gamma(double linear) {
        double v = Math.clamp(linear, 0, 1);
        return v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
    }
}
