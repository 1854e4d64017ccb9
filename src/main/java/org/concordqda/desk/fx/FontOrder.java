package org.concordqda.desk.fx;

import com.sun.javafx.text.TextRun;

import org.concordqda.model.Exempt;

import java.util.ArrayList;
import java.util.List;

/// Puts the parts of a right-to-left run that come from different fonts, such as Hebrew letters and a Latin
/// comma, into their order: JavaFX on Linux sets them from left to right as they are read, and takes the places of one for
/// those of another. See decision 19.
@Exempt(
        from = "desk",
        because =
                "the only place where JavaFX can be mended is inside it; without it a comma stands at the wrong end of words")
final class FontOrder {
    private FontOrder() {}

    /// A stretch of glyphs of one font: from and before which glyph, and the place of its first character
    /// within the run, as JavaFX has it.
    private record Part(int from, int to, int base) {}

    /// Mends a part of a line that has just been shaped.
    static void mend(Object part) {
        if (part instanceof TextRun run) {
            mend(run);
        }
    }

    private static void mend(TextRun run) {
        int count = run.getGlyphCount();
        if ((run.getLevel() & 1) == 0 || count < 2) {
            return;
        }
        List<Part> parts = parts(run, count);
        if (parts.size() < 2) {
            return;
        }
        int[] glyphs = new int[count];
        int[] places = new int[count];
        float[] positions = new float[2 * count + 2];
        int to = count;
        int base = 0;
        int end = run.getLength();
        for (Part part : parts) {
            to -= part.to - part.from;
            for (int i = part.from; i < part.to; i++) {
                int at = to + i - part.from;
                glyphs[at] = run.getGlyphCode(i);
                places[at] = run.getCharOffset(i) - part.base + base;
                // Advances for now.
                positions[2 * at + 2] = run.getPosX(i + 1) - run.getPosX(i);
            }
            base += end - part.base;
            end = part.base;
        }
        for (int i = 0; i < count; i++) {
            positions[2 * i + 2] += positions[2 * i];
        }
        run.shape(count, glyphs, positions, places);
    }

    /// The fonts are told by the upper byte of a glyph; a glyph that is not drawn belongs to what stands
    /// before it.
    private static List<Part> parts(TextRun run, int count) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        int font = -1;
        int base = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            int code = run.getGlyphCode(i);
            boolean drawn = code != 0;
            if (drawn && font != -1 && code >>> 24 != font) {
                parts.add(new Part(from, i, base));
                from = i;
                base = Integer.MAX_VALUE;
            }
            if (drawn) {
                font = code >>> 24;
            }
            base = Math.min(base, run.getCharOffset(i));
        }
        parts.add(new Part(from, count, base));
        return parts;
    }
}
