package org.concordqda.desk.coding;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

import org.concordqda.desk.fx.Fonts;
import org.concordqda.desk.fx.Palette;
import org.concordqda.model.CodingId;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The margin beside the text: a stripe per coding in its lane, names beside them without overlap. Drawn on
/// one canvas, so that a page of codings costs one node.
final class MarginPane extends Region {
    static final double WIDTH = 168;

    /// Its width where names do not fit.
    static final double LANES_ONLY = 60;

    private static final double LANE = 8;
    private static final double STRIPE = 4;
    private static final int LANES = 8;
    private static final double NAME_HEIGHT = 17;

    private final Canvas canvas = new Canvas();
    private final List<Placed> placed = new ArrayList<>();
    private final List<Named> names = new ArrayList<>();

    /// A name that was written.
    private record Named(Placed of, double left, double top) {}

    MarginPane() {
        getStyleClass().addAll("line-left", "panel");
        getChildren().add(canvas);
        setAccessibleText("Codes beside the text");
    }

    /// A stripe where it stands now.
    ///
    /// @param mark its coding
    /// @param lane its lane, from 0
    /// @param top first pixel
    /// @param bottom last pixel
    /// @param starts whether its beginning is among the lines in view
    /// @param ends whether its end is
    record Placed(Mark mark, int lane, double top, double bottom, boolean starts, boolean ends) {}

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
    }

    /// The coding under a point of this pane.
    Optional<Mark> at(double x, double y) {
        return stripeAt(x, y).map(Placed::mark);
    }

    /// The stripe, or the name beside it, under a point of this pane.
    Optional<Placed> stripeAt(double x, double y) {
        for (Named name : names) {
            if (x >= name.left() && y >= name.top() && y < name.top() + NAME_HEIGHT) {
                return Optional.of(name.of());
            }
        }
        return placed.stream()
                .filter(p -> y >= p.top() - 4 && y <= Math.max(p.bottom(), p.top() + 14) + 4)
                .min(Comparator.comparingDouble(p -> Math.abs(x - lane(p) - STRIPE / 2)));
    }

    private static double lane(Placed p) {
        return 9 + Math.min(p.lane(), LANES) * LANE;
    }

    void draw(List<Placed> stripes, Palette palette, @Nullable CodingId active) {
        placed.clear();
        names.clear();
        placed.addAll(stripes);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        int lanes = 0;
        for (Placed p : stripes) {
            boolean on = p.mark().id().equals(active);
            g.setFill(p.mark().colour());
            double width = on ? STRIPE + 2 : STRIPE;
            double x = lane(p) - (on ? 1 : 0);
            stripe(g, p, x, width);
            lanes = Math.max(lanes, Math.min(p.lane(), LANES) + 1);
        }
        if (getWidth() > LANES_ONLY) {
            names(g, stripes, 9 + lanes * LANE + 8, palette, active);
        }
    }

    /// One's own is full, another's hollow.
    private static void stripe(GraphicsContext g, Placed p, double x, double width) {
        double height = Math.max(4, p.bottom() - p.top());
        if (p.mark().mine()) {
            g.fillRoundRect(x, p.top(), width, height, 3, 3);
        } else {
            g.setStroke(p.mark().colour());
            g.setLineWidth(1.2);
            g.strokeRoundRect(x + 0.6, p.top() + 0.6, width - 1.2, height - 1.2, 3, 3);
        }
    }

    private void names(
            GraphicsContext g,
            List<Placed> stripes,
            double left,
            Palette palette,
            @Nullable CodingId active) {
        double free = 0;
        g.setTextBaseline(VPos.TOP);
        List<Placed> named =
                stripes.stream()
                        .filter(p -> p.bottom() > 0 && p.top() < canvas.getHeight())
                        .sorted(Comparator.comparingDouble(Placed::top))
                        .toList();
        for (Placed p : named) {
            double y = Math.max(Math.max(p.top(), 2), free);
            // A name that would be pushed far from its stripe says nothing: hovering does.
            if (y > Math.max(p.top(), 2) + 60 || y > canvas.getHeight() - NAME_HEIGHT) {
                continue;
            }
            boolean on = p.mark().id().equals(active);
            g.setFont(Font.font(on ? Fonts.strong() : Fonts.text(), 12.5));
            Color ink = palette.of(on ? "ink" : "muted");
            g.setFill(ink);
            g.fillText(shortened(p.mark().label(), left, on), left, y);
            names.add(new Named(p, left, y));
            free = y + NAME_HEIGHT;
        }
    }

    /// The name cut so that it fits, by the average width of a letter; exact enough for twenty letters.
    private String shortened(String name, double left, boolean strong) {
        int room = (int) ((getWidth() - left - 8) / (strong ? 7.1 : 6.7));
        if (name.length() <= room) {
            return name;
        }
        int cut = Math.max(1, room - 1);
        return name.substring(0, Character.isLowSurrogate(name.charAt(cut)) ? cut - 1 : cut) + "…";
    }
}
