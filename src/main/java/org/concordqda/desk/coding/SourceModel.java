package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import jfx.incubator.scene.control.richtext.StyleResolver;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import jfx.incubator.scene.control.richtext.model.StyledTextModelViewOnlyBase;

import org.concordqda.desk.coding.SourceLayout.Line;
import org.concordqda.desk.coding.SourceLayout.Look;
import org.concordqda.desk.fx.Palette;
import org.jspecify.annotations.Nullable;

/// What `RichTextArea` draws: the lines of a [SourceLayout], each made only when it comes into view. What lies
/// under them is drawn by [PagePane]. JavaFX thread only.
final class SourceModel extends StyledTextModelViewOnlyBase {
    /// Left edge of the text: room for turn numbers.
    static final double INDENT = 30;

    static final double SIZE = 15;
    private static final double LINE_HEIGHT = 1.65;

    /// Height of a line of Inter for one pixel of size.
    private static final double NATURAL = 1.21;

    private final SourceLayout layout;
    private final LinesInView lines;
    private double zoom;
    private Palette palette;

    /// @param zoom size of the text, 1 = 15 pixels
    /// @param palette the colours of its letters
    SourceModel(SourceLayout layout, LinesInView lines, double zoom, Palette palette) {
        this.layout = layout;
        this.lines = lines;
        this.zoom = zoom;
        this.palette = palette;
    }

    SourceLayout layout() {
        return layout;
    }

    void setZoom(double factor) {
        if (factor != zoom) {
            zoom = factor;
            fireStyleChangeEvent(TextPos.ZERO, getDocumentEnd());
        }
    }

    void setPalette(Palette colours) {
        if (colours != palette) {
            palette = colours;
            fireStyleChangeEvent(TextPos.ZERO, getDocumentEnd());
        }
    }

    @Override
    public int size() {
        return layout.size();
    }

    @Override
    public String getPlainText(int index) {
        return layout.textOf(index);
    }

    @Override
    public int getParagraphLength(int index) {
        Line line = layout.line(index);
        return line.end() - line.start();
    }

    @Override
    public StyleAttributeMap getStyleAttributeMap(@Nullable StyleResolver resolver, TextPos pos) {
        return StyleAttributeMap.EMPTY;
    }

    @Override
    public RichParagraph getParagraph(int index) {
        return RichParagraph.of(() -> made(index));
    }

    private Region made(int index) {
        Line line = layout.line(index);
        Region node = line.look() == Look.HEADER ? header(index, line) : text(index, line);
        lines.made(index, node);
        return node;
    }

    private Region header(int index, Line line) {
        Region node = HeaderNodes.node(layout.turn(line.turn()), line.turn(), SIZE * zoom, palette);
        node.setPadding(new Insets(index == 0 ? 2 : 18, 0, 2, 0));
        return node;
    }

    /// Room left above a line, in pixels.
    static double above(Line line, int index) {
        return line.gap() && index > 0 ? 8 : 0;
    }

    private Region text(int index, Line line) {
        double above = above(line, index);
        double size = SIZE * zoom;
        Color ink = palette.of("ink");
        return switch (line.look()) {
            case CODE ->
                    code(
                            index,
                            above,
                            new Letters.Line(words(index), Letters.code(size * 0.867), ink));
            case QUOTE ->
                    plain(
                            new Letters.Line(
                                    words(index), Letters.plain(size), palette.of("muted")),
                            above,
                            INDENT + 14);
            case TITLE ->
                    plain(
                            new Letters.Line(words(index), Letters.strong(size * 1.2), ink),
                            above,
                            INDENT);
            default ->
                    plain(new Letters.Line(words(index), Letters.plain(size), ink), above, INDENT);
        };
    }

    private String words(int index) {
        return layout.textOf(index);
    }

    private Region plain(Letters.Line node, double above, double left) {
        node.setPadding(new Insets(above, 0, 0, left));
        node.setLineSpacing(Math.rint((LINE_HEIGHT - NATURAL) * SIZE * zoom));
        return node;
    }

    /// Lines of one block of code share a box: room above the first and below the last.
    private Region code(int index, double above, Letters.Line node) {
        boolean first = !layout.sameBlock(index, index - 1);
        boolean last = !layout.sameBlock(index, index + 1);
        // A comment in another script does not turn a line of code around.
        node.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        node.setPadding(new Insets(first ? above + 9 : 1, 14, last ? 9 : 0, INDENT + 14));
        node.setLineSpacing(Math.rint(0.3 * SIZE * zoom));
        return node;
    }
}
