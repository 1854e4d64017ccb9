package org.concordqda.desk.coding;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.coding.Digits.Item;
import org.concordqda.desk.coding.FormModel.Question;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.Special;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// One question of the form. With the keyboard in it all values show, the definition of the value under the
/// caret beside them; otherwise it folds to what matters: the answer, or the first few values.
final class QuestionPane extends VBox {
    private static final int FOLDED = 4;
    private static final long TYPING_PAUSE = 900;

    private final FormModel model;
    private final Question question;
    private final Digits digits;
    private final boolean wide;
    private final VBox values = new VBox(1);
    private final VBox definition = new VBox();
    private int caret;
    private String typedDigits = "";
    private String typedLetters = "";
    private long typedAt;

    /// @param wide whether the keyboard is in this question
    QuestionPane(FormModel model, Question question, boolean wide, int caret) {
        this.model = model;
        this.question = question;
        this.wide = wide;
        this.digits = new Digits(question.dimension().codes());
        this.caret = Math.clamp(caret, 0, Math.max(0, digits.items().size() - 1));
        getStyleClass().addAll("unit-dim", "line-below");
        setSpacing(6);
        setFocusTraversable(true);
        setAccessibleText(
                question.dimension().name()
                        + ", "
                        + answerWords().map(a -> "answered " + a).orElse("open"));
        if (wide) {
            getStyleClass().add("focus");
            unfold();
        } else {
            fold();
        }
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        setOnMouseClicked(e -> requestFocus());
    }

    Question question() {
        return question;
    }

    int caret() {
        return caret;
    }

    private Optional<String> answerWords() {
        return question.answer()
                .map(
                        a ->
                                a.codes().isEmpty()
                                        ? "None of these"
                                        : a.codes().stream()
                                                .map(this::nameOf)
                                                .collect(Collectors.joining(", ")));
    }

    private String nameOf(org.concordqda.model.CodeId id) {
        return question.dimension().allCodes().stream()
                .filter(c -> c.id().equals(id))
                .map(Code::name)
                .findFirst()
                .orElse("(other version)");
    }

    private void fold() {
        Label name = Pieces.text(question.dimension().name());
        Optional<String> answer = answerWords();
        if (answer.isPresent()) {
            name.getStyleClass().add("muted");
            name.setMinWidth(USE_PREF_SIZE);
            Label value = Pieces.text(answer.get(), "strong");
            HBox row = Pieces.row(8, name, Pieces.spring());
            signs().forEach(row.getChildren()::add);
            row.getChildren().add(value);
            getStyleClass().add("answered");
            getChildren().add(row);
            warnings();
            return;
        }
        name.getStyleClass().add("strong");
        getChildren().add(Pieces.row(8, name, Pieces.spring(), hint()));
        List<Item> items = digits.items();
        List<Item> few = items.stream().filter(i -> i.depth() == 0).limit(FOLDED).toList();
        few.forEach(i -> values.getChildren().add(row(i, -1)));
        if (items.size() > few.size()) {
            values.getChildren()
                    .add(Pieces.text((items.size() - few.size()) + " more …", "muted", "small"));
        }
        getChildren().add(values);
    }

    private void unfold() {
        Label name = Pieces.text(question.dimension().name(), "strong");
        HBox head = Pieces.row(8, name, Pieces.spring());
        signs().forEach(head.getChildren()::add);
        head.getChildren().add(hint());
        getChildren().add(head);
        if (!question.dimension().question().isEmpty()) {
            Label asked = Pieces.text(question.dimension().question(), "muted", "small");
            asked.setWrapText(true);
            getChildren().add(asked);
        }
        question.carriedFrom()
                .ifPresent(
                        from ->
                                getChildren()
                                        .add(
                                                Pieces.text(
                                                        "Taken over from "
                                                                + from
                                                                + " until changed",
                                                        "look",
                                                        "small")));
        drawValues();
        getChildren().addAll(values, definition);
        warnings();
        otherText();
    }

    private List<Node> signs() {
        List<Node> signs = new java.util.ArrayList<>();
        question.carriedFrom().ifPresent(f -> signs.add(Pieces.chip("from " + f, "square")));
        question.answer()
                .ifPresent(
                        a -> {
                            if (!a.note().isEmpty()) {
                                signs.add(Pieces.chip("note", "square"));
                            }
                            a.flags().forEach(f -> signs.add(Pieces.chip(f, "square", "look")));
                        });
        return signs;
    }

    private Node hint() {
        boolean many = question.dimension().choice() == Choice.MANY;
        int n = (int) digits.items().stream().filter(i -> i.depth() == 0).count();
        return wide
                ? Pieces.key(n <= 9 ? "1–" + n : "1–9 1–9")
                : many ? Pieces.text("several", "faint", "small") : Pieces.text("", "small");
    }

    private void warnings() {
        for (String warning : question.warnings()) {
            Label words = Pieces.text("⚠ " + warning, "look", "small");
            words.setWrapText(true);
            getChildren().add(words);
        }
    }

    private void otherText() {
        boolean other =
                question.dimension().allCodes().stream()
                        .anyMatch(c -> c.special() == Special.OTHER && question.has(c.id()));
        if (other) {
            TextField field = new TextField(FormModel.beside(question).other());
            field.setPromptText("What else?");
            field.setAccessibleText("Text of " + question.dimension().name() + ", Other");
            field.getStyleClass().add("field");
            field.focusedProperty()
                    .subscribe(
                            on -> {
                                if (!on
                                        && !field.getText()
                                                .equals(FormModel.beside(question).other())) {
                                    model.other(question, field.getText());
                                }
                            });
            getChildren().add(field);
        }
    }

    private void drawValues() {
        values.getChildren().clear();
        List<Item> items = digits.items();
        for (int i = 0; i < items.size(); i++) {
            values.getChildren().add(row(items.get(i), i));
        }
        if (question.dimension().choice() == Choice.MANY) {
            boolean none = question.answer().filter(a -> a.codes().isEmpty()).isPresent();
            HBox row =
                    Pieces.row(8, ValueSign.of(true, none), Pieces.text("None of these", "muted"));
            row.getStyleClass().add("value");
            row.setOnMouseClicked(
                    e -> {
                        model.none(question);
                        e.consume();
                    });
            values.getChildren().add(row);
        }
        define();
    }

    private HBox row(Item item, int index) {
        boolean many = question.dimension().choice() == Choice.MANY;
        boolean chosen = question.has(item.code().id());
        Label name = Pieces.text(item.code().name(), "value-name");
        if (chosen) {
            name.getStyleClass().add("strong");
        }
        HBox row = Pieces.row(8, ValueSign.of(many, chosen));
        if (wide && !item.digits().isEmpty()) {
            Label digit = Pieces.text(item.digits(), "muted", "digit");
            row.getChildren().add(digit);
        }
        row.getChildren().add(name);
        HBox.setHgrow(name, Priority.ALWAYS);
        row.setStyle("-fx-padding: 2 4 2 " + 22 * item.depth() + ";");
        row.getStyleClass().add("value");
        if (wide && index == caret) {
            row.getStyleClass().add("caret");
        }
        row.setAccessibleText(item.code().name() + (chosen ? ", chosen" : ""));
        row.setAccessibleRole(
                many
                        ? javafx.scene.AccessibleRole.CHECK_BOX
                        : javafx.scene.AccessibleRole.RADIO_BUTTON);
        row.setOnMouseEntered(e -> hover(index));
        row.setOnMouseClicked(
                e -> {
                    model.toggle(question, item.code());
                    e.consume();
                });
        return row;
    }

    private void hover(int index) {
        if (wide && index >= 0 && index != caret) {
            moveCaret(index);
        }
    }

    private void moveCaret(int to) {
        List<Node> rows = values.getChildren();
        if (caret < rows.size()) {
            rows.get(caret).getStyleClass().remove("caret");
        }
        caret = to;
        rows.get(caret).getStyleClass().add("caret");
        define();
    }

    private void define() {
        if (digits.items().isEmpty()) {
            return;
        }
        definition.getChildren().setAll(DefinitionBox.of(digits.items().get(caret).code()));
    }

    private void pressed(KeyEvent e) {
        int last = digits.items().size() - 1;
        if (!wide || last < 0 || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        if (e.getTarget() instanceof TextField) {
            return;
        }
        switch (e.getCode()) {
            case DOWN -> moveCaret(Math.min(last, caret + 1));
            case UP -> moveCaret(Math.max(0, caret - 1));
            case ENTER, SPACE -> model.toggle(question, digits.items().get(caret).code());
            case BACK_SPACE, DELETE -> {
                if (question.answer().isPresent() && question.carriedFrom().isEmpty()) {
                    model.clear(question);
                }
            }
            default -> {
                if (e.getCode().isDigitKey() || e.getCode().isKeypadKey()) {
                    digit(e.getText());
                    break;
                }
                return;
            }
        }
        e.consume();
    }

    private void digit(String text) {
        if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return;
        }
        fresh();
        typedDigits += text.charAt(0);
        Optional<Code> chosen = digits.chosen(typedDigits);
        if (chosen.isPresent()) {
            typedDigits = "";
            model.toggle(question, chosen.get());
        } else if (!digits.goesOn(typedDigits)) {
            typedDigits = "";
        }
    }

    /// Letters move the caret to the value whose name begins so; a pause begins anew.
    private void typed(KeyEvent e) {
        String text = e.getCharacter();
        boolean letter = !text.isEmpty() && Character.isLetter(text.codePointAt(0));
        if (!wide || !letter || e.isShortcutDown() || e.getTarget() instanceof TextField) {
            return;
        }
        fresh();
        typedLetters += text.toLowerCase(Locale.ROOT);
        List<Item> items = digits.items();
        for (int i = 0; i < items.size(); i++) {
            String name = items.get(i).code().name().toLowerCase(Locale.ROOT);
            if (name.startsWith(typedLetters)) {
                moveCaret(i);
                e.consume();
                return;
            }
        }
    }

    private void fresh() {
        long now = System.currentTimeMillis();
        if (now - typedAt > TYPING_PAUSE) {
            typedDigits = "";
            typedLetters = "";
        }
        typedAt = now;
    }
}
