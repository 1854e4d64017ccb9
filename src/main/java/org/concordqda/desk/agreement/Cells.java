package org.concordqda.desk.agreement;

import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.Estimate;
import org.concordqda.analysis.AgreementTable.Kind;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.desk.fx.Palette;
import org.concordqda.desk.fx.Pieces;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The cells of a table of agreement, by what they hold.
final class Cells {
    private final Supplier<Palette> palette;
    private final Supplier<BenchmarkScale> scale;

    Cells(Supplier<Palette> palette, Supplier<BenchmarkScale> scale) {
        this.palette = palette;
        this.scale = scale;
    }

    TableCell<Line, Object> of(Kind kind) {
        return switch (kind) {
            case NAME, WORDS -> new Words(kind == Kind.WORDS);
            case INTERVAL -> new Drawn();
            case TREND -> new Trend();
            case COUNT, SHARE, COEFFICIENT, LEAD, MEASURED -> new Figure(kind);
        };
    }

    /// Order of two cells of one column: what is undefined or absent comes last.
    static int compare(Object a, Object b) {
        if (a instanceof Estimate e && b instanceof Estimate f) {
            return Double.compare(sortable(e), sortable(f));
        }
        if (a instanceof Integer i && b instanceof Integer j) {
            return Integer.compare(i, j);
        }
        if (a instanceof String s && b instanceof String t) {
            return s.compareToIgnoreCase(t);
        }
        if (a instanceof List<?> l && b instanceof List<?> m) {
            return l.isEmpty() || m.isEmpty()
                    ? Integer.compare(m.size(), l.size())
                    : compare(l.getLast(), m.getLast());
        }
        return Boolean.compare(a instanceof String, b instanceof String);
    }

    private static double sortable(Estimate e) {
        return e.defined() ? e.value() : Double.POSITIVE_INFINITY;
    }

    /// Text, its whole in a tool tip. A long name takes a second line, which a row has the height for.
    private static final class Words extends TableCell<Line, Object> {
        Words(boolean beside) {
            if (beside) {
                getStyleClass().add("beside");
            } else {
                setWrapText(true);
                setLineSpacing(-1);
            }
        }

        @Override
        protected void updateItem(@Nullable Object item, boolean empty) {
            super.updateItem(item, empty);
            String words = empty || item == null ? "" : item.toString();
            setText(words);
            setTooltip(words.length() > 14 ? new Tooltip(words) : null);
        }
    }

    /// A number, right aligned; what is undefined says so, and why on hover.
    private final class Figure extends TableCell<Line, Object> {
        private final Kind kind;

        Figure(Kind kind) {
            this.kind = kind;
            getStyleClass().add("number");
            if (kind == Kind.LEAD) {
                getStyleClass().add("strong");
            }
        }

        @Override
        protected void updateItem(@Nullable Object item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().removeAll("wrong", "undefined");
            setTooltip(null);
            setText("");
            setAccessibleText(null);
            if (empty || item == null) {
                return;
            }
            if (!(item instanceof Estimate e)) {
                setText(item.toString());
                return;
            }
            setText(Figures.value(e));
            String sentence = Figures.sentence(e, scale.get());
            setTooltip(new Tooltip(sentence));
            setAccessibleText(sentence);
            if (!e.defined()) {
                getStyleClass().add("undefined");
            } else if (kind == Kind.LEAD
                    && Figures.benchmarked(e.statistic())
                    && e.value() < IntervalDrawing.POOR) {
                getStyleClass().add("wrong");
            }
        }
    }

    /// An interval drawn and written.
    private final class Drawn extends TableCell<Line, Object> {
        private final Canvas canvas = new Canvas(88, 22);
        private final Label written = Pieces.text("", "muted", "small");
        private final HBox box = new HBox(6, canvas, written);

        Drawn() {
            box.setAlignment(Pos.CENTER_LEFT);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable Object item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            if (empty || !(item instanceof Estimate e)) {
                return;
            }
            String sentence = Figures.sentence(e, scale.get());
            setTooltip(new Tooltip(sentence));
            setAccessibleText("95 % interval: " + sentence);
            if (!e.defined()) {
                written.setText("undefined: " + e.undefined().orElse(""));
                setGraphic(written);
                return;
            }
            IntervalDrawing.line(canvas, e, scale.get(), palette.get());
            written.setText(Figures.interval(e));
            box.getChildren().setAll(canvas, written);
            setGraphic(box);
        }
    }

    /// Rounds side by side.
    private final class Trend extends TableCell<Line, Object> {
        private final Canvas canvas = new Canvas(190, 34);

        Trend() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable Object item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(null);
            setAccessibleText(null);
            if (empty || !(item instanceof List<?> list)) {
                return;
            }
            List<Estimate> all = new ArrayList<>();
            list.forEach(e -> all.add((Estimate) e));
            IntervalDrawing.trend(canvas, all, scale.get(), palette.get());
            setGraphic(canvas);
            setAccessibleText(String.join("; ", all.stream().map(e -> Figures.value(e)).toList()));
        }
    }
}
