package org.concordqda.desk.fx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.function.UnaryOperator;

/// Every colour of every theme against WCAG 2.2, and the hues of codes as people with red or green weakness
/// see them.
class PaletteTest {
    // Machado, Oliveira & Fernandes 2009, severity 1.
    private static final double[] DEUTERANOPIA = {
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881
    };
    private static final double[] PROTANOPIA = {
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998
    };

    private static final List<String> SURFACES =
            List.of("ground", "panel", "inset", "accent-soft", "look-soft");

    enum Case {
        LIGHT(Palette.LIGHT, 4.5, 3),
        DARK(Palette.DARK, 4.5, 3),
        HIGH_CONTRAST_LIGHT(Palette.HIGH_CONTRAST_LIGHT, 7, 4.5),
        HIGH_CONTRAST_DARK(Palette.HIGH_CONTRAST_DARK, 7, 4.5);

        final Palette palette;
        final double text;
        final double control;

        Case(Palette palette, double text, double control) {
            this.palette = palette;
            this.text = text;
            this.control = control;
        }
    }

    @ParameterizedTest
    @EnumSource
    void textCanBeReadOnEverySurface(Case theme) {
        for (String token : List.of("ink", "muted", "faint", "accent", "ok", "look", "wrong")) {
            for (String surface : SURFACES) {
                least(theme, token, surface, theme.text);
            }
        }
        least(theme, "on-accent", "accent", theme.text);
    }

    @ParameterizedTest
    @EnumSource
    void edgesOfControlsAndTheFocusRingStandOut(Case theme) {
        for (String surface : List.of("ground", "panel", "inset")) {
            least(theme, "edge", surface, theme.control);
            least(theme, "accent", surface, theme.control);
        }
        Color rail = theme.palette.of("rail");
        assertTrue(Contrast.ratio(Color.web("#b9c3d3"), rail) >= 7, "words of the rail");
        assertTrue(Contrast.ratio(Color.web("#7aa7ff"), rail) >= 4.5, "focus in the rail");
    }

    @ParameterizedTest
    @EnumSource
    void huesOfCodesStandOutAndTextIsReadThroughTheirHighlights(Case theme) {
        Color panel = theme.palette.of("panel");
        for (Color hue : theme.palette.hues()) {
            double stripe = Contrast.ratio(hue, panel);
            assertTrue(stripe >= theme.control, theme + " " + hue + " is only " + stripe);
            Color highlight = Contrast.over(hue, CodeColours.HIGHLIGHT, panel);
            double ink = Contrast.ratio(theme.palette.of("ink"), highlight);
            assertTrue(ink >= 7, theme + " text on " + hue + " is only " + ink);
        }
    }

    /// A distance of 12 in CIE Lab is told apart at a glance, side by side in a margin.
    @ParameterizedTest
    @EnumSource
    void huesStayApartForEverybody(Case theme) {
        for (UnaryOperator<Color> eyes :
                List.<UnaryOperator<Color>>of(
                        UnaryOperator.identity(),
                        PaletteTest::deuteranopia,
                        PaletteTest::protanopia)) {
            List<double[]> seen =
                    theme.palette.hues().stream().map(eyes).map(PaletteTest::lab).toList();
            for (int i = 0; i < seen.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double apart =
                            Math.hypot(
                                    Math.hypot(
                                            seen.get(i)[0] - seen.get(j)[0],
                                            seen.get(i)[1] - seen.get(j)[1]),
                                    seen.get(i)[2] - seen.get(j)[2]);
                    assertTrue(apart >= 12, theme + ": hues " + j + " and " + i + ": " + apart);
                }
            }
        }
    }

    private static void least(Case theme, String token, String surface, double wanted) {
        double ratio = Contrast.ratio(theme.palette.of(token), theme.palette.of(surface));
        assertTrue(ratio >= wanted, theme + ": " + token + " on " + surface + " is " + ratio);
    }

    /// The colour as seen without green-sensitive cones.
    private static Color deuteranopia(Color c) {
        return seen(c, DEUTERANOPIA);
    }

    /// The colour as seen without red-sensitive cones.
    private static Color protanopia(Color c) {
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

    private static double gamma(double linear) {
        double v = Math.clamp(linear, 0, 1);
        return v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
    }

    /// CIE Lab under D65.
    private static double[] lab(Color c) {
        double r = linear(c.getRed());
        double g = linear(c.getGreen());
        double b = linear(c.getBlue());
        double x = bend((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
        double y = bend(0.2126 * r + 0.7152 * g + 0.0722 * b);
        double z = bend((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double bend(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }
}
