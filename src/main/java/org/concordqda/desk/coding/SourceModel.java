package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import jfx.incubator.scene.control.richtext.StyleResolver;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttribute;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import jfx.incubator.scene.control.richtext.model.StyledTextModelViewOnlyBase;

import org.concordqda.desk.coding.SourceLayout.Line;
import org.concordqda.desk.coding.SourceLayout.Look;
import org.concordqda.desk.fx.CodeColours;
import org.concordqda.desk.fx.Fonts;
import org.concordqda.desk.fx.Palette;
import org.concordqda.model.CodingId;
import org.jspecify.annotations.Nullable;

/// What `RichTextArea` draws: the lines of a [SourceLayout], each made only when it comes into view, with the
/// highlights of the codings that touch it. JavaFX thread only.
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
    /// @param styleClass its style class
    /// @param css its box
    /// @param left of its first letter
    /// @param top of its first letter
    record LineStyle(int index, String styleClass, String css, double left, double top) {}

    private final SourceLayout layout;
    private final HeaderNodes headers;
    private Marks marks = Marks.NONE;
    private Palette palette = Palette.LIGHT;
    private double zoom = 1;
    private @Nullable CodingId active;
    private int foundStart;
    private int foundEnd;

    SourceModel(SourceLayout layout, HeaderNodes headers) {
        this.layout = layout;
        this.headers = headers;
    }

    SourceLayout layout() {
        return layout;
    }

    Marks marks() {
        return marks;
    }

    void setMarks(Marks now) {
        marks = now;
        redraw();
    }

    void setLooks(Palette colours, double factor) {
        palette = colours;
        zoom = factor;
        redraw();
    }

    void setActive(@Nullable CodingId coding) {
        active = coding;
        redraw();
    }

    /// Marks what a search found; nothing when empty.
    void setFound(int start, int end) {
        foundStart = start;
        foundEnd = end;
        redraw();
    }

    private void redraw() {
        fireStyleChangeEvent(TextPos.ZERO, getDocumentEnd());
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
        RichParagraph.Builder builder = RichParagraph.builder();
        builder.addSegment(layout.textOf(index), letters(line.look()));
        for (Mark mark : marks.touching(line.start(), line.end())) {
            double alpha = mark.id().equals(active) ? 0.5 : CodeColours.HIGHLIGHT;
            highlight(builder, line, mark.start(), mark.end(), shade(mark.colour(), alpha));
        }
        if (foundEnd > foundStart && foundStart < line.end() && line.start() < foundEnd) {
            highlight(builder, line, foundStart, foundEnd, shade(palette.of("look"), 0.45));
        }
        builder.setParagraphAttributes(
                StyleAttributeMap.builder()
                        .set(LINE, style(index, line))
                        .set(StyleAttributeMap.LINE_SPACING, spacing(line.look()))
                        .build());
        return builder.build();
    }

    private Region header(int index, Line line) {
        Region node = headers.node(layout.turn(line.turn()), line.turn(), SIZE * zoom);
        node.setPadding(new Insets(index == 0 ? 2 : 18, 0, 2, 0));
        headers.shown(index, node);
        return node;
    }

    private static void highlight(
            RichParagraph.Builder builder, Line line, int start, int end, Color colour) {
        int from = Math.max(start, line.start()) - line.start();
        int to = Math.min(end, line.end()) - line.start();
        if (from < to) {
            builder.addHighlight(from, to - from, colour);
        }
    }

    private static Color shade(Color colour, double alpha) {
        return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    private StyleAttributeMap letters(Look look) {
        return switch (look) {
            case CODE -> font(Fonts.code(), 13);
            case TITLE -> font(Fonts.strong(), 18);
            default -> font(Fonts.text(), SIZE);
        };
    }

    private StyleAttributeMap font(String family, double size) {
        return StyleAttributeMap.builder()
                .set(StyleAttributeMap.FONT_FAMILY, family)
                .set(StyleAttributeMap.FONT_SIZE, size * zoom)
                .build();
    }

    private double spacing(Look look) {
        double height = look == Look.CODE ? 0.25 : LINE_HEIGHT - NATURAL;
        return Math.rint(height * SIZE * zoom);
    }

    private LineStyle style(int index, Line line) {
        int above = line.gap() && index > 0 ? 8 : 0;
        return switch (line.look()) {
            case CODE -> codeBox(index, above);
            case QUOTE -> quote(index, above);
            default ->
                    new LineStyle(
                            index,
                            "prose",
                            "-fx-padding: " + above + " 0 0 " + INDENT + ";",
                            INDENT,
                            above);
        };
    }

    /// A bar at the left, drawn as a border, whose width and insets count as insets of the line.
    private static LineStyle quote(int index, int above) {
        return new LineStyle(
                index,
                "quoted",
                "-fx-padding: 0 0 0 11;"
                        + "-fx-border-color: transparent transparent transparent -c-line;"
                        + "-fx-border-width: 0 0 0 3;-fx-border-insets: "
                        + above
                        + " 0 0 "
                        + INDENT
                        + ";",
                INDENT + 14,
                above);
    }

    /// Lines of one block of code share a box: round corners and edges only where it begins and ends.
    private LineStyle codeBox(int index, int above) {
        boolean first = !layout.sameBlock(index, index - 1);
        boolean last = !layout.sameBlock(index, index + 1);
        int top = first ? above : 0;
        String radius = (first ? "7 7 " : "0 0 ") + (last ? "7 7" : "0 0");
        int inner = top + (first ? 9 : 2);
        String css =
                "-fx-padding: "
                        + inner
                        + " 14 "
                        + (last ? 9 : 0)
                        + " "
                        + (INDENT + 14)
                        + ";-fx-background-color: -c-line, -c-inset;-fx-background-insets: "
                        + (top + " 0 0 " + INDENT + ", ")
                        + ((first ? top + 1 : 0) + " 1 " + (last ? 1 : 0) + " " + (INDENT + 1))
                        + ";-fx-background-radius: "
                        + radius
                        + ";";
        return new LineStyle(index, "code", css, INDENT + 14, inner);
    }
}
