package org.concordqda.desk.fx;

import javafx.scene.paint.Color;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Dimension;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The colour of every code under one codebook and palette: its own where it has one, else the hue of its
/// place in the tree, siblings in steps. Always at least 3 : 1 against the panel. Immutable.
public final class CodeColours {
    /// How much of a code's colour a highlight takes.
    public static final double HIGHLIGHT = 0.26;

    private static final double LEAST = 3;

    /// Brightness of siblings in turn.
    private static final double[] STEPS = {1, 0.78, 1.14};

    private final Map<CodeId, Color> colours = new HashMap<>();
    private final Color otherwise;

    public CodeColours(Codebook codebook, Palette palette) {
        otherwise = palette.of("muted");
        Color panel = palette.of("panel");
        int next = 0;
        for (Dimension dimension : codebook.dimensions()) {
            for (Code root : dimension.codes()) {
                Color hue = palette.hues().get(next++ % palette.hues().size());
                put(root, hue, panel, palette, 0);
            }
        }
    }

    private void put(Code code, Color hue, Color panel, Palette palette, int depth) {
        Color own = code.colour().isEmpty() ? hue : Color.web(code.colour());
        colours.put(code.id(), Contrast.atLeast(own, panel, LEAST));
        List<Code> children = code.children();
        for (int i = 0; i < children.size(); i++) {
            double turn = (i - (children.size() - 1) / 2.0) * Math.min(14, 48.0 / children.size());
            double light = STEPS[i % STEPS.length];
            put(
                    children.get(i),
                    own.deriveColor(turn, i % 3 == 2 ? 0.7 : 0.95, light, 1),
                    panel,
                    palette,
                    depth + 1);
        }
    }

    /// The full colour of a code, as in its stripe; grey for a code of another codebook.
    public Color of(CodeId code) {
        return colours.getOrDefault(code, otherwise);
    }
}
