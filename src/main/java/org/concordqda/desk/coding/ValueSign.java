package org.concordqda.desk.coding;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;

/// The sign before a value: a ring for one of several, a box for several of many; filled when chosen.
final class ValueSign extends StackPane {
    private final Shape inside;

    ValueSign(boolean many, boolean chosen) {
        Shape edge;
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
        getChildren().addAll(edge, inside);
        setMinSize(16, 18);
        setMaxSize(16, 18);
        setChosen(chosen);
    }

    /// Fills or empties it.
    void setChosen(boolean chosen) {
        inside.setVisible(chosen);
        getStyleClass().remove("chosen");
        if (chosen) {
            getStyleClass().add("chosen");
        }
    }
}
