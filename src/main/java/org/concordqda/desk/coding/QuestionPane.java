package org.concordqda.desk.coding;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.coding.Digits.Item;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.study.Form.Question;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One question of the form. With the keyboard in it all values show, the definition of the value under the
/// caret beside them; otherwise it folds to what matters: the answer, or the first few values, which are made once
/// the question comes into view. An answer changes what is there; only opening and folding build anew.
final class QuestionPane extends VBox {
    private static final PseudoClass JOINS = PseudoClass.getPseudoClass("joins");
    private static final PseudoClass BEGINS = PseudoClass.getPseudoClass("begins");

    private final FormModel model;
    private final AnswerActs acts;
    private final Digits digits;
    private final TypedKeys typed = new TypedKeys();
    private final VBox definition = new VBox();
    private final VBox warnings = new VBox(2);
    private final FlowPane signs = new FlowPane(4, 3);
    private final HBox tags = Pieces.row(4);
    private final Label carried = Pieces.text("", "look", "small");
    private final Label note = Pieces.text("", "muted", "small");
    private final Label keyHint = Pieces.key("");
    private final Label several = Pieces.text("several", "faint", "small");
    private final Label tail = Pieces.text("", "link", "small");
    private final EvidenceLines evidence;
    private final OtherField other;
    private Question question;
    private boolean wide;
    private boolean next;
    private boolean seen;
    private Mode mode = Mode.NONE;
    private @Nullable ValueRows rows;
    private @Nullable Label answerLine;
    private int caret;
    private double keptFor = -1;

    private enum Mode {
        NONE,
        WIDE,
        OPEN,
        UNSEEN,
        ANSWERED
    }

    QuestionPane(FormModel model, AnswerActs acts, Question question) {
        this.model = model;
        this.acts = acts;
        this.question = question;
        digits = new Digits(question.dimension().codes());
        evidence = new EvidenceLines(model, acts);
        other = new OtherField(model, this::requestFocus);
        getStyleClass().addAll("unit-dim", "line-below");
        setSpacing(6);
        setFocusTraversable(true);
        carried.setWrapText(true);
        note.setWrapText(true);
        note.setMaxHeight(34);
        note.setOnMouseClicked(e -> acts.details(this.question));
        tail.setTooltip(new Tooltip("Keep the selected passage as evidence (Ctrl E)"));
        tail.setMinWidth(USE_PREF_SIZE);
        tail.setOnMouseClicked(
                e -> {
                    acts.keepEvidence(this.question);
                    e.consume();
                });
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        setOnMouseClicked(e -> requestFocus());
        layoutBoundsProperty().subscribe(b -> keepRoom(b.getWidth()));
        caret = firstChosen();
        draw();
    }

    Question question() {
        return question;
    }

    /// Shows another state of the same question.
    void update(Question now) {
        question = now;
        draw();
    }

    /// Stores what is typed beside a value.
    void store() {
        other.store();
    }

    /// Begins anew, on another unit or source: nothing typed yet, the caret at the answer.
    void begin() {
        typed.clear();
        seen = mode == Mode.OPEN;
        caret = firstChosen();
        if (rows != null && wide) {
            rows.moveCaret(caret, true);
        }
        draw();
    }

    /// Says whether the keyboard is in this question, or comes here with Tab.
    void place(boolean open, boolean comesNext) {
        if (wide != open || next != comesNext) {
            seen |= wide;
            wide = open;
            next = comesNext;
            draw();
        }
    }

    /// Whether it keeps room for its values only.
    boolean unseen() {
        return mode == Mode.UNSEEN;
    }

    /// It has come into view.
    void see() {
        seen = true;
        draw();
    }

    /// Whether only the answer shows.
    boolean folded() {
        return mode == Mode.ANSWERED;
    }

    /// Joins it to the answered question below, or begins such a run.
    void join(boolean below, boolean begins) {
        pseudoClassStateChanged(JOINS, below);
        pseudoClassStateChanged(BEGINS, begins);
    }

    private int firstChosen() {
        List<Item> items = digits.items();
        return IntStream.range(0, items.size())
                .filter(i -> question.has(items.get(i).code().id()))
                .findFirst()
                .orElse(0);
    }

    private void draw() {
        Mode folded = seen ? Mode.OPEN : Mode.UNSEEN;
        Mode wanted = wide ? Mode.WIDE : question.answer().isPresent() ? Mode.ANSWERED : folded;
        if (wanted != mode) {
            mode = wanted;
            build();
        }
        Optional<String> answer = AnswerTags.words(question);
        setAccessibleText(
                question.dimension().name()
                        + ", "
                        + answer.map(a -> "answered " + a).orElse("open"));
        if (rows != null) {
            rows.update(question);
        }
        if (answerLine != null) {
            answerLine.setText(answer.orElse(""));
            answerLine.setTooltip(
                    answer.filter(w -> w.length() > 24).map(Tooltip::new).orElse(null));
        }
        drawSigns();
        warnings.getChildren().setAll(question.warnings().stream().map(this::warning).toList());
        shown(warnings, !question.warnings().isEmpty());
        String from = question.carriedFrom().orElse("");
        carried.setText("Taken over from " + from + "; Enter keeps it, any value changes it.");
        shown(carried, !from.isEmpty() && wide);
        String words = question.beside().note();
        note.setText(words);
        shown(note, wide && !words.isEmpty());
        evidence.show(wide ? question.evidence() : List.of());
        int kept = question.evidence().size();
        tail.setText(kept == 0 ? "❝ evidence" : "❝ " + kept);
        other.show(question, wide);
        keyHint.setText(hint());
        shown(keyHint, !keyHint.getText().isEmpty());
        shown(several, question.dimension().choice() == Choice.MANY);
    }

    private void build() {
        answerLine = null;
        rows = null;
        getStyleClass().removeAll("focus", "answered");
        FewValues few = FewValues.of(digits.items());
        setMinHeight(unseen() ? few.room() : USE_COMPUTED_SIZE);
        if (unseen()) {
            getChildren().clear();
            return;
        }
        Label name = Pieces.text(question.dimension().name());
        HBox head = Pieces.row(8, name);
        if (mode == Mode.ANSWERED) {
            getStyleClass().add("answered");
            name.getStyleClass().add("muted");
            name.setMinWidth(Math.min(100, 8.0 * name.getText().length()));
            Label answer = Pieces.text("", "strong");
            answer.setAlignment(Pos.CENTER_RIGHT);
            // What was answered is read more often than what was asked: it is cut last.
            answer.textProperty()
                    .subscribe(words -> answer.setMinWidth(Math.min(150, 8.5 * words.length())));
            answerLine = answer;
            head.getChildren().addAll(Pieces.spring(), tags, answer);
            getChildren().setAll(head, warnings);
            return;
        }
        name.getStyleClass().add("strong");
        name.setWrapText(mode == Mode.WIDE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.SOMETIMES);
        several.setMinWidth(USE_PREF_SIZE);
        head.getChildren().addAll(Pieces.spring(), several, keyHint);
        if (mode == Mode.OPEN) {
            buildFew(head, few);
            return;
        }
        getStyleClass().add("focus");
        getChildren().setAll(head);
        if (!question.dimension().question().isEmpty()) {
            Label asked = Pieces.text(question.dimension().question(), "muted", "small");
            asked.setWrapText(true);
            getChildren().add(asked);
        }
        ValueRows all = new ValueRows(model, question, digits.items(), true);
        all.setTail(tail);
        all.moveCaret(caret, true);
        all.setOnCaret(this::define);
        all.setOnChosen(this::chosen);
        rows = all;
        getChildren().addAll(carried, all, other, evidence, signs, note, warnings, definition);
        define();
    }

    private void buildFew(HBox head, FewValues few) {
        ValueRows some = new ValueRows(model, question, few.shown(), false);
        some.setOnChosen(this::requestFocus);
        rows = some;
        getChildren().setAll(head, some, warnings);
        if (few.more() > 0) {
            getChildren().add(2, Pieces.text(few.more() + " more …", "muted", "small"));
        }
    }

    private void drawSigns() {
        List<Node> all = mode == Mode.WIDE ? AnswerTags.whole(question) : List.of();
        signs.getChildren().setAll(all);
        shown(signs, !all.isEmpty());
        tags.getChildren()
                .setAll(mode == Mode.ANSWERED ? AnswerTags.small(question, acts) : List.of());
    }

    private String hint() {
        if (!wide) {
            return next ? "Tab" : "";
        }
        if (!typed.digits().isEmpty()) {
            return typed.digits() + "…";
        }
        return digits.range();
    }

    private Label warning(String sentence) {
        Label words = Pieces.text("⚠ " + sentence, "look", "small");
        words.setWrapText(true);
        return words;
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private void define() {
        ValueRows all = rows;
        if (all == null || !wide) {
            return;
        }
        caret = Math.max(0, all.caret());
        shown(definition, defined());
        if (all.size() == 0 || !defined()) {
            return;
        }
        definition
                .getChildren()
                .setAll(
                        all.atCaret()
                                .map(DefinitionBox::of)
                                .orElseGet(
                                        () ->
                                                DefinitionBox.of(
                                                        "None of these.",
                                                        "Said on purpose: no value applies. Not the"
                                                                + " same as unanswered.")));
        keepRoom(getWidth());
    }

    /// Whether any value of the question is explained.
    private boolean defined() {
        return digits.items().stream().map(Item::code).anyMatch(DefinitionBox::explains);
    }

    /// Keeps room for the longest definition, so that what is below stays where it is as the caret moves.
    private void keepRoom(double width) {
        double inner = Math.round(width - 32);
        if (wide && inner > 60 && inner != keptFor) {
            keptFor = inner;
            List<Code> codes = digits.items().stream().map(Item::code).limit(60).toList();
            definition.setMinHeight(DefinitionBox.height(codes, inner));
        }
    }

    private void pressed(KeyEvent e) {
        ValueRows all = rows;
        if (!wide
                || all == null
                || e.isShortcutDown()
                || e.isAltDown()
                || e.getTarget() instanceof TextField) {
            return;
        }
        switch (e.getCode()) {
            case DOWN -> all.moveCaret(all.caret() + 1, true);
            case UP -> all.moveCaret(all.caret() - 1, true);
            case PAGE_DOWN -> all.moveCaret(all.caret() + 10, true);
            case PAGE_UP -> all.moveCaret(all.caret() - 10, true);
            case HOME -> all.moveCaret(0, true);
            case END -> all.moveCaret(all.size() - 1, true);
            case ENTER, SPACE -> choose(all, all.caret());
            case BACK_SPACE, DELETE -> {
                if (question.answer().isPresent() && question.carriedFrom().isEmpty()) {
                    model.clear(question);
                }
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private static void choose(ValueRows all, int index) {
        if (all.size() > 0) {
            all.choose(Math.max(0, index));
        }
    }

    private void chosen() {
        if (OtherField.asks(question)) {
            other.requestFocus();
        } else {
            requestFocus();
        }
    }

    /// Digits and signs choose, whatever the keyboard's layout; letters move the caret.
    private void typed(KeyEvent e) {
        ValueRows all = rows;
        if (!wide
                || all == null
                || e.isShortcutDown()
                || e.isAltDown()
                || e.getTarget() instanceof TextField) {
            return;
        }
        String text = e.getCharacter();
        if (typed.key(text, digits)) {
            typed.chosen().ifPresent(code -> choose(all, all.indexOf(code)));
            if (typed.none() && all.hasNone()) {
                choose(all, all.size() - 1);
            }
            keyHint.setText(hint());
            e.consume();
        } else if (typed.letter(text) && all.find(typed.letters())) {
            e.consume();
        }
    }
}
