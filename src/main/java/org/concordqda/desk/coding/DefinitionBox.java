package org.concordqda.desk.coding;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.concordqda.desk.fx.Fonts;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.Code;

import java.util.List;
import java.util.Map;

/// What a code means, when it applies and when it does not, with examples: always readable while coding.
final class DefinitionBox {
    private static final double SIZE = 12.5;
    private static final double MOST_KEPT = 260;

    private DefinitionBox() {}

    static Node of(Code code) {
        VBox box = new VBox(3);
        box.getStyleClass().add("definition");
        parts(code).forEach(part -> add(box, part.getKey(), part.getValue()));
        if (box.getChildren().isEmpty()) {
            Label none = Pieces.text(code.name() + " has no definition yet.", "muted", "small");
            none.setWrapText(true);
            box.getChildren().add(none);
        }
        return box;
    }

    /// Words of the program where no code stands.
    static Node of(String head, String words) {
        VBox box = new VBox(3);
        box.getStyleClass().add("definition");
        add(box, head, words);
        return box;
    }

    /// Whether anything is said of this code.
    static boolean explains(Code code) {
        return parts(code).stream().anyMatch(part -> !part.getValue().isBlank());
    }

    private static List<Map.Entry<String, String>> parts(Code code) {
        return List.of(
                Map.entry(code.name() + ".", code.definition()),
                Map.entry("Include", code.include()),
                Map.entry("Exclude", code.exclude()),
                Map.entry("Example", code.example()),
                Map.entry("Not", code.counterExample()));
    }

    /// The height that the longest of these definitions takes at a width, so that room can be kept for it and
    /// nothing jumps as the caret moves; very long ones are left out of account. Costs a layout of each text.
    static double height(List<Code> codes, double width) {
        Text measure = new Text();
        measure.setFont(Font.font(Fonts.text(), SIZE));
        measure.setLineSpacing(2);
        measure.setWrappingWidth(width - 22);
        double most = 0;
        for (Code code : codes) {
            double height = 18;
            boolean any = false;
            for (Map.Entry<String, String> part : parts(code)) {
                if (!part.getValue().isBlank()) {
                    // Bold runs wider: two letters stand for what it takes more.
                    measure.setText(part.getKey() + "mm " + part.getValue());
                    height += measure.getLayoutBounds().getHeight() + 5;
                    any = true;
                }
            }
            most = Math.max(most, any ? height : 34);
        }
        return Math.min(most, MOST_KEPT);
    }

    private static void add(VBox box, String head, String words) {
        if (words.isBlank()) {
            return;
        }
        Text bold = new Text(head + " ");
        bold.getStyleClass().addAll("text", "head", "strong");
        Text text = new Text(words);
        text.getStyleClass().add("text");
        TextFlow flow = new TextFlow(bold, text);
        flow.setLineSpacing(2);
        box.getChildren().add(flow);
    }
}
