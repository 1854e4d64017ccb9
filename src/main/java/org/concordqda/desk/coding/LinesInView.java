package org.concordqda.desk.coding;

import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;

import org.concordqda.desk.coding.SourceLayout.Line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Where the lines on screen stand, and their characters, in the pixels of one node: asked of the text nodes
/// after each layout. Only what is in view costs anything.
final class LinesInView {
    /// Nodes remembered before those that left the screen are forgotten.
    private static final int REMEMBERED = 2_000;

    private final Map<Integer, Node> drawn = new HashMap<>();
    private final TreeMap<Integer, Box> inView = new TreeMap<>();

    /// A line's node with its place.
    ///
    /// @param node what draws it
    /// @param x left edge
    /// @param y upper edge
    /// @param width of the node
    /// @param height of the node
    record Box(Node node, double x, double y, double width, double height) {
        double bottom() {
            return y + height;
        }
    }

    /// Says which node was made for a line.
    void made(int line, Node node) {
        drawn.put(line, node);
    }

    void forget() {
        drawn.clear();
        inView.clear();
    }

    /// Looks where the lines stand now; the result changes when one of them moved.
    ///
    /// @param in the node in whose pixels everything is given
    long look(Node in) {
        inView.clear();
        long look = drawn.size();
        for (Map.Entry<Integer, Node> entry : drawn.entrySet()) {
            Node node = entry.getValue();
            if (node.getScene() != null && node.getParent() != null) {
                Bounds size = node.getLayoutBounds();
                Bounds there = in.sceneToLocal(node.localToScene(size));
                inView.put(
                        entry.getKey(),
                        new Box(
                                node,
                                there.getMinX(),
                                there.getMinY(),
                                size.getWidth(),
                                size.getHeight()));
                look +=
                        (entry.getKey() + 1)
                                * (31 * Double.doubleToLongBits(there.getMinY())
                                        + 17 * Double.doubleToLongBits(size.getHeight())
                                        + Double.doubleToLongBits(size.getWidth()));
            }
        }
        if (drawn.size() > REMEMBERED) {
            drawn.keySet().retainAll(inView.keySet());
        }
        return look;
    }

    /// The lines in view, in order.
    NavigableMap<Integer, Box> boxes() {
        return inView;
    }

    /// The rectangles that the characters of `[start, end)` take, line by line as they wrap; those in view.
    List<Rectangle2D> shape(SourceLayout layout, int start, int end) {
        List<Rectangle2D> found = new ArrayList<>();
        int first = layout.lineAt(start);
        for (Map.Entry<Integer, Box> entry : inView.tailMap(first).entrySet()) {
            Line line = layout.line(entry.getKey());
            if (line.start() >= end) {
                break;
            }
            if (line.end() > start && entry.getValue().node() instanceof TextFlow flow) {
                add(
                        found,
                        flow,
                        entry.getValue(),
                        Math.max(start, line.start()) - line.start(),
                        Math.min(end, line.end()) - line.start());
            }
        }
        return found;
    }

    /// The rectangle of the visual line that the character at a position stands on; empty when out of view.
    Optional<Rectangle2D> character(SourceLayout layout, int offset) {
        List<Rectangle2D> one = shape(layout, offset, offset + 1);
        return one.isEmpty() ? Optional.empty() : Optional.of(one.getFirst());
    }

    /// The row that the character at a position stands on, or else the one before it; empty where its line is not drawn.
    Optional<Rectangle2D> row(SourceLayout layout, int offset) {
        return character(layout, offset).or(() -> character(layout, Math.max(0, offset - 1)));
    }

    /// Whether anything of that row is in view.
    ///
    /// @param height of what is in view
    boolean isInView(SourceLayout layout, int offset, double height) {
        return row(layout, offset).filter(r -> r.getMaxY() > 0 && r.getMinY() < height).isPresent();
    }

    private static void add(List<Rectangle2D> into, TextFlow flow, Box box, int from, int to) {
        double x0 = 0;
        double x1 = 0;
        double y0 = 0;
        double y1 = 0;
        boolean open = false;
        for (PathElement element : flow.getRangeShape(from, to, false)) {
            if (element instanceof MoveTo m) {
                if (open) {
                    into.add(new Rectangle2D(x0, y0, x1 - x0, y1 - y0));
                }
                open = true;
                x0 = x1 = at(box, flow, m.getX());
                y0 = y1 = box.y() + m.getY();
            } else if (element instanceof LineTo l) {
                double x = at(box, flow, l.getX());
                double y = box.y() + l.getY();
                x0 = Math.min(x0, x);
                x1 = Math.max(x1, x);
                y0 = Math.min(y0, y);
                y1 = Math.max(y1, y);
            }
        }
        if (open) {
            into.add(new Rectangle2D(x0, y0, x1 - x0, y1 - y0));
        }
    }

    /// A paragraph read from the right counts its pixels from there, but begins them with the room on its left.
    private static double at(Box box, TextFlow flow, double x) {
        return flow.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT
                ? box.x() + box.width() + flow.getInsets().getLeft() - x
                : box.x() + x;
    }
}
