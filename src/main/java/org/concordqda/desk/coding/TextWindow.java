package org.concordqda.desk.coding;

import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;

import jfx.incubator.scene.control.richtext.TextPos;

import org.concordqda.desk.coding.LinesInView.Box;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;

/// Which part of a text its control shows. The control lays out two hundred lines wherever it looks, and to go
/// somewhere it looks up to five times; a text that was just given to it is laid out here once. JavaFX thread only.
final class TextWindow {
    /// Lines to show before what one goes to.
    private static final int BEFORE = 3;

    /// A line so far from the beginning of a text is out of view at first.
    private static final int BEYOND = 40;

    /// Where what one goes to is put, and the lowest it may stand, as shares of the height.
    private static final double UPPER = 0.2;

    private static final double LOWEST = 0.7;

    /// Pages to go, at most, to a line that is not drawn.
    private static final int PAGES = 12;

    /// Pixels that a line one comes back to may stand away from where it was.
    private static final double SLACK = 16;

    private final Node view;
    private final SourceArea area;
    private final LinesInView lines;
    private boolean blind;
    private boolean holding;
    private Runnable waiting = () -> {};
    private @Nullable Held held;

    /// A character that stays where it stands while the text gets another width.
    private record Held(SourceModel in, int at, double y) {}

    /// @param view the node in whose pixels `lines` stand
    TextWindow(Node view, SourceArea area, LinesInView lines) {
        this.view = view;
        this.area = area;
        this.lines = lines;
        area.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) {
                                Platform.runLater(this::onShow);
                            }
                        });
    }

    /// Shows nothing.
    void clear() {
        // Until the next layout its flow has no height, and does not look for white space at the
        // end,
        // which fails where no line is laid out.
        size(area.getWidth(), 0);
        area.setModel(null);
    }

    /// Shows another text from its beginning, in the next pulse. A new model is laid out at once, forgotten, and laid
    /// out again; without a width the first is left out.
    void show(SourceModel next) {
        blind = area.getModel() != null;
        clear();
        // An area without a width gives its flow that of a border, in which each letter is a line.
        size(0, area.getHeight());
        area.setModel(next);
        area.requestLayout();
    }

    /// Selects a stretch and brings its first character into view: with what follows it, near the upper edge, where it
    /// was out of view; else the control scrolls as little as it must.
    ///
    /// @param at that character
    void choose(SourceModel shown, int at, TextPos from, TextPos to) {
        boolean near =
                lines.boxes().isEmpty()
                        ? from.index() < BEYOND
                        : lines.isInView(shown.layout(), at, area.getHeight());
        if (near) {
            select(from, to);
        } else {
            jump(shown, from, to);
        }
        onceOnShow(shown, () -> place(shown, at, !near));
    }

    /// Does what needs lines on the screen: at once, else when the view has a place there, unless something else was
    /// asked for meanwhile.
    private void onceOnShow(SourceModel shown, Runnable then) {
        waiting = () -> {};
        if (area.getScene() != null && area.getWidth() > 0) {
            then.run();
            return;
        }
        waiting =
                () -> {
                    if (Objects.equals(shown, area.getModel())) {
                        then.run();
                    }
                };
        if (area.getScene() != null) {
            Platform.runLater(this::onShow);
        }
    }

    private void onShow() {
        if (area.getScene() != null) {
            Runnable then = waiting;
            waiting = () -> {};
            then.run();
        }
    }

    /// Selects, and scrolls as little as brings the end into view.
    void select(TextPos from, TextPos to) {
        // Without its width the control fails to scroll.
        area.layout();
        area.select(from, to);
    }

    /// Left to itself the control brings what is out of view in at the lower edge.
    private void jump(SourceModel shown, TextPos from, TextPos to) {
        if (!isFresh()) {
            show(shown);
        }
        int first = from.index() - BEFORE;
        if (first > 0 && isFresh()) {
            from(first);
        }
        select(from, to);
    }

    /// The control brings in the first row of a paragraph, though the caret is many rows below, and the end of what is
    /// selected, though it began pages before: scrolls on to the character itself; caret and selection stay.
    ///
    /// @param high whether it is to stand in the upper part
    void place(SourceModel shown, int at, boolean high) {
        SourceLayout layout = shown.layout();
        double height = area.getHeight();
        int line = layout.lineAt(at);
        look();
        approach(layout, line);
        fill(layout);
        lines.row(layout, at)
                .filter(row -> row.getMinY() < 0 || row.getMaxY() > height * (high ? LOWEST : 1))
                .ifPresent(row -> scroll(row.getMinY() - height * UPPER));
    }

    /// Where the text ends above the lower edge the control moves its lines down, but does not draw them there.
    private void fill(SourceLayout layout) {
        Box last = lines.boxes().get(layout.size() - 1);
        if (last != null && last.bottom() < area.getHeight() - area.below()) {
            area.getChildrenUnmodifiable().forEach(flow -> ((Parent) flow).requestLayout());
            look();
        }
    }

    private void look() {
        area.layout();
        lines.look(view);
    }

    /// The control scrolls by pixels for fingers only.
    private void scroll(double pixels) {
        Node content = area.lookup(".content");
        if (content != null) {
            for (EventType<ScrollEvent> type :
                    List.of(
                            ScrollEvent.SCROLL_STARTED,
                            ScrollEvent.SCROLL,
                            ScrollEvent.SCROLL_FINISHED)) {
                content.fireEvent(finger(type, -pixels));
            }
            look();
        }
    }

    private static ScrollEvent finger(EventType<ScrollEvent> type, double dy) {
        return new ScrollEvent(
                type,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                true,
                false,
                0,
                type == ScrollEvent.SCROLL ? dy : 0,
                0,
                dy,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                1,
                null);
    }

    /// Scrolls as a wheel does that was turned beside the text.
    void wheel(ScrollEvent e) {
        Node content = area.lookup(".content");
        if (content != null) {
            content.fireEvent(e.copyFor(content, content));
        }
    }

    /// Puts a position of a text that was just shown at the upper edge, and the caret anywhere; later where the control
    /// has no place on the screen yet.
    void comeBack(SourceModel shown, int top, TextPos caret) {
        onceOnShow(shown, () -> stand(shown.layout(), top, caret));
    }

    private void stand(SourceLayout layout, int top, TextPos caret) {
        int line = layout.topLineAt(top);
        from(line);
        select(caret, caret);
        look();
        fill(layout);
        // The control went on to the caret, which may be far from where one read.
        approach(layout, line)
                .map(
                        there ->
                                lines.character(layout, top)
                                        .filter(row -> line == layout.lineAt(top))
                                        .map(row -> row.getMinY())
                                        .orElse(there.y()))
                .filter(upper -> Math.abs(upper) > SLACK)
                .ifPresent(this::scroll);
    }

    /// Scrolls until a line is drawn.
    private Optional<Box> approach(SourceLayout layout, int line) {
        for (int i = 0; i < PAGES && !lines.boxes().isEmpty(); i++) {
            Box there = lines.boxes().get(line);
            if (there != null) {
                return Optional.of(there);
            }
            if (i == 0) {
                glide((double) line / Math.max(1, layout.size() - 1));
            } else {
                scroll(area.getHeight() * (line < lines.boxes().firstKey() ? -0.9 : 0.9));
            }
        }
        return Optional.empty();
    }

    /// Scrolls to about a share of the text.
    private void glide(double share) {
        area.lookupAll(".scroll-bar").stream()
                .filter(n -> n instanceof ScrollBar b && b.getOrientation() == Orientation.VERTICAL)
                .forEach(n -> ((ScrollBar) n).setValue(share));
        look();
    }

    private void from(int line) {
        TextPos there = TextPos.ofLeading(line, 0);
        if (line == 0) {
            area.layout();
        } else if (isFresh()) {
            // Without a width the control goes there at once.
            area.select(there, there);
            area.layout();
        } else {
            // Coming from the end, a line comes in at the top.
            TextPos end = area.getDocumentEnd();
            select(end, end);
            select(there, there);
        }
    }

    /// Puts the caret at the beginning of a text that was just shown.
    ///
    /// @return whether that was possible without laying out the text
    boolean begin() {
        boolean can = isFresh();
        if (can) {
            area.select(TextPos.ZERO, TextPos.ZERO);
        }
        return can;
    }

    /// The text is about to get another width. The control keeps where a paragraph begins; of one higher than the
    /// window other rows would come into view: the character at the upper edge stays there.
    ///
    /// @param top the first character in view
    void hold(@Nullable SourceModel shown, double width, IntSupplier top) {
        double now = area.getWidth();
        if (shown == null || holding || now == 0 || width == now || lines.boxes().isEmpty()) {
            return;
        }
        lines.look(view);
        Held one = held;
        // The same while one drags the edge of a window: the first of its row would creep back.
        if (one == null || !one.in.equals(shown) || Math.abs(away(one)) > 1) {
            int at = top.getAsInt();
            one =
                    lines.character(shown.layout(), Math.max(0, at))
                            .map(row -> new Held(shown, at, row.getMinY()))
                            .orElse(null);
            held = one;
        }
        if (one != null) {
            holding = true;
            Platform.runLater(this::keep);
        }
    }

    private void keep() {
        holding = false;
        Held one = held;
        if (one != null && one.in.equals(area.getModel())) {
            look();
            double by = away(one);
            if (Math.abs(by) > 1 && by < Double.POSITIVE_INFINITY) {
                scroll(by);
            }
            double left = away(one);
            held = left < Double.POSITIVE_INFINITY ? new Held(one.in, one.at, one.y + left) : null;
        }
    }

    /// How far below its place it stands; infinitely where it is not drawn.
    private double away(Held one) {
        return lines.character(one.in.layout(), one.at)
                .map(row -> row.getMinY() - one.y)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// Whether the text was not laid out since it was shown.
    private boolean isFresh() {
        return blind
                && area.getWidth() > 0
                && area.getChildrenUnmodifiable().stream()
                        .allMatch(flow -> flow.getLayoutBounds().getWidth() == 0);
    }

    private void size(double width, double height) {
        area.getChildrenUnmodifiable().forEach(flow -> flow.resize(width, height));
    }
}
