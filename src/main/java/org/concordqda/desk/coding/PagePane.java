package org.concordqda.desk.coding;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import org.concordqda.desk.coding.LinesInView.Box;
import org.concordqda.desk.coding.SourceLayout.Line;
import org.concordqda.desk.coding.SourceLayout.Look;
import org.concordqda.desk.fx.CodeColours;
import org.concordqda.desk.fx.Palette;

import java.util.Map;

/// What lies under the text: boxes of code, bars of quotations, highlights of codings and of what was found.
/// One canvas, so that an act repaints a page and rebuilds no text.
final class PagePane extends Region {
    /// How much of the colour the chosen coding takes.
    private static final double CHOSEN = 0.5;

    private static final double OTHERS = 0.14;
    private static final double ROUND = 14;

    private final Canvas canvas = new Canvas();

    PagePane() {
        setMouseTransparent(true);
        getChildren().add(canvas);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
    }

    void clear() {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    }

    /// Draws the page as it stands.
    void draw(SourceLayout layout, LinesInView lines, PageState state, Palette palette) {
        clear();
        if (lines.boxes().isEmpty()) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        blocks(g, layout, lines, palette);
        int first = layout.line(lines.boxes().firstKey()).start();
        int last = layout.line(lines.boxes().lastKey()).end();
        Marks marks = state.marks();
        marks.each(
                first,
                last,
                i -> {
                    Mark mark = marks.get(i);
                    boolean chosen = mark.id().equals(state.chosen());
                    if (mark.mine()) {
                        double alpha = chosen ? CHOSEN : CodeColours.HIGHLIGHT;
                        fill(g, layout, lines, mark.start(), mark.end(), mark.colour(), alpha);
                    } else {
                        double alpha = chosen ? CHOSEN : OTHERS;
                        fill(g, layout, lines, mark.start(), mark.end(), mark.colour(), alpha);
                        underline(g, layout, lines, mark);
                    }
                });
        found(g, layout, lines, state, palette, first, last);
        state.target()
                .ifPresent(
                        t -> {
                            fill(g, layout, lines, t[0], t[1], palette.of("accent"), 0.16);
                            outline(g, layout, lines, t[0], t[1], palette.of("accent"));
                        });
    }

    private static void found(
            GraphicsContext g,
            SourceLayout layout,
            LinesInView lines,
            PageState state,
            Palette palette,
            int first,
            int last) {
        Found found = state.found();
        Color look = palette.of("look");
        for (int i = found.firstAt(first); i < found.size() && found.start(i) < last; i++) {
            boolean here = i == found.current();
            fill(g, layout, lines, found.start(i), found.end(i), look, here ? 0.45 : 0.18);
            if (here) {
                outline(g, layout, lines, found.start(i), found.end(i), look);
            }
        }
    }

    private static void fill(
            GraphicsContext g,
            SourceLayout layout,
            LinesInView lines,
            int start,
            int end,
            Color colour,
            double alpha) {
        g.setFill(Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha));
        for (Rectangle2D r : lines.shape(layout, start, end)) {
            double y = Math.rint(r.getMinY());
            g.fillRect(r.getMinX(), y, r.getWidth(), Math.rint(r.getMaxY()) - y);
        }
    }

    /// Another's coding is told apart by more than its colour: a line of dashes under it.
    private static void underline(
            GraphicsContext g, SourceLayout layout, LinesInView lines, Mark mark) {
        g.setStroke(mark.colour());
        g.setLineWidth(1.5);
        g.setLineDashes(4, 3);
        for (Rectangle2D r : lines.shape(layout, mark.start(), mark.end())) {
            double y = Math.rint(r.getMaxY()) - 0.5;
            g.strokeLine(r.getMinX() + 1, y, r.getMaxX(), y);
        }
        g.setLineDashes();
    }

    private static void outline(
            GraphicsContext g,
            SourceLayout layout,
            LinesInView lines,
            int start,
            int end,
            Color colour) {
        g.setStroke(colour);
        g.setLineWidth(1);
        for (Rectangle2D r : lines.shape(layout, start, end)) {
            double x = Math.rint(r.getMinX()) + 0.5;
            double y = Math.rint(r.getMinY()) + 0.5;
            g.strokeRect(x, y, Math.rint(r.getWidth()), Math.rint(r.getHeight()) - 1);
        }
    }

    /// A box around each run of lines of code, a bar beside each line of a quotation.
    private static void blocks(
            GraphicsContext g, SourceLayout layout, LinesInView lines, Palette palette) {
        double top = Double.NaN;
        for (Map.Entry<Integer, Box> entry : lines.boxes().entrySet()) {
            int index = entry.getKey();
            Line line = layout.line(index);
            Box box = entry.getValue();
            double above = SourceModel.above(line, index);
            double left = Math.rint(box.x() + SourceModel.INDENT);
            if (line.look() == Look.QUOTE) {
                g.setFill(palette.of("line"));
                boolean goes = index > 0 && layout.line(index - 1).look() == Look.QUOTE;
                double from = box.y() + (goes && !line.gap() ? -8 : above);
                g.fillRect(left, from, 3, box.bottom() - from);
            } else if (line.look() == Look.CODE) {
                if (Double.isNaN(top)) {
                    boolean begins = !layout.sameBlock(index, index - 1);
                    top = begins ? box.y() + above : -2 * ROUND;
                }
                boolean ends = !layout.sameBlock(index, index + 1);
                boolean seen = lines.boxes().containsKey(index + 1);
                if (ends || !seen) {
                    double bottom = ends ? box.bottom() : g.getCanvas().getHeight() + 2 * ROUND;
                    double right = Math.rint(box.x() + box.width());
                    codeBox(g, left, Math.rint(top), right, Math.rint(bottom), palette);
                    top = Double.NaN;
                }
            }
        }
    }

    private static void codeBox(
            GraphicsContext g,
            double left,
            double top,
            double right,
            double bottom,
            Palette palette) {
        g.setFill(palette.of("inset"));
        g.fillRoundRect(left, top, right - left, bottom - top, ROUND, ROUND);
        g.setStroke(palette.of("line"));
        g.setLineWidth(1);
        g.strokeRoundRect(
                left + 0.5, top + 0.5, right - left - 1, bottom - top - 1, ROUND - 1, ROUND - 1);
    }
}
