package org.concordqda.desk.coding;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.Code;

/// What a code means, when it applies and when it does not, with examples: always readable while coding.
final class DefinitionBox {
    private DefinitionBox() {}

    static Node of(Code code) {
        VBox box = new VBox(3);
        box.getStyleClass().add("definition");
        add(box, code.name() + ".", code.definition());
        add(box, "Include", code.include());
        add(box, "Exclude", code.exclude());
        add(box, "Example", code.example());
        add(box, "Not", code.counterExample());
        if (box.getChildren().isEmpty()) {
            box.getChildren()
                    .add(Pieces.text(code.name() + " has no definition yet.", "muted", "small"));
        }
        return box;
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
