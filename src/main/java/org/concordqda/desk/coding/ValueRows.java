package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.coding.Digits.Item;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.Special;
import org.concordqda.study.Form.Question;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The values of one question as rows, made once; an answer only fills and empties their signs. More than
/// fit scroll in a box of their own, so that the definition below stays in view.
final class ValueRows extends VBox {
    private static final int MOST_IN_VIEW = 16;
    private static final double ROW = 24;

    private final FormModel model;
    private final List<Item> items;
    private final boolean many;
    private final boolean ownNone;
    private final boolean keys;
    private final double widest;
    private final List<Row> rows = new ArrayList<>();
    private final VBox list =
            new VBox(1) {
                @Override
                protected void layoutChildren() {
                    super.layoutChildren();
                    Row row = wanted;
                    ScrollPane box = scroll;
                    if (row != null && box != null && placed(box)) {
                        // In the middle: rows may still grow a little.
                        wanted = null;
                        double room = box.getViewportBounds().getHeight();
                        double y = row.getBoundsInParent().getCenterY() - room / 2;
                        box.setVvalue(
                                Math.clamp(y / (getBoundsInLocal().getHeight() - room), 0, 1));
                    }
                }
            };
    private @Nullable ScrollPane scroll;

    /// What is to be seen once the rows have their places.
    private @Nullable Row wanted;

    private Question question;
    private @Nullable Node tail;
    private int caret = -1;
    private Runnable onCaret = () -> {};
    private Runnable onChosen = () -> {};

    /// One value's row.
    private static final class Row extends HBox {
        private final ValueSign sign;
        private final Label name;
        private boolean chosen;

        Row(ValueSign sign, Label name) {
            super(8);
            this.sign = sign;
            this.name = name;
            setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            getStyleClass().add("value");
        }

        void choose(boolean now) {
            chosen = now;
            sign.setChosen(now);
            name.getStyleClass().remove("strong");
            if (now) {
                name.getStyleClass().add("strong");
            }
            setAccessibleText(name.getText() + (now ? ", chosen" : ""));
        }
    }

    /// @param shown the values to list
    /// @param keys whether the keyboard is in the question: digits are shown and a caret moves
    ValueRows(FormModel model, Question question, List<Item> shown, boolean keys) {
        this.model = model;
        this.question = question;
        this.items = shown;
        this.keys = keys;
        many = question.dimension().choice() == Choice.MANY;
        ownNone =
                keys
                        && many
                        && items.stream()
                                .noneMatch(i -> i.code().special() == Special.NONE_OF_THESE);
        widest = 9.0 * items.stream().mapToInt(i -> i.digits().length()).max().orElse(1);
        boolean line = false;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (item.apart() && !line && i > 0) {
                line = true;
                list.getChildren().add(divider());
            }
            add(item.code().name(), item.depth(), item.digits(), i);
        }
        if (ownNone) {
            if (!line) {
                list.getChildren().add(divider());
            }
            add("None of these", 0, Digits.key(Special.NONE_OF_THESE), items.size());
        }
        if (keys && rows.size() > MOST_IN_VIEW) {
            ScrollPane box = new ScrollPane(list);
            box.setFitToWidth(true);
            box.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            box.setFocusTraversable(false);
            box.setMinHeight(MOST_IN_VIEW * ROW);
            box.setPrefHeight(MOST_IN_VIEW * ROW);
            box.getStyleClass().add("value-scroll");
            box.focusedProperty()
                    .subscribe(
                            on -> {
                                if (on && getParent() != null) {
                                    getParent().requestFocus();
                                }
                            });
            scroll = box;
            getChildren().add(box);
        } else {
            getChildren().add(list);
        }
        update(question);
    }

    private static Node divider() {
        HBox line = new HBox();
        line.getStyleClass().add("value-divider");
        VBox.setMargin(line, new Insets(4, 0, 4, 0));
        return line;
    }

    private void add(String words, int depth, String digits, int index) {
        Label name = Pieces.text(words, "value-name");
        boolean apart = index >= items.size() || items.get(index).apart();
        if (apart) {
            name.getStyleClass().add("muted");
        }
        Row row = new Row(new ValueSign(many, false), name);
        row.setMaxWidth(Double.MAX_VALUE);
        row.getChildren().add(row.sign);
        if (keys) {
            Label digit =
                    apart && !digits.isEmpty() ? Pieces.key(digits) : Pieces.text(digits, "muted");
            digit.setMinWidth(apart ? Math.max(18, widest) : widest);
            digit.setAlignment(
                    apart ? javafx.geometry.Pos.CENTER : javafx.geometry.Pos.CENTER_LEFT);
            row.getChildren().add(digit);
        }
        row.getChildren().add(name);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        row.setPadding(new Insets(2, 4, 2, 22.0 * depth));
        row.setAccessibleRole(many ? AccessibleRole.CHECK_BOX : AccessibleRole.RADIO_BUTTON);
        // A mouse that rests where rows appear has chosen nothing.
        row.setOnMouseMoved(
                e -> {
                    if (keys) {
                        moveCaret(index, false);
                    }
                });
        row.setOnMouseClicked(
                e -> {
                    choose(index);
                    e.consume();
                });
        rows.add(row);
        list.getChildren().add(row);
    }

    /// Told when the caret has moved.
    void setOnCaret(Runnable told) {
        onCaret = told;
    }

    /// Told after a value was chosen or taken back here.
    void setOnChosen(Runnable told) {
        onChosen = told;
    }

    /// Whether the last row says *None of these*.
    boolean hasNone() {
        return ownNone;
    }

    /// What stands at the end of the first chosen row.
    void setTail(Node node) {
        tail = node;
        update(question);
    }

    private void placeTail() {
        Node node = tail;
        if (node == null) {
            return;
        }
        if (node.getParent() instanceof Row was) {
            was.getChildren().remove(node);
        }
        for (Row row : rows) {
            if (row.chosen) {
                row.getChildren().add(node);
                return;
            }
        }
    }

    /// Shows another answer to the same question.
    void update(Question now) {
        question = now;
        for (int i = 0; i < items.size(); i++) {
            rows.get(i).choose(now.has(items.get(i).code().id()));
        }
        if (ownNone) {
            rows.getLast().choose(now.answer().filter(a -> a.codes().isEmpty()).isPresent());
        }
        placeTail();
    }

    int caret() {
        return caret;
    }

    int size() {
        return rows.size();
    }

    /// The value under the caret; none for *None of these*.
    Optional<Code> atCaret() {
        return caret >= 0 && caret < items.size()
                ? Optional.of(items.get(caret).code())
                : Optional.empty();
    }

    /// Chooses the value of a row, or takes it back.
    void choose(int index) {
        if (index < items.size()) {
            model.toggle(question, items.get(index).code());
        } else {
            model.none(question);
        }
        onChosen.run();
    }

    /// The row of a value.
    int indexOf(Code code) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).code().id().equals(code.id())) {
                return i;
            }
        }
        return -1;
    }

    /// Moves the caret, within the rows there are.
    ///
    /// @param follow whether the row is scrolled into view
    void moveCaret(int to, boolean follow) {
        if (rows.isEmpty()) {
            return;
        }
        int at = Math.clamp(to, 0, rows.size() - 1);
        if (at != caret) {
            if (caret >= 0) {
                rows.get(caret).getStyleClass().remove("caret");
            }
            caret = at;
            rows.get(at).getStyleClass().add("caret");
            onCaret.run();
        }
        if (follow) {
            reveal(rows.get(at));
        }
    }

    /// Moves the caret to the next value that begins with these letters, or has a word that does.
    boolean find(String letters) {
        int begins = -1;
        int word = -1;
        for (int i = items.size() - 1; i >= 0; i--) {
            String name = items.get(i).code().name().toLowerCase(Locale.ROOT);
            if (name.startsWith(letters)) {
                begins = i;
            }
            if (name.contains(" " + letters) || name.contains("-" + letters)) {
                word = i;
            }
        }
        int found = begins >= 0 ? begins : word;
        if (found < 0) {
            return false;
        }
        moveCaret(found, true);
        return true;
    }

    private boolean placed(ScrollPane box) {
        double view = box.getViewportBounds().getHeight();
        return view > 0 && list.getBoundsInLocal().getHeight() > view;
    }

    private void reveal(Row row) {
        ScrollPane box = scroll;
        if (box == null) {
            return;
        }
        double view = box.getViewportBounds().getHeight();
        double all = list.getBoundsInLocal().getHeight();
        wanted = placed(box) ? null : row;
        if (wanted != null) {
            return;
        }
        double top = box.getVvalue() * (all - view);
        double y = row.getBoundsInParent().getMinY();
        double bottom = row.getBoundsInParent().getMaxY();
        if (y < top) {
            box.setVvalue(y / (all - view));
        } else if (bottom > top + view) {
            box.setVvalue((bottom - view) / (all - view));
        }
    }
}
