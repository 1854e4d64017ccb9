package org.concordqda.desk.coding;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.text.Words;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Finds words in the open source as one types; Enter goes to the next hit, Escape closes; a hit or all of them
/// can be coded.
final class FindBar extends HBox {
    private static final int MOST = 20_000;

    /// Pixels of the text from which on all of the bar has room.
    private static final double ROOMY = 500;

    private final SourceTextView view;
    private final TextField field = Pieces.field("Find in this source");
    private final Label count = Pieces.text("", "muted", "small");
    private final Button one;
    private final Button every;
    private Found hits = Found.NOTHING;
    private String text = "";

    /// @param onCode asked to code passages, given as `[start, end)`
    FindBar(SourceTextView view, Consumer<List<int[]>> onCode) {
        super(6);
        this.view = view;
        getStyleClass().add("found-bar");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        // A row of its own: over the text it would hide what was found in the first lines.
        managedProperty().bind(visibleProperty());
        // Closed, it must not keep the text beside it from getting narrow.
        setMinWidth(0);
        field.setPrefColumnCount(14);
        field.setMinWidth(80);
        count.setMinWidth(40);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        one = Pieces.button("Code hit", () -> onCode.accept(List.of(hit(hits.current()))));
        every = Pieces.button("Code all", () -> onCode.accept(all()));
        getChildren()
                .addAll(
                        field,
                        count,
                        one,
                        every,
                        Pieces.icon(Feather.CHEVRON_UP, "Previous hit", () -> step(-1)),
                        Pieces.icon(Feather.CHEVRON_DOWN, "Next hit", () -> step(1)),
                        Pieces.icon(Feather.X, "Close", this::close));
        setVisible(false);
        field.textProperty().subscribe(this::find);
        view.widthProperty().subscribe(width -> room(width.doubleValue() >= ROOMY));
    }

    /// In a narrow window the words one looks for matter more than what can be done with the hits.
    private void room(boolean enough) {
        for (Button button : List.of(one, every)) {
            button.setVisible(enough);
            button.setManaged(enough);
        }
    }

    void open(String source) {
        text = source;
        setVisible(true);
        // The text has its new height before a hit is brought into view.
        applyCss();
        getParent().layout();
        field.requestFocus();
        field.selectAll();
        find(field.getText());
    }

    void close() {
        setVisible(false);
        hits = Found.NOTHING;
        view.showFound(hits);
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
        int[] starts = search(text, words).stream().mapToInt(i -> i).toArray();
        hits = starts.length == 0 ? Found.NOTHING : new Found(starts, words.length(), 0);
        show();
    }

    private int[] hit(int index) {
        return new int[] {hits.start(index), hits.end(index)};
    }

    private List<int[]> all() {
        return IntStream.range(0, hits.size()).mapToObj(this::hit).toList();
    }

    /// Where the words stand, ignoring case; at most twenty thousand places.
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
        if (hits.size() > 0) {
            hits = hits.at(Math.floorMod(hits.current() + by, hits.size()));
            show();
        }
    }

    private void show() {
        boolean none = hits.size() == 0;
        one.setDisable(none);
        every.setDisable(none);
        String many = Words.number(hits.size());
        count.setText(
                !none
                        ? (hits.current() + 1)
                                + " of "
                                + many
                                + (hits.size() == MOST ? " or more" : "")
                        : field.getText().isEmpty() ? "" : "no hit");
        view.showFound(hits);
    }
}
