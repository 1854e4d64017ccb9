package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.layout.Region;

import jfx.incubator.scene.control.richtext.StyleResolver;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttribute;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import jfx.incubator.scene.control.richtext.model.StyledTextModelViewOnlyBase;

import org.concordqda.desk.coding.SourceLayout.Line;
import org.concordqda.desk.coding.SourceLayout.Look;
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

    static final StyleAttribute<LineStyle> LINE =
            new StyleAttribute<>("CONCORD_LINE", LineStyle.class, true);

    /// How the node of a line is dressed.
    ///
    /// @param index which line
    /// @param styleClass its style class: `prose`, `title`, `quoted` or `code`
    /// @param padding around its letters
    /// @param spacing between its visual lines, in pixels
    record LineStyle(int index, String styleClass, Insets padding, double spacing) {}

    private final SourceLayout layout;
    private final LinesInView lines;
    private double zoom;

    /// @param zoom size of the text, 1 = 15 pixels
    SourceModel(SourceLayout layout, LinesInView lines, double zoom) {
        this.layout = layout;
        this.lines = lines;
        this.zoom = zoom;
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
        Line line = layout.line(index);
        if (line.look() == Look.HEADER) {
            return RichParagraph.of(() -> header(index, line));
        }
        return RichParagraph.builder()
                .addSegment(layout.textOf(index))
                .setParagraphAttributes(
                        StyleAttributeMap.builder().set(LINE, style(index, line)).build())
                .build();
    }

    private Region header(int index, Line line) {
        Region node = HeaderNodes.node(layout.turn(line.turn()), line.turn(), SIZE * zoom);
        node.setPadding(new Insets(index == 0 ? 2 : 18, 0, 2, 0));
        lines.made(index, node);
        return node;
    }

    /// Room left above a line, in pixels.
    static double above(Line line, int index) {
        return line.gap() && index > 0 ? 8 : 0;
    }

    private LineStyle style(int index, Line line) {
        double above = above(line, index);
        return switch (line.look()) {
            case CODE -> code(index, above);
            case QUOTE -> plain(index, "quoted", above, INDENT + 14);
            case TITLE -> plain(index, "title", above, INDENT);
            default -> plain(index, "prose", above, INDENT);
        };
    }

    private LineStyle plain(int index, String styleClass, double above, double left) {
        double spacing = Math.rint((LINE_HEIGHT - NATURAL) * SIZE * zoom);
        return new LineStyle(index, styleClass, new Insets(above, 0, 0, left), spacing);
    }

    /// Lines of one block of code share a box: room above the first and below the last.
    private LineStyle code(int index, double above) {
        boolean first = !layout.sameBlock(index, index - 1);
        boolean last = !layout.sameBlock(index, index + 1);
        return new LineStyle(
                index,
                "code",
                new Insets(first ? above + 9 : 1, 14, last ? 9 : 0, INDENT + 14),
                Math.rint(0.3 * SIZE * zoom));
    }
}
