package org.concordqda.desk.fx;

import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/// A line whose words narrow the list below it; everywhere with the same keys. Down and Enter go on to the
/// list. Escape takes the words away; where there are none it gives the keyboard back to the list or, on a
/// card, puts the card away.
public final class FilterField extends TextField {
    private Runnable into = () -> {};
    private Runnable back = () -> {};

    /// A field, empty.
    ///
    /// @param prompt what stands in it while it is empty, which is also what a screen reader calls it
    public FilterField(String prompt) {
        this(prompt, prompt);
    }

    /// A field, empty.
    ///
    /// @param prompt what stands in it while it is empty
    /// @param accessible what a screen reader calls it
    public FilterField(String prompt, String accessible) {
        setPromptText(prompt);
        setAccessibleText(accessible);
        getStyleClass().add("field");
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case DOWN, ENTER -> {
                e.consume();
                into.run();
            }
            case ESCAPE -> {
                e.consume();
                if (!emptied()) {
                    back.run();
                }
            }
            default -> {}
        }
    }

    /// Takes the words away; false where there are none.
    boolean emptied() {
        boolean held = !getText().isEmpty();
        clear();
        return held;
    }

    /// Names the list, whose first line is chosen where none is yet when the keyboard goes into it.
    public void leadsTo(ListView<?> list) {
        leadsTo(
                () -> {
                    list.requestFocus();
                    if (list.getSelectionModel().isEmpty()) {
                        list.getSelectionModel().selectFirst();
                    }
                },
                list::requestFocus);
    }

    /// The same for what is no plain list.
    ///
    /// @param down goes on into what is narrowed
    /// @param away gives the keyboard to it as it stands
    public void leadsTo(Runnable down, Runnable away) {
        into = down;
        back = away;
    }
}
