package org.concordqda.desk.coding;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.concordqda.desk.coding.MarginPane.Placed;
import org.concordqda.text.Graphemes;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Moves an edge of a coding with the mouse: the ends of its stripe, or, of the coding that is chosen, the ends
/// of its highlight. What it would become is outlined; letting go makes it one act, Escape none.
final class EdgeDrag {
    /// How near the mouse must be, in pixels.
    private static final double NEAR = 5;

    private final SourceTextView view;
    private final Node text;
    private final MarginPane margin;
    private Moved onMoved = (mark, start, end) -> {};
    private @Nullable Grip held;
    private int start;
    private int end;

    /// Told of a coding's new ends.
    interface Moved {
        void moved(Mark mark, int start, int end);
    }

    /// An edge of a coding.
    private record Grip(Mark mark, boolean isEnd) {}

    EdgeDrag(SourceTextView view, Node text, MarginPane margin) {
        this.view = view;
        this.text = text;
        this.margin = margin;
        for (Node node : List.of(text, margin)) {
            node.addEventFilter(MouseEvent.MOUSE_MOVED, this::over);
            node.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
            node.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
            node.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        }
    }

    void setOnMoved(Moved wanted) {
        onMoved = wanted;
    }

    private void over(MouseEvent e) {
        Optional<Grip> grip = at(e);
        Node source = (Node) e.getSource();
        source.setCursor(
                grip.isEmpty() ? null : source.equals(margin) ? Cursor.V_RESIZE : Cursor.H_RESIZE);
    }

    private void press(MouseEvent e) {
        Optional<Grip> grip =
                e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 1
                        ? at(e)
                        : Optional.empty();
        grip.ifPresent(
                g -> {
                    held = g;
                    start = g.mark().start();
                    end = g.mark().end();
                    view.active().set(g.mark());
                    view.requestFocus();
                    if (e.getSource().equals(text)) {
                        e.consume();
                    }
                });
    }

    private void drag(MouseEvent e) {
        Grip grip = held;
        if (grip == null) {
            return;
        }
        e.consume();
        Mark mark = grip.mark();
        int at = pointed(e, grip.isEnd());
        String all = view.text();
        if (grip.isEnd()) {
            end = Math.max(Graphemes.ceil(all, at), Graphemes.step(all, mark.start(), 1));
        } else {
            start = Math.min(Graphemes.floor(all, at), Graphemes.step(all, mark.end(), -1));
        }
        view.aim(Optional.of(new int[] {start, end}));
    }

    private void release(MouseEvent e) {
        Grip grip = held;
        if (grip == null) {
            return;
        }
        held = null;
        view.aim(Optional.empty());
        e.consume();
        if (start != grip.mark().start() || end != grip.mark().end()) {
            onMoved.moved(grip.mark(), start, end);
        }
    }

    /// The position under the mouse; beside the text, the end or the beginning of the line it is level with.
    private int pointed(MouseEvent e, boolean toEnd) {
        Point2D here = view.screenToLocal(e.getScreenX(), e.getScreenY());
        double edge = margin.getLayoutX();
        double x = here.getX() < edge ? here.getX() : toEnd ? edge - 2 : SourceModel.INDENT;
        double y = Math.clamp(here.getY(), 2, Math.max(3, view.getHeight() - 2));
        Point2D on = view.localToScreen(x, y);
        return view.offsetAt(on.getX(), on.getY());
    }

    private Optional<Grip> at(MouseEvent e) {
        if (e.getSource().equals(margin)) {
            return beside(e.getX(), e.getY());
        }
        Mark mark = view.active().get();
        if (mark == null || !mark.mine()) {
            return Optional.empty();
        }
        Point2D here = view.screenToLocal(e.getScreenX(), e.getScreenY());
        if (near(view.shape(mark.start(), mark.start() + 1), here, false)) {
            return Optional.of(new Grip(mark, false));
        }
        if (near(view.shape(mark.end() - 1, mark.end()), here, true)) {
            return Optional.of(new Grip(mark, true));
        }
        return Optional.empty();
    }

    private static boolean near(List<Rectangle2D> letter, Point2D here, boolean right) {
        if (letter.isEmpty()) {
            return false;
        }
        Rectangle2D r = right ? letter.getLast() : letter.getFirst();
        double x = right ? r.getMaxX() : r.getMinX();
        return Math.abs(here.getX() - x) <= NEAR
                && here.getY() >= r.getMinY() - 2
                && here.getY() <= r.getMaxY() + 2;
    }

    /// The end of the stripe under the mouse.
    private Optional<Grip> beside(double x, double y) {
        return margin.stripeAt(x, y)
                .filter(p -> p.mark().mine())
                .flatMap(
                        (Placed p) -> {
                            if (p.ends() && Math.abs(y - p.bottom()) <= NEAR) {
                                return Optional.of(new Grip(p.mark(), true));
                            }
                            return p.starts() && Math.abs(y - p.top()) <= NEAR
                                    ? Optional.of(new Grip(p.mark(), false))
                                    : Optional.empty();
                        });
    }
}
