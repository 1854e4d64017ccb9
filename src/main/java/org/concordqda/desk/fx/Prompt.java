package org.concordqda.desk.fx;

import javafx.geometry.Insets;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

import java.util.Arrays;

/// What an empty field says in the room it has: words that are cut say less than fewer words.
public final class Prompt {
    private Prompt() {}

    /// Shows the first of these that fits whole, and none where none does.
    public static void fit(TextField field, String... longestFirst) {
        Text ruler = new Text();
        Runnable choose =
                () -> {
                    Insets in = field.getInsets();
                    double room = field.getWidth() - in.getLeft() - in.getRight();
                    ruler.setFont(field.getFont());
                    field.setPromptText(
                            Arrays.stream(longestFirst)
                                    .filter(words -> width(ruler, words) <= room)
                                    .findFirst()
                                    .orElse(""));
                };
        field.widthProperty().subscribe(choose);
        field.insetsProperty().subscribe(choose);
        field.fontProperty().subscribe(choose);
    }

    private static double width(Text ruler, String words) {
        ruler.setText(words);
        return ruler.getLayoutBounds().getWidth();
    }
}
