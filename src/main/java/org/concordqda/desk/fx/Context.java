package org.concordqda.desk.fx;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.concordqda.text.Words;

import java.text.Bidi;

/// Words in their context on one line: what stands before, the words themselves, what follows. Where there
/// is too little room the context gives way first.
public final class Context extends HBox {
    private static final int MOST = 160;

    public Context(String before, String hit, String after) {
        setAlignment(Pos.CENTER_LEFT);
        Label left = Pieces.text(Words.oneLine(before), "muted");
        left.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        left.setMinWidth(0);
        Label middle = Pieces.text(cut(Words.oneLine(hit)), "strong");
        middle.setMinWidth(middle.getText().length() < 50 ? USE_PREF_SIZE : 380);
        Label right = Pieces.text(Words.oneLine(after), "muted");
        right.setMinWidth(0);
        right.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, middle, right);
        if (rightToLeft(before + hit + after)) {
            // What stands before is then on the right.
            setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
        setMinWidth(0);
        setPrefWidth(1);
    }

    /// Whether words are read from the right: the first letter that has a direction says so.
    public static boolean rightToLeft(String words) {
        return !new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    private static String cut(String words) {
        return words.length() > MOST ? words.substring(0, MOST) + " …" : words;
    }
}
