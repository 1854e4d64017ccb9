package org.concordqda.desk.shell;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A short walk over the real window: a card beside one control after the other. Enter or → goes on, ←
/// back, Esc ends it; the window stays usable below it.
public final class Tour extends Pane {
    private static final double WIDTH = 340;
    private static final double GAP = 16;

    private final List<Step> steps;
    private final Runnable over;
    private final Region ring = new Region();
    private final Label title = Pieces.text("", "strong", "title");
    private final Label words = Pieces.text("");
    private final Label count = Pieces.text("", "muted", "small");
    private final Button back = Pieces.button("Back", () -> go(-1));
    private final Button next = Pieces.primary("Next", "", () -> go(1));
    private final VBox card;
    private final Runnable follow = this::place;
    private int at;

    /// A stop of the tour.
    ///
    /// @param before brings the control into view (goes to its place)
    /// @param anchor the control; a step whose control is not there stands in the middle
    /// @param title a few words
    /// @param words one or two sentences
    public record Step(
            Runnable before, Supplier<Optional<Node>> anchor, String title, String words) {}

    Tour(List<Step> steps, Runnable over) {
        this.steps = List.copyOf(steps);
        this.over = over;
        setPickOnBounds(false);
        ring.getStyleClass().add("tour-ring");
        ring.setMouseTransparent(true);
        words.setWrapText(true);
        Button skip = Pieces.button("End the tour", over, "quiet");
        card = new VBox(10, title, words, Pieces.row(8, count, Pieces.spring(), skip, back, next));
        card.getStyleClass().add("ask-card");
        card.setPadding(new Insets(16, 16, 14, 18));
        card.setPrefWidth(WIDTH);
        card.setMaxWidth(WIDTH);
        getChildren().addAll(ring, card);
    }

    void begin() {
        at = 0;
        getScene().addPostLayoutPulseListener(follow);
        show();
    }

    /// Lets go of the window.
    void end() {
        getScene().removePostLayoutPulseListener(follow);
    }

    private void go(int by) {
        if (at + by >= steps.size()) {
            over.run();
        } else if (at + by >= 0) {
            at += by;
            show();
        }
    }

    private void show() {
        Step step = steps.get(at);
        step.before().run();
        title.setText(step.title());
        words.setText(step.words());
        count.setText((at + 1) + " of " + steps.size());
        back.setDisable(at == 0);
        next.setText(at == steps.size() - 1 ? "Done" : "Next");
        next.requestFocus();
        place();
    }

    /// Whether the tour took the key.
    boolean key(KeyEvent e) {
        switch (e.getCode()) {
            case ENTER, RIGHT -> go(back.equals(e.getTarget()) ? -1 : 1);
            case LEFT -> go(-1);
            case ESCAPE -> over.run();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void place() {
        if (getScene() == null || getWidth() <= 0) {
            return;
        }
        double height = card.prefHeight(WIDTH);
        card.resize(WIDTH, height);
        Optional<Bounds> target =
                steps.get(at)
                        .anchor()
                        .get()
                        .filter(n -> getScene().equals(n.getScene()))
                        .map(n -> sceneToLocal(n.localToScene(n.getLayoutBounds())));
        ring.setVisible(target.isPresent());
        if (target.isEmpty()) {
            card.relocate((getWidth() - WIDTH) / 2, (getHeight() - height) / 3);
            return;
        }
        Bounds b = target.get();
        ring.resizeRelocate(b.getMinX() - 3, b.getMinY() - 3, b.getWidth() + 6, b.getHeight() + 6);
        double x;
        double y = b.getMinY() + Math.min(40, b.getHeight() / 4);
        if (b.getMaxX() + GAP + WIDTH < getWidth()) {
            x = b.getMaxX() + GAP;
        } else if (b.getMinX() - GAP - WIDTH > 0) {
            x = b.getMinX() - GAP - WIDTH;
        } else {
            x = Math.max(GAP, b.getMaxX() - WIDTH - GAP);
            y =
                    b.getMaxY() + GAP + height < getHeight()
                            ? b.getMaxY() + GAP
                            : b.getMinY() - GAP - height;
        }
        card.relocate(
                Math.clamp(x, GAP, Math.max(GAP, getWidth() - WIDTH - GAP)),
                Math.clamp(y, GAP, Math.max(GAP, getHeight() - height - GAP)));
    }
}
