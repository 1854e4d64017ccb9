package org.concordqda.desk.coding;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.concordqda.model.Special;
import org.concordqda.study.Form.Question;
import org.jspecify.annotations.Nullable;

/// The words of an *Other*: asked for as soon as it is chosen; Enter stores and gives the keyboard back.
final class OtherField extends TextField {
    private final FormModel model;
    private @Nullable Question question;

    /// The words as they were shown or stored last; others are being typed.
    private String stored = "";

    OtherField(FormModel model, Runnable back) {
        this.model = model;
        setPromptText("What else? Enter keeps it");
        getStyleClass().add("field");
        setFocusTraversable(false);
        setVisible(false);
        setManaged(false);
        focusedProperty()
                .subscribe(
                        on -> {
                            if (!on) {
                                store();
                            }
                        });
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if ((e.getCode() == KeyCode.ENTER && !e.isShortcutDown())
                            || e.getCode() == KeyCode.ESCAPE) {
                        store();
                        back.run();
                        e.consume();
                    }
                });
    }

    /// Whether *Other* is chosen without saying what.
    static boolean asks(Question question) {
        return choosesOther(question) && question.beside().other().isBlank();
    }

    private static boolean choosesOther(Question question) {
        return question.dimension().allCodes().stream()
                .anyMatch(c -> c.special() == Special.OTHER && question.has(c.id()));
    }

    /// Shows the words stored, unless somebody is typing others.
    ///
    /// @param open whether the question is: then there is room for them where *Other* is chosen
    void show(Question now, boolean open) {
        question = now;
        boolean on = open && choosesOther(now);
        setAccessibleText("Text of " + now.dimension().name() + ", Other");
        if (!isFocused() || getText().equals(stored)) {
            stored = now.beside().other();
            setText(stored);
        }
        setVisible(on);
        setManaged(on);
    }

    /// Stores the words where they are others than those stored.
    void store() {
        Question now = question;
        stored = getText();
        String words = stored.strip();
        if (now != null && now.answer().isPresent() && !words.equals(now.beside().other())) {
            model.other(now, words);
        }
    }
}
