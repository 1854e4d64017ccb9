package org.concordqda.desk.coding;

import javafx.scene.Node;
import javafx.scene.text.TextFlow;

import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.StyleHandlerRegistry;
import jfx.incubator.scene.control.richtext.skin.CellContext;

import org.concordqda.desk.coding.SourceModel.LineStyle;

/// `RichTextArea` that dresses each line's node by its [LineStyle] and says which node that was.
final class SourceArea extends RichTextArea {
    private static final StyleHandlerRegistry HANDLERS = handlers();

    private final LinesInView lines;

    SourceArea(LinesInView lines) {
        super(null);
        this.lines = lines;
        getStyleClass().add("source-area");
        setWrapText(true);
        setEditable(false);
        setAccessibleText("Text of the source");
    }

    @Override
    public StyleHandlerRegistry getStyleHandlerRegistry() {
        return HANDLERS;
    }

    /// Styles by class and by plain setters: a style written out would be parsed anew for every line.
    private static StyleHandlerRegistry handlers() {
        StyleHandlerRegistry.Builder builder =
                StyleHandlerRegistry.builder(RichTextArea.styleHandlerRegistry);
        builder.setParHandler(
                SourceModel.LINE,
                (SourceArea area, CellContext cell, LineStyle style) -> {
                    Node node = cell.getNode();
                    node.getStyleClass().addAll("source-line", style.styleClass());
                    if (node instanceof TextFlow flow) {
                        flow.setPadding(style.padding());
                        flow.setLineSpacing(style.spacing());
                    }
                    area.lines.made(style.index(), node);
                });
        return builder.build();
    }
}
