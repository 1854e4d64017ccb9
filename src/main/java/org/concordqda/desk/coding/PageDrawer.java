package org.concordqda.desk.coding;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;

import org.concordqda.desk.coding.LinesInView.Box;
import org.concordqda.desk.coding.MarginPane.Placed;
import org.concordqda.desk.fx.Palette;
import org.concordqda.desk.fx.Pieces;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/// Draws what lies under and beside the lines after every layout that moved one of them, and when what is to
/// be drawn has changed: in the same pulse, so it never lags behind the text.
final class PageDrawer {
    private final Node view;
    private final LinesInView lines;
    private final PagePane page;
    private final MarginPane margin;
    private final Runnable pulse = this::afterLayout;
    private @Nullable SourceLayout layout;
    private PageState state = PageState.EMPTY;
    private Palette palette = Palette.LIGHT;
    private long drawn;
    private boolean stale = true;

    PageDrawer(Node view, LinesInView lines, PagePane page, MarginPane margin) {
        this.view = view;
        this.lines = lines;
        this.page = page;
        this.margin = margin;
        view.sceneProperty()
                .subscribe(
                        (Scene was, Scene is) -> {
                            if (was != null) {
                                was.removePostLayoutPulseListener(pulse);
                            }
                            if (is != null) {
                                is.addPostLayoutPulseListener(pulse);
                                refresh();
                            }
                        });
    }

    PageState state() {
        return state;
    }

    void show(@Nullable SourceLayout now) {
        layout = now;
        state = PageState.EMPTY;
        refresh();
    }

    void show(PageState now) {
        state = now;
        refresh();
    }

    void setPalette(Palette now) {
        palette = now;
        refresh();
    }

    void refresh() {
        stale = true;
        Platform.requestNextPulse();
    }

    private void afterLayout() {
        if (!Pieces.onShow(view)) {
            return;
        }
        long look = lines.look(view) * 31 + Double.doubleToLongBits(margin.getHeight());
        look = look * 31 + Double.doubleToLongBits(margin.getWidth());
        if (!stale && look == drawn) {
            return;
        }
        stale = false;
        drawn = look;
        SourceLayout now = layout;
        if (now == null || lines.boxes().isEmpty()) {
            page.clear();
            margin.draw(List.of(), palette, null);
            return;
        }
        page.draw(now, lines, state, palette);
        margin.draw(stripes(now), palette, state.chosen());
    }

    private List<Placed> stripes(SourceLayout now) {
        NavigableMap<Integer, Box> boxes = lines.boxes();
        int first = now.line(boxes.firstKey()).start();
        int last = now.line(boxes.lastKey()).end();
        double top = boxes.firstEntry().getValue().y();
        double bottom = boxes.lastEntry().getValue().bottom();
        List<Placed> stripes = new ArrayList<>();
        List<Double> taken = new ArrayList<>();
        Marks marks = state.marks();
        marks.each(
                first,
                last,
                i -> {
                    Mark mark = marks.get(i);
                    boolean starts = mark.start() >= first;
                    boolean ends = mark.end() <= last;
                    double from =
                            starts
                                    ? lines.character(now, mark.start())
                                            .map(Rectangle2D::getMinY)
                                            .orElseGet(() -> lineTop(now, mark.start(), top))
                                    : top;
                    double to =
                            ends
                                    ? lines.character(now, mark.end() - 1)
                                            .map(Rectangle2D::getMaxY)
                                            .orElseGet(() -> lineTop(now, mark.end() - 1, from))
                                    : bottom;
                    double till = Math.max(to, from + 6);
                    int lane = free(taken, marks.lane(i), from, till);
                    stripes.add(new Placed(mark, lane, from, till, starts, ends));
                });
        return stripes;
    }

    /// The mark's own lane, or the next that is free at this height: passages that do not overlap may still
    /// stand on one line of the screen.
    private static int free(List<Double> taken, int own, double from, double till) {
        int lane = own;
        while (lane < taken.size() && taken.get(lane) > from + 2) {
            lane++;
        }
        while (taken.size() <= lane) {
            taken.add(Double.NEGATIVE_INFINITY);
        }
        taken.set(lane, till);
        return lane;
    }

    /// Where a place without a letter of its own stands (a line end, a blank line that is not shown).
    private double lineTop(SourceLayout now, int offset, double otherwise) {
        Box box = lines.boxes().get(now.lineAt(offset));
        return box == null ? otherwise : box.y();
    }
}
