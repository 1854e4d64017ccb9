package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import jfx.incubator.scene.control.richtext.RichTextArea;

import org.concordqda.desk.Driver;
import org.concordqda.desk.OneWindow;
import org.concordqda.desk.fx.CodeColours;
import org.concordqda.desk.fx.Contrast;
import org.concordqda.desk.fx.Fonts;
import org.concordqda.desk.fx.Palette;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

@OneWindow
class SourceTextViewTest {
    private final SourceText source = Texts.issue();
    private SourceTextView view;
    private Driver driver;

    @BeforeEach
    void show() {
        driver =
                Driver.show(
                        900,
                        760,
                        () -> {
                            view = new SourceTextView();
                            return view;
                        });
        Driver.now(() -> view.palette().bind(driver.theme.palette()));
        Driver.now(() -> view.show(source, Texts.turns(source), new Marks(Texts.marks(source))));
        driver.settle();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void headersAreDrawnAndTheTextIsThere() {
        assertTrue(driver.says("maintainer-2"));
        assertTrue(driver.says("member"));
        assertTrue(driver.says("5 Mar 2021"));
        assertTrue(driver.says("RuntimeError: CUDNN_STATUS_EXECUTION_FAILED"));
        assertEquals(Fonts.code(), face("conv_forward"), "a stack trace");
        assertEquals(Fonts.text(), face("With the old version"));
        driver.shoot("source-text");
    }

    /// The control lays out two hundred lines each time; who speaks, put in its row, must not ask for it again.
    @Test
    void aTextIsLaidOutOnce() {
        String[] all = new String[300];
        Arrays.setAll(all, i -> "P" + i % 9 + ": turn " + i + " says something");
        SourceText many = Texts.text(String.join("\n", all));
        String[] labels = new String[300];
        Arrays.setAll(labels, i -> "P" + i % 9 + ":");
        RichTextArea area = (RichTextArea) driver.all(RichTextArea.class::isInstance).getFirst();
        Parent flow = (Parent) area.getChildrenUnmodifiable().getFirst();
        boolean again =
                Driver.now(
                        () -> {
                            view.show(
                                    many,
                                    Texts.labelled(many.text(), labels),
                                    new Marks(List.of()));
                            view.layout();
                            return flow.isNeedsLayout();
                        });
        assertFalse(again);
        Driver.now(() -> view.reveal(many.text().indexOf("turn 299 ")));
        driver.settle();
        assertEquals(left("turn 299 says"), left("P2"), 0.5, "a long number hangs out to the left");
    }

    /// Where the letters begin that are drawn last of those with these words.
    private double left(String words) {
        return Driver.now(
                () ->
                        driver
                                .all(
                                        n ->
                                                n instanceof Text t
                                                        && t.getText().strip().startsWith(words))
                                .stream()
                                .mapToDouble(n -> n.localToScene(n.getLayoutBounds()).getMinX())
                                .max()
                                .orElseThrow());
    }

    /// The face of the line with these words.
    private String face(String words) {
        return driver.all(n -> n instanceof Text t && t.getText().contains(words)).stream()
                .map(n -> ((Text) n).getFont().getFamily())
                .findFirst()
                .orElseThrow();
    }

    /// Where two codings lie on one another both colours show, and each has a stripe of its own.
    @Test
    void overlappingCodingsShowThroughOneAnotherAndHaveLanes() {
        Color panel = driver.theme.palette().get().of("panel");
        Color one = Palette.LIGHT.hues().get(1);
        Color two = Palette.LIGHT.hues().get(2);
        double part = CodeColours.HIGHLIGHT;
        Color under = Contrast.over(one, part, panel);
        assertColour(panel, pixel(source.text().indexOf("With the old")), "no coding");
        assertColour(under, pixel(source.text().indexOf("trains, but")), "one coding");
        assertColour(
                Contrast.over(two, part, under),
                pixel(source.text().indexOf("points below")),
                "two codings");
        MarginPane margin = (MarginPane) driver.all(MarginPane.class::isInstance).getFirst();
        int at = source.text().indexOf("points below");
        double y = Driver.now(() -> view.shape(at, at + 1).getFirst().getMinY() + 8);
        assertEquals(
                List.of("Accuracy below expectations", "Same data"),
                Driver.now(
                        () ->
                                List.of(11.0, 19.0).stream()
                                        .map(x -> margin.at(x, y).orElseThrow().name())
                                        .toList()));
    }

    /// The ground of a character, at its upper edge, where its letter does not reach.
    private Color pixel(int offset) {
        return Driver.now(
                () -> {
                    Rectangle2D r = view.shape(offset, offset + 1).getFirst();
                    var at = view.localToScene(r.getMinX() + r.getWidth() / 2, r.getMinY() + 2);
                    return driver.scene()
                            .snapshot(null)
                            .getPixelReader()
                            .getColor((int) at.getX(), (int) at.getY());
                });
    }

    private static void assertColour(Color wanted, Color found, String what) {
        assertEquals(wanted.getRed(), found.getRed(), 0.02, what + ": " + found);
        assertEquals(wanted.getGreen(), found.getGreen(), 0.02, what + ": " + found);
        assertEquals(wanted.getBlue(), found.getBlue(), 0.02, what + ": " + found);
    }

    /// Opening is fast only while the control does not lay the text out for a width that it does not have yet.
    @Test
    void anotherSourceIsLaidOutOnceWhenTheWindowIsDrawn() {
        int before = driver.all(n -> n instanceof TextFlow).size();
        int atOnce =
                Driver.now(
                        () -> {
                            view.show(source, Texts.turns(source), new Marks(Texts.marks(source)));
                            return (int)
                                    view.lookupAll("*").stream()
                                            .filter(n -> n instanceof TextFlow)
                                            .count();
                        });
        driver.settle();
        assertTrue(before > 5, "lines before: " + before);
        assertEquals(0, atOnce);
        assertEquals(before, driver.all(n -> n instanceof TextFlow).size());
    }

    @Test
    void textIsZoomedWithinBoundsAndLinesAreNumbered() {
        Driver.now(() -> view.setLineNumbers(true));
        driver.settle();
        List<String> numbers =
                driver.all(n -> n.getStyleClass().contains("line-number")).stream()
                        .map(n -> ((javafx.scene.control.Label) n).getText())
                        .toList();
        assertEquals(List.of("1", "3", "6", "7", "10", "12", "14", "16", "18"), numbers);
        driver.shoot("source-numbers");
        for (int i = 0; i < 20; i++) {
            Driver.now(() -> view.zoomBy(1.1));
        }
        assertEquals(2.5, Driver.now(() -> view.zoom().get()));
        driver.settle();
        driver.shoot("source-large");
        Driver.now(() -> view.zoomBy(0.01));
        assertEquals(0.6, Driver.now(() -> view.zoom().get()));
        Driver.now(() -> view.setLineNumbers(false));
        driver.settle();
        assertTrue(driver.all(n -> n.getStyleClass().contains("line-number")).isEmpty());
    }

    /// Somebody goes elsewhere before the text was drawn once.
    @Test
    void aTextThatWasNotLaidOutYetHasNoPlace() {
        int top =
                Driver.now(
                        () -> {
                            SourceTextView fresh = new SourceTextView();
                            fresh.palette().bind(driver.theme.palette());
                            fresh.show(source, Texts.turns(source), new Marks(List.of()));
                            return fresh.top();
                        });
        assertEquals(-1, top);
        assertEquals(0, Driver.now(view::top));
    }

    /// A large text in a small window: what does not fit beside the name stands below it.
    @Test
    void whoSpokeIsNotCut() {
        Driver.now(
                () -> {
                    view.zoom().set(1.46);
                    driver.stage().setWidth(430);
                });
        driver.settle();
        driver.shoot("narrow-header");
        var words =
                driver.all(
                        n ->
                                n instanceof Letters l
                                        && (l.getText().contains("opened this")
                                                || l.getText().equals("reuser-17")));
        assertTrue(words.size() > 1);
        double left = Driver.now(() -> box("Training crashes").getMinX());
        double right = Driver.now(() -> view.localToScene(view.getBoundsInLocal()).getMaxX());
        for (var word : words) {
            var box = Driver.now(() -> word.localToScene(word.getBoundsInLocal()));
            assertEquals(left, box.getMinX(), 3, word + " " + box);
            assertTrue(box.getMaxX() < right - 20, word + " " + box);
        }
    }

    private javafx.geometry.Bounds box(String begins) {
        var found =
                driver.all(n -> n instanceof Letters l && l.getText().startsWith(begins))
                        .getFirst();
        return found.localToScene(found.getBoundsInLocal());
    }

    @Test
    void aSelectionIsASpanOfTheStoredText() {
        int at = source.text().indexOf("Ampere");
        Driver.now(() -> view.select(at, at + 6));
        driver.settle();
        Span span = Driver.now(() -> view.selection().get()).orElseThrow();
        assertEquals("Ampere", source.text().substring(span.start(), span.end()));
        // One emoji stands before it.
        assertEquals(span.start() - 1, span.startCp());
    }

    @Test
    void aSelectionNeverSplitsACharacter() {
        int emoji = source.text().indexOf("😕");
        Driver.now(() -> view.select(emoji - 3, emoji + 1));
        Driver.now(() -> view.requestFocus());
        driver.press(KeyCode.SHIFT, KeyCode.RIGHT);
        Span span = Driver.now(() -> view.selection().get()).orElseThrow();
        String words = source.text().substring(span.start(), span.end());
        assertTrue(words.contains("😕"), words);
        assertTrue(words.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000), words);
    }

    @Test
    void selectionAcrossCommentsKeepsItsPlaceInTheSource() {
        int from = source.text().indexOf("same seed");
        int to = source.text().indexOf("We have seen");
        Driver.now(() -> view.select(from, to));
        Span span = Driver.now(() -> view.selection().get()).orElseThrow();
        assertEquals(from, span.start());
        assertEquals(to - 1, span.end(), "the space before the next word is no part of it");
    }

    @Test
    void aSelectionIsWordsOnly() {
        int a = source.text().indexOf("GPU?");
        assertEquals("GPU?", selected(a - 1, a + 5), "a space on either side");
        int second = source.text().indexOf("Which GPU?");
        assertEquals(
                "same seed. 😕",
                selected(source.text().indexOf("same seed"), second),
                "down to the beginning of the next comment");
        Driver.now(() -> view.select(a - 1, a));
        assertTrue(Driver.now(() -> view.selection().get()).isEmpty(), "a space is nothing");

        String talk = "Interviewer: What then?\nP3:\nWe stopped.\nInterviewer: Why?";
        SourceText transcript = Texts.text(talk);
        Driver.now(
                () ->
                        view.show(
                                transcript,
                                Texts.labelled(talk, "Interviewer: ", "P3:\n", "Interviewer: "),
                                new Marks(List.of())));
        driver.settle();
        Driver.now(() -> view.select(talk.indexOf("What"), talk.indexOf("What")));
        Driver.now(() -> view.requestFocus());
        driver.press(KeyCode.SHIFT, KeyCode.DOWN);
        Span span = Driver.now(() -> view.selection().get()).orElseThrow();
        assertEquals("What then?", talk.substring(span.start(), span.end()), "no label of P3");
    }

    private String selected(int from, int to) {
        Driver.now(() -> view.select(from, to));
        Span span = Driver.now(() -> view.selection().get()).orElseThrow();
        return source.text().substring(span.start(), span.end());
    }

    @Test
    void clickingAHighlightSelectsItAndAgainTheOneBelow() {
        int at = source.text().indexOf("points below");
        javafx.geometry.Point2D point = Driver.now(() -> pointOf(at));
        driver.clickAt(point.getX(), point.getY());
        Mark first = Driver.now(() -> view.active().get());
        assertNotNull(first);
        robotPause();
        driver.clickAt(point.getX(), point.getY());
        Mark second = Driver.now(() -> view.active().get());
        assertEquals(List.of(3L, 4L), List.of(first.id().value(), second.id().value()));
    }

    @Test
    void everyPositionShownMapsBackToItself() {
        SourceLayout layout = new SourceLayout(source, Texts.turns(source));
        for (int i = 0; i < source.text().length(); i++) {
            int line = layout.lineAt(i);
            SourceLayout.Line at = layout.line(line);
            if (i >= at.start() && i < at.end()) {
                assertEquals(i, layout.offset(line, layout.column(line, i)));
            }
        }
        assertEquals(
                source.text().indexOf("I use"),
                layout.line(layout.lineAt(source.text().indexOf("I use"))).start());
        int first = layout.lineAt(source.text().indexOf("I use"));
        int top = layout.topLineAt(layout.line(first).start());
        assertEquals(first - 1, top, "where a turn begins, with who speaks");
        assertEquals(SourceLayout.Look.HEADER, layout.line(top).look());
        assertEquals(first, layout.topLineAt(layout.line(first).start() + 1));
    }

    /// Two clicks in one place within the system's double-click time would count as a double click.
    private void robotPause() {
        driver.robot.sleep(600);
    }

    private javafx.geometry.Point2D pointOf(int offset) {
        for (double y = 20; y < 700; y += 8) {
            for (double x = 40; x < 700; x += 8) {
                javafx.geometry.Point2D p = view.localToScreen(x, y);
                if (view.offsetAt(p.getX(), p.getY()) == offset) {
                    return p;
                }
            }
        }
        throw new AssertionError("Position " + offset + " is not on screen");
    }
}
