package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;

import org.concordqda.desk.Driver;
import org.concordqda.desk.OneWindow;
import org.concordqda.model.SourceText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/// What one goes to in a text with paragraphs higher than the window is in view.
@OneWindow
class GoingToTest {
    private SourceTextView view;
    private SourceText text;
    private Driver driver;

    @BeforeEach
    void show() {
        String talk = "all of it was said before ".repeat(60);
        String[] all = new String[90];
        Arrays.setAll(all, i -> "P1: " + i + (i % 9 == 4 ? " " + talk.repeat(2) : " is short"));
        text = Texts.text(String.join("\n", all));
        driver =
                Driver.show(
                        900,
                        600,
                        () -> {
                            view = new SourceTextView();
                            return view;
                        });
        Driver.now(this::open);
        driver.settle();
    }

    private void open() {
        String[] labels = new String[90];
        Arrays.fill(labels, "P1:");
        view.show(text, Texts.labelled(text.text(), labels), new Marks(List.of()));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void isInView() {
        int length = text.text().length();
        int[] places = {
            9, 1500, 2900, length / 2 + 1200, length / 2 + 2400, length - 5, 3200, length - 3
        };
        for (int at : places) {
            Driver.now(() -> view.reveal(at));
            driver.settle();
            seen(at);
            assertEquals(at, Driver.now(() -> view.caret().get()));
            if (at > length - 9) {
                double end = Driver.now(() -> row(length - 1).getMaxY());
                assertTrue(end > view.getHeight() - 80, "no blank below: " + end);
            }
        }
        // Asked for together with the text; its end is pages below.
        Driver.now(
                () -> {
                    open();
                    view.select(4000, 9000);
                });
        driver.settle();
        seen(4000);
        assertEquals(9000, Driver.now(() -> view.caret().get()));
        assertEquals(4000, Driver.now(() -> view.selection().get()).orElseThrow().start());

        // Coming back to the middle of such a paragraph, from far away.
        Driver.now(() -> view.comeBack(length - 2000, 9));
        driver.settle();
        assertEquals(9, Driver.now(() -> view.caret().get()));
        assertEquals(0, row(length - 2000).getMinY(), 30);
        Driver.now(() -> view.select(4000, 9000));
        driver.settle();

        // What shows in part already makes the text move no further than it must.
        Rectangle2D row = row(4000);
        int cut =
                Driver.now(
                        () -> {
                            var low = view.localToScreen(row.getMinX(), view.getHeight() - 2);
                            return view.offsetAt(low.getX(), low.getY());
                        });
        Driver.now(() -> view.reveal(cut));
        driver.settle();
        assertEquals(row.getMinY(), row(4000).getMinY(), 40);
    }

    /// What one reads stays where it is while the window gets another width, however often.
    @Test
    void staysInAWindowOfAnotherWidth() {
        int deep = text.text().indexOf("P1: 49") + 2400;
        Driver.now(() -> view.comeBack(deep, deep));
        driver.settle();
        int read = Driver.now(() -> view.top());
        double before = row(read).getMinY();
        for (int width : new int[] {800, 700, 620, 560, 640, 760, 880, 900}) {
            Driver.now(() -> driver.stage().setWidth(width));
            driver.settle();
            assertEquals(before, row(read).getMinY(), 3, "at " + width);
        }
    }

    /// Where another text was asked for while the view was away from the window.
    @Test
    void isInViewOnceTheViewIsBack() {
        int deep = text.text().indexOf("P1: 49") + 2400;
        var scene = driver.scene();
        Driver.now(() -> scene.setRoot(new javafx.scene.layout.Pane()));
        driver.settle();
        Driver.now(
                () -> {
                    open();
                    view.reveal(deep);
                });
        driver.settle();
        Driver.now(() -> scene.setRoot(view));
        driver.settle();
        seen(deep);
        assertEquals(deep, Driver.now(() -> view.caret().get()));
        Driver.now(() -> scene.setRoot(new javafx.scene.layout.Pane()));
        driver.settle();
        Driver.now(
                () -> {
                    open();
                    view.comeBack(deep, 9);
                });
        driver.settle();
        Driver.now(() -> scene.setRoot(view));
        driver.settle();
        assertEquals(9, Driver.now(() -> view.caret().get()));
        assertEquals(0, row(deep).getMinY(), 30);
    }

    /// The wheel scrolls the text over the margin too.
    @Test
    void theMarginScrolls() {
        int before = Driver.now(() -> view.top());
        Node margin = driver.all(MarginPane.class::isInstance).getFirst();
        Driver.now(
                () ->
                        margin.fireEvent(
                                new ScrollEvent(
                                        ScrollEvent.SCROLL,
                                        5,
                                        5,
                                        5,
                                        5,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        0,
                                        -120,
                                        0,
                                        -120,
                                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                                        0,
                                        ScrollEvent.VerticalTextScrollUnits.NONE,
                                        0,
                                        0,
                                        null)));
        driver.settle();
        assertTrue(Driver.now(() -> view.top()) > before);
    }

    private Rectangle2D row(int at) {
        List<Rectangle2D> shape = Driver.now(() -> view.shape(at, at + 1));
        assertFalse(shape.isEmpty(), "position " + at);
        return shape.getFirst();
    }

    private void seen(int at) {
        Rectangle2D row = row(at);
        assertTrue(row.getMinY() >= 0 && row.getMaxY() <= view.getHeight(), at + " at " + row);
    }
}
