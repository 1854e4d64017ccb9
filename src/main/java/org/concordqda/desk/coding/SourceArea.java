package org.concordqda.desk.coding;

import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.StyleHandlerRegistry;
import jfx.incubator.scene.control.richtext.skin.CellContext;

import org.concordqda.desk.coding.SourceModel.LineStyle;

/// `RichTextArea` that dresses each line's node by its [LineStyle] and says which node that was.
final class SourceArea extends RichTextArea {
    private static final StyleHandlerRegistry HANDLERS = handlers();

    private final HeaderNodes live;

    SourceArea(HeaderNodes live) {
        super(null);
        this.live = live;
        getStyleClass().add("source-area");
        setWrapText(true);
        setEditable(false);
        setAccessibleText("Text of the source");
    }

    @Override
    public StyleHandlerRegistry getStyleHandlerRegistry() {
        return HANDLERS;
    }

    private static StyleHandlerRegistry handlers() {
        StyleHandlerRegistry.Builder builder =
                StyleHandlerRegistry.builder(RichTextArea.styleHandlerRegistry);
        builder.setParHandler(
                SourceModel.LINE,
                (SourceArea area, CellContext cell, LineStyle style) -> {
                    cell.getNode().getStyleClass().addAll("source-line", style.styleClass());
                    cell.addStyle(style.css());
                    inset(cell.getNode(), style);
                    area.live.shown(style.index(), cell.getNode());
                });
        return builder.build();
    }

    /// Highlights are drawn from the corner of the line, not of its text: moved to where the letters are.
    private static void inset(Node line, LineStyle style) {
        if (line instanceof TextFlow flow) {
            for (Node child : flow.getChildren()) {
                if (child instanceof Path highlight) {
                    highlight.setTranslateX(style.left());
                    highlight.setTranslateY(style.top());
                }
            }
        }
    }
}
