package org.concordqda.desk.coding;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import org.concordqda.desk.fx.Pieces;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds words in the open source as one types; Enter goes to the next hit, Escape closes.
final class FindBar extends HBox {
    private static final int MOST = 5_000;

    private final SourceTextView view;
    private final TextField field = new TextField();
    private final Label count = Pieces.text("", "muted", "small");
    private List<Integer> hits = List.of();
    private String text = "";
    private int at;

    FindBar(SourceTextView view) {
        super(6);
        this.view = view;
        getStyleClass().add("found-bar");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        field.setPromptText("Find in this source");
        field.setAccessibleText("Find in this source");
        field.getStyleClass().add("field");
        field.setPrefColumnCount(18);
        field.textProperty().subscribe(this::find);
        count.setMinWidth(64);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren()
                .addAll(
                        field,
                        count,
                        Pieces.icon(Feather.CHEVRON_UP, "Previous hit", () -> step(-1)),
                        Pieces.icon(Feather.CHEVRON_DOWN, "Next hit", () -> step(1)),
                        Pieces.icon(Feather.X, "Close", this::close));
        setVisible(false);
    }

    void open(String source) {
        text = source;
        setVisible(true);
        field.requestFocus();
        field.selectAll();
        find(field.getText());
    }

    void close() {
        setVisible(false);
        hits = List.of();
        view.showFound(0, 0);
        view.requestFocus();
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (e.getCode() == KeyCode.ENTER) {
            step(e.isShiftDown() ? -1 : 1);
        } else {
            return;
        }
        e.consume();
    }

    private void find(String words) {
        if (!isVisible()) {
            return;
        }
        hits = search(text, words);
        at = 0;
        show();
    }

    /// Where the words stand, ignoring case; at most five thousand places.
    static List<Integer> search(String text, String words) {
        List<Integer> found = new ArrayList<>();
        if (words.isEmpty()) {
            return found;
        }
        String first = words.substring(0, 1);
        String low = first.toLowerCase(Locale.ROOT);
        String up = first.toUpperCase(Locale.ROOT);
        char a = low.charAt(0);
        char b = up.charAt(0);
        int last = text.length() - words.length();
        for (int i = 0; i <= last && found.size() < MOST; i++) {
            char c = text.charAt(i);
            if ((c == a || c == b) && text.regionMatches(true, i, words, 0, words.length())) {
                found.add(i);
                i += words.length() - 1;
            }
        }
        return found;
    }

    private void step(int by) {
        if (!hits.isEmpty()) {
            at = Math.floorMod(at + by, hits.size());
            show();
        }
    }

    private void show() {
        if (hits.isEmpty()) {
            count.setText(field.getText().isEmpty() ? "" : "no hit");
            view.showFound(0, 0);
        } else {
            count.setText((at + 1) + " of " + hits.size());
            int start = hits.get(at);
            view.showFound(start, start + field.getText().length());
        }
    }
}
