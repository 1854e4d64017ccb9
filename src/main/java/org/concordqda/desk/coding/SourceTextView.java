package org.concordqda.desk.coding;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.SelectionSegment;
import jfx.incubator.scene.control.richtext.TextPos;

import org.concordqda.desk.fx.Fonts;
import org.concordqda.desk.fx.Palette;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.concordqda.model.Turn;
import org.concordqda.text.Positions;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// A source on screen: its text with turns, code blocks, overlapping highlights and stripes in the margin;
/// selecting gives a [Span] of the stored text. The one class that knows the (incubating) rich text control.
/// JavaFX thread only; opening is O(length of the text) and draws only what is in view.
public final class SourceTextView extends Region {
    /// Most characters on a line.
    private static final int MEASURE = 90;

    /// Below this width the margin shows stripes without names.
    private static final double NARROW = 620;

    private final HeaderNodes nodes = new HeaderNodes();
    private final SourceArea area = new SourceArea(nodes);
    private final MarginPane margin = new MarginPane();
    private final MarginPlacer placer = new MarginPlacer(nodes, margin);
    private final ReadOnlyObjectWrapper<Optional<Span>> selection =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<@Nullable Mark> active = new SimpleObjectProperty<>();
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private Positions positions = new Positions("");
    private @Nullable SourceModel model;
    private BiConsumer<Double, Double> onMenu = (x, y) -> {};

    public SourceTextView() {
        getStyleClass().addAll("source-view", "panel");
        getChildren().addAll(area, margin);
        setMinWidth(200);
        HoverNames.attach(this, margin);
        area.selectionProperty().subscribe(this::selected);
        palette.subscribe(this::restyle);
        zoom.subscribe(this::restyle);
        active.subscribe(
                mark -> {
                    if (model != null) {
                        model.setActive(mark == null ? null : mark.id());
                        placer.setActive(mark == null ? null : mark.id());
                    }
                });
        area.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        area.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        margin.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                e -> margin.at(e.getX(), e.getY()).ifPresent(this::activate));
        area.getInputMap().registerFunction(RichTextArea.Tag.COPY, this::copy);
        placer.follow(this);
    }

    /// Shows a source from its beginning.
    public void show(SourceText source, List<Turn> turns, List<Mark> codings) {
        positions = new Positions(source.text());
        SourceLayout layout = new SourceLayout(source, turns);
        SourceModel fresh = new SourceModel(layout, nodes);
        nodes.live().clear();
        active.set(null);
        model = fresh;
        fresh.setLooks(palette.get(), zoom.get());
        fresh.setMarks(new Marks(codings));
        area.setModel(fresh);
        placer.setModel(fresh);
        area.select(TextPos.ZERO);
        selection.set(Optional.empty());
    }

    /// Shows nothing.
    public void clear() {
        model = null;
        area.setModel(null);
        placer.setModel(null);
        selection.set(Optional.empty());
    }

    /// Replaces the codings; text, place and selection stay.
    public void setMarks(List<Mark> codings) {
        if (model != null) {
            Marks marks = new Marks(codings);
            model.setMarks(marks);
            Mark was = active.get();
            if (was != null) {
                active.set(
                        codings.stream()
                                .filter(m -> m.id().equals(was.id()))
                                .findFirst()
                                .orElse(null));
            }
            placer.refresh();
        }
    }

    /// The selected stretch, snapped to whole characters; empty when nothing is selected.
    public ReadOnlyObjectProperty<Optional<Span>> selection() {
        return selection.getReadOnlyProperty();
    }

    /// The coding that was clicked, or null.
    public ObjectProperty<@Nullable Mark> active() {
        return active;
    }

    /// The colours to draw in.
    public ObjectProperty<Palette> palette() {
        return palette;
    }

    /// Size of the text, 1 = 15 pixels.
    public DoubleProperty zoom() {
        return zoom;
    }

    /// Called with screen coordinates when the context menu is wanted.
    public void setOnMenu(BiConsumer<Double, Double> wanted) {
        onMenu = wanted;
        area.setOnContextMenuRequested(e -> onMenu.accept(e.getScreenX(), e.getScreenY()));
    }

    /// The source position of the caret.
    public int caret() {
        TextPos at = area.getCaretPosition();
        return model == null || at == null ? 0 : model.layout().offset(at.index(), at.offset());
    }

    /// Selects a stretch of the source and brings it into view.
    public void select(int start, int end) {
        if (model != null) {
            area.select(position(positions.snap(start)), position(positions.snap(end)));
        }
    }

    /// Brings a position into view, the caret on it.
    public void reveal(int offset) {
        if (model != null) {
            area.select(position(positions.snap(offset)));
        }
    }

    /// Marks a stretch as found, without selecting it; an empty stretch clears that.
    public void showFound(int start, int end) {
        if (model != null) {
            model.setFound(start, end);
            if (end > start) {
                reveal(start);
            }
        }
    }

    /// Takes the keyboard.
    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /// The codings at a place of the screen.
    List<Mark> marksAt(double screenX, double screenY) {
        if (model == null) {
            return List.of();
        }
        TextPos at = area.getTextPosition(screenX, screenY);
        if (at == null) {
            return List.of();
        }
        int offset = model.layout().offset(at.index(), at.charIndex());
        return model.marks().touching(offset, offset + 1);
    }

    /// The source position shown at a place of the screen.
    public int offsetAt(double screenX, double screenY) {
        TextPos at = area.getTextPosition(screenX, screenY);
        return model == null || at == null ? 0 : model.layout().offset(at.index(), at.offset());
    }

    private TextPos position(int offset) {
        SourceLayout layout = java.util.Objects.requireNonNull(model).layout();
        int line = layout.lineAt(offset);
        return TextPos.ofLeading(line, layout.column(line, offset));
    }

    private void selected(@Nullable SelectionSegment segment) {
        if (model == null || segment == null || segment.getMin().equals(segment.getMax())) {
            selection.set(Optional.empty());
            return;
        }
        SourceLayout layout = model.layout();
        int start = layout.offset(segment.getMin().index(), segment.getMin().offset());
        int end = layout.offset(segment.getMax().index(), segment.getMax().offset());
        int from = positions.snap(start);
        int to = positions.snap(end) < end ? positions.snap(end + 1) : end;
        selection.set(from < to ? Optional.of(positions.span(from, to)) : Optional.empty());
    }

    private void clicked(MouseEvent e) {
        boolean plain = e.getButton() == MouseButton.PRIMARY && e.isStillSincePress();
        if (!plain || e.getClickCount() != 1) {
            return;
        }
        List<Mark> here = marksAt(e.getScreenX(), e.getScreenY());
        if (here.isEmpty()) {
            active.set(null);
            return;
        }
        // A second click on a pile of codings goes to the next one below.
        Mark was = active.get();
        int at = was == null ? -1 : here.indexOf(was);
        activate(here.get((at + 1) % here.size()));
    }

    private void activate(Mark mark) {
        active.set(mark);
        requestFocus();
    }

    private void wheel(ScrollEvent e) {
        if (e.isShortcutDown() && e.getDeltaY() != 0) {
            zoom.set(Math.clamp(zoom.get() * (e.getDeltaY() > 0 ? 1.1 : 1 / 1.1), 0.6, 2.5));
            e.consume();
        }
    }

    private void copy() {
        selection
                .get()
                .ifPresent(
                        span -> {
                            String text = java.util.Objects.requireNonNull(model).layout().text();
                            ClipboardContent content = new ClipboardContent();
                            content.putString(text.substring(span.start(), span.end()));
                            Clipboard.getSystemClipboard().setContent(content);
                        });
    }

    private void restyle() {
        if (model != null) {
            model.setLooks(palette.get(), zoom.get());
        }
        placer.setPalette(palette.get());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double beside = getWidth() < NARROW ? MarginPane.LANES_ONLY : MarginPane.WIDTH;
        double textWidth = Math.max(100, getWidth() - beside);
        area.resizeRelocate(0, 0, textWidth, getHeight());
        margin.resizeRelocate(textWidth, 0, beside, getHeight());
        double letters = MEASURE * SourceModel.SIZE * zoom.get() * averageLetter();
        double right = Math.max(20, textWidth - letters - SourceModel.INDENT - 30);
        area.setContentPadding(new Insets(14, right, 60, 12));
    }

    /// Average width of a letter of running English, for one pixel of size.
    private static double averageLetter() {
        return Fonts.text().equals("Inter") ? 0.505 : 0.56;
    }
}
