package org.concordqda.desk.fx;

import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Predicate;

/// Cards over the window that ask for something first: dialogs without a second window, so that they obey
/// theme, keyboard and tests alike. Escape puts the card away and gives the keyboard back, once the
/// words of a filter on it are away; so does a press beside it, unless something was filled in that a stray
/// press must not lose.
public final class Sheets extends StackPane {
    private @Nullable Node before;
    private Runnable onAway = () -> {};
    private @Nullable Below below;
    private boolean chosen;

    /// A card that another lies over, with the keyboard as it was.
    private record Below(Node card, @Nullable Node focus, @Nullable Node before, Runnable onAway) {}

    public Sheets() {
        getStyleClass().add("scrim");
        setVisible(false);
        setAlignment(Pos.TOP_CENTER);
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        if (!(e.getTarget() instanceof FilterField field && field.emptied())) {
                            away();
                        }
                        e.consume();
                    } else if (e.getCode() == KeyCode.ENTER
                            && !e.isShortcutDown()
                            && (e.getTarget() instanceof CheckBox
                                    || e.getTarget() instanceof RadioButton)) {
                        // The space bar ticks; Enter is what the card's first button says it is.
                        primary(this)
                                .ifPresent(
                                        button -> {
                                            e.consume();
                                            button.fire();
                                        });
                    }
                });
        addEventHandler(
                ActionEvent.ACTION,
                e ->
                        chosen |=
                                e.getTarget() instanceof ToggleButton
                                        || e.getTarget() instanceof CheckBox
                                        || e.getTarget() instanceof ComboBoxBase);
        KeptKeyboard.in(this);
        setOnMousePressed(
                e -> {
                    if (e.getTarget() == this && !holdsWork(getChildren().getLast())) {
                        away();
                    }
                });
    }

    /// Shows a card; whatever was shown is put away.
    public void show(Region card) {
        show(card, () -> {});
    }

    /// Shows a card and runs `whenAway` once it is put away.
    public void show(Region card, Runnable whenAway) {
        below = null;
        if (isVisible()) {
            away();
        }
        before = getScene() == null ? null : getScene().getFocusOwner();
        onAway = whenAway;
        chosen = false;
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        // In a small window a card that can shrink does, and its buttons stay in view.
        double top = getHeight() > 0 && getHeight() < 760 ? 28 : 72;
        StackPane.setMargin(card, new Insets(top, 24, 24, 24));
        getChildren().setAll(card);
        setVisible(true);
        focusFirst(card);
    }

    /// Shows a card over the one on show, if any: that one is there again, as it was, once this is away.
    public void over(Region card, Runnable whenAway) {
        if (!isVisible()) {
            show(card, whenAway);
            return;
        }
        Node under = getChildren().getLast();
        Below kept =
                new Below(
                        under,
                        getScene() == null ? null : getScene().getFocusOwner(),
                        before,
                        onAway);
        onAway = () -> {};
        setVisible(false);
        show(card, whenAway);
        below = kept;
    }

    /// Shows a card that was away, below the one that lies there now, if any.
    public void under(Region card, Runnable whenAway) {
        if (isVisible() && below == null) {
            below = new Below(card, null, null, whenAway);
        } else {
            show(card, whenAway);
        }
    }

    /// A card with a heading, words or fields, and buttons at its foot; the last is the primary one.
    public static VBox card(String title, double width, Node content, Node... buttons) {
        HBox foot = Pieces.row(8, Pieces.spring());
        foot.getChildren().addAll(buttons);
        Label heading = Pieces.text(title, "strong", "big");
        heading.setWrapText(true);
        // Words that run over give way, buttons never.
        heading.setMinHeight(Region.USE_PREF_SIZE);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        VBox card = new VBox(14, heading, content, foot);
        card.getStyleClass().add("ask-card");
        card.setPadding(new Insets(22));
        card.setPrefWidth(width);
        return card;
    }

    /// Asks before something that should be thought about.
    public void ask(String title, String sentence, String yes, Runnable action) {
        ask(title, sentence, yes, action, false);
    }

    /// Asks before what cannot be undone: the keyboard is on Cancel, so that Enter alone does not do it.
    public void askForGood(String title, String sentence, String yes, Runnable action) {
        ask(title, sentence, yes, action, true);
    }

    private void ask(String title, String sentence, String yes, Runnable action, boolean forGood) {
        var words = Pieces.text(sentence, "muted");
        words.setWrapText(true);
        Button no = Pieces.button("Cancel", this::away);
        Button go =
                Pieces.primary(
                        yes,
                        "",
                        () -> {
                            away();
                            action.run();
                        });
        go.setDefaultButton(!forGood);
        show(card(title, 460, words, no, go));
        (forGood ? no : go).requestFocus();
    }

    /// Puts the card away.
    public void away() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        getChildren().clear();
        Runnable then = onAway;
        onAway = () -> {};
        Below again = below;
        below = null;
        if (again != null) {
            before = again.before;
            onAway = again.onAway;
            chosen = true;
            getChildren().setAll(again.card);
            setVisible(true);
            if (again.focus != null) {
                again.focus.requestFocus();
            } else {
                focusFirst(again.card);
            }
        } else if (before != null) {
            before.requestFocus();
        }
        then.run();
    }

    /// Puts this card away, also where another lies over it; that one stays. Nothing when it is not here.
    public void away(Region card) {
        Below under = below;
        if (under != null && under.card.equals(card)) {
            below = null;
            before = under.before;
            under.onAway.run();
        } else if (getChildren().contains(card)) {
            away();
        }
    }

    /// Gives the keyboard to the first thing in a node that takes it.
    public static void focusFirst(Node node) {
        if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
            node.requestFocus();
        } else if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                focusFirst(child);
                if (node.getScene() != null && within(node.getScene().getFocusOwner(), node)) {
                    return;
                }
            }
        }
    }

    private static Optional<Button> primary(Node node) {
        return first(node, Button.class, Button::isDefaultButton);
    }

    /// Whether a card asks for something (one that only shows has no Cancel) and was filled in.
    private boolean holdsWork(Node card) {
        return first(card, Button.class, b -> "Cancel".equals(b.getText())).isPresent()
                && (chosen
                        || first(card, TextInputControl.class, TextInputControl::isUndoable)
                                .isPresent());
    }

    private static <T extends Node> Optional<T> first(
            Node node, Class<T> kind, Predicate<T> which) {
        if (kind.isInstance(node)) {
            return Optional.of(kind.cast(node)).filter(which);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child, kind, which).stream())
                        .findFirst()
                : Optional.empty();
    }

    /// Whether a node is another or stands in it.
    public static boolean within(@Nullable Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (ancestor.equals(at)) {
                return true;
            }
        }
        return false;
    }
}
