package org.concordqda.desk.coding;

import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.SelectionSegment;
import jfx.incubator.scene.control.richtext.TextPos;

import org.concordqda.desk.fx.Palette;
import org.concordqda.model.CodingId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.concordqda.model.Turn;
import org.concordqda.text.Graphemes;
import org.concordqda.text.Positions;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/// A source on screen: its text with turns, code blocks, overlapping highlights and stripes in the margin;
/// selecting gives a [Span] of the stored text. The one class that knows the (incubating) rich text control.
/// JavaFX thread only; opening is O(length of the text) and draws only what is in view.
final class SourceTextView extends Region {
    /// Smallest and largest zoom.
    static final double SMALLEST = 0.6;

    static final double LARGEST = 2.5;

    /// Most characters on a line.
    private static final int MEASURE = 90;

    /// Below this width the margin shows stripes without names.
    private static final double NARROW = 620;

    private final LinesInView lines = new LinesInView();
    private final SourceArea area = new SourceArea();
    private final PagePane page = new PagePane();
    private final MarginPane margin = new MarginPane();
    private final PageDrawer drawer = new PageDrawer(this, lines, page, margin);
    private final ReadOnlyObjectWrapper<Optional<Span>> selection =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper caret = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<@Nullable Mark> active = new SimpleObjectProperty<>();
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final TextWindow window = new TextWindow(this, area, lines);
    private final EdgeDrag edges = new EdgeDrag(this, area, margin);
    private Positions positions = new Positions("");
    private @Nullable SourceModel model;
    private Runnable onCopy = () -> {};

    SourceTextView() {
        getStyleClass().addAll("source-view", "panel");
        getChildren().addAll(page, area, margin);
        setMinWidth(200);
        HoverNames.attach(this, margin);
        PassageDrag.attach(this, area);
        area.selectionProperty().subscribe(this::selected);
        area.caretPositionProperty()
                .subscribe(
                        at ->
                                caret.set(
                                        model == null || at == null
                                                ? 0
                                                : model.layout().offset(at.index(), at.offset())));
        palette.subscribe(
                colours -> {
                    drawer.setPalette(colours);
                    if (model != null) {
                        model.setPalette(colours);
                    }
                    requestLayout();
                });
        zoom.subscribe(factor -> resized());
        active.subscribe(
                mark -> drawer.show(drawer.state().choosing(mark == null ? null : mark.id())));
        area.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        area.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        margin.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                e -> {
                    if (e.isStillSincePress()) {
                        margin.at(e.getX(), e.getY()).ifPresent(this::activate);
                    }
                });
        // Turning the wheel over the margin scrolls the text.
        margin.addEventHandler(ScrollEvent.SCROLL, window::wheel);
        area.getInputMap().registerFunction(RichTextArea.Tag.COPY, () -> onCopy.run());
    }

    /// Shows a source from its beginning.
    void show(SourceText source, List<Turn> turns, Marks codings) {
        positions = new Positions(source.text());
        SourceLayout layout = new SourceLayout(source, turns);
        lines.forget();
        active.set(null);
        model = new SourceModel(layout, lines, zoom.get(), palette.get());
        drawer.show(layout);
        drawer.show(drawer.state().with(codings));
        window.show(model);
        if (!window.begin()) {
            // Asked for at once, the caret would have the text laid out once more.
            Platform.runLater(
                    () -> {
                        if (area.getCaretPosition() == null && model != null) {
                            window.select(TextPos.ZERO, TextPos.ZERO);
                        }
                    });
        }
        selection.set(Optional.empty());
    }

    /// Shows nothing.
    void clear() {
        model = null;
        window.clear();
        lines.forget();
        drawer.show((SourceLayout) null);
        active.set(null);
        selection.set(Optional.empty());
    }

    /// Replaces the codings; text, place and selection stay, and no text is laid out again.
    void setMarks(Marks codings) {
        if (model != null) {
            drawer.show(drawer.state().with(codings));
            Mark was = active.get();
            if (was != null) {
                active.set(codings.of(was.id()).orElse(null));
            }
        }
    }

    Marks marks() {
        return drawer.state().marks();
    }

    /// The selected stretch, snapped to whole characters; empty when nothing is selected.
    ReadOnlyObjectProperty<Optional<Span>> selection() {
        return selection.getReadOnlyProperty();
    }

    /// The source position of the caret.
    ReadOnlyIntegerProperty caret() {
        return caret.getReadOnlyProperty();
    }

    /// The coding that was clicked, or null.
    ObjectProperty<@Nullable Mark> active() {
        return active;
    }

    /// The colours to draw in.
    ObjectProperty<Palette> palette() {
        return palette;
    }

    /// Size of the text, 1 = 15 pixels.
    DoubleProperty zoom() {
        return zoom;
    }

    /// Makes the text larger or smaller, within bounds.
    void zoomBy(double factor) {
        zoom.set(Math.clamp(zoom.get() * factor, SMALLEST, LARGEST));
    }

    /// Shows or hides the numbers of the source's lines.
    void setLineNumbers(boolean on) {
        area.setLeftDecorator(on ? new LineNumbers(() -> model, () -> zoom.get()) : null);
    }

    boolean hasLineNumbers() {
        return area.getLeftDecorator() != null;
    }

    /// Called with screen coordinates when the context menu is wanted.
    void setOnMenu(BiConsumer<Double, Double> wanted) {
        area.setOnContextMenuRequested(e -> wanted.accept(e.getScreenX(), e.getScreenY()));
    }

    /// Called when the selection is to be copied.
    void setOnCopy(Runnable wanted) {
        onCopy = wanted;
    }

    /// Called with a coding and its new ends when an edge of it was dragged.
    void setOnEdge(EdgeDrag.Moved wanted) {
        edges.setOnMoved(wanted);
    }

    /// What screen readers say of the codes at the caret.
    void describe(String codes) {
        margin.setAccessibleText(codes);
        area.setAccessibleHelp(codes);
    }

    /// Selects a stretch of the source and brings it into view.
    void select(int start, int end) {
        choose(snap(start, false), snap(end, true));
    }

    /// Brings a position into view, the caret on it.
    void reveal(int offset) {
        choose(snap(offset, false), snap(offset, false));
    }

    private void choose(int start, int end) {
        SourceModel shown = model;
        if (shown == null) {
            return;
        }
        window.choose(shown, start, position(start), position(end));
    }

    /// Brings an edge of a coding into view; caret and selection stay.
    void follow(CodingId coding, boolean end) {
        SourceModel shown = model;
        if (shown != null) {
            marks().of(coding)
                    .ifPresent(m -> window.place(shown, end ? m.end() - 1 : m.start(), false));
        }
    }

    /// The position of the first character in view; -1 where the text was not laid out yet.
    int top() {
        double left = area.left();
        var corner = left < 0 ? null : localToScreen(SourceModel.INDENT + left + 2, 16);
        return corner == null ? -1 : offsetAt(corner.getX(), corner.getY());
    }

    /// Puts a position of a text that was just shown at the upper edge, and the caret where it was.
    void comeBack(int top, int caret) {
        if (model != null) {
            window.comeBack(model, top, position(snap(caret, false)));
        }
    }

    /// Calls `told` when the text was scrolled by wheel or scroll bar.
    void onScrolled(Runnable told) {
        area.addEventFilter(ScrollEvent.SCROLL, e -> told.run());
        area.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> told.run());
    }

    /// Marks what a search found, and brings the hit one is at into view.
    void showFound(Found found) {
        if (model != null) {
            drawer.show(drawer.state().with(found));
            if (found.current() >= 0) {
                reveal(found.start(found.current()));
            }
        }
    }

    /// Shows which passage a drag is about to make or change.
    void aim(Optional<int[]> target) {
        drawer.show(drawer.state().aiming(target));
    }

    /// Takes the keyboard.
    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /// The codings at a place of the screen.
    List<Mark> marksAt(double screenX, double screenY) {
        TextPos at = model == null ? null : area.getTextPosition(screenX, screenY);
        if (model == null || at == null) {
            return List.of();
        }
        return marksAt(model.layout().offset(at.index(), at.charIndex()));
    }

    /// The codings over the character at a position.
    List<Mark> marksAt(int offset) {
        return marks().touching(offset, offset + 1);
    }

    /// The source position shown at a place of the screen.
    int offsetAt(double screenX, double screenY) {
        TextPos at = area.getTextPosition(screenX, screenY);
        return model == null || at == null ? 0 : model.layout().offset(at.index(), at.offset());
    }

    /// The text on show, or "".
    String text() {
        return model == null ? "" : model.layout().text();
    }

    /// Where the characters of `[start, end)` stand in this view, those in view.
    List<javafx.geometry.Rectangle2D> shape(int start, int end) {
        return model == null ? List.of() : lines.shape(model.layout(), start, end);
    }

    /// Chooses the next of the codings that overlap at a position; the first when none of them is chosen.
    void cycle(List<Mark> here) {
        if (here.isEmpty()) {
            active.set(null);
            return;
        }
        Mark was = active.get();
        int at = was == null ? -1 : here.indexOf(was);
        activate(here.get((at + 1) % here.size()));
    }

    private int snap(int offset, boolean up) {
        return up ? Graphemes.ceil(text(), offset) : Graphemes.floor(text(), offset);
    }

    private TextPos position(int offset) {
        SourceLayout layout = Objects.requireNonNull(model).layout();
        int line = layout.lineAt(offset);
        return TextPos.ofLeading(line, layout.column(line, offset));
    }

    private void selected(@Nullable SelectionSegment segment) {
        if (model == null || segment == null || segment.getMin().equals(segment.getMax())) {
            selection.set(Optional.empty());
            return;
        }
        SourceLayout layout = model.layout();
        int from = layout.offset(segment.getMin().index(), segment.getMin().offset());
        int to = layout.offset(segment.getMax().index(), segment.getMax().offset());
        selection.set(layout.words(from, to).map(w -> positions.span(w.start(), w.end())));
    }

    private void clicked(MouseEvent e) {
        boolean plain = e.getButton() == MouseButton.PRIMARY && e.isStillSincePress();
        if (plain && e.getClickCount() == 1) {
            // A second click on a pile of codings goes to the next one below.
            cycle(marksAt(e.getScreenX(), e.getScreenY()));
        }
    }

    private void activate(Mark mark) {
        active.set(mark);
        requestFocus();
    }

    private void wheel(ScrollEvent e) {
        if (e.isShortcutDown() && e.getDeltaY() != 0) {
            zoomBy(e.getDeltaY() > 0 ? 1.1 : 1 / 1.1);
            e.consume();
        }
    }

    private void resized() {
        area.setStyle("-fx-font-size: " + SourceModel.SIZE * zoom.get() + "px;");
        if (model != null) {
            model.setZoom(zoom.get());
        }
        drawer.refresh();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double beside = getWidth() < NARROW ? MarginPane.LANES_ONLY : MarginPane.WIDTH;
        double textWidth = Math.max(100, getWidth() - beside);
        window.hold(model, textWidth, this::top);
        page.resizeRelocate(0, 0, textWidth, getHeight());
        area.resizeRelocate(0, 0, textWidth, getHeight());
        margin.resizeRelocate(textWidth, 0, beside, getHeight());
        double letters = MEASURE * SourceModel.SIZE * zoom.get() * Letters.averageWidth();
        // Alike on both sides: the control draws its lines in the middle of what is left, but looks
        // for the
        // letter under the mouse from the left padding on.
        double side = Math.floor(Math.max(16, (textWidth - letters - SourceModel.INDENT - 18) / 2));
        Insets around = new Insets(14, side, 60, side);
        // Set anew, even to the same, it has the control lay out all its lines at once.
        if (!around.equals(area.getContentPadding())) {
            area.setContentPadding(around);
        }
    }
}
