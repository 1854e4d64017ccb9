package org.concordqda.desk.agreement;

import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.ArrayList;
import java.util.List;

/// A stretch of text with some of it marked in colour.
final class ExcerptText extends Region {
    private final TextFlow flow = new TextFlow();
    private final List<Mark> marks;
    private final List<Path> paths = new ArrayList<>();

    /// A marked stretch, in positions of the text.
    record Mark(int start, int end, Color colour) {}

    ExcerptText(String text, List<Mark> marks) {
        this.marks = List.copyOf(marks);
        Text words = new Text(text);
        words.getStyleClass().add("excerpt");
        flow.getChildren().add(words);
        flow.setLineSpacing(3);
        for (Mark mark : marks) {
            Path path = new Path();
            path.setStroke(null);
            path.setFill(mark.colour());
            path.setManaged(false);
            paths.add(path);
        }
        getChildren().addAll(paths);
        getChildren().add(flow);
        setMinWidth(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow.prefHeight(width) + 2;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        flow.layout();
        for (int i = 0; i < marks.size(); i++) {
            PathElement[] shape =
                    flow.getRangeShape(marks.get(i).start(), marks.get(i).end(), false);
            paths.get(i).getElements().setAll(shape);
        }
    }
}
