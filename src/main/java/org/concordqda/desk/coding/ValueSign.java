package org.concordqda.desk.coding;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;

/// The sign before a value: a ring for one of several, a box for several of many; filled when chosen.
final class ValueSign {
    private ValueSign() {}

    static Node of(boolean many, boolean chosen) {
        Shape edge;
        Shape inside;
        if (many) {
            Rectangle box = new Rectangle(13, 13);
            box.setArcWidth(6);
            box.setArcHeight(6);
            SVGPath tick = new SVGPath();
            tick.setContent("M2.5 6 L5 8.5 L9.5 3.5");
            edge = box;
            inside = tick;
            tick.getStyleClass().add("tick");
        } else {
            edge = new Circle(6.5);
            inside = new Circle(2.5);
            inside.getStyleClass().add("ring-dot");
        }
        edge.getStyleClass().add("ring");
        StackPane sign = new StackPane(edge);
        if (chosen) {
            sign.getStyleClass().add("chosen");
            sign.getChildren().add(inside);
        }
        sign.setMinSize(16, 18);
        sign.setMaxSize(16, 18);
        return sign;
    }
}
