package org.concordqda.desk.coding;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;

import org.concordqda.desk.coding.MarginPane.Placed;
import org.concordqda.desk.coding.SourceLayout.Line;
import org.concordqda.desk.fx.Palette;
import org.concordqda.model.CodingId;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Puts the stripes beside the lines they belong to: after every layout that moved a line it asks the text
/// nodes in view where their characters stand. Only codings in view cost anything.
final class MarginPlacer {
    /// Nodes remembered before those that left the screen are forgotten.
    private static final int REMEMBERED = 2_000;

    private final HeaderNodes nodes;
    private final MarginPane margin;
    private final Runnable pulse = this::afterLayout;
    private @Nullable SourceModel model;
    private @Nullable CodingId active;
    private Palette palette = Palette.LIGHT;
    private long drawn;
    private boolean stale = true;

    MarginPlacer(HeaderNodes nodes, MarginPane margin) {
        this.nodes = nodes;
        this.margin = margin;
    }

    /// Follows the layout of the scene that the view is in.
    void follow(Node view) {
        view.sceneProperty()
                .subscribe(
                        (Scene was, Scene is) -> {
                            if (was != null) {
                                was.removePostLayoutPulseListener(pulse);
                            }
                            if (is != null) {
                                is.addPostLayoutPulseListener(pulse);
                            }
                        });
    }

    void setModel(@Nullable SourceModel now) {
        model = now;
        refresh();
    }

    void setActive(@Nullable CodingId coding) {
        active = coding;
        refresh();
    }

    void setPalette(Palette now) {
        palette = now;
        refresh();
    }

    void refresh() {
        stale = true;
        javafx.application.Platform.requestNextPulse();
    }

    private void afterLayout() {
        TreeMap<Integer, Bounds> inView = new TreeMap<>();
        Map<Integer, Node> live = nodes.live();
        long look = Double.doubleToLongBits(margin.getHeight()) * 31 + live.size();
        for (Map.Entry<Integer, Node> entry : live.entrySet()) {
            Node node = entry.getValue();
            if (node.getScene() != null && node.getParent() != null) {
                Bounds box = margin.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                inView.put(entry.getKey(), box);
                look = look * 31 + Double.doubleToLongBits(box.getMinY()) + entry.getKey();
            }
        }
        if (!stale && look == drawn) {
            return;
        }
        stale = false;
        drawn = look;
        if (live.size() > REMEMBERED) {
            live.keySet().retainAll(inView.keySet());
        }
        margin.draw(model == null || inView.isEmpty() ? List.of() : place(inView), palette, active);
    }

    private List<Placed> place(NavigableMap<Integer, Bounds> inView) {
        SourceModel now = java.util.Objects.requireNonNull(model);
        SourceLayout layout = now.layout();
        int first = layout.line(inView.firstKey()).start();
        int last = layout.line(inView.lastKey()).end();
        double top = inView.firstEntry().getValue().getMinY();
        double bottom = inView.lastEntry().getValue().getMaxY();
        List<Placed> stripes = new ArrayList<>();
        now.marks()
                .each(
                        first,
                        last,
                        i -> {
                            Mark mark = now.marks().get(i);
                            boolean starts = mark.start() >= first;
                            double from = starts ? edge(layout, mark.start(), true, top) : top;
                            double to =
                                    mark.end() <= last
                                            ? edge(layout, mark.end(), false, bottom)
                                            : bottom;
                            stripes.add(
                                    new Placed(
                                            mark,
                                            now.marks().lane(i),
                                            from,
                                            Math.max(to, from + 6),
                                            starts));
                        });
        return stripes;
    }

    /// The upper or lower edge of the character at (or before) a position, in the margin's pixels.
    private double edge(SourceLayout layout, int offset, boolean upper, double otherwise) {
        int line = layout.lineAt(upper ? offset : offset - 1);
        Node node = nodes.live().get(line);
        if (node == null || node.getScene() == null) {
            return otherwise;
        }
        Line at = layout.line(line);
        double y = upper ? 0 : node.getBoundsInLocal().getHeight();
        if (node instanceof TextFlow flow && at.end() > at.start()) {
            int column =
                    Math.clamp(
                            (upper ? offset : offset - 1) - at.start(),
                            0,
                            at.end() - at.start() - 1);
            double found = upper ? Double.MAX_VALUE : -Double.MAX_VALUE;
            for (PathElement element : flow.getRangeShape(column, column + 1, false)) {
                double edge =
                        switch (element) {
                            case MoveTo m -> m.getY();
                            case LineTo l -> l.getY();
                            default -> found;
                        };
                found = upper ? Math.min(found, edge) : Math.max(found, edge);
            }
            if (Math.abs(found) < Double.MAX_VALUE) {
                y = found + flow.getInsets().getTop();
            }
        }
        Point2D scene = node.localToScene(0, y);
        return margin.sceneToLocal(scene).getY();
    }
}
