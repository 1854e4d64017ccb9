package org.concordqda.desk.fx;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The small nodes that repeat on every screen.
public final class Pieces {
    private Pieces() {}

    /// Text in the window's face.
    public static Label text(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A heading in small grey capitals.
    public static Label caps(String words) {
        return text(words.toUpperCase(java.util.Locale.ROOT), "caps");
    }

    /// A rounded tag. Where room is short only long words are cut.
    public static Label chip(String words, String... styles) {
        Label chip =
                new Label(words) {
                    @Override
                    protected double computeMinWidth(double height) {
                        return Math.min(computePrefWidth(height), 120);
                    }
                };
        chip.getStyleClass().add("chip");
        chip.getStyleClass().addAll(styles);
        return chip;
    }

    /// A key as printed on the keyboard.
    public static Label key(String words) {
        Label key = text(words, "key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        return key;
    }

    /// A spot of colour.
    public static Circle dot(Color colour) {
        return new Circle(4.5, colour);
    }

    /// Room that takes what is left.
    public static Region spring() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        VBox.setVgrow(region, Priority.ALWAYS);
        return region;
    }

    /// A line one pixel thin.
    public static Region hairline() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }

    /// Things in a row, centred on one line.
    public static HBox row(double gap, Node... nodes) {
        HBox row = new HBox(gap, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// The one filled button of a place, its key beside the words.
    public static Button primary(String words, String key, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().addAll("primary");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(words);
        if (!key.isEmpty()) {
            Label hint = text(key, "primary-key");
            button.setGraphic(hint);
            button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            button.setGraphicTextGap(8);
        }
        button.setOnAction(e -> action.run());
        return button;
    }

    /// A line to type in, empty; what stands in it while it is empty is also what a screen reader calls it.
    public static TextField field(String prompt) {
        return field(prompt, prompt, "");
    }

    /// A line to type in.
    ///
    /// @param prompt what stands in it while it is empty
    /// @param accessible what a screen reader calls it
    public static TextField field(String prompt, String accessible, String words) {
        TextField field = new TextField(words);
        field.setPromptText(prompt);
        field.setAccessibleText(accessible);
        field.getStyleClass().add("field");
        return field;
    }

    /// Lines to type in. Tab goes on to what stands next, as in every other field; it is no letter here.
    ///
    /// @param accessible what a screen reader calls them
    public static TextArea area(String accessible, String words) {
        TextArea area = new TextArea(words);
        area.setAccessibleText(accessible);
        area.setWrapText(true);
        area.getStyleClass().add("field");
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.TAB && !e.isShortcutDown()) {
                        e.consume();
                        area.requestFocusTraversal(
                                e.isShiftDown()
                                        ? TraversalDirection.PREVIOUS
                                        : TraversalDirection.NEXT);
                    }
                });
        return area;
    }

    /// A plain button.
    public static Button button(String words, Runnable action, String... styles) {
        Button button = new Button(words);
        button.getStyleClass().add("plain");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(styles);
        button.setOnAction(e -> action.run());
        return button;
    }

    /// A button that is only an icon; its words are for screen readers and the tool tip.
    public static Button icon(Feather icon, String words, Runnable action) {
        Button button = new Button();
        button.getStyleClass().add("icon-button");
        button.setGraphic(Icons.of(icon, 16));
        button.setAccessibleText(words);
        button.setTooltip(new javafx.scene.control.Tooltip(words));
        button.setOnAction(e -> action.run());
        return button;
    }

    /// What an empty place says: what it is for, and what to do first.
    public static StackPane empty(Feather icon, String title, String sentence, Node... actions) {
        Label words = text(sentence, "muted");
        words.setWrapText(true);
        words.setMaxWidth(420);
        words.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        HBox buttons = new HBox(8, actions);
        buttons.setAlignment(Pos.CENTER);
        VBox box = new VBox(10, Icons.of(icon, 32), text(title, "strong", "big"), words, buttons);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty");
        return new StackPane(box);
    }

    /// Whether a node is in a window and nothing it is in is hidden, as places are that one is not at.
    public static boolean onShow(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /// Whether the keyboard is at a button or at nothing: nobody types, and what is ready may take it.
    public static boolean idle(@Nullable Node owner) {
        return owner instanceof Button || owner instanceof Pane;
    }
}
