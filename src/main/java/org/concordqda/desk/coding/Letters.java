package org.concordqda.desk.coding;

import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.concordqda.desk.fx.Context;
import org.concordqda.desk.fx.Fonts;

import java.util.List;

/// Words that no style sheet dresses: face and colour are given when they are made. The text view lays out two
/// hundred lines for the thirty on screen; matching style sheets cost far more per line than its letters.
final class Letters extends Text {
    private static final List<CssMetaData<? extends Styleable, ?>> NONE = List.of();

    Letters(String words, Font face, Color colour) {
        super(words);
        setFont(face);
        setFill(colour);
        setFontSmoothingType(FontSmoothingType.GRAY);
    }

    /// The face of running text.
    static Font plain(double size) {
        return Font.font(Fonts.text(), size);
    }

    /// The face of names and titles.
    static Font strong(double size) {
        return Font.font(Fonts.strong(), size);
    }

    /// The face of code.
    static Font code(double size) {
        return Font.font(Fonts.code(), size);
    }

    /// Average width of a letter of running English, for one pixel of size.
    static double averageWidth() {
        return Fonts.text().equals("Inter") ? 0.505 : 0.56;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return NONE;
    }

    /// A paragraph of such words, from the side they are read from.
    static final class Line extends TextFlow {
        Line(String words, Font face, Color colour) {
            for (String part : Joined.parts(words)) {
                getChildren().add(new Letters(part, face, colour));
            }
            setMinHeight(0);
            if (Context.rightToLeft(words)) {
                setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
            }
        }

        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return NONE;
        }
    }

    /// Such words one after another, on as many rows as they need.
    static final class Rows extends FlowPane {
        private boolean moving;

        Rows() {
            setMinWidth(0);
        }

        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return NONE;
        }

        /// Moving its parts is no reason to have the whole text laid out again.
        @Override
        public void requestLayout() {
            if (!moving) {
                super.requestLayout();
            }
        }

        @Override
        protected void layoutChildren() {
            moving = true;
            try {
                super.layoutChildren();
            } finally {
                moving = false;
            }
        }
    }

    /// Such words in a row.
    static final class Row extends HBox {
        private boolean moving;

        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return NONE;
        }

        /// Moving its parts is no reason to have the whole text laid out again.
        @Override
        public void requestLayout() {
            if (!moving) {
                super.requestLayout();
            }
        }

        @Override
        protected void layoutChildren() {
            moving = true;
            try {
                super.layoutChildren();
            } finally {
                moving = false;
            }
        }
    }
}
